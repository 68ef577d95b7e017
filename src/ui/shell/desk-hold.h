/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * Scrolls so that @iter is at the upper edge, and holds it there until all lines are laid out and
 * nothing moves any more: GTK guesses how high they are before, and the text would slip away. A
 * key, a wheel or a pointer ends it.
 */
void desk_hold_top (GtkTextView *view, const GtkTextIter *iter);

/* Whether something is held at the upper edge of @view still. */
gboolean desk_hold_is_on (GtkTextView *view);

G_END_DECLS
