/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-library-collection.h"

#include <glib/gi18n.h>

#include "bul-error.h"
#include "bul-flow-collection.h"
#include "bul-flow.h"
#include "bul-search.h"
#include "desk-library-private.h"

/* Stories that are written in one job: others who want the same thread come in between. */
#define PORTION 20

/* A job of `bulk` has it, or the window's thread between two jobs. */
typedef struct
{
  DeskLibrary *library;
  GTask *task;
  DeskConnection read; /* on the thread of `bulk` */
  GArray *docids;      /* of gint64 */
  char *query;
  char *format;
  char *folder;
  BulFlowCollection *collection; /* NULL before the first portion */
  GPtrArray *uids;
  guint at; /* which of them is next */
  gboolean is_whole;
  DeskCollectionProgress progress;
  gpointer data;
} Collecting;

/* --- on the thread of `bulk` */

static gboolean
begin (Collecting *collecting, BulStore *store, GCancellable *cancellable, GError **error)
{
  collecting->uids = bul_search_list_uids_at (store, collecting->docids, cancellable, error);
  if (collecting->uids != NULL)
    collecting->collection
        = bul_flow_collection_new (collecting->folder, collecting->format, error);
  return collecting->collection != NULL;
}

/* One that somebody threw away meanwhile is no reason to leave out the others. */
static gboolean
add (Collecting *collecting, BulStore *store, const char *uid, GError **error)
{
  g_autoptr (GError) failed = NULL;
  g_autoptr (BulStory) story = bul_flow_load (store, uid, &failed);
  g_autofree char *path = NULL;

  if (g_error_matches (failed, BUL_ERROR, BUL_ERROR_NOT_FOUND))
    return TRUE;
  if (story == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return FALSE;
    }
  path = bul_flow_collection_add (collecting->collection, story, error);
  return path != NULL;
}

static gpointer
write_job (gpointer data, GCancellable *cancellable, GError **error)
{
  Collecting *collecting = data;
  BulStore *store = desk_connection_open (&collecting->read, error);
  guint end;

  if (store == NULL)
    return NULL;
  if (collecting->collection == NULL && !begin (collecting, store, cancellable, error))
    return NULL;
  end = MIN (collecting->at + PORTION, collecting->uids->len);
  for (; collecting->at < end; collecting->at++)
    if (!add (collecting, store, collecting->uids->pdata[collecting->at], error))
      return NULL;
  if (end == collecting->uids->len)
    collecting->is_whole
        = bul_flow_collection_finish (collecting->collection, collecting->query, error);
  return NULL;
}

/* --- on the window's */

static void
collecting_free (Collecting *collecting)
{
  /* Where the library is gone, so is the thread. */
  if (collecting->library->bulk != NULL)
    desk_connection_close (&collecting->read, collecting->library->bulk);
  g_clear_pointer (&collecting->read.store, bul_store_close);
  g_free (collecting->read.path);
  g_object_unref (collecting->library);
  g_object_unref (collecting->task);
  g_array_unref (collecting->docids);
  g_clear_pointer (&collecting->uids, g_ptr_array_unref);
  bul_flow_collection_free (collecting->collection);
  g_free (collecting->query);
  g_free (collecting->format);
  g_free (collecting->folder);
  g_free (collecting);
}

/* @error: (transfer full) (nullable) */
static void
end (Collecting *collecting, GError *error)
{
  if (collecting->progress != NULL)
    collecting->progress (collecting->docids->len, collecting->docids->len, collecting->data);
  if (error != NULL)
    g_task_return_error (collecting->task, error);
  else
    g_task_return_int (collecting->task, bul_flow_collection_count (collecting->collection));
  collecting_free (collecting);
}

static void go_on (Collecting *collecting);

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Collecting *collecting = data;
  GError *error = NULL;

  bul_worker_run_finish (result, &error);
  if (error != NULL || collecting->is_whole)
    end (collecting, error);
  else
    go_on (collecting);
}

/* Where the library is gone, or another by now, the rest of it belongs nowhere. */
static gboolean
is_over (const Collecting *collecting)
{
  return collecting->library->bulk == NULL
         || g_cancellable_is_cancelled (g_task_get_cancellable (collecting->task))
         || !g_str_equal (collecting->read.path, desk_library_get_path (collecting->library));
}

static void
go_on (Collecting *collecting)
{
  if (collecting->progress != NULL)
    collecting->progress (collecting->at, collecting->docids->len + 1, collecting->data);
  if (is_over (collecting))
    end (collecting, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, _ ("It was stopped")));
  else
    bul_worker_run_async (collecting->library->bulk, write_job, collecting, NULL, NULL, written_cb,
                          collecting);
}

void
desk_library_collect_async (DeskLibrary *self,
                            const GArray *docids,
                            const char *query,
                            const char *format,
                            const char *folder,
                            DeskCollectionProgress progress,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  Collecting *collecting;

  g_return_if_fail (DESK_IS_LIBRARY (self) && docids != NULL && query != NULL);
  g_return_if_fail (bul_flow_collection_has_format (format) && folder != NULL);

  collecting = g_new0 (Collecting, 1);
  collecting->library = g_object_ref (self);
  collecting->task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_check_cancellable (collecting->task, FALSE);
  collecting->read.path = g_strdup (desk_library_get_path (self));
  collecting->read.mode = BUL_STORE_READ_ONLY;
  collecting->docids = g_array_copy ((GArray *) docids);
  collecting->query = g_strdup (query);
  collecting->format = g_strdup (format);
  collecting->folder = g_strdup (folder);
  collecting->progress = progress;
  collecting->data = user_data;
  go_on (collecting);
}

gssize
desk_library_collect_finish (DeskLibrary *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_int (G_TASK (result), error);
}
