/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-library-private.h"

typedef struct
{
  DeskConnection *connection;
  BulStory *story;
} Look;

static void
look_free (gpointer data)
{
  Look *look = data;

  bul_record_free (look->story);
  g_free (look);
}

/* The likeliest. */
static gpointer
look_job (gpointer data, GCancellable *cancellable, GError **error)
{
  Look *look = data;
  BulStore *store = desk_connection_open (look->connection, error);
  g_autoptr (GPtrArray) found
      = store == NULL ? NULL : bul_flow_counterparts (store, look->story, error);

  return found == NULL || found->len == 0 ? NULL : g_ptr_array_steal_index (found, 0);
}

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;
  BulFlowCounterpart *found = bul_worker_run_finish (result, &error);

  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, found, (GDestroyNotify) bul_flow_counterpart_free);
}

void
desk_library_find_counterpart_async (DeskLibrary *self,
                                     DeskDocument *document,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  GTask *task = NULL;
  Look *look = NULL;

  g_return_if_fail (DESK_IS_LIBRARY (self));
  g_return_if_fail (DESK_IS_DOCUMENT (document));

  task = g_task_new (self, cancellable, callback, user_data);
  look = g_new (Look, 1);
  look->connection = &self->read;
  look->story = bul_record_copy (desk_document_get_story (document));
  bul_worker_run_async (self->reader, look_job, look, look_free, cancellable, looked_cb, task);
}

BulFlowCounterpart *
desk_library_find_counterpart_finish (DeskLibrary *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
