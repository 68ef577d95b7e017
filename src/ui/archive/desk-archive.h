/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "desk-facets.h"
#include "desk-found-list.h"
#include "desk-people.h"
#include "desk-preview.h"
#include "desk-selection-bar.h"
#include "desk-statistics.h"
#include "desk-typed.h"

G_BEGIN_DECLS

/**
 * DeskArchive:
 *
 * Finds stories while one types: what was understood of it as chips, what was found as a list of
 * which only the rows in sight are read.
 *
 * Signals: `opened` (uid, block, offset), where a story is to be worked at, at the first place that
 * was found in it (@block is %NULL where there is none); `left` (), when it is done with; `unready`
 * (), when not every story of the library could be found; `damaged` (), when what stories are found
 * by is; `viewed` (), when another view was chosen.
 */
#define DESK_TYPE_ARCHIVE (desk_archive_get_type ())
G_DECLARE_FINAL_TYPE (DeskArchive, desk_archive, DESK, ARCHIVE, AdwBin)

/* The linker drops the resource of a static library that nobody names. */
void desk_archive_ensure (void);

/* What stands beside it. */
void desk_archive_join (DeskArchive *self, DeskFacets *facets, DeskPreview *preview);

/* @finder: (nullable) */
void desk_archive_set_finder (DeskArchive *self, DeskFinder *finder);

/* The entry has the focus, and its words are selected. */
void desk_archive_focus (DeskArchive *self);

/* Looks for @text in the place of what was looked for, and goes there. */
void desk_archive_find (DeskArchive *self, const char *text);

/* Stories were saved: what rows say is read once more. What stands in the list stays. */
void desk_archive_refresh (DeskArchive *self);

/* Asks the same once more. */
void desk_archive_ask_again (DeskArchive *self);

/* About how many stories are still to be made ready to be found; 0: none. */
void desk_archive_set_preparing (DeskArchive *self, guint n_left);
/* Whether the library can only be read, and what is not ready to be found stays so. */
void desk_archive_set_read_only (DeskArchive *self, gboolean read_only);

/* Takes back what was typed in the entry, or does it again. */
void desk_archive_undo (DeskArchive *self);
void desk_archive_redo (DeskArchive *self);

/* Who is heard, as a view of its own. */
DeskPeople *desk_archive_get_people (DeskArchive *self);
void desk_archive_show_people (DeskArchive *self);
void desk_archive_show_stories (DeskArchive *self);
gboolean desk_archive_shows_people (DeskArchive *self);

/* What was found, counted and drawn, as a view of its own. */
DeskStatistics *desk_archive_get_statistics (DeskArchive *self);
gboolean desk_archive_shows_statistics (DeskArchive *self);
/* The story that is chosen in the list has the focus. */
void desk_archive_focus_list (DeskArchive *self);

/* Calls @done once the syllable that is being composed in the entry is there, see desk-typed.h. */
void desk_archive_commit (DeskArchive *self, DeskTypedChanged done, gpointer data);

/* Returns: (transfer full): what is looked for, as it was typed. */
char *desk_archive_dup_query (DeskArchive *self);

/* The uid of the story that is chosen; %NULL where there is none, or it was not read yet.
 * Borrowed. */
const char *desk_archive_get_chosen (DeskArchive *self);
void desk_archive_choose_next (DeskArchive *self);

/* Opens the tags of the stories that are ticked, or of all that are found, once they are all found.
 * @last: (nullable): code of the tag that was given last */
void desk_archive_tag (DeskArchive *self, const char *last);

/* The same for their export. */
void desk_archive_export (DeskArchive *self);

/* What is done to the stories that are ticked. */
DeskSelectionBar *desk_archive_get_bar (DeskArchive *self);

DeskFoundList *desk_archive_get_list (DeskArchive *self);

G_END_DECLS
