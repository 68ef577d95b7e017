/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-block.h"
#include "bul-file.h"
#include "bul-flow.h"
#include "bul-importers.h"
#include "desk-library-private.h"

void
desk_imported_free (DeskImported *self)
{
  g_ptr_array_unref (self->uids);
  g_ptr_array_unref (self->failures);
  g_free (self);
}

/* What is to be imported, and what was read of it so far. */
typedef struct
{
  GBytes *text;
  GPtrArray *imports; /* of BulImport */
  GPtrArray *failures;
  DeskConnection *connection;
  char *by;
} Import;

static Import *
import_new (DeskLibrary *self)
{
  Import *import = g_new0 (Import, 1);

  import->imports = g_ptr_array_new_with_free_func ((GDestroyNotify) bul_import_free);
  import->failures = g_ptr_array_new_with_free_func (g_free);
  import->connection = &self->write;
  import->by = g_strdup (self->author);
  return import;
}

static void
import_free (gpointer data)
{
  Import *import = data;

  g_clear_pointer (&import->text, g_bytes_unref);
  g_ptr_array_unref (import->imports);
  g_clear_pointer (&import->failures, g_ptr_array_unref);
  g_free (import->by);
  g_free (import);
}

static void
note_import (Import *import, BulImport *read, const GError *error)
{
  if (read != NULL)
    g_ptr_array_add (import->imports, read);
  else
    g_ptr_array_add (import->failures, g_strdup (error->message));
}

/* Hands its data on to the next job: what cannot be read does not keep the rest from being kept. */
static gpointer
read_job (gpointer data, GCancellable *cancellable, GError **error)
{
  Import *import = data;
  g_autoptr (GError) failed = NULL;
  BulImportOptions pasted = { "UTF-8", FALSE };
  BulImport *read = bul_importers_read (import->text, NULL, &pasted, &failed);

  note_import (import, read, failed);
  return import;
}

static gpointer
keep_job (gpointer data, GCancellable *cancellable, GError **error)
{
  Import *import = data;
  BulStore *store = desk_connection_open (import->connection, error);
  DeskImported *imported;

  if (store == NULL)
    return NULL;
  imported = g_new0 (DeskImported, 1);
  imported->uids = g_ptr_array_new_with_free_func (g_free);
  imported->failures = g_steal_pointer (&import->failures);
  for (guint i = 0; i < import->imports->len; i++)
    {
      g_autoptr (GError) failed = NULL;
      g_auto (GStrv) uids = NULL;
      guint n_new = 0;

      if (!bul_flow_keep (store, import->imports->pdata[i], import->by, &uids, &n_new, &failed))
        g_ptr_array_add (imported->failures, g_strdup (failed->message));
      for (guint j = 0; uids != NULL && uids[j] != NULL; j++)
        g_ptr_array_add (imported->uids, g_strdup (uids[j]));
      imported->n_new += n_new;
    }
  return imported;
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  DeskImported *imported = bul_worker_run_finish (result, &error);

  if (imported == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, imported, (GDestroyNotify) desk_imported_free);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  DeskLibrary *self = g_task_get_source_object (task);
  Import *import = bul_worker_run_finish (result, NULL);

  bul_worker_run_async (self->writer, keep_job, import, import_free, NULL, kept_cb, task);
}

void
desk_library_import_text_async (DeskLibrary *self,
                                const char *text,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  Import *import = NULL;

  g_return_if_fail (DESK_IS_LIBRARY (self));

  import = import_new (self);
  import->text = g_bytes_new (text, strlen (text));
  bul_worker_run_async (self->bulk, read_job, import, NULL, NULL, read_cb,
                        g_task_new (self, NULL, callback, user_data));
}

static char *
dup_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%d");
}

static BulStory *
make_story (const char *language)
{
  BulStory *story = bul_story_new ();
  BulScript *script = bul_script_new ("k1", language);

  story->bulletin_date = dup_today ();
  g_ptr_array_add (script->blocks, bul_block_new ("b1", BUL_BLOCK_HEADLINE, BUL_SECTION_HEAD, ""));
  g_ptr_array_add (story->scripts, script);
  return story;
}

/* What is begun: by whom, and in which language. */
typedef struct
{
  DeskConnection *connection;
  char *by;
  char *language;
  GStrv open; /* uids of stories that are being written, perhaps */
} Beginning;

static void
beginning_free (gpointer data)
{
  Beginning *beginning = data;

  g_free (beginning->by);
  g_free (beginning->language);
  g_strfreev (beginning->open);
  g_free (beginning);
}

/* Returns: (transfer full): the uid. One that was begun today and left as it was is taken up again:
 * whoever presses the key twice has one empty story, not two for ever. */
static char *
begin (BulStore *store, const Beginning *beginning, GError **error)
{
  g_autofree char *today = dup_today ();
  char *left = bul_store_find_unwritten (store, today, beginning->language,
                                         (const char *const *) beginning->open, NULL);
  g_autoptr (BulHistory) history
      = left != NULL ? NULL : bul_history_new (make_story (beginning->language));

  if (left != NULL)
    return left;
  return bul_flow_save (store, history, beginning->by, NULL, error)
             ? g_strdup (bul_history_get_story (history)->uid)
             : NULL;
}

static gpointer
begin_job (gpointer data, GCancellable *cancellable, GError **error)
{
  const Beginning *beginning = data;
  BulStore *store = desk_connection_open (beginning->connection, error);
  char *uid = store == NULL ? NULL : begin (store, beginning, error);
  DeskImported *imported;

  if (uid == NULL)
    return NULL;
  imported = g_new0 (DeskImported, 1);
  imported->uids = g_ptr_array_new_with_free_func (g_free);
  imported->failures = g_ptr_array_new_with_free_func (g_free);
  imported->n_new = 1;
  g_ptr_array_add (imported->uids, uid);
  return imported;
}

/* Returns: (transfer full): uids of the documents that something was done to, or may be. */
static GStrv
list_written (DeskLibrary *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  GHashTableIter iter;
  gpointer uid;
  gpointer document;

  g_hash_table_iter_init (&iter, self->documents);
  while (g_hash_table_iter_next (&iter, &uid, &document))
    if (desk_document_get_save_state (document) != DESK_SAVE_SAVED)
      g_strv_builder_add (builder, uid);
  return g_strv_builder_end (builder);
}

void
desk_library_begin_story_async (DeskLibrary *self,
                                const char *language,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  Beginning *beginning;

  g_return_if_fail (DESK_IS_LIBRARY (self));

  beginning = g_new (Beginning, 1);
  beginning->connection = &self->write;
  beginning->by = g_strdup (self->author);
  beginning->language = g_strdup (language);
  beginning->open = list_written (self);
  bul_worker_run_async (self->writer, begin_job, beginning, beginning_free, NULL, kept_cb,
                        g_task_new (self, NULL, callback, user_data));
}

DeskImported *
desk_library_import_finish (DeskLibrary *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

typedef struct
{
  BulStory *story;
  char *format;
  char *path;
} Export;

static void
export_free (gpointer data)
{
  Export *export = data;

  bul_record_free (export->story);
  g_free (export->format);
  g_free (export->path);
  g_free (export);
}

static gpointer
export_job (gpointer data, GCancellable *cancellable, GError **error)
{
  const Export *export = data;
  g_autoptr (GBytes) bytes = bul_flow_export (export->story, export->format, error);

  if (bytes != NULL)
    bul_file_write (export->path, bytes, error);
  return NULL;
}

void
desk_library_export_async (DeskLibrary *self,
                           DeskDocument *document,
                           const char *format,
                           const char *path,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task = NULL;
  Export *export = NULL;

  g_return_if_fail (DESK_IS_LIBRARY (self));
  g_return_if_fail (DESK_IS_DOCUMENT (document));

  task = g_task_new (self, NULL, callback, user_data);
  export = g_new (Export, 1);
  export->story = bul_record_copy (desk_document_get_story (document));
  export->format = g_strdup (format);
  export->path = g_strdup (path);
  bul_worker_run_async (self->bulk, export_job, export, export_free, NULL, desk_library_done_cb,
                        task);
}

gboolean
desk_library_export_finish (DeskLibrary *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
