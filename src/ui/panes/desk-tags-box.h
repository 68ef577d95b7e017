/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "bul-story.h"
#include "bul-vocabulary.h"

G_BEGIN_DECLS

/**
 * DeskTagsBox:
 *
 * What the whole story is tagged with, what words of it are, and an entry for more. While one
 * types, what the vocabulary has for it stands below as buttons; Enter takes what was typed.
 *
 * Signals: `add` (const char *word) and `take` (const char *code); `go-to-words` and
 * `take-from-words` (const char *code), where the tag is on words.
 */
#define DESK_TYPE_TAGS_BOX (desk_tags_box_get_type ())
G_DECLARE_FINAL_TYPE (DeskTagsBox, desk_tags_box, DESK, TAGS_BOX, GtkBox)

void desk_tags_box_show (DeskTagsBox *self, const BulStory *story);

/* What may be added, and what tags are called; until then the subjects that the program knows. */
void desk_tags_box_set_vocabulary (DeskTagsBox *self, const BulVocabulary *vocabulary);

/* Returns: (transfer full) (nullable): the code that @word means; %NULL where it says nothing. */
char *desk_tags_box_dup_code (DeskTagsBox *self, const char *word);

/* Why the last word was not taken; %NULL: it was, and the entry is empty for the next. */
void desk_tags_box_tell (DeskTagsBox *self, const char *words);

void desk_tags_box_focus (DeskTagsBox *self);

/* What the next tag is for: @words of the story; %NULL: the whole of it. */
void desk_tags_box_set_words (DeskTagsBox *self, const char *words);

G_END_DECLS
