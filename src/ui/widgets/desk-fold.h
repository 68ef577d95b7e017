/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DeskFold:
 *
 * A row that leaves out what it has no room for. Every child has a rank: those of rank 0 always
 * stay, the others go by the highest rank first. Children that are hidden take no room.
 */
#define DESK_TYPE_FOLD (desk_fold_get_type ())
G_DECLARE_FINAL_TYPE (DeskFold, desk_fold, DESK, FOLD, GtkWidget)

/* At the left or the right, in reading order. @child: (transfer floating) */
void desk_fold_append (DeskFold *self, GtkWidget *child, guint rank);
void desk_fold_append_end (DeskFold *self, GtkWidget *child, guint rank);

/* At the right, close to the child before it, as words of one phrase. */
void desk_fold_append_joined (DeskFold *self, GtkWidget *child, guint rank);

/* In a window narrower than @width, children of rank @rank and more are left out, room or not. */
void desk_fold_set_narrow (DeskFold *self, int width, guint rank);

G_END_DECLS
