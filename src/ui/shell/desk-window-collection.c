/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "desk-library-collection.h"
#include "desk-window-private.h"

/* The format that a filter of the dialog stands for. */
#define FORMAT "desk-format"
#define SET "desk-set"

/* What stories can leave the house as, together; the first is what is meant where nobody says
 * otherwise. */
static const struct
{
  const char *id;
  const char *label;
} formats[] = {
  { "xml", N_ ("A folder of XML files, with their schema") },
  { "text", N_ ("A folder of texts") },
  { "csv", N_ ("A folder with a table (CSV)") },
  { "xlsx", N_ ("A folder with an Excel workbook") },
};

/* On their way to a folder. */
typedef struct
{
  DeskWindow *window;
  GCancellable *cancellable;
  GArray *docids; /* of gint64 */
  char *query;
  const char *format;
  char *folder;
} Collection;

static void
collection_free (gpointer data)
{
  Collection *self = data;

  g_clear_object (&self->window);
  g_clear_object (&self->cancellable);
  g_array_unref (self->docids);
  g_free (self->query);
  g_free (self->folder);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Collection, collection_free)

/* It may be closed by now. */
static gboolean
is_there (const DeskWindow *window)
{
  return window->tags != NULL && window->archive != NULL;
}

static void
progress_cb (guint n_done, guint n, gpointer data)
{
  const Collection *self = data;

  if (is_there (self->window))
    desk_selection_bar_show_progress (desk_archive_get_bar (self->window->archive), _ ("Exporting"),
                                      n_done, n);
}

static void
tell (const Collection *self, guint n)
{
  g_autofree char *name = g_path_get_basename (self->folder);
  g_autofree char *shown = g_filename_display_name (name);

  if (n == self->docids->len)
    desk_window_toast (self->window,
                       ngettext ("%u story exported to “%s”", "%u stories exported to “%s”", n), n,
                       shown);
  else
    desk_window_toast (self->window,
                       _ ("%u of %u stories exported to “%s”. The others were thrown away or moved "
                          "to another day meanwhile: search again."),
                       n, self->docids->len, shown);
}

static void
collected_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Collection) self = data;
  g_autoptr (GError) error = NULL;
  gssize n = desk_library_collect_finish (DESK_LIBRARY (source), result, &error);

  g_application_release (g_application_get_default ());
  if (!is_there (self->window))
    return;
  if (n >= 0)
    tell (self, (guint) n);
  else
    desk_window_toast (self->window, _ ("Not exported as a whole: %s"), error->message);
}

static void
stopped_cb (GCancellable *cancellable)
{
  g_cancellable_cancel (cancellable);
}

/* Closing the window does not leave half of them in the folder. */
static void
start (Collection *self)
{
  DeskWindow *window = self->window;

  self->cancellable = g_cancellable_new ();
  g_signal_connect_object (desk_archive_get_bar (window->archive), "stopped",
                           G_CALLBACK (stopped_cb), self->cancellable, G_CONNECT_SWAPPED);
  g_application_hold (g_application_get_default ());
  desk_library_collect_async (window->library, self->docids, self->query, self->format,
                              self->folder, progress_cb, self->cancellable, collected_cb, self);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Collection) self = data;
  g_autoptr (GError) error = NULL;

  if (!is_there (self->window))
    return;
  if (desk_library_save_finish (DESK_LIBRARY (source), result, &error))
    start (g_steal_pointer (&self));
  else
    desk_window_toast (self->window, _ ("Not exported, for it is not saved: %s"), error->message);
}

/* What leaves the house is what is saved: the story that somebody works at is saved first. */
void
desk_window_collect (DeskWindow *self, GArray *docids, const char *format, const char *folder)
{
  Collection *collection = g_new0 (Collection, 1);

  collection->window = g_object_ref (self);
  collection->docids = g_array_ref (docids);
  collection->query = desk_archive_dup_query (self->archive);
  collection->format = format;
  collection->folder = g_strdup (folder);
  if (self->document != NULL && desk_document_get_modified (self->document))
    desk_library_save_async (self->library, self->document, saved_cb, collection);
  else
    start (collection);
}

static void
response_cb (GtkNativeDialog *dialog, int response, DeskWindow *self)
{
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (dialog);
  g_autoptr (GFile) folder = gtk_file_chooser_get_file (chooser);
  GtkFileFilter *filter = gtk_file_chooser_get_filter (chooser);
  const char *format = filter == NULL ? NULL : g_object_get_data (G_OBJECT (filter), FORMAT);

  if (response == GTK_RESPONSE_ACCEPT && folder != NULL && g_file_peek_path (folder) != NULL)
    {
      desk_window_remember_folder (self, chooser);
      desk_window_collect (self, g_object_get_data (G_OBJECT (dialog), SET),
                           format == NULL ? formats[0].id : format, g_file_peek_path (folder));
    }
  g_object_unref (dialog);
}

static void
add_filters (GtkFileChooser *chooser)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

      gtk_file_filter_set_name (filter, _ (formats[i].label));
      gtk_file_filter_add_mime_type (filter, "inode/directory");
      g_object_set_data (G_OBJECT (filter), FORMAT, (gpointer) formats[i].id);
      gtk_file_chooser_add_filter (chooser, filter);
      if (i == 0)
        gtk_file_chooser_set_filter (chooser, filter);
    }
}

/* A new folder is named, so that what is handed on is all that is in it. */
static void
wanted_cb (DeskWindow *self, GArray *docids)
{
  GtkFileChooser *chooser = desk_window_make_chooser (
      self, _ ("Export to a New Folder"), GTK_FILE_CHOOSER_ACTION_SAVE, G_CALLBACK (response_cb));
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  /* Translators: a name for the folder; what follows is the day and the time. */
  g_autofree char *format = g_strconcat (_ ("stories"), "-%Y-%m-%d-%H%M%S", NULL);
  g_autofree char *name = g_date_time_format (now, format);

  gtk_file_chooser_native_set_accept_label (GTK_FILE_CHOOSER_NATIVE (chooser), _ ("_Export"));
  add_filters (chooser);
  g_object_set_data_full (G_OBJECT (chooser), SET, g_array_ref (docids),
                          (GDestroyNotify) g_array_unref);
  gtk_file_chooser_set_current_name (chooser, name);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

void
desk_window_export_found (DeskWindow *self)
{
  if (desk_archive_shows_statistics (self->archive)
      || desk_saved_list_is_open (desk_facets_get_saved (self->facets)))
    return;
  desk_archive_export (self->archive);
}

void
desk_window_join_collection (DeskWindow *self)
{
  g_signal_connect_object (desk_archive_get_bar (self->archive), "exported", G_CALLBACK (wanted_cb),
                           self, G_CONNECT_SWAPPED);
}
