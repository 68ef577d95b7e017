/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-file.h"
#include "bul-flow-register.h"
#include "desk-library-private.h"

static gpointer
read_job (gpointer data, GCancellable *cancellable, GError **error)
{
  BulStore *store = desk_connection_open (data, error);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");
  BulRegisterFilter filter = { .today = today };

  return store == NULL ? NULL : bul_register_list (store, NULL, &filter, cancellable, error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  GPtrArray *rows = bul_worker_run_finish (result, &error);

  if (rows == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, rows, (GDestroyNotify) g_ptr_array_unref);
}

void
desk_library_read_register_async (DeskLibrary *self,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (DESK_IS_LIBRARY (self));

  task = g_task_new (self, cancellable, callback, user_data);
  if (self->reader == NULL)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "The library is closed.");
  else
    bul_worker_run_async (self->reader, read_job, &self->read, NULL, cancellable, read_cb,
                          g_steal_pointer (&task));
}

GPtrArray *
desk_library_read_register_finish (DeskLibrary *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

typedef struct
{
  GPtrArray *rows;
  char *format;
  char *path;
} Export;

static void
export_free (gpointer data)
{
  Export *export = data;

  g_ptr_array_unref (export->rows);
  g_free (export->format);
  g_free (export->path);
  g_free (export);
}

static gpointer
export_job (gpointer data, GCancellable *cancellable, GError **error)
{
  const Export *export = data;
  g_autoptr (GBytes) bytes = bul_flow_register_write (export->rows, export->format, error);

  if (bytes != NULL)
    bul_file_write (export->path, bytes, error);
  return NULL;
}

void
desk_library_write_register_async (DeskLibrary *self,
                                   GPtrArray *rows,
                                   const char *format,
                                   const char *path,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  Export *export;

  g_return_if_fail (DESK_IS_LIBRARY (self) && rows != NULL && format != NULL && path != NULL);

  export = g_new (Export, 1);
  export->rows = g_ptr_array_ref (rows);
  export->format = g_strdup (format);
  export->path = g_strdup (path);
  bul_worker_run_async (self->bulk, export_job, export, export_free, NULL, desk_library_done_cb,
                        g_task_new (self, NULL, callback, user_data));
}

gboolean
desk_library_write_register_finish (DeskLibrary *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
