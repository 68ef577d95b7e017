/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-library-private.h"

DeskPeopleReader *
desk_library_get_people (DeskLibrary *self)
{
  g_return_val_if_fail (DESK_IS_LIBRARY (self), NULL);

  if (self->people == NULL && self->writer != NULL)
    self->people = desk_people_reader_new (self->path);
  return self->people;
}

typedef gboolean (*Turn) (BulStore *store, gint64 receipt, GError **error);

/* What the writer is to do: a deed, or to take one back or do it again. */
typedef struct
{
  DeskConnection *connection;
  DeskPeopleDeed *deed; /* or NULL, and */
  Turn turn;
  gint64 receipt;
  char *by;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->deed, desk_people_deed_unref);
  g_free (job->by);
  g_free (job);
}

/* Hands back the receipt, as a number of its own. */
static gpointer
do_job (gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;
  BulStore *store = desk_connection_open (job->connection, error);
  gint64 *receipt;

  if (store == NULL)
    return NULL;
  receipt = g_new (gint64, 1);
  if (job->deed != NULL)
    *receipt = desk_people_deed_do (job->deed, store, job->by, error);
  else
    *receipt = job->turn (store, job->receipt, error) ? job->receipt : 0;
  return receipt;
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  DeskLibrary *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autofree gint64 *receipt = bul_worker_run_finish (result, &error);

  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_signal_emit_by_name (self, "people-changed");
  g_task_return_pointer (task, g_steal_pointer (&receipt), g_free);
}

/* @job: (transfer full) */
static void
run (DeskLibrary *self, Job *job, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  job->connection = &self->write;
  job->by = g_strdup (self->author);
  if (self->writer == NULL)
    {
      job_free (job);
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "The library is closed");
      g_object_unref (task);
      return;
    }
  bul_worker_run_async (self->writer, do_job, job, job_free, NULL, done_cb, task);
}

void
desk_library_decide_async (DeskLibrary *self,
                           DeskPeopleDeed *deed,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  Job *job;

  g_return_if_fail (DESK_IS_LIBRARY (self) && deed != NULL);

  job = g_new0 (Job, 1);
  job->deed = desk_people_deed_ref (deed);
  run (self, job, callback, user_data);
}

static void
turn (
    DeskLibrary *self, Turn func, gint64 receipt, GAsyncReadyCallback callback, gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  job->turn = func;
  job->receipt = receipt;
  run (self, job, callback, user_data);
}

void
desk_library_undecide_async (DeskLibrary *self,
                             gint64 receipt,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_return_if_fail (DESK_IS_LIBRARY (self));

  turn (self, bul_store_undo_persons, receipt, callback, user_data);
}

void
desk_library_redecide_async (DeskLibrary *self,
                             gint64 receipt,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_return_if_fail (DESK_IS_LIBRARY (self));

  turn (self, bul_store_redo_persons, receipt, callback, user_data);
}

gboolean
desk_library_decide_finish (DeskLibrary *self,
                            GAsyncResult *result,
                            gint64 *receipt,
                            GError **error)
{
  g_autofree gint64 *made = g_task_propagate_pointer (G_TASK (result), error);

  if (made != NULL && receipt != NULL)
    *receipt = *made;
  return made != NULL;
}
