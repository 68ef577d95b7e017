/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "shell-fixture.h"
#include "unit.h"

static GtkDialog *
find_chooser (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, i);

      if (GTK_IS_FILE_CHOOSER (window) && gtk_widget_get_mapped (GTK_WIDGET (window)))
        return GTK_DIALOG (window);
    }
  return NULL;
}

/* What is in the folder that was made beside the library, or NULL. */
static char *
dup_list (Fixture *fixture)
{
  g_autoptr (GDir) folder = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, "MANIFEST.json", NULL);
      char *list = NULL;

      if (g_file_get_contents (path, &list, NULL, NULL))
        return list;
    }
  return NULL;
}

/* What was found is in a new folder beside the library, with what somebody was typing in it. */
static void
test_found (Fixture *fixture, gconstpointer data)
{
  g_autofree char *list = NULL;
  GtkDialog *chooser;
  GtkButton *button;

  open_sample (fixture);
  type (fixture, "Today ");
  fixture->window->folder = g_file_new_for_path (fixture->folder);
  press (fixture, "win.search-archive");
  press (fixture, "win.export");
  wait_until ((chooser = find_chooser ()) != NULL);
  button = GTK_BUTTON (gtk_dialog_get_widget_for_response (chooser, GTK_RESPONSE_ACCEPT));
  g_assert_cmpstr (gtk_button_get_label (button), ==, "_Export");
  wait_until (gtk_widget_is_sensitive (GTK_WIDGET (button)) && is_in_front (chooser));
  g_signal_emit_by_name (button, "clicked");
  wait_until ((list = dup_list (fixture)) != NULL);
  g_assert_nonnull (strstr (list, ".xml"));
  g_assert_false (desk_document_get_modified (desk_window_get_document (fixture->window)));
}

UNIT (collection)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add ("/collection/found", Fixture, NULL, set_up, test_found, tear_down);
  return run_with_application ();
}
