/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * Room above a line that keeps it level with a line of another text. It belongs to nothing that the
 * line says: cards and bands leave it out.
 */

/* How much there is above the line that begins at @line. */
int desk_padding_get (const GtkTextIter *line);

void desk_padding_set (GtkTextBuffer *buffer, const GtkTextIter *line, int pixels);

/* The room that the line's own looks give it above. */
int desk_padding_get_own (const GtkTextIter *line);

G_END_DECLS
