/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * Gives the list @view other rows: @model goes below its selection. Where a row has the focus, GTK
 * 4.8 goes on sending keys to it although it is in the window no more, and they are lost until the
 * list is laid out. Here the window has them meanwhile, and the list again at the end.
 */
void desk_rows_set_model (GtkListView *view, GListModel *model);

G_END_DECLS
