/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Gives @button a menu that is built when it is first opened: most menus never are, and building
 * them takes longer than the window they are in. */
void desk_late_menu_set (GtkMenuButton *button, GMenuModel *menu);

G_END_DECLS
