/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Borrowed: the keys of an action. */
typedef const char *const *(*DeskShortcutsKeys) (const char *action, gpointer data);

/* The window that lists the keys. They are asked of @get_keys, which has them from the table of
 * actions: what is shown is what works. */
GtkWidget *desk_shortcuts_new (DeskShortcutsKeys get_keys, gpointer data, GtkWindow *parent);

/* What the window calls @action; %NULL for one that it does not know. */
const char *desk_shortcuts_get_title (const char *action);

/* Returns: (transfer full): the actions that the window knows. */
char **desk_shortcuts_list_actions (void);

G_END_DECLS
