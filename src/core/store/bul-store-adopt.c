/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-store-adopt.h"

#include "bul-store-private.h"

/* How the rows of a table are taken over, in this order: what belongs to something is nothing
 * without it. Rows of stories have other numbers now. */
static const struct
{
  const char *select;
  const char *insert;
  BulStoreBeside what; /* that each row is one of, or BUL_STORE_N_BESIDE */
} adopted[] = {
  /* people */
  { "SELECT id, uid, korean, english, others, family, note, merged_into FROM person ORDER BY id",
    "INSERT OR IGNORE INTO person (id, uid, korean, english, others, family, note, merged_into)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    BUL_STORE_PEOPLE },
  { "SELECT id, what, by, at, undone FROM person_deed ORDER BY id",
    "INSERT OR IGNORE INTO person_deed (id, what, by, at, undone) VALUES (?1, ?2, ?3, ?4, ?5)",
    BUL_STORE_N_BESIDE },
  { "SELECT id, deed, is_new, uid, korean, english, others, family, note, merged_into"
    " FROM person_before ORDER BY id",
    "INSERT OR IGNORE INTO person_before (id, deed, is_new, uid, korean, english, others, family,"
    " note, merged_into) SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10"
    " WHERE EXISTS (SELECT 1 FROM person_deed WHERE id = ?2)",
    BUL_STORE_N_BESIDE },
  { "SELECT id, deed, one, other FROM person_apart ORDER BY id",
    "INSERT OR IGNORE INTO person_apart (id, deed, one, other) SELECT ?1, ?2, ?3, ?4"
    " WHERE EXISTS (SELECT 1 FROM person_deed WHERE id = ?2)",
    BUL_STORE_N_BESIDE },
  { "SELECT id, deed, uid, korean, english, others, family, note, merged_into FROM person_undone"
    " ORDER BY id",
    "INSERT OR IGNORE INTO person_undone (id, deed, uid, korean, english, others, family, note,"
    " merged_into) SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9"
    " WHERE EXISTS (SELECT 1 FROM person_deed WHERE id = ?2)",
    BUL_STORE_N_BESIDE },
  /* the vocabulary */
  { "SELECT id, vocabulary, code, korean, english, note, match, merged_into, retired FROM concept"
    " ORDER BY id",
    "INSERT OR IGNORE INTO concept (id, vocabulary, code, korean, english, note, match,"
    " merged_into, retired) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    BUL_STORE_CONCEPTS },
  { "SELECT concept, position, parent FROM concept_parent",
    "INSERT OR IGNORE INTO concept_parent (concept, position, parent) SELECT ?1, ?2, ?3"
    " WHERE EXISTS (SELECT 1 FROM concept WHERE id = ?1)",
    BUL_STORE_N_BESIDE },
  { "SELECT concept, position, language, name FROM concept_name WHERE language IN ('ko', 'en')",
    "INSERT OR IGNORE INTO concept_name (concept, position, language, name) SELECT ?1, ?2, ?3, ?4"
    " WHERE EXISTS (SELECT 1 FROM concept WHERE id = ?1)",
    BUL_STORE_N_BESIDE },
  /* what was done to tags */
  { "SELECT id, deed, code, \"into\", by, at, undone_at FROM tag_receipt"
    " WHERE deed IN ('add', 'remove', 'merge') ORDER BY id",
    "INSERT OR IGNORE INTO tag_receipt (id, deed, code, \"into\", by, at, undone_at)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    BUL_STORE_RECEIPTS },
  { "SELECT receipt, uid, tag_receipt_story.revision, stands FROM tag_receipt_story"
    " JOIN story ON story.id = story ORDER BY receipt, story",
    "INSERT OR IGNORE INTO tag_receipt_story (receipt, story, revision, stands)"
    " SELECT ?1, id, ?3, ?4 FROM story WHERE uid = ?2"
    " AND EXISTS (SELECT 1 FROM tag_receipt WHERE id = ?1)",
    BUL_STORE_N_BESIDE },
  { "SELECT receipt, uid, tag_receipt_undone.revision, stands, at FROM tag_receipt_undone"
    " JOIN story ON story.id = story ORDER BY receipt, story",
    "INSERT OR IGNORE INTO tag_receipt_undone (receipt, story, revision, stands, at)"
    " SELECT ?1, id, ?3, ?4, ?5 FROM story WHERE uid = ?2"
    " AND EXISTS (SELECT 1 FROM tag_receipt WHERE id = ?1)",
    BUL_STORE_N_BESIDE },
  /* queries: all that was kept was seen by whoever kept it */
  { "SELECT id, name, query, by, at FROM saved_search ORDER BY id",
    "INSERT OR IGNORE INTO saved_search (id, name, query, by, at, seen)"
    " VALUES (?1, ?2, ?3, ?4, ?5, (SELECT coalesce(max(id), 0) FROM story))",
    BUL_STORE_SEARCHES },
};

static gboolean
adopt_row (BulDb *db, sqlite3_stmt *select, const char *sql, GError **error)
{
  sqlite3_stmt *insert = bul_db_prepare (db, sql, error);

  if (insert == NULL)
    return FALSE;
  for (int i = 0; i < sqlite3_column_count (select); i++)
    sqlite3_bind_value (insert, i + 1, sqlite3_column_value (select, i));
  return bul_db_run (db, insert, error);
}

static gboolean
adopt_table (BulDb *db, BulDb *from, guint i, guint *n, GError **error)
{
  sqlite3_stmt *select = bul_db_prepare (from, adopted[i].select, error);
  BulDbStep step;

  if (select == NULL)
    return FALSE;
  while ((step = bul_db_step (from, select, error)) == BUL_DB_ROW)
    {
      if (!adopt_row (db, select, adopted[i].insert, error))
        {
          sqlite3_reset (select);
          return FALSE;
        }
      if (adopted[i].what != BUL_STORE_N_BESIDE)
        n[adopted[i].what] += (guint) sqlite3_changes (db->handle);
    }
  return step == BUL_DB_DONE;
}

gboolean
bul_store_adopt (BulStore *self, BulStore *from, guint *n, GError **error)
{
  gboolean done = TRUE;

  for (guint i = 0; i < BUL_STORE_N_BESIDE; i++)
    n[i] = 0;
  if (!bul_store_begin (self, error))
    return FALSE;
  for (guint i = 0; done && i < G_N_ELEMENTS (adopted); i++)
    done = adopt_table (self->db, from->db, i, n, error);
  return bul_store_end (self, done, error);
}
