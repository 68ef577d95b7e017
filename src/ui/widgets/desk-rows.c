/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-rows.h"

void
desk_rows_set_model (GtkListView *view, GListModel *model)
{
  GtkRoot *root;
  GtkWidget *focus;
  gboolean has_focus;

  g_return_if_fail (GTK_IS_LIST_VIEW (view));

  root = gtk_widget_get_root (GTK_WIDGET (view));
  focus = root == NULL ? NULL : gtk_root_get_focus (root);
  has_focus = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (view));
  if (has_focus)
    gtk_root_set_focus (root, NULL);
  g_object_set (gtk_list_view_get_model (view), "model", model, NULL);
  if (has_focus)
    gtk_widget_grab_focus (GTK_WIDGET (view));
}
