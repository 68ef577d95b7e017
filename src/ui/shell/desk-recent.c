/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-recent.h"

#include "config.h"

static gboolean
is_ours (GtkRecentInfo *info)
{
  return gtk_recent_info_has_application (info, APP_ID);
}

/* Who turned that off for all programs wants no trace. */
static gboolean
may_note (void)
{
  gboolean enabled = TRUE;

  g_object_get (gtk_settings_get_default (), "gtk-recent-files-enabled", &enabled, NULL);
  return enabled;
}

void
desk_recent_note (const char *path)
{
  static char *groups[] = { (char *) APP_ID, NULL };
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  GtkRecentData data = {
    .mime_type = (char *) "text/plain",
    .app_name = (char *) APP_ID,
    .app_exec = (char *) "bulletin-desk %u",
    .groups = groups,
    .is_private = TRUE,
  };

  if (uri != NULL && may_note ())
    gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

void
desk_recent_forget (const char *uri)
{
  gtk_recent_manager_remove_item (gtk_recent_manager_get_default (), uri, NULL);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return g_date_time_compare (gtk_recent_info_get_modified ((GtkRecentInfo *) b),
                              gtk_recent_info_get_modified ((GtkRecentInfo *) a));
}

/* A name is no mnemonic. */
static char *
dup_label (GtkRecentInfo *info)
{
  g_auto (GStrv) parts = g_strsplit (gtk_recent_info_get_display_name (info), "_", -1);

  return g_strjoinv ("__", parts);
}

static void
append (GMenu *menu, GtkRecentInfo *info)
{
  g_autofree char *label = dup_label (info);
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "win.open-recent", "s", gtk_recent_info_get_uri (info));
  g_menu_append_item (menu, item);
}

static void
changed_cb (GMenu *menu)
{
  GList *infos = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());
  guint n = 0;

  infos = g_list_sort (infos, compare);
  g_menu_remove_all (menu);
  for (GList *link = infos; link != NULL && n < DESK_RECENT_MOST; link = link->next)
    if (is_ours (link->data))
      {
        append (menu, link->data);
        n++;
      }
  g_list_free_full (infos, (GDestroyNotify) gtk_recent_info_unref);
}

static gboolean
fill_cb (gpointer data)
{
  GMenu *menu = data;

  g_signal_connect_object (gtk_recent_manager_get_default (), "changed", G_CALLBACK (changed_cb),
                           menu, G_CONNECT_SWAPPED);
  changed_cb (menu);
  return G_SOURCE_REMOVE;
}

/* The list of the desktop may be long, and nobody opens the menu before the window is seen. */
void
desk_recent_fill (GMenu *menu)
{
  g_return_if_fail (G_IS_MENU (menu));

  g_idle_add_full (G_PRIORITY_LOW, fill_cb, g_object_ref (menu), g_object_unref);
}
