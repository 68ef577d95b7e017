/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-store-saved.h"

#include <glib/gi18n.h>

#include "bul-error.h"
#include "bul-search-private.h"
#include "bul-time.h"

#define COLUMNS "SELECT name, query, by, at, seen FROM saved_search"

BulSavedSearch *
bul_saved_search_copy (const BulSavedSearch *self)
{
  BulSavedSearch *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new0 (BulSavedSearch, 1);
  copy->name = g_strdup (self->name);
  copy->query = g_strdup (self->query);
  copy->by = g_strdup (self->by);
  copy->at = g_strdup (self->at);
  copy->seen = self->seen;
  return copy;
}

void
bul_saved_search_free (BulSavedSearch *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->query);
  g_free (self->by);
  g_free (self->at);
  g_free (self);
}

static void
saved_free (gpointer data)
{
  bul_saved_search_free (data);
}

static BulSavedSearch *
read_saved (sqlite3_stmt *select)
{
  BulSavedSearch *saved = g_new0 (BulSavedSearch, 1);

  saved->name = bul_db_dup_text (select, 0);
  saved->query = bul_db_dup_text (select, 1);
  saved->by = bul_db_dup_text (select, 2);
  saved->at = bul_db_dup_text (select, 3);
  saved->seen = sqlite3_column_int64 (select, 4);
  return saved;
}

GPtrArray *
bul_store_list_saved (BulStore *self, GError **error)
{
  sqlite3_stmt *select = bul_db_prepare (self->db, COLUMNS " ORDER BY id", error);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (saved_free);
  BulDbStep step;

  if (select == NULL)
    return NULL;
  while ((step = bul_db_step (self->db, select, error)) == BUL_DB_ROW)
    g_ptr_array_add (list, read_saved (select));
  return step == BUL_DB_DONE ? g_steal_pointer (&list) : NULL;
}

static gboolean
fail_to_find (const char *name, GError **error)
{
  g_set_error (
      error, BUL_ERROR, BUL_ERROR_NOT_FOUND,
      _ ("No search is saved as “%s”. Nothing was changed. “bulletin find --list-saved” lists "
         "those that are."),
      name);
  return FALSE;
}

BulSavedSearch *
bul_store_find_saved (BulStore *self, const char *name, GError **error)
{
  sqlite3_stmt *select = bul_db_prepare (self->db, COLUMNS " WHERE name = :name", error);
  BulSavedSearch *saved = NULL;
  BulDbStep step;

  if (select == NULL)
    return NULL;
  bul_db_bind_text (select, "name", name);
  step = bul_db_step (self->db, select, error);
  if (step == BUL_DB_ROW)
    saved = read_saved (select);
  else if (step == BUL_DB_DONE)
    fail_to_find (name, error);
  sqlite3_reset (select);
  return saved;
}

/* Runs one statement in a transaction; @n_changed: (out): rows that it changed. */
static gboolean
run_alone (BulStore *self, sqlite3_stmt *statement, int *n_changed, GError **error)
{
  gboolean done;

  if (!bul_store_begin (self, error))
    return FALSE;
  done = bul_db_run (self->db, statement, error);
  *n_changed = sqlite3_changes (self->db->handle);
  return bul_store_end (self, done, error);
}

static gboolean
is_blank (const char *text)
{
  g_autofree char *copy = g_strdup (text);

  return *g_strstrip (copy) == '\0';
}

gboolean
bul_store_save_query (
    BulStore *self, const char *name, const char *query, const char *by, GError **error)
{
  static const char sql[]
      = "INSERT INTO saved_search (name, query, by, at, seen)"
        " VALUES (:name, :query, :by, :at, (SELECT coalesce(max(id), 0) FROM story))"
        " ON CONFLICT (name) DO UPDATE SET query = excluded.query, by = excluded.by,"
        " at = excluded.at, seen = excluded.seen";
  sqlite3_stmt *insert;
  g_autofree char *now = bul_time_now ();
  int n;

  if (is_blank (name) || is_blank (query))
    {
      g_set_error_literal (
          error, BUL_ERROR, BUL_ERROR_REFUSED,
          _ ("A saved search needs a name, and words that are looked for. Nothing was "
             "saved."));
      return FALSE;
    }
  insert = bul_db_prepare (self->db, sql, error);
  if (insert == NULL)
    return FALSE;
  bul_db_bind_text (insert, "name", name);
  bul_db_bind_text (insert, "query", query);
  bul_db_bind_text (insert, "by", by);
  bul_db_bind_text (insert, "at", now);
  return run_alone (self, insert, &n, error);
}

gboolean
bul_store_put_saved_back (BulStore *self, const BulSavedSearch *saved, GError **error)
{
  static const char sql[] = "INSERT INTO saved_search (name, query, by, at, seen)"
                            " VALUES (:name, :query, :by, :at, :seen)"
                            " ON CONFLICT (name) DO UPDATE SET query = excluded.query,"
                            " by = excluded.by, at = excluded.at, seen = excluded.seen";
  sqlite3_stmt *insert = bul_db_prepare (self->db, sql, error);
  int n;

  if (insert == NULL)
    return FALSE;
  bul_db_bind_text (insert, "name", saved->name);
  bul_db_bind_text (insert, "query", saved->query);
  bul_db_bind_text (insert, "by", saved->by);
  bul_db_bind_text (insert, "at", saved->at);
  bul_db_bind_number (insert, "seen", saved->seen);
  return run_alone (self, insert, &n, error);
}

/* Runs what is about the search @name, which has to be there. */
static gboolean
run_on (BulStore *self, sqlite3_stmt *statement, const char *name, GError **error)
{
  int n;

  if (statement == NULL)
    return FALSE;
  bul_db_bind_text (statement, "name", name);
  if (!run_alone (self, statement, &n, error))
    return FALSE;
  return n > 0 || fail_to_find (name, error);
}

gboolean
bul_store_rename_saved (BulStore *self, const char *name, const char *to, GError **error)
{
  g_autoptr (BulSavedSearch) other = bul_store_find_saved (self, to, NULL);
  sqlite3_stmt *update;

  if (other != NULL || is_blank (to))
    {
      g_set_error (error, BUL_ERROR, BUL_ERROR_REFUSED,
                   _ ("A search cannot be called “%s”: another is, or it says nothing. Nothing was "
                      "changed."),
                   to);
      return FALSE;
    }
  update
      = bul_db_prepare (self->db, "UPDATE saved_search SET name = :to WHERE name = :name", error);
  if (update != NULL)
    bul_db_bind_text (update, "to", to);
  return run_on (self, update, name, error);
}

gboolean
bul_store_remove_saved (BulStore *self, const char *name, GError **error)
{
  return run_on (self,
                 bul_db_prepare (self->db, "DELETE FROM saved_search WHERE name = :name", error),
                 name, error);
}

gboolean
bul_store_see_saved (BulStore *self, const char *name, GError **error)
{
  static const char sql[] = "UPDATE saved_search SET seen = (SELECT coalesce(max(id), 0)"
                            " FROM story) WHERE name = :name";

  return run_on (self, bul_db_prepare (self->db, sql, error), name, error);
}

/* --- what is new */

/* Where the stories that came since stand in the order. */
static GHashTable *
list_docids_since (BulDb *db, gint64 seen, GError **error)
{
  sqlite3_stmt *select
      = bul_db_prepare (db, "SELECT docid FROM search_document WHERE story > :seen", error);
  g_autoptr (GHashTable) docids = g_hash_table_new (NULL, NULL);
  BulDbStep step;

  if (select == NULL)
    return NULL;
  bul_db_bind_number (select, "seen", seen);
  while ((step = bul_db_step (db, select, error)) == BUL_DB_ROW)
    g_hash_table_add (docids, GSIZE_TO_POINTER ((gsize) sqlite3_column_int64 (select, 0)));
  return step == BUL_DB_DONE ? g_steal_pointer (&docids) : NULL;
}

gboolean
bul_search_count_since (
    BulSearch *search, gint64 seen, GCancellable *cancellable, guint *n, GError **error)
{
  g_autoptr (GHashTable) since = list_docids_since (search->store->db, seen, error);
  g_autoptr (GArray) hits = NULL;

  *n = 0;
  if (since == NULL)
    return FALSE;
  if (g_hash_table_size (since) == 0)
    return TRUE;
  hits = bul_search_list_newest (search, G_MAXINT64, G_MAXUINT, cancellable, error);
  for (guint i = 0; hits != NULL && i < hits->len; i++)
    if (g_hash_table_contains (
            since, GSIZE_TO_POINTER ((gsize) g_array_index (hits, BulSearchHit, i).docid)))
      (*n)++;
  return hits != NULL;
}
