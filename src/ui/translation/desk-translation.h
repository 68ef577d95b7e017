/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "bul-link.h"
#include "desk-answers.h"
#include "desk-view.h"

G_BEGIN_DECLS

/**
 * DeskTranslation:
 *
 * The two scripts of a story side by side, Korean and English, with the pairs of their sentences
 * between them: which a person confirmed, and which are to be looked at.
 *
 * Properties: `document`, `shows-aids`: whether what helps with the active pair is shown. Signals:
 * `refused` (words), where a deed could not be done; `memory-wanted` (), when the memory is to be
 * asked for desk_translation_get_wanted(); `take-in`
 * (DeskTranslationSource), where the other language is asked for; `turned` (), where another text
 * is the one that is used.
 */
#define DESK_TYPE_TRANSLATION (desk_translation_get_type ())
G_DECLARE_FINAL_TYPE (DeskTranslation, desk_translation, DESK, TRANSLATION, GtkBox)

/* For who builds a window from a description. */
void desk_translation_ensure (void);

GtkWidget *desk_translation_new (void);

void desk_translation_set_document (DeskTranslation *self, DeskDocument *document);
DeskDocument *desk_translation_get_document (DeskTranslation *self);

/* Who confirms pairs. */
void desk_translation_set_author (DeskTranslation *self, const char *author);

/* Where it asks for the keys that it tells; whenever they are others it is told again. */
void desk_translation_set_keys (DeskTranslation *self, DeskAnswersKeys get_keys, gpointer data);

/* Whether the story has both languages, so that there is something to pair. */
gboolean desk_translation_has_pairs (DeskTranslation *self);

/* The text that has the focus, or had it last; and the one of a language. */
DeskView *desk_translation_get_view (DeskTranslation *self);
DeskView *desk_translation_get_side (DeskTranslation *self, BulLanguage language);

/* The other text becomes the one that is used; it gets no focus by that. */
void desk_translation_turn_to (DeskTranslation *self, BulLanguage language);

/* Where the story has one language: which other story may be the second, and how likely, from 0 to
 * 1. @other: (nullable): none is known. */
void desk_translation_suggest (DeskTranslation *self, const BulStory *other, double score);

/* The number of the next or previous open finding from the caret, through both texts; 0: none. */
guint desk_translation_get_next_finding (DeskTranslation *self);
guint desk_translation_get_previous_finding (DeskTranslation *self);

/* What keys lead to first. */
GtkWidget *desk_translation_get_focus (DeskTranslation *self);

/* Key of the pair that deeds are about; %NULL where the caret is in none. */
const char *desk_translation_get_active (DeskTranslation *self);

/* What keys do; the syllable that is composed must be in before. */
void desk_translation_next_open (DeskTranslation *self);
void desk_translation_previous_open (DeskTranslation *self);
void desk_translation_next_pair (DeskTranslation *self);
void desk_translation_previous_pair (DeskTranslation *self);
void desk_translation_confirm (DeskTranslation *self);
void desk_translation_confirm_to_here (DeskTranslation *self);
void desk_translation_unlink_and_next (DeskTranslation *self);
void desk_translation_unlink (DeskTranslation *self);
void desk_translation_join (DeskTranslation *self);
void desk_translation_split (DeskTranslation *self);
void desk_translation_take_from_next (DeskTranslation *self);
void desk_translation_give_to_next (DeskTranslation *self);
void desk_translation_leave_alone (DeskTranslation *self);
void desk_translation_turn_over (DeskTranslation *self);

/* What is to be looked for in the memory, for the active pair; %NULL for nothing. Borrowed.
 * @language: (out): of the words */
const char *desk_translation_get_wanted (DeskTranslation *self, BulLanguage *language);
/* What it has for @words (element-type BulFlowMatch), the best first. */
void desk_translation_take_matches (DeskTranslation *self, const char *words, GPtrArray *matches);
/* It has other entries by now. */
void desk_translation_ask_again (DeskTranslation *self);

/* What keys do with the row of that number, from 1; the syllable that is composed must be in
 * before. */
void desk_translation_insert_match (DeskTranslation *self, guint number);
void desk_translation_insert_term (DeskTranslation *self, guint number);
/* The row that these are about; the first to begin with. */
void desk_translation_choose_match (DeskTranslation *self, guint number);
void desk_translation_insert_chosen (DeskTranslation *self);
void desk_translation_replace_by_chosen (DeskTranslation *self);
/* The same with the words that are translated. */
void desk_translation_insert_source (DeskTranslation *self);
void desk_translation_replace_by_source (DeskTranslation *self);
void desk_translation_set_fact (DeskTranslation *self, guint number);
void desk_translation_leave_fact (DeskTranslation *self, guint number);
void desk_translation_undo (DeskTranslation *self);
void desk_translation_redo (DeskTranslation *self);

G_END_DECLS
