/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-library-private.h"

#include "bul-flow.h"
#include "bul-search.h"

void
desk_library_catch_up (BulStore *store)
{
  gboolean behind;

  if (bul_search_is_behind (store, &behind, NULL) && behind)
    bul_search_tend (store, NULL);
}

static gpointer
tend_job (gpointer data, GCancellable *cancellable, GError **error)
{
  BulStore *store = desk_connection_open (data, error);

  if (store != NULL)
    bul_flow_tend (store);
  return NULL;
}

static void
tended_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  DeskLibrary *self = g_task_get_source_object (task);

  bul_worker_run_finish (result, NULL);
  if (self->lexicons != NULL)
    desk_library_read_lexicons (self);
  g_task_return_boolean (task, TRUE);
}

void
desk_library_tend_async (DeskLibrary *self, GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);

  if (self->writer == NULL)
    g_task_return_boolean (task, TRUE);
  else
    bul_worker_run_async (self->writer, tend_job, &self->write, NULL, NULL, tended_cb,
                          g_steal_pointer (&task));
}
