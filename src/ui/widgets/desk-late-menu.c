/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-late-menu.h"

#define LATE_MENU "desk-late-menu"

static void
build (GtkMenuButton *button, gpointer data)
{
  GMenuModel *menu = g_object_get_data (G_OBJECT (button), LATE_MENU);

  if (gtk_menu_button_get_menu_model (button) != menu)
    gtk_menu_button_set_menu_model (button, menu);
}

void
desk_late_menu_set (GtkMenuButton *button, GMenuModel *menu)
{
  g_return_if_fail (GTK_IS_MENU_BUTTON (button) && G_IS_MENU_MODEL (menu));

  g_object_set_data_full (G_OBJECT (button), LATE_MENU, g_object_ref (menu), g_object_unref);
  if (gtk_menu_button_get_menu_model (button) != NULL)
    build (button, NULL);
  else
    gtk_menu_button_set_create_popup_func (button, build, NULL, NULL);
}
