/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <glib/gstdio.h>

#include "desk-settings.h"
#include "shell-fixture.h"
#include "unit.h"

static char *
dup_label (Fixture *fixture, int i)
{
  GMenuModel *menu = G_MENU_MODEL (fixture->window->recent_menu);
  char *label = NULL;

  if (i < g_menu_model_get_n_items (menu))
    g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_LABEL, "s", &label);
  return label;
}

static gboolean
offers (Fixture *fixture, const char *label)
{
  GMenuModel *menu = G_MENU_MODEL (fixture->window->recent_menu);

  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autofree char *offered = dup_label (fixture, i);

      if (g_strcmp0 (offered, label) == 0)
        return TRUE;
    }
  return FALSE;
}

static char *
write_script (Fixture *fixture, const char *name)
{
  char *path = g_build_filename (fixture->folder, name, NULL);
  g_autofree char *text = g_strdup_printf ("[Anchor]\n\nThe ferry %s sails at noon.\n", name);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

static void
open_path (Fixture *fixture, const char *path)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_list_store_append (files, file);
  desk_window_open_files (fixture->window, G_LIST_MODEL (files));
}

static void
open_recent (Fixture *fixture, const char *path)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.open-recent", "s", uri);
}

/* What was opened is offered, with its name as it is; what is gone leaves the list. */
static void
test_recent (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_script (fixture, "news_at_nine.txt");

  g_assert_false (offers (fixture, "news__at__nine.txt"));
  open_path (fixture, path);
  wait_until (offers (fixture, "news__at__nine.txt"));
  wait_until (count_rows (fixture) == 1);
  open_recent (fixture, path);
  wait_until (desk_window_get_document (fixture->window) != NULL && fixture->window->n_busy == 0);
  g_assert_cmpuint (count_rows (fixture), ==, 1);

  g_assert_cmpint (g_remove (path), ==, 0);
  open_recent (fixture, path);
  wait_until (!offers (fixture, "news__at__nine.txt"));
}

/* What could not be read is not offered again. */
static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_script (fixture, "odd.txt");
  g_autofree char *good = write_script (fixture, "good.txt");

  g_assert_true (g_file_set_contents (path, "\0\1\2\3\0\0\0\0", 8, NULL));
  open_path (fixture, path);
  open_path (fixture, good);
  wait_until (offers (fixture, "good.txt"));
  g_assert_false (offers (fixture, "odd.txt"));
}

/* A library is no script: it is opened in the place of the one that is shown. */
static void
test_library (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "other.bulletin", NULL);

  open_sample (fixture);
  open_path (fixture, path);
  wait_until (g_str_equal (desk_library_get_path (fixture->library), path));
  wait_until (count_rows (fixture) == 0);
  desk_settings_set_library (fixture->window->settings, "");
}

/* Else it is off in tests. */
static void
set_up_recent (Fixture *fixture, gconstpointer data)
{
  g_object_set (gtk_settings_get_default (), "gtk-recent-files-enabled", TRUE, NULL);
  set_up (fixture, data);
}

/* Who wants no trace in the list of recent files gets none. */
static void
test_off (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = write_script (fixture, "secret.txt");

  g_object_set (gtk_settings_get_default (), "gtk-recent-files-enabled", FALSE, NULL);
  open_path (fixture, path);
  wait_until (count_rows (fixture) == 1 && fixture->window->n_busy == 0);
  for (guint i = 0; i < 50; i++)
    g_main_context_iteration (NULL, FALSE);
  g_object_set (gtk_settings_get_default (), "gtk-recent-files-enabled", TRUE, NULL);
  g_assert_false (offers (fixture, "secret.txt"));
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up_recent, test, tear_down)

UNIT (recent)
{
  gtk_test_init (&argc, &argv);

  ADD ("/recent/offered", test_recent);
  ADD ("/recent/refused", test_refused);
  ADD ("/recent/off", test_off);
  ADD ("/recent/library", test_library);
  return run_with_application ();
}
