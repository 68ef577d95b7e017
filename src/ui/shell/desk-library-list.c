/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-error.h"
#include "desk-library-private.h"
#include "desk-story-row.h"

/* So many of the newest by their day, and of those that came last, are listed beside the script;
 * among more nobody looks without searching. */
#define MOST_LISTED 1000

/* Hands back what went wrong and keeps nobody from work, if anything. */
static gpointer
create_job (gpointer data, GCancellable *cancellable, GError **error)
{
  BulStore *store = desk_connection_open (data, error);

  if (store == NULL)
    return NULL;
  desk_library_catch_up (store);
  return g_strdup (bul_store_get_trouble (store));
}

/* What is asked. */
typedef struct
{
  DeskConnection *connection;
  GStrv open; /* uids */
} Asking;

static void
asking_free (gpointer data)
{
  Asking *asking = data;

  g_strfreev (asking->open);
  g_free (asking);
}

/* What is answered. */
typedef struct
{
  GPtrArray *rows; /* of BulStoreRow */
  gboolean is_all;
} Listed;

static void
listed_free (Listed *listed)
{
  g_clear_pointer (&listed->rows, g_ptr_array_unref);
  g_free (listed);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Listed, listed_free)

static gpointer
list_job (gpointer data, GCancellable *cancellable, GError **error)
{
  const Asking *asking = data;
  BulStore *store = desk_connection_open (asking->connection, error);
  g_autoptr (Listed) listed = g_new0 (Listed, 1);

  if (store == NULL)
    return NULL;
  listed->rows = bul_store_list_newest (store, MOST_LISTED, (const char *const *) asking->open,
                                        &listed->is_all, error);
  return listed->rows == NULL ? NULL : g_steal_pointer (&listed);
}

static void
add_uids (GStrvBuilder *uids, GHashTable *table)
{
  GHashTableIter iter;
  gpointer uid;

  g_hash_table_iter_init (&iter, table);
  while (g_hash_table_iter_next (&iter, &uid, NULL))
    g_strv_builder_add (uids, uid);
}

/* What is open is listed, however old it is: so its newest revision is known. */
static Asking *
asking_new (DeskLibrary *self)
{
  Asking *asking = g_new0 (Asking, 1);
  g_autoptr (GStrvBuilder) uids = g_strv_builder_new ();

  asking->connection = &self->read;
  add_uids (uids, self->documents);
  add_uids (uids, self->wanted);
  asking->open = g_strv_builder_end (uids);
  return asking;
}

/* The row that is shown already stays the same object, so that selection and focus stay with it. */
static GPtrArray *
make_rows (DeskLibrary *self, const GPtrArray *listed)
{
  g_autoptr (GHashTable) shown = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->rows));

  for (guint i = 0; i < n_shown; i++)
    {
      g_autoptr (DeskStoryRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      g_hash_table_insert (shown, (char *) desk_story_row_get_uid (row), row);
    }
  for (guint i = 0; i < listed->len; i++)
    {
      const BulStoreRow *from = listed->pdata[i];
      DeskStoryRow *row = g_hash_table_lookup (shown, from->uid);

      if (row == NULL)
        row = desk_story_row_new (from);
      else
        desk_story_row_update (g_object_ref (row), from);
      g_ptr_array_add (rows, row);
    }
  return rows;
}

static gboolean
is_shown_at (DeskLibrary *self, guint position, gpointer row)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

  return (gpointer) item == row;
}

/* Replaces only what lies between the first and the last difference. */
static void
show_rows (DeskLibrary *self, const GPtrArray *rows)
{
  guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  guint start = 0;
  guint end = 0;

  while (start < n_shown && start < rows->len && is_shown_at (self, start, rows->pdata[start]))
    start++;
  while (end < n_shown - start && end < rows->len - start
         && is_shown_at (self, n_shown - 1 - end, rows->pdata[rows->len - 1 - end]))
    end++;
  if (n_shown - start - end > 0 || rows->len - start - end > 0)
    g_list_store_splice (self->rows, start, n_shown - start - end,
                         rows->len == 0 ? NULL : rows->pdata + start, rows->len - start - end);
}

/* Where there is no library to read either, what keeps one from being made is what counts. */
static GError *
choose_error (GTask *task, GError *reading)
{
  const GError *writing = g_task_get_task_data (task);

  if (writing == NULL || !g_error_matches (reading, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return reading;
  g_error_free (reading);
  return g_error_copy (writing);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  DeskLibrary *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (Listed) listed = bul_worker_run_finish (result, &error);
  g_autoptr (GPtrArray) rows = NULL;

  if (listed == NULL)
    {
      g_task_return_error (task, choose_error (task, g_steal_pointer (&error)));
      return;
    }
  desk_library_note_opened (self, g_task_get_task_data (task));
  self->lists_all = listed->is_all;
  rows = make_rows (self, listed->rows);
  show_rows (self, rows);
  g_task_return_boolean (task, TRUE);
  g_signal_emit_by_name (self, "listed");
}

static void
created_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  DeskLibrary *self = g_task_get_source_object (task);
  GError *error = NULL;
  g_autofree char *trouble = bul_worker_run_finish (result, &error);
  gboolean can_read = error == NULL || g_error_matches (error, BUL_ERROR, BUL_ERROR_READ_ONLY);

  desk_library_note_unbacked (self, trouble);
  if (!can_read)
    g_task_return_error (task, error);
  else if (error != NULL)
    g_task_set_task_data (task, error, (GDestroyNotify) g_error_free);
  if (!can_read)
    return;
  if (self->reader != NULL)
    bul_worker_run_async (self->reader, list_job, asking_new (self), asking_free, NULL, listed_cb,
                          g_steal_pointer (&task));
  else
    g_task_return_boolean (task, TRUE);
}

/* A library opened only to be read has nothing to create; the writer is asked first all the same,
 * for the reader could not make the file. What cannot be written may still be read. */
void
desk_library_list_async (DeskLibrary *self, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = NULL;

  g_return_if_fail (DESK_IS_LIBRARY (self));

  desk_library_follow (self);
  task = g_task_new (self, NULL, callback, user_data);
  bul_worker_run_async (self->writer, create_job, &self->write, NULL, NULL, created_cb, task);
}

gboolean
desk_library_list_finish (DeskLibrary *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

gboolean
desk_library_lists_all (DeskLibrary *self)
{
  g_return_val_if_fail (DESK_IS_LIBRARY (self), TRUE);

  return self->lists_all;
}

void
desk_library_want (DeskLibrary *self, const char *uid)
{
  g_return_if_fail (DESK_IS_LIBRARY (self) && uid != NULL);

  g_hash_table_add (self->wanted, g_strdup (uid));
}
