/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-backup.h"
#include "desk-library-private.h"

/* On a connection and a thread of its own: copying a large library takes seconds, and neither a
 * save nor a file that is opened waits for it. */
static gpointer
back_up_job (gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (BulStore) store = bul_store_open (data, BUL_STORE_READ_ONLY, error);

  if (store != NULL)
    bul_backup_make_daily (store, error);
  return NULL;
}

void
desk_library_back_up_async (DeskLibrary *self, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = NULL;

  g_return_if_fail (DESK_IS_LIBRARY (self));

  task = g_task_new (self, NULL, callback, user_data);
  /* The list may come when the library is closed already. */
  if (self->backup != NULL || self->writer == NULL)
    {
      g_task_return_boolean (task, TRUE);
      g_object_unref (task);
      return;
    }
  self->backup = bul_worker_new ("backup");
  bul_worker_run_async (self->backup, back_up_job, g_strdup (self->path), g_free, NULL,
                        desk_library_done_cb, task);
}

gboolean
desk_library_back_up_finish (DeskLibrary *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
