/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-list-focus.h"

static GtkWidget *
find_chosen (GtkListView *view)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (view)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_SELECTED)
      return row;
  return NULL;
}

void
desk_list_focus_chosen (GtkListView *view)
{
  guint position;
  GtkWidget *row;

  g_return_if_fail (GTK_IS_LIST_VIEW (view)
                    && GTK_IS_SINGLE_SELECTION (gtk_list_view_get_model (view)));

  position
      = gtk_single_selection_get_selected (GTK_SINGLE_SELECTION (gtk_list_view_get_model (view)));
  /* Rows that are far out of sight are not there. */
  if (position != GTK_INVALID_LIST_POSITION && find_chosen (view) == NULL)
    gtk_widget_activate_action (GTK_WIDGET (view), "list.scroll-to-item", "u", position);
  row = find_chosen (view);
  gtk_widget_grab_focus (row == NULL ? GTK_WIDGET (view) : row);
}

gboolean
desk_list_has_focus (GtkListView *view)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (view));
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (view));
}
