/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "bul-block.h"
#include "desk-document.h"
#include "desk-struck.h"

G_BEGIN_DECLS

/**
 * DeskBuffer:
 *
 * The lines of one script: line n of the buffer is block n, to the letter, but for words that went
 * and are shown struck out; places are told from each other by DeskStruck alone. Whatever hands or
 * programs do to the text goes to the document's history first and comes back from there, so that
 * buffer and story cannot differ; what the history refuses does not happen. A script without blocks
 * shows one empty line, and gets its block with the first letter.
 *
 * The buffer's own undo is off: the history has the only one.
 */
#define DESK_TYPE_BUFFER (desk_buffer_get_type ())
G_DECLARE_FINAL_TYPE (DeskBuffer, desk_buffer, DESK, BUFFER, GtkTextBuffer)

/* @script: key of the script, %NULL for the original. */
DeskBuffer *desk_buffer_new (DeskDocument *document, const char *script);

/* Parts with the document. To be called when the buffer is no longer shown: GTK 4.8 keeps every
 * buffer alive that ever had a selection, and with it would stay the story. */
void desk_buffer_close (DeskBuffer *self);

/* Borrowed; %NULL once closed. */
DeskDocument *desk_buffer_get_document (DeskBuffer *self);

/* %NULL while the story has no script. Borrowed, valid until the next edit. */
const BulScript *desk_buffer_get_script (DeskBuffer *self);

/* %NULL where there is no such line, or the line has no block yet. Borrowed, valid until the next
 * edit. */
const BulBlock *desk_buffer_get_block_at_line (DeskBuffer *self, guint line);

/* The block's key (borrowed, valid until the next edit) and the offset into its text of @iter. */
gboolean desk_buffer_get_place (DeskBuffer *self,
                                const GtkTextIter *iter,
                                const char **block,
                                guint *offset);

/* An offset beyond the text is its end. %FALSE where the script has no such block. */
gboolean desk_buffer_get_iter_at_place (
    DeskBuffer *self, const char *block, guint offset, DeskSide side, GtkTextIter *iter);

/* The place @offset characters into the block whose line begins at @line, or the line's end. */
GtkTextIter desk_buffer_get_iter_in_line (DeskBuffer *self,
                                          const GtkTextIter *line,
                                          guint offset,
                                          DeskSide side);

/* Returns: (transfer full): the text of the blocks between two places, without what is struck. */
char *desk_buffer_dup_text (DeskBuffer *self, const GtkTextIter *start, const GtkTextIter *end);

/* Whether words that went are shown, struck out. They are in the buffer then, and in no block. */
gboolean desk_buffer_get_shows_struck (DeskBuffer *self);
void desk_buffer_set_shows_struck (DeskBuffer *self, gboolean shows);

/* Where words are struck just before the caret: the place before them. Where lines are struck just
 * below it: the place behind them. */
gboolean desk_buffer_get_before_struck (DeskBuffer *self, GtkTextIter *iter);
gboolean desk_buffer_get_after_struck (DeskBuffer *self, GtkTextIter *iter);

/* The caret stands behind words that are struck and before lines that are, never among them, but
 * while it is free. */
void desk_buffer_set_caret_free (DeskBuffer *self, gboolean is_free);

/* Where the last edit ended, whoever made it; %FALSE before the first. */
gboolean desk_buffer_get_last_edit (DeskBuffer *self, GtkTextIter *iter);

/* How many edits changed lines of this script so far: whether one did, of two that are shown. */
guint desk_buffer_count_edits (DeskBuffer *self);

G_END_DECLS
