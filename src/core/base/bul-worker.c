/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-worker.h"

struct _BulWorker
{
  GThread *thread;
  GAsyncQueue *jobs; /* of Job */
};

/* A job without a function ends the thread. */
typedef struct
{
  BulWorkerFunc func;
  gpointer data;
  GDestroyNotify free;
  GTask *task;
} Job;

static void
run_job (const Job *job)
{
  GCancellable *cancellable = g_task_get_cancellable (job->task);
  g_autoptr (GError) error = NULL;
  gpointer result = NULL;

  if (!g_cancellable_set_error_if_cancelled (cancellable, &error))
    result = job->func (job->data, cancellable, &error);

  if (job->free != NULL)
    job->free (job->data);

  if (error != NULL)
    g_task_return_error (job->task, g_steal_pointer (&error));
  else
    g_task_return_pointer (job->task, result, NULL);
}

static gpointer
run_jobs (gpointer data)
{
  g_autoptr (GAsyncQueue) jobs = data;

  while (TRUE)
    {
      g_autofree Job *job = g_async_queue_pop (jobs);

      if (job->func == NULL)
        return NULL;

      run_job (job);
      g_object_unref (job->task);
    }
}

BulWorker *
bul_worker_new (const char *name)
{
  BulWorker *self = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  self = g_new0 (BulWorker, 1);
  self->jobs = g_async_queue_new ();
  self->thread = g_thread_new (name, run_jobs, g_async_queue_ref (self->jobs));
  return self;
}

void
bul_worker_free (BulWorker *self)
{
  g_return_if_fail (self != NULL);

  g_async_queue_push (self->jobs, g_new0 (Job, 1));
  g_thread_join (self->thread);
  g_async_queue_unref (self->jobs);
  g_free (self);
}

void
bul_worker_run_async (BulWorker *self,
                      BulWorkerFunc job,
                      gpointer data,
                      GDestroyNotify free,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  Job *queued = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (job != NULL);

  queued = g_new (Job, 1);
  *queued = (Job){
    .func = job,
    .data = data,
    .free = free,
    .task = g_task_new (NULL, cancellable, callback, user_data),
  };
  g_task_set_source_tag (queued->task, bul_worker_run_async);
  g_task_set_check_cancellable (queued->task, FALSE);
  g_async_queue_push (self->jobs, queued);
}

gpointer
bul_worker_run_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, bul_worker_run_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
