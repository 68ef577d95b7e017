/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "desk-import-row.h"
#include "desk-recent.h"
#include "desk-report.h"
#include "desk-window-private.h"

static GtkWidget *
find_row (DeskWindow *self, DeskImport *import)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->imports));

  while (row != NULL && desk_import_row_get_import (DESK_IMPORT_ROW (row)) != import)
    row = gtk_widget_get_next_sibling (row);
  return row;
}

/* What came of it, as a sentence for each thing. */
static char *
dup_outcome (DeskImport *import)
{
  BulFlowImportProgress progress = desk_import_get_progress (import);
  g_autoptr (GString) words = g_string_new (NULL);

  g_string_append_printf (words,
                          ngettext ("%u story imported", "%u stories imported", progress.n_kept),
                          progress.n_kept);
  if (progress.n_known > 0)
    {
      g_string_append (words, "; ");
      g_string_append_printf (
          words, ngettext ("%u was there already", "%u were there already", progress.n_known),
          progress.n_known);
    }
  if (progress.n_refused > 0)
    {
      g_string_append (words, "; ");
      g_string_append_printf (
          words, ngettext ("%u file was refused", "%u files were refused", progress.n_refused),
          progress.n_refused);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/* How far it came, where that was not to the end. */
static void
append_end (GString *body, const BulFlowImportProgress *progress)
{
  if (progress->may_grow)
    g_string_append_printf (
        body,
        ngettext (" It ended behind %u file. Import the same again to go on: what is there is "
                  "passed over.",
                  " It ended behind %u files. Import the same again to go on: what is there is "
                  "passed over.",
                  progress->n_done),
        progress->n_done);
  else
    g_string_append_printf (body,
                            _ (" It ended behind %u of %u files. Import the same again to go on: "
                               "what is there is passed over."),
                            progress->n_done, progress->n_found);
}

static char *
dup_body (DeskImport *import)
{
  BulFlowImportProgress progress = desk_import_get_progress (import);
  const GError *error = desk_import_get_error (import);
  guint n_odd = bul_flow_report_count_odd (desk_import_get_report (import));
  g_autofree char *outcome = dup_outcome (import);
  g_autoptr (GString) body = g_string_new (outcome);

  g_string_append_c (body, '.');
  if (n_odd > 0)
    g_string_append_printf (body,
                            ngettext (" In %u file something is to be looked at.",
                                      " In %u files something is to be looked at.", n_odd),
                            n_odd);
  if (error != NULL || desk_import_was_cancelled (import))
    append_end (body, &progress);
  if (error != NULL)
    g_string_append_printf (body, "\n\n%s", error->message);
  return g_string_free (g_steal_pointer (&body), FALSE);
}

/* Of the window, and an import whose outcome it tells. */
static void
report_response_cb (GtkWidget *dialog, const char *response, DeskWindow *self)
{
  DeskImport *import = g_object_get_data (G_OBJECT (dialog), "import");
  BulFlowImportProgress progress = desk_import_get_progress (import);
  g_autofree char *text = NULL;

  if (!g_str_equal (response, "copy"))
    return;
  text = bul_flow_report_dup_text (desk_import_get_report (import), &progress);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  desk_window_toast (self, "%s", _ ("The whole report is copied."));
}

static void
show_report (DeskWindow *self, DeskImport *import)
{
  g_autofree char *body = dup_body (import);
  g_autoptr (GPtrArray) entries = bul_flow_report_list (desk_import_get_report (import));
  GtkWidget *dialog = desk_report_new (GTK_WINDOW (self), _ ("What Was Imported"), body, entries);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "copy", _ ("C_opy the Report"));
  g_object_set_data_full (G_OBJECT (dialog), "import", g_object_ref (import), g_object_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (report_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
report_clicked_cb (AdwToast *toast, DeskWindow *self)
{
  show_report (self, g_object_get_data (G_OBJECT (toast), "import"));
}

static void
toast_report (DeskWindow *self, DeskImport *import)
{
  g_autofree char *outcome = dup_outcome (import);
  g_autofree char *words = desk_import_was_cancelled (import)
                               ? g_strconcat (_ ("It was stopped"), "; ", outcome, NULL)
                               : g_steal_pointer (&outcome);
  AdwToast *toast = desk_window_make_toast (words);

  adw_toast_set_button_label (toast, _ ("_Report"));
  adw_toast_set_timeout (toast, 10);
  g_object_set_data_full (G_OBJECT (toast), "import", g_object_ref (import), g_object_unref);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (report_clicked_cb), self, 0);
  desk_window_show_toast (self, toast);
}

/* Why the only file was refused. */
static char *
dup_reason (DeskImport *import)
{
  g_autoptr (GPtrArray) entries = bul_flow_report_list (desk_import_get_report (import));
  g_auto (GStrv) parts = g_strsplit (entries->pdata[0], "\n", 2);

  return g_strdup (parts[1]);
}

static void
tell (DeskWindow *self, DeskImport *import, gboolean was_seen)
{
  BulFlowImportProgress progress = desk_import_get_progress (import);
  const GError *error = desk_import_get_error (import);
  gboolean is_one = progress.n_found == 1;

  if (error != NULL && progress.n_kept == 0)
    desk_window_toast (self, _ ("Nothing was kept: %s"), error->message);
  else if (is_one && progress.n_refused == 1)
    {
      g_autofree char *reason = dup_reason (import);

      desk_window_toast (self, _ ("Not opened: %s"), reason);
    }
  else if (error != NULL || was_seen || progress.n_refused > 0)
    toast_report (self, import);
  else
    desk_window_tell_imported (self, progress.n_kept + progress.n_known, progress.n_kept);
}

static void
note_recent (DeskImport *import)
{
  const char *const *paths = desk_import_get_paths (import);

  if (desk_import_get_progress (import).n_refused > 0 || desk_import_was_cancelled (import))
    return;
  for (guint i = 0; paths[i] != NULL; i++)
    if (g_file_test (paths[i], G_FILE_TEST_IS_REGULAR))
      desk_recent_note (paths[i]);
}

/* What took long is no answer to a key that was pressed just now: the story that somebody is at
 * stays. */
static void
ended_cb (DeskWindow *self, DeskImport *import)
{
  GtkWidget *row = find_row (self, import);
  const char *first = bul_flow_report_get_first (desk_import_get_report (import));
  gboolean was_seen = row != NULL && gtk_widget_get_visible (row);

  if (row != NULL)
    gtk_box_remove (self->imports, row);
  desk_window_list_anew (self);
  if (!was_seen)
    self->n_busy--;
  tell (self, import, was_seen);
  if (first != NULL && !was_seen)
    desk_window_leave_archive (self);
  if (first != NULL && (!was_seen || self->document == NULL))
    desk_window_show_story (self, first);
  note_recent (import);
}

/* The page that a row is on comes with it, and what was kept so far. */
static void
seen_cb (DeskWindow *self)
{
  self->n_busy--;
  desk_window_show_page (self, "desk");
  desk_window_list_anew (self);
}

void
desk_window_import (DeskWindow *self, const char *const *paths)
{
  g_autoptr (DeskImport) import = desk_import_new (self->library, paths);
  GtkWidget *row = desk_import_row_new (import);

  self->n_busy++;
  gtk_box_append (self->imports, row);
  g_signal_connect_object (row, "notify::visible", G_CALLBACK (seen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (import, "ended", G_CALLBACK (ended_cb), self, G_CONNECT_SWAPPED);
  desk_import_start (import);
}

static void
folder_response_cb (GtkNativeDialog *dialog, int response, DeskWindow *self)
{
  g_autoptr (GFile) folder = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);

  if (response == GTK_RESPONSE_ACCEPT && folder != NULL)
    {
      desk_window_remember_folder (self, GTK_FILE_CHOOSER (dialog));
      g_list_store_append (files, folder);
      desk_window_open_files (self, G_LIST_MODEL (files));
    }
  g_object_unref (dialog);
}

void
desk_window_import_folder (DeskWindow *self)
{
  GtkFileChooser *chooser = desk_window_make_chooser (self, _ ("Import a Folder"),
                                                      GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
                                                      G_CALLBACK (folder_response_cb));

  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
cancel_imports (DeskWindow *self)
{
  GtkWidget *next = NULL;

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->imports)); row != NULL;
       row = next)
    {
      next = gtk_widget_get_next_sibling (row);
      desk_import_cancel (desk_import_row_get_import (DESK_IMPORT_ROW (row)));
    }
}

void
desk_window_drop_imports (DeskWindow *self)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->imports)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      DeskImport *import = desk_import_row_get_import (DESK_IMPORT_ROW (row));

      g_signal_handlers_disconnect_by_data (import, self);
      desk_import_cancel (import);
    }
}

static void
stop_response_cb (DeskWindow *self, const char *response)
{
  if (!g_str_equal (response, "stop"))
    return;
  cancel_imports (self);
  gtk_window_close (GTK_WINDOW (self));
}

/* One that nobody saw yet ends in a moment, and the file that it reads stays where it is. */
static DeskImport *
find_running (DeskWindow *self)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->imports)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      DeskImport *import = desk_import_row_get_import (DESK_IMPORT_ROW (row));

      if (gtk_widget_get_visible (row) && !desk_import_was_cancelled (import))
        return import;
    }
  return NULL;
}

static void
say_how_far (AdwMessageDialog *dialog, const BulFlowImportProgress *progress)
{
  if (progress->may_grow)
    adw_message_dialog_format_body (
        dialog,
        ngettext ("%u file is done. What was kept is safe in the library. Import the same again "
                  "to go on: what is there is passed over.",
                  "%u files are done. What was kept is safe in the library. Import the same again "
                  "to go on: what is there is passed over.",
                  progress->n_done),
        progress->n_done);
  else
    adw_message_dialog_format_body (
        dialog,
        _ ("%u of %u files are done. What was kept is safe in the library. Import the same again "
           "to go on: what is there is passed over."),
        progress->n_done, progress->n_found);
}

gboolean
desk_window_ask_about_imports (DeskWindow *self)
{
  DeskImport *import = find_running (self);
  BulFlowImportProgress progress;
  GtkWidget *dialog;

  if (import == NULL)
    return FALSE;
  progress = desk_import_get_progress (import);
  dialog = adw_message_dialog_new (GTK_WINDOW (self), _ ("Stop importing?"), NULL);
  say_how_far (ADW_MESSAGE_DIALOG (dialog), &progress);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "keep", _ ("_Keep Importing"),
                                    "stop", _ ("_Stop and Close"), NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  g_signal_connect_object (dialog, "response", G_CALLBACK (stop_response_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
  return TRUE;
}
