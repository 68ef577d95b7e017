/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "bul-store.h"

G_BEGIN_DECLS

/* One story in the list: what the library says of it without opening it. */
#define DESK_TYPE_STORY_ROW (desk_story_row_get_type ())
G_DECLARE_FINAL_TYPE (DeskStoryRow, desk_story_row, DESK, STORY_ROW, GObject)

DeskStoryRow *desk_story_row_new (const BulStoreRow *row);

/* Signal: `changed` (), where the library says something else than before. */
void desk_story_row_update (DeskStoryRow *self, const BulStoreRow *row);

/* What is not saved yet as well: @story is the row's, with the languages of its scripts, @headline
 * what it is called, or NULL, and @seconds how long it takes on air; negative where that is not
 * known yet. With %NULL for a story the library alone is listened to again. */
void desk_story_row_follow (DeskStoryRow *self,
                            const BulStory *story,
                            const char *headline,
                            double seconds);

/* How long the story takes on air, as it was saved as @revision. */
void desk_story_row_set_length (DeskStoryRow *self, guint revision, double seconds);
/* Whether that is known of the revision that is listed. */
gboolean desk_story_row_has_length (DeskStoryRow *self);
void desk_story_row_forget_length (DeskStoryRow *self);
/* 0: not known, or nothing of it is heard. */
guint desk_story_row_get_seconds (DeskStoryRow *self);

const char *desk_story_row_get_uid (DeskStoryRow *self);
const char *desk_story_row_get_headline (DeskStoryRow *self);
/* Of its scripts, in any order: `ko`, `en`, `en ko`, or NULL. */
const char *desk_story_row_get_language (DeskStoryRow *self);
/* Of the script that is a translation, or NULL. */
const char *desk_story_row_get_translation (DeskStoryRow *self);
guint desk_story_row_get_revision (DeskStoryRow *self);
guint desk_story_row_get_n_corrections (DeskStoryRow *self);
guint desk_story_row_get_n_open (DeskStoryRow *self);
/* Pairs of sentences of which one side changed since they were confirmed. */
guint desk_story_row_get_n_stale (DeskStoryRow *self);

/* Programme and time, as the row's second line tells them. */
const char *desk_story_row_get_meta (DeskStoryRow *self);

/* YYYY-MM-DD, or NULL. The first row of a day shows it above itself. */
const char *desk_story_row_get_day (DeskStoryRow *self);

G_END_DECLS
