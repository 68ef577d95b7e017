/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-error.h"
#include "bul-store-journal.h"
#include "desk-library-private.h"

/* Milliseconds from the first change to its way to the disk: what is typed meanwhile goes along,
 * and with a slow disk it is still durable within a second. */
#define DELAY 250

/* After a failure it is tried again this much later. */
#define PATIENCE 4000

/* What keeps one document's unsaved edits in the library while it is worked at. */
typedef struct
{
  DeskLibrary *library;
  DeskDocument *document;
  guint timeout;
  gboolean is_writing;
  gboolean is_held; /* what is on its way decides whether there is anything to keep */
  gboolean is_late; /* something changed while the writer was at work */
  gboolean has_failed;

  char *writing_since; /* when what is being written was taken, as ISO 8601 */
  char *safe_until;
  GError *failure; /* why it is not safe */
} Keeper;

typedef struct
{
  DeskConnection *connection;
  BulJournal *journal;
} Write;

static void
write_free (gpointer data)
{
  Write *write = data;

  bul_record_free (write->journal);
  g_free (write);
}

/* On the writer's thread. */
static gpointer
write_job (gpointer data, GCancellable *cancellable, GError **error)
{
  Write *write = data;
  BulStore *store = desk_connection_open (write->connection, error);

  if (store != NULL)
    bul_store_write_journal (store, write->journal, error);
  return NULL;
}

static Keeper *
get_keeper (DeskDocument *document)
{
  return g_object_get_data (G_OBJECT (document), "journal-keeper");
}

static char *
dup_now (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format_iso8601 (now);
}

void
desk_library_note_safe (DeskDocument *document, const char *at)
{
  Keeper *self = get_keeper (document);

  if (self == NULL)
    return;
  g_clear_error (&self->failure);
  g_free (self->safe_until);
  self->safe_until = g_strdup (at);
}

void
desk_library_note_failure (DeskDocument *document, const GError *error)
{
  Keeper *self = get_keeper (document);

  if (self != NULL)
    {
      g_clear_error (&self->failure);
      self->failure = g_error_copy (error);
    }
  desk_document_set_save_state (document, DESK_SAVE_FAILED, error->message);
}

const GError *
desk_library_get_failure (DeskDocument *document)
{
  Keeper *self = get_keeper (document);

  return self == NULL ? NULL : self->failure;
}

const char *
desk_library_get_safe_time (DeskDocument *document)
{
  Keeper *self = get_keeper (document);

  return self == NULL ? NULL : self->safe_until;
}

static void write_cb (gpointer data);

static void
write_soon (Keeper *self, guint delay)
{
  if (self->timeout == 0)
    self->timeout = g_timeout_add_once (delay, write_cb, self);
}

/* Until it is told otherwise the words are in this window only, and people are told so. */
static void
note_failed (Keeper *self, const GError *error)
{
  bul_history_journal_failed (desk_document_get_history (self->document));
  /* The next one is whole: another program had the journal, or the library lost it. */
  if (g_error_matches (error, BUL_ERROR, BUL_ERROR_CONFLICT) && !self->has_failed)
    {
      self->has_failed = TRUE;
      write_soon (self, DELAY);
      return;
    }
  self->has_failed = TRUE;
  desk_library_note_failure (self->document, error);
  write_soon (self, PATIENCE);
}

static void
note_written (Keeper *self)
{
  desk_library_note_safe (self->document, self->writing_since);
  if (self->has_failed && desk_document_get_save_state (self->document) == DESK_SAVE_FAILED)
    desk_document_set_save_state (self->document, DESK_SAVE_UNSAVED, NULL);
  self->has_failed = FALSE;
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (DeskDocument) document = data;
  Keeper *self = get_keeper (document);
  g_autoptr (GError) error = NULL;

  bul_worker_run_finish (result, &error);
  if (self == NULL)
    return;
  self->is_writing = FALSE;
  if (error != NULL)
    note_failed (self, error);
  else
    note_written (self);
  if (self->is_late)
    write_soon (self, DELAY);
  self->is_late = FALSE;
}

static void
write_cb (gpointer data)
{
  Keeper *self = data;
  DeskLibrary *library = self->library;
  BulJournal *journal;
  Write *write;

  self->timeout = 0;
  if (self->is_writing || self->is_held || library->writer == NULL)
    {
      self->is_late = TRUE;
      return;
    }
  journal
      = bul_history_make_journal (desk_document_get_history (self->document),
                                  desk_document_get_composing (self->document), library->author);
  if (journal == NULL)
    return;
  write = g_new (Write, 1);
  write->connection = &library->write;
  write->journal = journal;
  self->is_writing = TRUE;
  g_free (self->writing_since);
  self->writing_since = dup_now ();
  bul_worker_run_async (library->writer, write_job, write, write_free, NULL, written_cb,
                        g_object_ref (self->document));
}

static void
changed_cb (Keeper *self)
{
  if (self->is_writing)
    self->is_late = TRUE;
  else
    write_soon (self, DELAY);
}

static void
keeper_free (gpointer data)
{
  Keeper *self = data;

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_free (self->writing_since);
  g_free (self->safe_until);
  g_clear_error (&self->failure);
  g_free (self);
}

void
desk_library_keep (DeskLibrary *self, DeskDocument *document)
{
  Keeper *keeper = g_new0 (Keeper, 1);

  keeper->library = self;
  keeper->document = document;
  keeper->safe_until = dup_now ();
  g_object_set_data_full (G_OBJECT (document), "journal-keeper", keeper, keeper_free);
  g_signal_connect_swapped (document, "changed", G_CALLBACK (changed_cb), keeper);
  g_signal_connect_swapped (document, "composing", G_CALLBACK (changed_cb), keeper);
}

void
desk_library_keep_anew (DeskDocument *document)
{
  Keeper *self = get_keeper (document);

  if (self == NULL || !desk_document_get_modified (document))
    return;
  bul_history_journal_failed (desk_document_get_history (document));
  changed_cb (self);
}

void
desk_library_hold (DeskDocument *document, gboolean held)
{
  Keeper *self = get_keeper (document);

  if (self == NULL)
    return;
  self->is_held = held;
  if (!held)
    desk_library_keep_anew (document);
}

void
desk_library_stop_keeping (DeskDocument *document)
{
  Keeper *keeper = get_keeper (document);

  if (keeper == NULL)
    return;
  g_signal_handlers_disconnect_by_data (document, keeper);
  g_object_set_data (G_OBJECT (document), "journal-keeper", NULL);
}

typedef struct
{
  DeskConnection *connection;
  char *uuid;
} Drop;

static void
drop_free (gpointer data)
{
  Drop *drop = data;

  g_free (drop->uuid);
  g_free (drop);
}

/* Where that fails the edits come back, which is the lesser harm. */
static gpointer
drop_job (gpointer data, GCancellable *cancellable, GError **error)
{
  Drop *drop = data;
  BulStore *store = desk_connection_open (drop->connection, error);

  if (store != NULL)
    bul_store_drop_journal (store, drop->uuid, error);
  return NULL;
}

void
desk_library_discard (DeskLibrary *self, DeskDocument *document)
{
  Drop *drop = NULL;

  g_return_if_fail (DESK_IS_LIBRARY (self));
  g_return_if_fail (DESK_IS_DOCUMENT (document));

  desk_library_stop_keeping (document);
  drop = g_new (Drop, 1);
  drop->connection = &self->write;
  drop->uuid = g_strdup (bul_history_get_journal (desk_document_get_history (document)));
  bul_worker_run_async (self->writer, drop_job, drop, drop_free, NULL, NULL, NULL);
  g_hash_table_remove (self->documents, desk_document_get_story (document)->uid);
}
