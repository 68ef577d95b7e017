/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-library-private.h"

typedef struct
{
  DeskConnection *connection;
  BulLanguage language;
  char *words;
  guint least;
  guint n;
} Look;

static void
look_free (gpointer data)
{
  Look *look = data;

  g_free (look->words);
  g_free (look);
}

static void
unref_matches (gpointer matches)
{
  g_ptr_array_unref (matches);
}

static gpointer
look_job (gpointer data, GCancellable *cancellable, GError **error)
{
  Look *look = data;
  BulStore *store = desk_connection_open (look->connection, error);

  return store == NULL ? NULL
                       : bul_flow_memory_find (store, look->language, look->words, look->least,
                                               look->n, error);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;
  GPtrArray *matches = bul_worker_run_finish (result, &error);

  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, matches, unref_matches);
}

void
desk_library_find_memory_async (DeskLibrary *self,
                                BulLanguage language,
                                const char *words,
                                guint least,
                                guint n,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  GTask *task = NULL;
  Look *look = NULL;

  g_return_if_fail (DESK_IS_LIBRARY (self));
  g_return_if_fail (words != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  look = g_new (Look, 1);
  *look = (Look){ &self->read, language, g_strdup (words), least, n };
  bul_worker_run_async (self->reader, look_job, look, look_free, cancellable, looked_cb, task);
}

GPtrArray *
desk_library_find_memory_finish (DeskLibrary *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
