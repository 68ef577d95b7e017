/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-flow-conflict.h"
#include "bul-flow.h"
#include "bul-store-journal.h"
#include "desk-library-private.h"

typedef struct
{
  DeskConnection *connection;
  BulJournal *journal; /* edits that nobody writes any more, or */
  BulStory *version;   /* those of a window */
  char *uuid;          /* where these are kept */
  char *by;
  gboolean take;
} Settle;

static void
settle_free (gpointer data)
{
  Settle *settle = data;

  g_clear_pointer (&settle->journal, bul_record_free);
  g_clear_pointer (&settle->version, bul_record_free);
  g_free (settle->uuid);
  g_free (settle->by);
  g_free (settle);
}

static gpointer
settle_job (gpointer data, GCancellable *cancellable, GError **error)
{
  Settle *settle = data;
  BulStore *store = desk_connection_open (settle->connection, error);

  if (store == NULL)
    return NULL;
  if (settle->journal == NULL && settle->take)
    bul_flow_take_own (store, settle->version, settle->uuid, settle->by, error);
  else if (settle->journal == NULL)
    bul_flow_drop_own (store, settle->uuid, error);
  else if (settle->take)
    bul_flow_take_journal (store, settle->journal, settle->by, error);
  else
    bul_store_drop_journal (store, settle->journal->uuid, error);
  return NULL;
}

static void
read_anew (DeskLibrary *self, DeskDocument *document)
{
  desk_library_stop_keeping (document);
  g_hash_table_remove (self->documents, desk_document_get_story (document)->uid);
}

static void
settled_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  DeskLibrary *self = g_task_get_source_object (task);
  DeskDocument *document = g_task_get_task_data (task);
  gboolean is_own = g_task_get_source_tag (task) == desk_library_settle_own_async;
  gboolean is_late = g_object_get_data (G_OBJECT (task), "late") != NULL;
  gboolean is_read_anew;
  GError *error = NULL;

  bul_worker_run_finish (result, &error);
  if (error != NULL)
    {
      if (is_own)
        desk_library_hold (document, FALSE);
      g_task_return_error (task, error);
      return;
    }
  is_read_anew = (is_own && !is_late) || !desk_document_get_modified (document);
  if (is_read_anew)
    read_anew (self, document);
  else if (is_own)
    desk_library_hold (document, FALSE);
  else
    desk_document_set_opened (document, NULL, NULL, NULL);
  desk_library_list_async (self, NULL, NULL);
  g_task_return_pointer (task, g_strdup (desk_document_get_story (document)->uid), g_free);
  if (is_read_anew)
    g_signal_emit_by_name (self, "replaced", document, NULL);
}

static Settle *
settle_new (DeskLibrary *self, gboolean take)
{
  Settle *settle = g_new0 (Settle, 1);

  settle->connection = &self->write;
  settle->by = g_strdup (self->author);
  settle->take = take;
  return settle;
}

void
desk_library_settle_async (DeskLibrary *self,
                           DeskDocument *document,
                           const BulJournal *journal,
                           gboolean take,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  Settle *settle = settle_new (self, take);

  settle->journal = bul_record_copy (journal);
  g_task_set_task_data (task, g_object_ref (document), g_object_unref);
  bul_worker_run_async (self->writer, settle_job, settle, settle_free, NULL, settled_cb, task);
}

/* What is typed before the document gives way is not in what was taken: it stays. */
static void
changed_cb (GTask *task)
{
  g_object_set_data (G_OBJECT (task), "late", GINT_TO_POINTER (TRUE));
}

void
desk_library_settle_own_async (DeskLibrary *self,
                               DeskDocument *document,
                               gboolean take,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  Settle *settle = settle_new (self, take);

  /* Written once more behind that, they would come back. */
  desk_library_hold (document, TRUE);
  settle->version = bul_record_copy (desk_document_get_story (document));
  settle->uuid = g_strdup (bul_history_get_journal (desk_document_get_history (document)));
  g_task_set_source_tag (task, desk_library_settle_own_async);
  g_signal_connect_object (document, "changed", G_CALLBACK (changed_cb), task, G_CONNECT_SWAPPED);
  g_task_set_task_data (task, g_object_ref (document), g_object_unref);
  bul_worker_run_async (self->writer, settle_job, settle, settle_free, NULL, settled_cb, task);
}

char *
desk_library_settle_finish (DeskLibrary *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

typedef struct
{
  DeskConnection *connection;
  char *uid;
} Stored;

static void
stored_free (gpointer data)
{
  Stored *stored = data;

  g_free (stored->uid);
  g_free (stored);
}

static gpointer
stored_job (gpointer data, GCancellable *cancellable, GError **error)
{
  Stored *stored = data;
  BulStore *store = desk_connection_open (stored->connection, error);

  return store == NULL ? NULL : bul_flow_load (store, stored->uid, error);
}

static void
stored_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  BulStory *story = bul_worker_run_finish (result, &error);

  if (story == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, story, bul_record_free);
}

void
desk_library_load_stored_async (DeskLibrary *self,
                                DeskDocument *document,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);
  Stored *stored = g_new (Stored, 1);

  stored->connection = &self->read;
  stored->uid = g_strdup (desk_document_get_story (document)->uid);
  bul_worker_run_async (self->reader, stored_job, stored, stored_free, NULL, stored_cb, task);
}

BulStory *
desk_library_load_stored_finish (DeskLibrary *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
