/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-store-private.h"

static gboolean
check_file (BulStore *self, BulStoreCheckFunc func, gpointer data, GError **error)
{
  sqlite3_stmt *check = bul_db_prepare (self->db, "PRAGMA integrity_check", error);
  BulDbStep step;

  if (check == NULL)
    return FALSE;
  while ((step = bul_db_step (self->db, check, error)) == BUL_DB_ROW)
    {
      const char *message = (const char *) sqlite3_column_text (check, 0);

      if (strcmp (message, "ok") != 0)
        func (NULL, message, data);
    }
  return step == BUL_DB_DONE;
}

static gboolean
check_references (BulStore *self, BulStoreCheckFunc func, gpointer data, GError **error)
{
  sqlite3_stmt *check = bul_db_prepare (self->db, "PRAGMA foreign_key_check", error);
  BulDbStep step;

  if (check == NULL)
    return FALSE;
  while ((step = bul_db_step (self->db, check, error)) == BUL_DB_ROW)
    {
      g_autofree char *message
          = g_strdup_printf ("a row of “%s” belongs to a “%s” that is gone",
                             sqlite3_column_text (check, 0), sqlite3_column_text (check, 2));

      func (NULL, message, data);
    }
  return step == BUL_DB_DONE;
}

static gboolean
check_sources (BulStore *self, BulStoreCheckFunc func, gpointer data, GError **error)
{
  sqlite3_stmt *select = bul_db_prepare (self->db,
                                         "SELECT sha256, bytes, (SELECT uid FROM story_source"
                                         " JOIN story ON story.id = story_source.story"
                                         " WHERE story_source.source = source.id LIMIT 1)"
                                         " FROM source",
                                         error);
  BulDbStep step;

  if (select == NULL)
    return FALSE;
  while ((step = bul_db_step (self->db, select, error)) == BUL_DB_ROW)
    {
      g_autofree char *hash = g_compute_checksum_for_data (
          G_CHECKSUM_SHA256, sqlite3_column_blob (select, 1), sqlite3_column_bytes (select, 1));
      g_autofree char *uid = bul_db_dup_text (select, 2);

      if (g_strcmp0 (hash, (const char *) sqlite3_column_text (select, 0)) != 0)
        func (uid, "the bytes of its source are not those that were imported", data);
    }
  return step == BUL_DB_DONE;
}

gboolean
bul_store_check (BulStore *self, BulStoreCheckFunc func, gpointer data, GError **error)
{
  return check_file (self, func, data, error) && check_references (self, func, data, error)
         && check_sources (self, func, data, error);
}
