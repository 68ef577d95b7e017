/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-error.h"
#include "bul-flow-air.h"
#include "bul-flow-open.h"
#include "bul-flow.h"
#include "bul-revision.h"
#include "desk-library-private.h"
#include "desk-story-row.h"
#include "desk-wording.h"

/* The step that makes a story one that was aired. */
#define AIRING "Lock as aired"

G_DEFINE_FINAL_TYPE (DeskLibrary, desk_library, G_TYPE_OBJECT)

BulStore *
desk_connection_open (DeskConnection *connection, GError **error)
{
  if (connection->store == NULL)
    connection->store = bul_store_open (connection->path, connection->mode, error);
  return connection->store;
}

void
desk_library_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  bul_worker_run_finish (result, &error);
  if (error == NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

gpointer
desk_disconnect_job (gpointer data, GCancellable *cancellable, GError **error)
{
  DeskConnection *connection = data;

  g_clear_pointer (&connection->store, bul_store_close);
  return NULL;
}

void
desk_connection_close (DeskConnection *connection, BulWorker *worker)
{
  DeskConnection *open = g_new0 (DeskConnection, 1);

  open->store = g_steal_pointer (&connection->store);
  bul_worker_run_async (worker, desk_disconnect_job, open, g_free, NULL, NULL, NULL);
}

typedef struct
{
  DeskConnection *connection;
  char *uid;
} Load;

static void
load_free (gpointer data)
{
  Load *load = data;

  g_free (load->uid);
  g_free (load);
}

static gpointer
load_job (gpointer data, GCancellable *cancellable, GError **error)
{
  Load *load = data;
  BulStore *store = desk_connection_open (load->connection, error);

  return store == NULL ? NULL : bul_flow_open_story (store, load->uid, error);
}

/* The open document, unless the library has a newer revision and nothing would be lost by it: a
 * syllable that is being composed is not in the text yet. */
static DeskDocument *
find_document (DeskLibrary *self, const char *uid, guint revision)
{
  DeskDocument *document = g_hash_table_lookup (self->documents, uid);

  if (document == NULL || desk_document_get_modified (document)
      || desk_document_get_composing (document) != NULL
      || g_hash_table_contains (self->saving, document))
    return document;
  if (bul_story_get_revision_number (desk_document_get_story (document)) < revision)
    return NULL;
  return document;
}

/* What was typed and not saved when the program ended last is simply there. */
static DeskDocument *
take_document (DeskLibrary *self, BulFlowOpened *opened)
{
  const char *uid = bul_history_get_story (opened->history)->uid;
  DeskDocument *before = g_hash_table_lookup (self->documents, uid);
  DeskDocument *document = desk_document_new_for_history (opened->history);

  if (before != NULL)
    desk_library_stop_keeping (before);
  desk_document_set_opened (document, opened->restored, opened->live, opened->conflicts);
  desk_library_keep (self, document);
  desk_library_give_lexicons (self, document);
  if (before != NULL)
    g_object_ref (before);
  g_hash_table_replace (self->documents, g_strdup (uid), document);
  if (before != NULL)
    g_signal_emit_by_name (self, "replaced", before, document);
  g_clear_object (&before);
  return document;
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  DeskLibrary *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (BulFlowOpened) opened = bul_worker_run_finish (result, &error);
  const BulStory *story;
  DeskDocument *document;

  if (g_error_matches (error, BUL_ERROR, BUL_ERROR_DAMAGED))
    desk_library_set_trouble (self, DESK_TROUBLE_READING, error);
  if (opened == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  story = bul_history_get_story (opened->history);
  document = find_document (self, story->uid, bul_story_get_revision_number (story));
  if (document == NULL)
    document = take_document (self, opened);
  g_task_return_pointer (task, g_object_ref (document), g_object_unref);
}

void
desk_library_open_async (DeskLibrary *self,
                         const char *uid,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  GTask *task = NULL;
  Load *load = NULL;

  g_return_if_fail (DESK_IS_LIBRARY (self));
  g_return_if_fail (uid != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  load = g_new (Load, 1);
  load->connection = &self->read;
  load->uid = g_strdup (uid);
  bul_worker_run_async (self->reader, load_job, load, load_free, cancellable, loaded_cb, task);
}

DeskDocument *
desk_library_open_finish (DeskLibrary *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

typedef struct
{
  DeskConnection *connection;
  BulStory *story;
  guint base;
  char *journal; /* goes with the save */
  char *by;      /* of a copy */
} Save;

static void
save_free (gpointer data)
{
  Save *save = data;

  g_clear_pointer (&save->story, bul_record_free);
  g_free (save->journal);
  g_free (save->by);
  g_free (save);
}

/* Hands the story back where it is on the disk. */
static gpointer
save_job (gpointer data, GCancellable *cancellable, GError **error)
{
  Save *save = data;
  BulStore *store = desk_connection_open (save->connection, error);

  if (store == NULL
      || !bul_store_save_journaled (store, save->story, save->base, save->journal, error))
    return NULL;
  return g_steal_pointer (&save->story);
}

/* A save that is on its way, and who waits for it. */
typedef struct
{
  DeskLibrary *library;
  DeskDocument *document;
  GTask *task;
  gboolean aired;   /* the revision is what went on air */
  GPtrArray *later; /* of GTask that asked meanwhile: their edits need a save of their own */
} Saving;

static void
saving_free (Saving *saving)
{
  g_ptr_array_unref (saving->later);
  g_object_unref (saving->task);
  g_object_unref (saving->document);
  g_object_unref (saving->library);
  g_free (saving);
}

static void
saved_later_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (desk_library_save_finish (DESK_LIBRARY (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
note_saved (DeskDocument *document, const BulStory *saved)
{
  const BulRevision *revision = saved->revisions->pdata[saved->revisions->len - 1];
  g_autofree char *time = desk_wording_dup_time (revision->at);

  desk_library_note_safe (document, revision->at);
  bul_history_saved (desk_document_get_history (document), saved);
  desk_document_set_save_state (document, DESK_SAVE_SAVED, time);
}

/* A story that could not be locked is none that was aired; what was typed meanwhile stays. */
static void
take_back_airing (BulHistory *history)
{
  if (g_strcmp0 (bul_history_get_undo_name (history), AIRING) == 0)
    bul_history_undo (history);
}

static void
note_failed (DeskDocument *document, gboolean aired, const GError *error)
{
  bul_history_save_failed (desk_document_get_history (document));
  if (aired)
    take_back_airing (desk_document_get_history (document));
  desk_library_note_failure (document, error);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Saving *saving = data;
  DeskLibrary *self = saving->library;
  g_autoptr (GError) error = NULL;
  g_autoptr (BulStory) saved = bul_worker_run_finish (result, &error);

  g_hash_table_remove (self->saving, saving->document);
  if (saved != NULL)
    {
      note_saved (saving->document, saved);
      g_task_return_boolean (saving->task, TRUE);
      desk_library_list_async (self, NULL, NULL);
    }
  else
    {
      note_failed (saving->document, saving->aired, error);
      g_task_return_error (saving->task, g_steal_pointer (&error));
    }
  for (guint i = 0; i < saving->later->len; i++)
    {
      GTask *later = saving->later->pdata[i];
      gboolean aired = g_task_get_task_data (later) != NULL;

      (aired ? desk_library_air_async : desk_library_save_async) (
          self, saving->document, saved_later_cb, g_object_ref (later));
    }
  desk_library_tend_async (self, NULL, NULL);
  saving_free (saving);
}

static Save *
make_save (DeskLibrary *self, BulHistory *history, gboolean aired)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *at = g_date_time_format_iso8601 (now);
  Save *save = g_new0 (Save, 1);

  save->connection = &self->write;
  save->base = bul_story_get_revision_number (bul_history_get_story (history));
  save->journal = g_strdup (bul_history_get_journal (history));
  save->story = aired ? bul_history_make_aired_revision (history, self->author, at)
                      : bul_history_make_revision (history, self->author, NULL);
  return save;
}

/* @task: (transfer full) */
static void
begin_save (DeskLibrary *self, DeskDocument *document, gboolean aired, GTask *task)
{
  Saving *saving = g_new0 (Saving, 1);

  saving->library = g_object_ref (self);
  saving->document = g_object_ref (document);
  saving->task = task;
  saving->aired = aired;
  saving->later = g_ptr_array_new_with_free_func (g_object_unref);
  g_hash_table_insert (self->saving, document, saving);
  bul_worker_run_async (self->writer, save_job,
                        make_save (self, desk_document_get_history (document), aired), save_free,
                        NULL, saved_cb, saving);
  desk_document_set_save_state (document, DESK_SAVE_SAVING, NULL);
}

static gboolean
set_aired (BulHistory *history, GError **error)
{
  gboolean done;

  bul_history_begin (history, AIRING);
  done = bul_flow_set_aired (history, error);
  bul_history_end (history);
  return done;
}

void
desk_library_air_async (DeskLibrary *self,
                        DeskDocument *document,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Saving *saving = NULL;
  GError *error = NULL;

  g_return_if_fail (DESK_IS_LIBRARY (self));
  g_return_if_fail (DESK_IS_DOCUMENT (document));

  task = g_task_new (self, NULL, callback, user_data);
  saving = g_hash_table_lookup (self->saving, document);
  if (saving != NULL)
    {
      g_task_set_task_data (task, self, NULL);
      g_ptr_array_add (saving->later, g_steal_pointer (&task));
    }
  else if (!set_aired (desk_document_get_history (document), &error))
    g_task_return_error (task, error);
  else
    begin_save (self, document, TRUE, g_steal_pointer (&task));
}

void
desk_library_save_async (DeskLibrary *self,
                         DeskDocument *document,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Saving *saving = NULL;

  g_return_if_fail (DESK_IS_LIBRARY (self));
  g_return_if_fail (DESK_IS_DOCUMENT (document));

  task = g_task_new (self, NULL, callback, user_data);
  saving = g_hash_table_lookup (self->saving, document);
  if (saving != NULL)
    {
      g_ptr_array_add (saving->later, g_steal_pointer (&task));
      return;
    }
  if (!desk_document_get_modified (document))
    {
      if (desk_library_is_gone (self))
        g_task_return_error (task, g_error_copy (self->trouble));
      else
        g_task_return_boolean (task, TRUE);
      return;
    }
  begin_save (self, document, FALSE, g_steal_pointer (&task));
}

gboolean
desk_library_save_finish (DeskLibrary *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* A document whose save is on its way counts: it may fail still. */
GPtrArray *
desk_library_list_unsaved (DeskLibrary *self)
{
  GPtrArray *unsaved = NULL;
  GHashTableIter iter;
  gpointer document;

  g_return_val_if_fail (DESK_IS_LIBRARY (self), NULL);

  unsaved = g_ptr_array_new ();
  g_hash_table_iter_init (&iter, self->documents);
  while (g_hash_table_iter_next (&iter, NULL, &document))
    if (desk_document_get_modified (document) || g_hash_table_contains (self->saving, document)
        || desk_library_is_gone (self))
      g_ptr_array_add (unsaved, document);
  return unsaved;
}

/* The copy is a new story: whoever saved first keeps the uid. */
static gpointer
save_copy_job (gpointer data, GCancellable *cancellable, GError **error)
{
  Save *save = data;
  BulStore *store = desk_connection_open (save->connection, error);
  BulStory *copy = g_steal_pointer (&save->story);
  g_autoptr (BulHistory) history = NULL;
  g_free (copy->uid);
  copy->uid = g_uuid_string_random ();
  g_ptr_array_set_size (copy->revisions, 0);
  history = bul_history_new (copy);
  if (store == NULL
      || !bul_flow_save (store, history, save->by, "Kept beside another revision", error))
    return NULL;
  return g_strdup (copy->uid);
}

static void
copy_saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  DeskLibrary *self = g_task_get_source_object (task);
  DeskDocument *document = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autofree char *uid = bul_worker_run_finish (result, &error);

  if (uid == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  g_hash_table_remove (self->documents, desk_document_get_story (document)->uid);
  /* First, so that who asked can still tell that it is the copy that comes. */
  g_signal_emit_by_name (self, "replaced", document, NULL);
  g_task_return_pointer (task, g_steal_pointer (&uid), g_free);
}

void
desk_library_save_copy_async (DeskLibrary *self,
                              DeskDocument *document,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  GTask *task = NULL;
  Save *save = NULL;

  g_return_if_fail (DESK_IS_LIBRARY (self));
  g_return_if_fail (DESK_IS_DOCUMENT (document));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_task_data (task, g_object_ref (document), g_object_unref);
  save = g_new0 (Save, 1);
  save->connection = &self->write;
  save->by = g_strdup (self->author);
  save->story = bul_record_copy (desk_document_get_story (document));
  bul_worker_run_async (self->writer, save_copy_job, save, save_free, NULL, copy_saved_cb, task);
}

char *
desk_library_save_copy_finish (DeskLibrary *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
desk_library_dispose (GObject *object)
{
  desk_library_close (DESK_LIBRARY (object));

  G_OBJECT_CLASS (desk_library_parent_class)->dispose (object);
}

static void
desk_library_finalize (GObject *object)
{
  DeskLibrary *self = DESK_LIBRARY (object);
  GHashTableIter iter;
  gpointer document;

  g_hash_table_iter_init (&iter, self->documents);
  while (g_hash_table_iter_next (&iter, NULL, &document))
    desk_library_stop_keeping (document);

  g_free (self->path);
  g_free (self->write.path);
  g_free (self->read.path);
  g_free (self->told_of);
  g_clear_error (&self->trouble);
  g_free (self->author);
  g_clear_pointer (&self->lexicons, g_ptr_array_unref);
  g_object_unref (self->rows);
  g_hash_table_unref (self->wanted);
  g_hash_table_unref (self->documents);
  g_hash_table_unref (self->saving);

  G_OBJECT_CLASS (desk_library_parent_class)->finalize (object);
}

static void
desk_library_class_init (DeskLibraryClass *klass)
{
  static const char *const signals[]
      = { "followed", "troubled", "moved", "listed", "people-changed", "author-changed" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = desk_library_dispose;
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_new (signals[i], DESK_TYPE_LIBRARY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
  g_signal_new ("replaced", DESK_TYPE_LIBRARY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                2, DESK_TYPE_DOCUMENT, DESK_TYPE_DOCUMENT);
  g_signal_new ("preparing", DESK_TYPE_LIBRARY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                1, G_TYPE_UINT);
  object_class->finalize = desk_library_finalize;
}

static void
desk_library_init (DeskLibrary *self)
{
  self->rows = g_list_store_new (DESK_TYPE_STORY_ROW);
  self->lists_all = TRUE;
  self->wanted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->documents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->saving = g_hash_table_new (NULL, NULL);
  self->writer = bul_worker_new ("writer");
  self->reader = bul_worker_new ("reader");
  self->bulk = bul_worker_new ("bulk");
}

DeskLibrary *
desk_library_new (const char *path, const char *author)
{
  DeskLibrary *self = g_object_new (DESK_TYPE_LIBRARY, NULL);

  self->path = g_strdup (path);
  self->author = g_strdup (author);
  self->write = (DeskConnection){ g_strdup (path), BUL_STORE_READ_WRITE, NULL };
  self->read = (DeskConnection){ g_strdup (path), BUL_STORE_READ_ONLY, NULL };
  return self;
}

static gpointer
open_early_job (gpointer data, GCancellable *cancellable, GError **error)
{
  desk_connection_open (data, NULL);
  return NULL;
}

/* The writer comes first, as where a list is asked for: a reader that is there before a library is
 * brought up to date reads from a copy of its own, and never sees what is saved. */
void
desk_library_open_early (DeskLibrary *self)
{
  g_return_if_fail (DESK_IS_LIBRARY (self));

  bul_worker_run_async (self->writer, open_early_job, &self->write, NULL, NULL, NULL, NULL);
}

const char *
desk_library_get_path (DeskLibrary *self)
{
  g_return_val_if_fail (DESK_IS_LIBRARY (self), NULL);

  return self->path;
}

const char *
desk_library_get_author (DeskLibrary *self)
{
  g_return_val_if_fail (DESK_IS_LIBRARY (self), NULL);

  return self->author;
}

void
desk_library_set_author (DeskLibrary *self, const char *author)
{
  g_return_if_fail (DESK_IS_LIBRARY (self));

  if (g_strcmp0 (self->author, author) == 0)
    return;
  g_free (self->author);
  self->author = g_strdup (author);
  g_signal_emit_by_name (self, "author-changed");
}

GListModel *
desk_library_get_rows (DeskLibrary *self)
{
  g_return_val_if_fail (DESK_IS_LIBRARY (self), NULL);

  return G_LIST_MODEL (self->rows);
}

/* Jobs first in, first out: the connections close after all that was asked for. */
void
desk_library_close (DeskLibrary *self)
{
  g_return_if_fail (DESK_IS_LIBRARY (self));

  if (self->writer == NULL)
    return;

  g_clear_handle_id (&self->follow_id, g_source_remove);
  g_clear_handle_id (&self->prepare_id, g_source_remove);
  desk_library_stop_finding (self);
  g_clear_object (&self->finder);
  g_clear_object (&self->people);
  g_clear_pointer (&self->bulk, bul_worker_free);
  g_clear_pointer (&self->backup, bul_worker_free);
  bul_worker_run_async (self->reader, desk_disconnect_job, &self->read, NULL, NULL, NULL, NULL);
  g_clear_pointer (&self->reader, bul_worker_free);
  bul_worker_run_async (self->writer, desk_disconnect_job, &self->write, NULL, NULL, NULL, NULL);
  g_clear_pointer (&self->writer, bul_worker_free);
}
