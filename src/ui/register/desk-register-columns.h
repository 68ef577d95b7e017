/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The columns of the register, for a view of DeskRegisterItem. */
void desk_register_columns_add (GtkColumnView *view);

/* Leaves out what there is no room for, and gives the others room for text @scale times as large.
 */
void desk_register_columns_set_room (GtkColumnView *view, gboolean narrow, double scale);

G_END_DECLS
