/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-search.h"

#include "bul-error.h"
#include "bul-search-outdated-private.h"
#include "bul-search-private.h"
#include "bul-search-table-private.h"

/* So many of the newest are scored. */
#define MOST_SCORED 20000

/* A slice of preparing, with its commit far below the 250 ms that a lock may be held. */
#define LONGEST_SLICE (G_USEC_PER_SEC / 10)
#define MOST_STORIES 200

BulSearch *
bul_search_new (BulStore *store, const BulQuery *query, GError **error)
{
  g_autoptr (BulSearchPlan) plan = bul_search_plan_new (store->db, query, error);
  BulSearch *self;

  if (plan == NULL)
    return NULL;
  self = g_new0 (BulSearch, 1);
  self->store = store;
  self->query = query;
  self->plan = g_steal_pointer (&plan);
  return self;
}

void
bul_search_free (BulSearch *self)
{
  if (self == NULL)
    return;
  bul_search_plan_free (self->plan);
  g_free (self);
}

static GArray *
list_hits (BulSearch *self, gint64 last, guint n, BulSearchScoring scoring, GError **error)
{
  g_autoptr (BulSearchCursor) cursor
      = bul_search_cursor_new (self->store->db, self->plan, last, scoring, error);
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (BulSearchHit));
  BulDbStep step = BUL_DB_DONE;

  if (cursor == NULL)
    return NULL;
  while (hits->len < n && (step = bul_search_cursor_step (cursor, error)) == BUL_DB_ROW)
    {
      BulSearchHit hit
          = { bul_search_cursor_get_docid (cursor), bul_search_cursor_get_score (cursor) };

      g_array_append_val (hits, hit);
    }
  return step == BUL_DB_ERROR ? NULL : g_steal_pointer (&hits);
}

static char *
dup_uid (BulDb *db, gint64 docid, GError **error)
{
  static const char sql[] = "SELECT uid FROM search_document JOIN story ON story.id = story"
                            " WHERE docid = :docid";
  sqlite3_stmt *select = bul_db_prepare (db, sql, error);
  char *uid = NULL;
  BulDbStep step;

  if (select == NULL)
    return NULL;
  bul_db_bind_number (select, "docid", docid);
  step = bul_db_step (db, select, error);
  if (step == BUL_DB_ROW)
    uid = bul_db_dup_text (select, 0);
  else if (step == BUL_DB_DONE)
    g_set_error_literal (error, BUL_ERROR, BUL_ERROR_NOT_FOUND, "It was saved again meanwhile.");
  sqlite3_reset (select);
  return uid;
}

/* In one transaction, so that what is found is there. */
static GPtrArray *
list_uids (BulSearch *self, GError **error)
{
  g_autoptr (GArray) hits = list_hits (self, G_MAXINT64, G_MAXUINT, BUL_SEARCH_UNSCORED, error);
  g_autoptr (GPtrArray) uids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; hits != NULL && i < hits->len; i++)
    {
      char *uid = dup_uid (self->store->db, g_array_index (hits, BulSearchHit, i).docid, error);

      if (uid == NULL)
        return NULL;
      g_ptr_array_add (uids, uid);
    }
  return hits == NULL ? NULL : g_steal_pointer (&uids);
}

GPtrArray *
bul_search_list_uids (BulSearch *self, GCancellable *cancellable, GError **error)
{
  GPtrArray *uids;

  if (!bul_db_exec (self->store->db, "BEGIN", error))
    return NULL;
  bul_db_begin_cancellable (self->store->db, cancellable);
  uids = list_uids (self, error);
  bul_db_end_cancellable (self->store->db);
  bul_db_exec (self->store->db, "ROLLBACK", NULL);
  return uids;
}

GPtrArray *
bul_search_list_uids_at (BulStore *store,
                         const GArray *docids,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (GPtrArray) uids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < docids->len; i++)
    {
      g_autoptr (GError) failed = NULL;
      char *uid;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      uid = dup_uid (store->db, g_array_index (docids, gint64, i), &failed);
      if (uid != NULL)
        g_ptr_array_add (uids, uid);
      else if (!g_error_matches (failed, BUL_ERROR, BUL_ERROR_NOT_FOUND))
        {
          g_propagate_error (error, g_steal_pointer (&failed));
          return NULL;
        }
    }
  return g_steal_pointer (&uids);
}

GArray *
bul_search_list_newest (
    BulSearch *self, gint64 before, guint n, GCancellable *cancellable, GError **error)
{
  GArray *hits;

  bul_db_begin_cancellable (self->store->db, cancellable);
  hits = list_hits (self, before - 1, n, BUL_SEARCH_UNSCORED, error);
  bul_db_end_cancellable (self->store->db);
  return hits;
}

/* The newer of two that are as good. */
static int
compare_scores (gconstpointer a, gconstpointer b)
{
  const BulSearchHit *x = a;
  const BulSearchHit *y = b;

  if (x->score != y->score)
    return x->score < y->score ? 1 : -1;
  return (x->docid < y->docid) - (x->docid > y->docid);
}

GArray *
bul_search_list_best (BulSearch *self, guint n, GCancellable *cancellable, GError **error)
{
  GArray *hits;

  bul_db_begin_cancellable (self->store->db, cancellable);
  hits = list_hits (self, G_MAXINT64, MOST_SCORED, BUL_SEARCH_SCORED, error);
  bul_db_end_cancellable (self->store->db);
  if (hits == NULL)
    return NULL;
  g_array_sort (hits, compare_scores);
  g_array_set_size (hits, MIN (hits->len, n));
  return hits;
}

/* What one index answers is counted by SQLite itself, and in the order that costs the least. */
static gboolean
count_leaf (BulSearch *self, const char *sql, guint *n, GError **error)
{
  BulDb *db = self->store->db;
  sqlite3_stmt *select = bul_db_prepare (db, sql, error);

  if (select == NULL)
    return FALSE;
  if (self->plan->match != NULL)
    bul_db_bind_text (select, "match", self->plan->match);
  bul_db_bind_number (select, "first", self->plan->first);
  bul_db_bind_number (select, "last", self->plan->last);
  if (bul_db_step (db, select, error) != BUL_DB_ROW)
    return FALSE;
  *n = (guint) sqlite3_column_int64 (select, 0);
  sqlite3_reset (select);
  return TRUE;
}

static gboolean
count_steps (BulSearch *self, guint *n, GError **error)
{
  g_autoptr (BulSearchCursor) cursor
      = bul_search_cursor_new (self->store->db, self->plan, G_MAXINT64, BUL_SEARCH_UNSCORED, error);
  guint count = 0;
  BulDbStep step;

  if (cursor == NULL)
    return FALSE;
  while ((step = bul_search_cursor_step (cursor, error)) == BUL_DB_ROW)
    count++;
  if (step != BUL_DB_DONE)
    return FALSE;
  *n = count;
  return TRUE;
}

gboolean
bul_search_count (BulSearch *self, GCancellable *cancellable, guint *n, GError **error)
{
  static const char *const leaves[] = {
    [BUL_SEARCH_TEXT] = "SELECT count(*) FROM search_text WHERE search_text MATCH :match"
                        " AND rowid BETWEEN :first AND :last",
    [BUL_SEARCH_SYLLABLE]
    = "SELECT count(*) FROM search_syllable WHERE search_syllable MATCH :match"
      " AND rowid BETWEEN :first AND :last",
    [BUL_SEARCH_DAYS] = "SELECT count(*) FROM search_document WHERE docid BETWEEN :first AND :last",
  };
  const char *sql = self->plan->type < G_N_ELEMENTS (leaves) ? leaves[self->plan->type] : NULL;
  gboolean done;

  bul_db_begin_cancellable (self->store->db, cancellable);
  done = sql == NULL ? count_steps (self, n, error) : count_leaf (self, sql, n, error);
  bul_db_end_cancellable (self->store->db);
  return done;
}

/* Where it was saved again, it may stand elsewhere now. */
static gboolean
find_story (BulDb *db, gint64 docid, gint64 *story, GError **error)
{
  static const char sql[] = "SELECT story FROM search_document WHERE docid = :docid";
  sqlite3_stmt *select = bul_db_prepare (db, sql, error);
  BulDbStep step;

  if (select == NULL)
    return FALSE;
  bul_db_bind_number (select, "docid", docid);
  step = bul_db_step (db, select, error);
  *story = step == BUL_DB_ROW ? sqlite3_column_int64 (select, 0) : 0;
  sqlite3_reset (select);
  if (step == BUL_DB_DONE)
    g_set_error (error, BUL_ERROR, BUL_ERROR_NOT_FOUND,
                 "The story was saved again meanwhile. Look for it once more.");
  return step == BUL_DB_ROW;
}

BulStoreRow *
bul_search_load_row (BulSearch *self, gint64 docid, GError **error)
{
  gint64 story;

  return find_story (self->store->db, docid, &story, error)
             ? bul_store_load_row (self->store, story, error)
             : NULL;
}

gboolean
bul_search_is_ready (BulStore *store, gboolean *ready, GError **error)
{
  gint64 upto;

  if (!bul_search_table_get_progress (store->db, &upto, error))
    return FALSE;
  *ready = upto >= BUL_SEARCH_TABLE_FULL;
  return TRUE;
}

gboolean
bul_search_is_behind (BulStore *store, gboolean *behind, GError **error)
{
  gint64 story;

  if (!bul_search_outdated_get_first (store->db, &story, error))
    return FALSE;
  *behind = story != 0;
  return TRUE;
}

/* @left: (out): whether more may be left */
static gboolean
bring_up_slice (BulDb *db, gboolean *left, GError **error)
{
  gint64 until = g_get_monotonic_time () + LONGEST_SLICE;

  do
    if (!bul_search_table_bring_up (db, left, error))
      return FALSE;
  while (*left && g_get_monotonic_time () < until);
  return TRUE;
}

/* About, for rows of stories that are gone count too. */
static gboolean
count_left (BulDb *db, gint64 upto, guint *left, GError **error)
{
  gint64 last;

  if (!bul_db_get_number (db, "SELECT coalesce(max(id), 0) FROM story", &last, error))
    return FALSE;
  *left = (guint) CLAMP (last - upto, 1, G_MAXUINT);
  return TRUE;
}

static gboolean
fill_slice (BulDb *db, gint64 upto, guint *left, GError **error)
{
  gint64 until = g_get_monotonic_time () + LONGEST_SLICE / 2;
  g_autoptr (GPtrArray) waiting = bul_search_table_make_waiting ();
  gboolean found = TRUE;

  while (found && waiting->len < MOST_STORIES && g_get_monotonic_time () < until)
    if (!bul_search_table_fill (db, &upto, &found, waiting, error))
      return FALSE;
  if (!bul_search_table_write_waiting (db, waiting, error))
    return FALSE;
  if (found)
    return bul_search_table_set_progress (db, upto, error) && count_left (db, upto, left, error);
  *left = 1;
  return bul_search_table_start_merge (db, error)
         && bul_search_table_set_progress (db, BUL_SEARCH_TABLE_FULL, error);
}

static gboolean
merge_slice (BulDb *db, guint *left, GError **error)
{
  gint64 until = g_get_monotonic_time () + LONGEST_SLICE;
  gboolean more = TRUE;

  while (more && g_get_monotonic_time () < until)
    if (!bul_search_table_merge (db, &more, error))
      return FALSE;
  *left = more ? 1 : 0;
  return more || bul_search_table_set_progress (db, G_MAXINT64, error);
}

static gboolean
clear_slice (BulDb *db, guint *left, GError **error)
{
  gint64 until = g_get_monotonic_time () + LONGEST_SLICE;
  gboolean more = TRUE;

  while (more && g_get_monotonic_time () < until)
    if (!bul_search_table_clear (db, &more, error))
      return FALSE;
  return count_left (db, 0, left, error);
}

/* Inside a transaction. What the tables hold of another version goes first. */
static gboolean
prepare_slice (BulDb *db, guint *left, GError **error)
{
  gboolean behind;
  gint64 upto;

  if (!bring_up_slice (db, &behind, error) || !bul_search_table_get_progress (db, &upto, error))
    return FALSE;
  if (behind || upto == G_MAXINT64)
    {
      *left = behind ? 1 : 0;
      return TRUE;
    }
  if (upto < 0)
    return clear_slice (db, left, error);
  return upto == BUL_SEARCH_TABLE_FULL ? merge_slice (db, left, error)
                                       : fill_slice (db, upto, left, error);
}

/* Nobody else sees it, so that nobody waits. */
static gboolean
prepare_copy (BulDb *db, guint *left, GError **error)
{
  if (!bul_db_exec (db, "BEGIN", error))
    return FALSE;
  if (prepare_slice (db, left, error) && bul_db_exec (db, "COMMIT", error))
    return TRUE;
  bul_db_exec (db, "ROLLBACK", NULL);
  return FALSE;
}

gboolean
bul_search_prepare (BulStore *store, guint *left, GError **error)
{
  gboolean done;

  if (store->is_copy)
    return prepare_copy (store->db, left, error);
  if (!bul_store_begin (store, error))
    return FALSE;
  done = bul_store_end (store, prepare_slice (store->db, left, error), error);
  bul_lock_give_way (store->lock);
  return done;
}

static gboolean
tend (BulStore *store, gboolean *left, GError **error)
{
  gboolean merging;

  if (!bul_store_begin (store, error))
    return FALSE;
  return bul_store_end (store,
                        bring_up_slice (store->db, left, error)
                            && (*left || bul_search_table_merge (store->db, &merging, error)),
                        error);
}

gboolean
bul_search_tend (BulStore *store, GError **error)
{
  gboolean left = TRUE;

  while (left)
    {
      if (!tend (store, &left, error))
        return bul_store_do_without_search (store, error);
      if (left)
        bul_lock_give_way (store->lock);
    }
  return TRUE;
}

gboolean
bul_search_is_damaged (BulStore *store)
{
  return store->db->search_damaged;
}

gboolean
bul_search_give_up (BulStore *store, GError **error)
{
  if (!bul_store_begin (store, error))
    return FALSE;
  return bul_store_end (store, bul_search_table_give_up (store->db, error), error);
}
