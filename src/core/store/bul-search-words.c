/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-search-words-private.h"

/* Whether any story has one of @phrases, none of which is a single syllable. */
static gboolean
look_for_any (BulDb *db, const GPtrArray *phrases, gboolean *found, GError **error)
{
  static const char sql[] = "SELECT 1 FROM search_text WHERE search_text MATCH :match LIMIT 1";
  sqlite3_stmt *select = bul_db_prepare (db, sql, error);
  g_autoptr (GString) match = g_string_new (NULL);
  BulDbStep step;

  if (select == NULL)
    return FALSE;
  for (guint i = 0; i < phrases->len; i++)
    {
      if (i > 0)
        g_string_append (match, " OR ");
      bul_search_phrase_append (phrases->pdata[i], match);
    }
  bul_db_bind_text (select, "match", match->str);
  step = bul_db_step (db, select, error);
  sqlite3_reset (select);
  *found = step == BUL_DB_ROW;
  return step != BUL_DB_ERROR;
}

GPtrArray *
bul_search_words_list (BulDb *db, const BulQueryNode *leaf, GError **error)
{
  g_autoptr (GPtrArray) typed = bul_search_phrase_list (leaf);
  g_autoptr (GPtrArray) of_stem = bul_search_phrase_list_of_stem (leaf);
  gboolean found = TRUE;

  if (of_stem != NULL && !look_for_any (db, typed, &found, error))
    return NULL;
  return found ? g_steal_pointer (&typed) : g_steal_pointer (&of_stem);
}
