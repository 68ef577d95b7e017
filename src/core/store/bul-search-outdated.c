/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-search-outdated-private.h"

gboolean
bul_search_outdated_has (BulDb *db, gint64 story, gboolean *has, GError **error)
{
  sqlite3_stmt *select
      = bul_db_prepare (db, "SELECT 1 FROM search_outdated WHERE story = :story", error);
  BulDbStep step;

  if (select == NULL)
    return FALSE;
  bul_db_bind_number (select, "story", story);
  step = bul_db_step (db, select, error);
  *has = step == BUL_DB_ROW;
  sqlite3_reset (select);
  return step != BUL_DB_ERROR;
}

gboolean
bul_search_outdated_add (BulDb *db, gint64 story, const BulSearchDocument *document, GError **error)
{
  sqlite3_stmt *insert = bul_db_prepare (
      db, "INSERT INTO search_outdated (story, head, body) VALUES (:story, :head, :body)", error);

  if (insert == NULL)
    return FALSE;
  bul_db_bind_number (insert, "story", story);
  bul_db_bind_text (insert, "head", document->head->str);
  bul_db_bind_text (insert, "body", document->body->str);
  return bul_db_run (db, insert, error);
}

static gboolean
read_kept (BulDb *db, gint64 story, BulSearchDocument **document, GError **error)
{
  sqlite3_stmt *select
      = bul_db_prepare (db, "SELECT head, body FROM search_outdated WHERE story = :story", error);
  BulDbStep step;

  *document = NULL;
  if (select == NULL)
    return FALSE;
  bul_db_bind_number (select, "story", story);
  step = bul_db_step (db, select, error);
  if (step == BUL_DB_ROW)
    *document = bul_search_document_new (bul_db_get_text (select, 0), bul_db_get_text (select, 1));
  sqlite3_reset (select);
  return step != BUL_DB_ERROR;
}

gboolean
bul_search_outdated_take (BulDb *db, gint64 story, BulSearchDocument **document, GError **error)
{
  g_autoptr (BulSearchDocument) found = NULL;
  sqlite3_stmt *remove = NULL;

  *document = NULL;
  if (!read_kept (db, story, &found, error))
    return FALSE;
  if (found == NULL)
    return TRUE;
  remove = bul_db_prepare (db, "DELETE FROM search_outdated WHERE story = :story", error);
  if (remove == NULL)
    return FALSE;
  bul_db_bind_number (remove, "story", story);
  if (!bul_db_run (db, remove, error) || !bul_search_document_look_up (found, db, story, error))
    return FALSE;
  found->day = bul_search_document_get_day (found->docid);
  *document = found->docid == 0 ? NULL : g_steal_pointer (&found);
  return TRUE;
}

gboolean
bul_search_outdated_get_first (BulDb *db, gint64 *story, GError **error)
{
  return bul_db_get_number (db, "SELECT coalesce(min(story), 0) FROM search_outdated", story,
                            error);
}
