/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-schema-private.h"

/*
 * A library's schema is compared with a new one, which is made each time in two milliseconds; here
 * hundreds of thousands are opened. So the linker puts this in place of the comparison: the first
 * library is compared in earnest, and all others with the words of the first.
 */

gboolean __real_bul_schema_compare (BulDb *db, GError **error);
gboolean __wrap_bul_schema_compare (BulDb *db, GError **error);

static char *
dup_words (BulDb *db, GError **error)
{
  static const char sql[]
      = "SELECT type || name || coalesce (sql, '') FROM sqlite_schema ORDER BY 1";
  g_autoptr (GString) words = g_string_new (NULL);
  sqlite3_stmt *select = bul_db_prepare (db, sql, error);
  BulDbStep step;

  if (select == NULL)
    return NULL;
  while ((step = bul_db_step (db, select, error)) == BUL_DB_ROW)
    g_string_append (words, (const char *) sqlite3_column_text (select, 0));
  return step == BUL_DB_DONE ? g_string_free (g_steal_pointer (&words), FALSE) : NULL;
}

gboolean
__wrap_bul_schema_compare (BulDb *db, GError **error)
{
  static char *proven = NULL;
  g_autofree char *words = dup_words (db, error);

  if (words == NULL)
    return FALSE;
  if (g_strcmp0 (words, proven) == 0)
    return TRUE;
  if (!__real_bul_schema_compare (db, error))
    return FALSE;
  g_free (proven);
  proven = g_steal_pointer (&words);
  return TRUE;
}
