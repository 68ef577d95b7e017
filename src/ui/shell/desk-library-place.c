/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>

#include "bul-backup.h"
#include "bul-file.h"
#include "bul-flow-renew.h"
#include "desk-library-private.h"

/* From one file to another. */
typedef struct
{
  DeskConnection *connection;
  char *to; /* NULL: where it was */
  char *by;
} Move;

static Move *
move_new (DeskLibrary *self, DeskConnection *connection, const char *to)
{
  Move *move = g_new (Move, 1);

  move->connection = connection;
  move->to = g_strdup (to);
  move->by = g_strdup (self->author);
  return move;
}

static void
move_free (gpointer data)
{
  Move *move = data;

  g_free (move->to);
  g_free (move->by);
  g_free (move);
}

static void
go_to (DeskConnection *connection, const char *path)
{
  g_clear_pointer (&connection->store, bul_store_close);
  g_free (connection->path);
  connection->path = g_strdup (path);
}

static gpointer
use_job (gpointer data, GCancellable *cancellable, GError **error)
{
  const Move *move = data;

  go_to (move->connection, move->to);
  return NULL;
}

static gboolean
write_copy (DeskConnection *connection, const char *to, GError **error)
{
  g_autoptr (BulStore) reading = NULL;
  g_autofree char *folder = g_path_get_dirname (to);
  BulStore *store = connection->store;

  if (store == NULL)
    store = reading = bul_store_open (connection->path, BUL_STORE_READ_ONLY, error);
  return store != NULL && bul_file_make_folder (folder, error)
         && bul_backup_write (store, to, error);
}

/* In one job, so that no save comes in between that would be missing in the copy. */
static gpointer
move_job (gpointer data, GCancellable *cancellable, GError **error)
{
  const Move *move = data;

  if (!write_copy (move->connection, move->to, error))
    return NULL;
  go_to (move->connection, move->to);
  return g_strdup (move->to);
}

static char *
dup_free_name (const char *path)
{
  char *name = g_strdup (path);

  for (guint n = 2; g_file_test (name, G_FILE_TEST_EXISTS | G_FILE_TEST_IS_SYMLINK); n++)
    {
      g_free (name);
      name = g_strdup_printf ("%s-%u.bulletin", path, n);
    }
  return name;
}

/* The log of a file that is gone would be read into the one that comes in its place. */
static void
remove_log (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *shared = g_strconcat (path, "-shm", NULL);

  g_unlink (log);
  g_unlink (shared);
}

/* All of it is in a file before the connection closes, which holds the last of what is gone. Where
 * that cannot get the name, work goes on in it under the name that it has. */
static gpointer
put_back_job (gpointer data, GCancellable *cancellable, GError **error)
{
  const Move *move = data;
  DeskConnection *connection = move->connection;
  g_autofree char *name = dup_free_name (connection->path);
  g_autofree char *uuid = g_uuid_string_random ();
  g_autofree char *copy = g_strdup_printf ("%s.%.8s.bulletin", name, uuid);

  if (connection->store == NULL || bul_store_is_in_place (connection->store, NULL))
    return g_strdup (connection->path);
  if (!write_copy (connection, copy, error))
    return NULL;
  g_clear_pointer (&connection->store, bul_store_close);
  remove_log (name);
  go_to (connection, bul_file_put_in_place (copy, name, NULL) ? name : copy);
  return g_strdup (connection->path);
}

static void
drop_documents (DeskLibrary *self)
{
  GHashTableIter iter;
  gpointer document;

  g_hash_table_iter_init (&iter, self->documents);
  while (g_hash_table_iter_next (&iter, NULL, &document))
    if (!desk_document_get_modified (document) && !g_hash_table_contains (self->saving, document))
      {
        desk_library_stop_keeping (document);
        g_hash_table_iter_remove (&iter);
      }
}

static void
keep_documents (DeskLibrary *self)
{
  GHashTableIter iter;
  gpointer document;

  g_hash_table_iter_init (&iter, self->documents);
  while (g_hash_table_iter_next (&iter, NULL, &document))
    desk_library_keep_anew (document);
}

/* What was wrong with the file before is not wrong with this one. */
static void
note_moved (DeskLibrary *self, const char *path)
{
  g_free (self->path);
  self->path = g_strdup (path);
  self->data_version = -1;
  bul_worker_run_async (self->reader, use_job, move_new (self, &self->read, path), move_free, NULL,
                        NULL, NULL);
  desk_library_set_trouble (self, DESK_TROUBLE_READING, NULL);
  keep_documents (self);
  desk_library_find_on (self);
  g_signal_emit_by_name (self, "moved");
}

static void
moved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  DeskLibrary *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autofree char *path = bul_worker_run_finish (result, &error);

  if (path == NULL)
    {
      desk_library_find_on (self);
      g_task_return_error (task, error);
      return;
    }
  note_moved (self, path);
  g_task_return_boolean (task, TRUE);
}

void
desk_library_move_async (DeskLibrary *self,
                         const char *path,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_return_if_fail (DESK_IS_LIBRARY (self));

  bul_worker_run_async (self->writer, move_job, move_new (self, &self->write, path), move_free,
                        NULL, moved_cb, g_task_new (self, NULL, callback, user_data));
}

static void
let_go_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  DeskLibrary *self = g_task_get_source_object (task);

  bul_worker_run_finish (result, NULL);
  bul_worker_run_async (self->writer, put_back_job, move_new (self, &self->write, NULL), move_free,
                        NULL, moved_cb, g_steal_pointer (&task));
}

/* The reader lets go first: it has the log of the file that is gone open by name. */
void
desk_library_put_back_async (DeskLibrary *self, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (DESK_IS_LIBRARY (self));

  desk_library_stop_finding (self);
  bul_worker_run_async (self->reader, desk_disconnect_job, &self->read, NULL, NULL, let_go_cb,
                        g_task_new (self, NULL, callback, user_data));
}

void
desk_library_use_async (DeskLibrary *self,
                        const char *path,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (DESK_IS_LIBRARY (self));

  task = g_task_new (self, NULL, callback, user_data);
  bul_worker_run_async (self->writer, use_job, move_new (self, &self->write, path), move_free, NULL,
                        NULL, NULL);
  drop_documents (self);
  g_list_store_remove_all (self->rows);
  note_moved (self, path);
  g_task_return_boolean (task, TRUE);
}

gboolean
desk_library_move_finish (DeskLibrary *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
desk_salvaged_free (DeskSalvaged *self)
{
  g_free (self->aside);
  g_ptr_array_unref (self->notes);
  g_free (self);
}

static void
note_salvaged (const BulFlowSalvaged *story, gpointer data)
{
  DeskSalvaged *salvaged = data;
  g_autoptr (GString) note = g_string_new (story->headline == NULL ? story->uid : story->headline);
  guint *const counts[] = {
    [BUL_FLOW_SALVAGED_WHOLE] = &salvaged->n_whole,
    [BUL_FLOW_SALVAGED_PART] = &salvaged->n_part,
    [BUL_FLOW_SALVAGED_LOST] = &salvaged->n_lost,
  };

  (*counts[story->state])++;
  if (story->state == BUL_FLOW_SALVAGED_WHOLE)
    return;
  for (guint i = 0; i < story->notes->len; i++)
    g_string_append_printf (note, "\n%s", (const char *) story->notes->pdata[i]);
  g_ptr_array_add (salvaged->notes, g_string_free (g_steal_pointer (&note), FALSE));
}

/* On the writer's thread, so that nobody opens what is on its way. */
static gpointer
salvage_job (gpointer data, GCancellable *cancellable, GError **error)
{
  const Move *move = data;
  g_autoptr (DeskSalvaged) salvaged = g_new0 (DeskSalvaged, 1);

  salvaged->notes = g_ptr_array_new_with_free_func (g_free);
  g_clear_pointer (&move->connection->store, bul_store_close);
  salvaged->aside
      = bul_flow_renew (move->connection->path, move->by, note_salvaged, salvaged, error);
  return salvaged->aside == NULL ? NULL : g_steal_pointer (&salvaged);
}

static void
salvaged_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  DeskLibrary *self = g_task_get_source_object (task);
  g_autofree char *path = g_strdup (self->path);
  GError *error = NULL;
  DeskSalvaged *salvaged = bul_worker_run_finish (result, &error);

  if (salvaged == NULL)
    {
      desk_library_find_on (self);
      g_task_return_error (task, error);
      return;
    }
  drop_documents (self);
  note_moved (self, path);
  g_task_return_pointer (task, salvaged, (GDestroyNotify) desk_salvaged_free);
}

static void
closed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  DeskLibrary *self = g_task_get_source_object (task);

  bul_worker_run_finish (result, NULL);
  bul_worker_run_async (self->writer, salvage_job, move_new (self, &self->write, NULL), move_free,
                        NULL, salvaged_cb, g_steal_pointer (&task));
}

void
desk_library_salvage_async (DeskLibrary *self, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (DESK_IS_LIBRARY (self));

  desk_library_stop_finding (self);
  bul_worker_run_async (self->reader, desk_disconnect_job, &self->read, NULL, NULL, closed_cb,
                        g_task_new (self, NULL, callback, user_data));
}

DeskSalvaged *
desk_library_salvage_finish (DeskLibrary *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static gpointer
copy_job (gpointer data, GCancellable *cancellable, GError **error)
{
  const Move *move = data;

  write_copy (move->connection, move->to, error);
  return NULL;
}

void
desk_library_copy_async (DeskLibrary *self,
                         const char *path,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_return_if_fail (DESK_IS_LIBRARY (self));

  bul_worker_run_async (self->writer, copy_job, move_new (self, &self->write, path), move_free,
                        NULL, desk_library_done_cb, g_task_new (self, NULL, callback, user_data));
}

gboolean
desk_library_copy_finish (DeskLibrary *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

gboolean
desk_library_has_document (DeskLibrary *self, DeskDocument *document)
{
  const char *uid = desk_document_get_story (document)->uid;

  return g_hash_table_lookup (self->documents, uid) == document;
}
