/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "bul-block.h"
#include "desk-document.h"

G_BEGIN_DECLS

/**
 * DeskBuffer:
 *
 * The lines of one script: line n of the buffer is block n, to the letter. Whatever hands or
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
gboolean desk_buffer_get_iter_at_place (DeskBuffer *self,
                                        const char *block,
                                        guint offset,
                                        GtkTextIter *iter);

/* The place @offset characters into the line that begins at @line, or its end. */
GtkTextIter desk_buffer_get_iter_in_line (const GtkTextIter *line, guint offset);

/* Where the last edit ended, whoever made it; %FALSE before the first. */
gboolean desk_buffer_get_last_edit (DeskBuffer *self, GtkTextIter *iter);

G_END_DECLS
