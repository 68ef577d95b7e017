/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <adwaita.h>
#include <archive.h>
#include <archive_entry.h>

#include "desk-import-row.h"
#include "shell-fixture.h"
#include "unit.h"

static char *
fill_folder (Fixture *fixture, guint n_scripts)
{
  char *folder = g_build_filename (fixture->folder, "scripts", NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  for (guint i = 0; i < n_scripts; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s/%04u.txt", folder, i);
      g_autofree char *text = g_strdup_printf ("[Anchor]\n\nFerry number %u sails.\n", i);

      g_assert_true (g_file_set_contents (name, text, -1, NULL));
    }
  return folder;
}

/* A tar with as many scripts in it. */
static char *
fill_archive (Fixture *fixture, guint n_scripts)
{
  char *path = g_build_filename (fixture->folder, "scripts.tar", NULL);
  struct archive *writer = archive_write_new ();

  g_assert_cmpint (archive_write_set_format_ustar (writer), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_open_filename (writer, path), ==, ARCHIVE_OK);
  for (guint i = 0; i < n_scripts; i++)
    {
      g_autofree char *name = g_strdup_printf ("%04u.txt", i);
      g_autofree char *text = g_strdup_printf ("[Anchor]\n\nFerry number %u sails.\n", i);
      struct archive_entry *header = archive_entry_new ();

      archive_entry_set_pathname (header, name);
      archive_entry_set_filetype (header, AE_IFREG);
      archive_entry_set_perm (header, 0644);
      archive_entry_set_size (header, (la_int64_t) strlen (text));
      g_assert_cmpint (archive_write_header (writer, header), ==, ARCHIVE_OK);
      g_assert_cmpint (archive_write_data (writer, text, strlen (text)), ==,
                       (gssize) strlen (text));
      archive_entry_free (header);
    }
  g_assert_cmpint (archive_write_close (writer), ==, ARCHIVE_OK);
  archive_write_free (writer);
  return path;
}

static gboolean
says (gpointer root, const char *words)
{
  for (guint i = 0; has (root, GTK_TYPE_LABEL, i); i++)
    if (strstr (gtk_label_get_text (find (root, GTK_TYPE_LABEL, i)), words) != NULL)
      return TRUE;
  return FALSE;
}

static void
open_path (Fixture *fixture, const char *path)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_list_store_append (files, file);
  desk_window_open_files (fixture->window, G_LIST_MODEL (files));
}

static GtkButton *
find_button (gpointer root, const char *label)
{
  GtkWidget *button = NULL;

  for (guint i = 0; has (root, GTK_TYPE_BUTTON, i); i++)
    {
      button = find (root, GTK_TYPE_BUTTON, i);
      if (g_strcmp0 (gtk_button_get_label (GTK_BUTTON (button)), label) == 0)
        return GTK_BUTTON (button);
    }
  return NULL;
}

static DeskImportRow *
find_row (Fixture *fixture)
{
  return has (fixture->window, DESK_TYPE_IMPORT_ROW, 0)
             ? find (fixture->window, DESK_TYPE_IMPORT_ROW, 0)
             : NULL;
}

/* A folder is imported whole; what was refused is told, and the report has a button to it. */
static void
test_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = fill_folder (fixture, 5);
  g_autofree char *odd = g_build_filename (folder, "a.bin", NULL);
  g_autofree char *other = g_build_filename (folder, "b.bin", NULL);

  g_assert_true (g_file_set_contents (odd, "\0\1\2\3\0\0\0\0", 8, NULL));
  g_assert_true (g_file_set_contents (other, "\0\1\2\4\0\0\0\0", 8, NULL));
  open_path (fixture, folder);
  wait_until (desk_window_get_document (fixture->window) != NULL);
  wait_until (count_rows (fixture) == 5);
  g_assert_null (find_row (fixture));
  wait_until (find_button (fixture->window, "_Report") != NULL);
  g_signal_emit_by_name (find_button (fixture->window, "_Report"), "clicked");
  wait_until (find_dialog () != NULL);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (find_dialog ()), "2 files were refused"));
  answer ("copy");
  wait_until (find_dialog () == NULL);
}

/* It rests when it is asked to and goes on from there; other stories can be opened meanwhile. */
static void
test_pause (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = fill_folder (fixture, 450);
  g_autoptr (DeskImport) import = NULL;
  BulFlowImportProgress progress;

  open_path (fixture, folder);
  import = g_object_ref (desk_import_row_get_import (find_row (fixture)));
  wait_until (desk_import_get_progress (import).n_kept > 0);
  g_signal_emit_by_name (find_button (find_row (fixture), "_Pause"), "clicked");
  g_assert_true (desk_import_get_paused (import));
  wait_until (gtk_widget_get_visible (GTK_WIDGET (find_row (fixture))));
  progress = desk_import_get_progress (import);
  g_assert_cmpuint (progress.n_kept, <, 450);

  open_sample (fixture);
  g_assert_cmpuint (desk_import_get_progress (import).n_kept, <, 450);
  g_signal_emit_by_name (find_button (find_row (fixture), "_Go On"), "clicked");
  wait_until (find_row (fixture) == NULL);
  progress = desk_import_get_progress (import);
  g_assert_cmpuint (progress.n_kept, ==, 450);
  wait_until (count_rows (fixture) == 451);
}

/* Cancelled, what was kept stays, and the same folder again goes on. The window that closes
 * meanwhile asks first. */
static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = fill_folder (fixture, 450);
  g_autoptr (DeskImport) import = NULL;
  guint n_kept;

  open_path (fixture, folder);
  import = g_object_ref (desk_import_row_get_import (find_row (fixture)));
  wait_until (desk_import_get_progress (import).n_kept > 0);
  desk_import_set_paused (import, TRUE);
  wait_until (gtk_widget_get_visible (GTK_WIDGET (find_row (fixture))));
  gtk_window_close (GTK_WINDOW (fixture->window));
  wait_until (find_dialog () != NULL);
  answer ("keep");
  wait_until (find_dialog () == NULL);
  g_signal_emit_by_name (find_button (find_row (fixture), "_Cancel"), "clicked");
  wait_until (find_row (fixture) == NULL);
  n_kept = desk_import_get_progress (import).n_kept;
  wait_until (count_rows (fixture) == n_kept);
  g_assert_cmpuint (n_kept, <, 450);

  open_path (fixture, folder);
  wait_until (count_rows (fixture) == 450);
  wait_until (find_row (fixture) == NULL);
}

/* Of an archive nobody knows how much is in it before it is read through: that it is nearly done is
 * not said then. Who cancels it is told that it was. */
static void
test_archive (Fixture *fixture, gconstpointer data)
{
  g_autofree char *archive = fill_archive (fixture, 450);
  g_autoptr (DeskImport) import = NULL;
  GtkWidget *bar;

  open_path (fixture, archive);
  import = g_object_ref (desk_import_row_get_import (find_row (fixture)));
  wait_until (desk_import_get_progress (import).n_kept > 0);
  bar = find (find_row (fixture), GTK_TYPE_PROGRESS_BAR, 0);
  g_assert_cmpfloat (gtk_progress_bar_get_fraction (GTK_PROGRESS_BAR (bar)), ==, 0);
  g_assert_true (says (find_row (fixture), " files so far"));
  desk_import_set_paused (import, TRUE);
  wait_until (gtk_widget_get_visible (GTK_WIDGET (find_row (fixture))));
  g_assert_true (says (find_row (fixture), "Paused: "));
  g_assert_true (says (find_row (fixture), " files so far"));
  gtk_window_close (GTK_WINDOW (fixture->window));
  wait_until (find_dialog () != NULL);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (find_dialog ()), " files are done."));
  g_assert_null (strstr (adw_message_dialog_get_body (find_dialog ()), " of "));
  answer ("keep");
  wait_until (find_dialog () == NULL);
  g_signal_emit_by_name (find_button (find_row (fixture), "_Cancel"), "clicked");
  wait_until (find_row (fixture) == NULL);
  wait_until (says (fixture->window->toasts, "It was stopped; "));
  g_signal_emit_by_name (find_button (fixture->window, "_Report"), "clicked");
  wait_until (find_dialog () != NULL);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (find_dialog ()), " files. Import"));
  g_assert_null (strstr (adw_message_dialog_get_body (find_dialog ()), " of "));
  answer ("close");
  wait_until (find_dialog () == NULL);
}

/* Who closes it all the same loses nothing that was kept. */
static void
test_close (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = fill_folder (fixture, 450);
  DeskImport *import = NULL;

  open_path (fixture, folder);
  import = desk_import_row_get_import (find_row (fixture));
  wait_until (desk_import_get_progress (import).n_kept > 0);
  desk_import_set_paused (import, TRUE);
  wait_until (gtk_widget_get_visible (GTK_WIDGET (find_row (fixture))));
  gtk_window_close (GTK_WINDOW (fixture->window));
  wait_until (find_dialog () != NULL);
  answer ("stop");
  wait_until (fixture->window == NULL);
}

UNIT (import)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/import/folder", test_folder }, { "/import/pause", test_pause },
    { "/import/cancel", test_cancel }, { "/import/archive", test_archive },
    { "/import/close", test_close },
  };

  gtk_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  return run_with_application ();
}
