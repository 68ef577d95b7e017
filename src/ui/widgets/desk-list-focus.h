/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Whether one of the rows has the keys. */
gboolean desk_list_has_focus (GtkListView *view);

/* Gives the keys to the row that is chosen, which is not the one that had them last where something
 * else than keys has chosen it. The model of @view is a GtkSingleSelection. */
void desk_list_focus_chosen (GtkListView *view);

G_END_DECLS
