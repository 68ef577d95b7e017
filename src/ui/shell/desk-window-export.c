/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <glib/gi18n.h>

#include "bul-exporters.h"
#include "bul-flow.h"
#include "desk-window-private.h"

/* The exporter that a filter of the dialog stands for. */
#define FORMAT "desk-format"

typedef struct
{
  DeskWindow *window;
  DeskDocument *document;
  const BulExporter *format;
  char *path;
} Export;

static void
export_free (Export *export)
{
  g_object_unref (export->window);
  g_object_unref (export->document);
  g_free (export->path);
  g_free (export);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Export) export = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_path_get_basename (export->path);
  g_autofree char *shown = g_filename_display_name (name);

  if (desk_library_export_finish (DESK_LIBRARY (source), result, &error))
    desk_window_toast (export->window, _ ("Exported to “%s”"), shown);
  else
    desk_window_toast (export->window, _ ("Not exported: %s"), error->message);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Export) export = data;
  g_autoptr (GError) error = NULL;
  DeskLibrary *library = DESK_LIBRARY (source);

  if (!desk_library_save_finish (library, result, &error))
    {
      desk_window_toast (export->window, _ ("Not exported, for it is not saved: %s"),
                         error->message);
      return;
    }
  desk_library_export_async (library, export->document, export->format->id, export->path,
                             exported_cb, export);
  g_steal_pointer (&export);
}

/* Whether the file's name ends as those of the format do. */
static gboolean
ends_as (const char *path, const BulExporter *format)
{
  const char *stop = strrchr (path, '.');

  return stop != NULL && strchr (stop, G_DIR_SEPARATOR) == NULL
         && g_ascii_strcasecmp (stop + 1, format->suffix) == 0;
}

/* The end of a name tells what is meant, unless another format was chosen beside it. */
static const BulExporter *
find_meant (const char *path, const BulExporter *offered, const BulExporter *chosen)
{
  if (chosen != offered || ends_as (path, chosen))
    return chosen;
  for (guint i = 0; bul_exporters[i] != NULL; i++)
    if (ends_as (path, bul_exporters[i]))
      return bul_exporters[i];
  return chosen;
}

/* A name that was offered for another format gets the end of this one. */
static char *
dup_path (const char *path, const BulExporter *offered, const BulExporter *format)
{
  if (ends_as (path, format) || !ends_as (path, offered))
    return g_strdup (path);
  return g_strdup_printf ("%.*s.%s", (int) (strrchr (path, '.') - path), path, format->suffix);
}

/* A file that leaves the house tells a revision that the library has: what is unsaved is saved
 * first. */
static void export(DeskWindow *self,
                   const char *path,
                   const BulExporter *offered,
                   const BulExporter *chosen)
{
  Export *export = g_new (Export, 1);

  export->window = g_object_ref (self);
  export->document = g_object_ref (self->document);
  export->format = find_meant (path, offered, chosen);
  export->path = dup_path (path, offered, export->format);
  self->export_format = export->format->id;
  /* The dialog asked about another name. */
  if (strcmp (export->path, path) != 0 && g_file_test (export->path, G_FILE_TEST_EXISTS))
    {
      g_autofree char *name = g_path_get_basename (export->path);
      g_autofree char *shown = g_filename_display_name (name);

      desk_window_toast (
          self, _ ("“%s” is there already. Nothing was written; choose another name."), shown);
      export_free (export);
      return;
    }
  desk_library_save_async (self->library, self->document, saved_cb, export);
}

static void
response_cb (GtkNativeDialog *dialog, int response, DeskWindow *self)
{
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (dialog);
  g_autoptr (GFile) file = gtk_file_chooser_get_file (chooser);
  GtkFileFilter *filter = gtk_file_chooser_get_filter (chooser);
  const BulExporter *offered = g_object_get_data (G_OBJECT (dialog), FORMAT);
  const BulExporter *chosen = filter == NULL ? NULL : g_object_get_data (G_OBJECT (filter), FORMAT);

  if (response == GTK_RESPONSE_ACCEPT && file != NULL && g_file_peek_path (file) != NULL
      && self->document != NULL)
    {
      desk_window_remember_folder (self, chooser);
      export(self, g_file_peek_path (file), offered, chosen == NULL ? offered : chosen);
    }
  g_object_unref (dialog);
}

static void
add_filter (GtkFileChooser *chooser, const BulExporter *format, gboolean is_offered)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_autofree char *pattern = g_strconcat ("*.", format->suffix, NULL);

  gtk_file_filter_set_name (filter, _ (format->label));
  gtk_file_filter_add_pattern (filter, pattern);
  g_object_set_data (G_OBJECT (filter), FORMAT, (gpointer) format);
  gtk_file_chooser_add_filter (chooser, filter);
  if (is_offered)
    gtk_file_chooser_set_filter (chooser, filter);
}

/* What was chosen last; at first what the desk is for. */
static const BulExporter *
find_offered (DeskWindow *self)
{
  if (self->export_format != NULL)
    return bul_exporters_find (self->export_format);
  return desk_window_is_on_desk (self, "translation")
                 && desk_translation_has_pairs (self->translation)
             ? &bul_export_tmx
             : &bul_export_xml;
}

void
desk_window_export (DeskWindow *self)
{
  GtkFileChooser *chooser = desk_window_make_chooser (
      self, _ ("Export"), GTK_FILE_CHOOSER_ACTION_SAVE, G_CALLBACK (response_cb));
  const BulExporter *offered = find_offered (self);
  g_autofree char *name
      = bul_flow_dup_export_name (desk_document_get_story (self->document), offered->id);

  for (guint i = 0; bul_exporters[i] != NULL; i++)
    add_filter (chooser, bul_exporters[i], bul_exporters[i] == offered);
  g_object_set_data (G_OBJECT (chooser), FORMAT, (gpointer) offered);
  gtk_file_chooser_set_current_name (chooser, name);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
