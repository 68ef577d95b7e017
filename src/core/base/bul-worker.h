/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* One thread, first in first out. What a job touches, only this thread touches. */
typedef struct _BulWorker BulWorker;

/**
 * BulWorkerFunc:
 *
 * A job. It has failed where it has set @error; %NULL alone is a result like any other.
 */
typedef gpointer (*BulWorkerFunc) (gpointer data, GCancellable *cancellable, GError **error);

BulWorker *bul_worker_new (const char *name);

/* Runs every job that waits, then ends the thread. Their results are still delivered. */
void bul_worker_free (BulWorker *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BulWorker, bul_worker_free)

/**
 * bul_worker_run_async:
 * @data: (transfer full): the job's own copy; only the worker's thread sees it from here on
 * @free: (nullable): frees @data, on the worker's thread, before the result is delivered
 * @callback: (nullable): called in the thread-default main context of the caller; a job without
 * one returns %NULL, for nobody would free its result
 *
 * A job that is cancelled before its turn is not started. One that has started decides by itself,
 * and its outcome is told as it is: what was saved is never reported as cancelled.
 */
void bul_worker_run_async (BulWorker *self,
                           BulWorkerFunc job,
                           gpointer data,
                           GDestroyNotify free,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);

/* Returns: (transfer full) (nullable): what the job returned. */
gpointer bul_worker_run_finish (GAsyncResult *result, GError **error);

G_END_DECLS
