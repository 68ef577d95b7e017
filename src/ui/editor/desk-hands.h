/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-buffer.h"

G_BEGIN_DECLS

/*
 * What keys do where words are struck: what is struck is deleted no second time, and not copied.
 */

/* Returns: whether it is done; else GTK's way is right. */
gboolean desk_hands_backspace (GtkTextView *view, DeskBuffer *buffer);
gboolean desk_hands_copy (GtkTextView *view, DeskBuffer *buffer, gboolean cut);

/* Before and after what deletes from the caret on. */
void desk_hands_begin_delete (DeskBuffer *buffer, int count);
void desk_hands_end_delete (DeskBuffer *buffer);

G_END_DECLS
