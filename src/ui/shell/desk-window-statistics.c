/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <glib/gi18n.h>

#include "bul-chart-painter.h"
#include "bul-file.h"
#include "bul-flow-chart.h"
#include "desk-window-private.h"

/* A picture on a page: so wide, and a raster of it twice as fine. */
#define PICTURE_WIDTH 640
#define PICTURE_SCALE 2

static GBytes *
make_csv (const GPtrArray *charts, GError **error)
{
  return bul_flow_charts_to_csv (charts);
}

/* Files have the colours of paper. */
static GBytes *
make_svg (const GPtrArray *charts, GError **error)
{
  return bul_chart_to_svg (charts->pdata[0], &bul_chart_light, PICTURE_WIDTH, error);
}

static GBytes *
make_png (const GPtrArray *charts, GError **error)
{
  return bul_chart_to_png (charts->pdata[0], &bul_chart_light, PICTURE_WIDTH, PICTURE_SCALE, error);
}

static const struct
{
  const char *suffix;
  GBytes *(*make) (const GPtrArray *charts, GError **error);
} formats[] = {
  { ".svg", make_svg },
  { ".png", make_png },
  { ".csv", make_csv },
};

/* @file: the name of a chart and the format; what no chart is called means all of them. */
static GBytes *
make_file (DeskWindow *self, const char *file, GError **error)
{
  g_autofree char *name = g_strndup (file, strcspn (file, "."));
  g_autoptr (GPtrArray) charts = NULL;
  DeskStatistics *statistics;

  desk_window_need_desk (self, "archive");
  statistics = desk_archive_get_statistics (self->archive);
  charts = desk_statistics_list_charts (statistics, name);
  if (charts->len == 0)
    {
      g_ptr_array_unref (charts);
      charts = desk_statistics_list_charts (statistics, NULL);
    }
  for (guint i = 0; charts->len > 0 && i < G_N_ELEMENTS (formats); i++)
    if (g_str_has_suffix (file, formats[i].suffix))
      return formats[i].make (charts, error);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "%s", _ ("Nothing is counted yet."));
  return NULL;
}

/* What is on its way to a file. */
typedef struct
{
  GBytes *bytes;
  char *path;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *self = data;

  g_bytes_unref (self->bytes);
  g_free (self->path);
  g_free (self);
}

static void
write_job (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Saving *saving = data;
  GError *error = NULL;

  if (bul_file_write (saving->path, saving->bytes, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  DeskWindow *self = DESK_WINDOW (source);
  const Saving *saving = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_path_get_basename (saving->path);
  g_autofree char *shown = g_filename_display_name (name);

  if (g_task_propagate_boolean (G_TASK (result), &error))
    desk_window_toast (self, _ ("Exported to “%s”"), shown);
  else
    desk_window_toast (self, _ ("Not exported: %s"), error->message);
}

void
desk_window_write_chart (DeskWindow *self, const char *file, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GTask) task = NULL;
  GBytes *bytes = make_file (self, file, &error);
  Saving *saving;

  if (bytes == NULL)
    {
      desk_window_toast (self, _ ("Not exported: %s"), error->message);
      return;
    }
  saving = g_new (Saving, 1);
  *saving = (Saving){ bytes, g_strdup (path) };
  task = g_task_new (self, NULL, written_cb, NULL);
  g_task_set_task_data (task, saving, saving_free);
  g_task_run_in_thread (task, write_job);
}

static void
save_response_cb (GtkNativeDialog *dialog, int response, DeskWindow *self)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  const char *asked = g_object_get_data (G_OBJECT (dialog), "file");

  if (response == GTK_RESPONSE_ACCEPT && file != NULL && g_file_peek_path (file) != NULL)
    {
      desk_window_remember_folder (self, GTK_FILE_CHOOSER (dialog));
      desk_window_write_chart (self, asked, g_file_peek_path (file));
    }
  g_object_unref (dialog);
}

void
desk_window_save_chart (DeskWindow *self, const char *file)
{
  GtkFileChooser *chooser = desk_window_make_chooser (
      self, _ ("Save the Statistics"), GTK_FILE_CHOOSER_ACTION_SAVE, G_CALLBACK (save_response_cb));

  g_object_set_data_full (G_OBJECT (chooser), "file", g_strdup (file), g_free);
  gtk_file_chooser_set_current_name (chooser, file);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}
