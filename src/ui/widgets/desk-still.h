/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * Waits for a widget that is on its way to where it stays. A popover takes its place and its size
 * from what it points at when it opens; for one that points beyond the screen GDK knows no monitor.
 */

typedef void (*DeskStillDone) (gpointer data);

/*
 * Calls @done once @widget is seen and has not moved in its window for a moment.
 *
 * Returns: what stops waiting, see desk_still_stop()
 */
guint desk_still_wait (GtkWidget *widget, DeskStillDone done, gpointer data);

/* @id: what desk_still_wait() gave, or 0, which it is from then on. Whoever is called by it sets it
 * to 0 himself. */
void desk_still_stop (GtkWidget *widget, guint *id);

G_END_DECLS
