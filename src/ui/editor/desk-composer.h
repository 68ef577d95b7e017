/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * The syllable that an input method is composing. It is not in the buffer, and moving the caret,
 * changing the text or resetting the input method loses it. Only taking the focus away and giving
 * it back puts it where it belongs; the input method does so a little later.
 */
typedef struct _DeskComposer DeskComposer;

/* @ready is called when what desk_composer_commit() has asked for is done. */
DeskComposer *desk_composer_new (GtkTextView *view, GSourceOnceFunc ready, gpointer data);
void desk_composer_free (DeskComposer *self);

/* Returns: %TRUE where nothing is being composed and nothing is to be waited for. */
gboolean desk_composer_commit (DeskComposer *self);

/* Tell of each end of typing in the buffer. */
void desk_composer_note_typed (DeskComposer *self);

G_END_DECLS
