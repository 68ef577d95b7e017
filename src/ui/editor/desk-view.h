/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "bul-corrector.h"
#include "bul-span.h"
#include "desk-band.h"
#include "desk-buffer.h"
#include "desk-review.h"
#include "desk-speller.h"

G_BEGIN_DECLS

/**
 * DeskView:
 *
 * The script: one column of text, and in the margins what the desk knows of it.
 *
 * Signals: `current-block-changed` (), when the caret comes to another line; `correction-pressed`
 * (key), `note-pressed` (key) and `finding-pressed` (number), when their flag is.
 */
#define DESK_TYPE_VIEW (desk_view_get_type ())
G_DECLARE_FINAL_TYPE (DeskView, desk_view, DESK, VIEW, GtkTextView)

GtkWidget *desk_view_new (void);

/* Shows a script of @document, %NULL for the original; no document, no text. */
void desk_view_set_document (DeskView *self, DeskDocument *document, const char *script);

/* Both %NULL while no document is shown. Borrowed. */
DeskDocument *desk_view_get_document (DeskView *self);
DeskBuffer *desk_view_get_buffer (DeskView *self);

/* The selected words of one block, or else the word or number at the caret. %FALSE where there are
 * none, or where more than one line is selected. @passage->block is valid until the next edit. */
gboolean desk_view_get_selection (DeskView *self, BulPassage *passage);

/* Where the words of desk_view_get_selection() are, in the coordinates of the widget, for a popover
 * to point at; the caret where there are no words. */
void desk_view_get_selection_area (DeskView *self, GdkRectangle *area);

/* Scroll there and select the words, or put the caret there. An orphan shows its line. */
void desk_view_show_span (DeskView *self, const BulSpan *span);
void desk_view_show_block (DeskView *self, const char *block);
void desk_view_show_place (DeskView *self, const char *block, guint offset);

/* Words with a ground of their own. @bands: (transfer full) (element-type DeskBand) */
void desk_view_set_bands (DeskView *self, GArray *bands);
const GArray *desk_view_get_bands (DeskView *self);

/* Whether words that went are shown, struck out. */
gboolean desk_view_get_shows_struck (DeskView *self);
void desk_view_set_shows_struck (DeskView *self, gboolean shows);

/* Selects the words that came and scrolls them into the top fifth. */
void desk_view_show_change (DeskView *self, const DeskReviewItem *item);

/* The line of the buffer in which the selection begins, and where it begins and ends in the text of
 * its block; it ends where it begins if it ends in another line. */
gboolean desk_view_get_bounds (DeskView *self, guint *line, guint *start, guint *end);

/* The number of the next or previous open finding from the caret, around the end; 0: none. */
guint desk_view_get_next_finding (DeskView *self);
guint desk_view_get_previous_finding (DeskView *self);

/* Whether misspelt words are marked, and those of Korean too; not to begin with. */
void desk_view_set_checks_spelling (DeskView *self, gboolean checks, gboolean checks_korean);
DeskSpeller *desk_view_get_speller (DeskView *self);

/* Selects the next or previous misspelt word from the caret, around the end; FALSE: there is none.
 */
gboolean desk_view_show_next_misspelt (DeskView *self);
gboolean desk_view_show_previous_misspelt (DeskView *self);

/* Makes the context menu that of the word at a place: what might be meant comes a little later. */
void desk_view_ask_for_word (DeskView *self, const GtkTextIter *iter);

/* What the context menu offers for that word. */
void desk_view_correct_spelling (DeskView *self, const char *word);
void desk_view_learn_word (DeskView *self);
void desk_view_ignore_word (DeskView *self);

/* Where the caret is; FALSE where there is no text. @block: (out) (transfer full) */
gboolean desk_view_get_caret (DeskView *self, char **block, guint *offset);

/* Key of the block with the caret; %NULL for none. Valid until the next edit. */
const char *desk_view_get_current_block (DeskView *self);

/* One step back or forth, with the caret put where the text changed. */
void desk_view_undo (DeskView *self);
void desk_view_redo (DeskView *self);

typedef void (*DeskViewDone) (DeskView *self, gpointer data);

/*
 * Puts the syllable that is being composed into the text, then calls @done: at once where nothing
 * is composed, and in any case once. Every action that reads or changes the text goes through here,
 * or it would act on a text that lacks the last syllable, or lose it.
 */
void desk_view_commit (DeskView *self, DeskViewDone done, gpointer data);

/* Goes to where the last edit was; FALSE where there was none. */
gboolean desk_view_show_last_edit (DeskView *self);

/* Lines are counted from 1. */
guint desk_view_count_lines (DeskView *self);
void desk_view_go_to_line (DeskView *self, guint number);

/* Turns the selected words, or the word at the caret, from small letters to ones with capitals,
 * from these to capitals, and back. FALSE where there is nothing to turn. */
gboolean desk_view_change_case (DeskView *self);

/* Moves the selected lines, or the one of the caret, one line up (@by -1) or down (1), as one step.
 * What is selected stays so. FALSE where they are at that end of the script. */
gboolean desk_view_move_lines (DeskView *self, int by);

G_END_DECLS
