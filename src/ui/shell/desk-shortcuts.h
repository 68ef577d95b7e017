/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The window that lists the keys. They are asked of @application, which has them from the table of
 * actions: what is shown is what works. */
GtkWidget *desk_shortcuts_new (GtkApplication *application, GtkWindow *parent);

/* What the window calls @action; %NULL for one that it does not know. */
const char *desk_shortcuts_get_title (const char *action);

/* Returns: (transfer full): the actions that the window knows. */
char **desk_shortcuts_list_actions (void);

G_END_DECLS
