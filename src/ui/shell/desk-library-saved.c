/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-library-saved.h"

#include "desk-library-private.h"

typedef struct
{
  DeskConnection *connection;
  DeskSavedDeed deed;
  BulSavedSearch *saved;
  char *to;
  char *by;
} Saved;

static void
saved_free (gpointer data)
{
  Saved *self = data;

  bul_saved_search_free (self->saved);
  g_free (self->to);
  g_free (self->by);
  g_free (self);
}

static void
do_deed (BulStore *store, const Saved *self, GError **error)
{
  const BulSavedSearch *saved = self->saved;

  switch (self->deed)
    {
    case DESK_SAVED_SAVE:
      bul_store_save_query (store, saved->name, saved->query, self->by, error);
      break;
    case DESK_SAVED_RENAME:
      bul_store_rename_saved (store, saved->name, self->to, error);
      break;
    case DESK_SAVED_REMOVE:
      bul_store_remove_saved (store, saved->name, error);
      break;
    case DESK_SAVED_PUT_BACK:
      bul_store_put_saved_back (store, saved, error);
      break;
    case DESK_SAVED_SEE:
      bul_store_see_saved (store, saved->name, error);
      break;
    }
}

static gpointer
saved_job (gpointer data, GCancellable *cancellable, GError **error)
{
  const Saved *self = data;
  BulStore *store = desk_connection_open (self->connection, error);

  if (store != NULL)
    do_deed (store, self, error);
  return NULL;
}

void
desk_library_saved_async (DeskLibrary *self,
                          DeskSavedDeed deed,
                          const BulSavedSearch *saved,
                          const char *to,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GTask *task;
  Saved *job;

  g_return_if_fail (DESK_IS_LIBRARY (self) && saved != NULL);

  task = g_task_new (self, NULL, callback, user_data);
  job = g_new0 (Saved, 1);
  job->connection = &self->write;
  job->deed = deed;
  job->saved = bul_saved_search_copy (saved);
  job->to = g_strdup (to);
  job->by = g_strdup (self->author);
  bul_worker_run_async (self->writer, saved_job, job, saved_free, NULL, desk_library_done_cb, task);
}

gboolean
desk_library_saved_finish (DeskLibrary *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
