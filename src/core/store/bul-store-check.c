/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-revision.h"
#include "bul-store-journal.h"
#include "bul-store-private.h"
#include "bul-value.h"

static gboolean
check_file (BulStore *self, BulStoreCheckFunc func, gpointer data, GError **error)
{
  sqlite3_stmt *check = bul_db_prepare (self->db, "PRAGMA integrity_check", error);
  BulDbStep step;

  if (check == NULL)
    return FALSE;
  while ((step = bul_db_step (self->db, check, error)) == BUL_DB_ROW)
    {
      g_autofree char *message = bul_db_dup_text (check, 0);

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
                             bul_db_get_text (check, 0), bul_db_get_text (check, 2));

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
      g_autoptr (GBytes) bytes = bul_db_dup_bytes (select, 1);
      g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
      g_autofree char *uid = bul_db_dup_text (select, 2);

      if (g_strcmp0 (hash, bul_db_get_text (select, 0)) != 0)
        func (uid, "the bytes of its source are not those that were imported", data);
    }
  return step == BUL_DB_DONE;
}

/* The edits as they are stored, and as they are read and written again: nothing between them is
 * lost on the way, which the hash of the revision would not see. */
static gboolean
is_canonical (const char *edits)
{
  const BulField *field = bul_record_type_find_field (&bul_revision_type, "edits");
  g_autoptr (BulRecord) revision = bul_record_new (&bul_revision_type);
  g_autofree char *again = NULL;

  if (!bul_value_set (revision, field, edits))
    return FALSE;
  again = bul_value_dup (revision, field);
  return g_strcmp0 (edits, again) == 0;
}

static gboolean
check_edits (BulStore *self, BulStoreCheckFunc func, gpointer data, GError **error)
{
  sqlite3_stmt *select = bul_db_prepare (self->db,
                                         "SELECT edits, number, uid FROM revision"
                                         " JOIN story ON story.id = revision.story",
                                         error);
  BulDbStep step;

  if (select == NULL)
    return FALSE;
  while ((step = bul_db_step (self->db, select, error)) == BUL_DB_ROW)
    {
      g_autofree char *message = g_strdup_printf ("the edits of revision %u are not what was saved",
                                                  (guint) sqlite3_column_int64 (select, 1));
      g_autofree char *uid = bul_db_dup_text (select, 2);

      if (!is_canonical (bul_db_get_text (select, 0)))
        func (uid, message, data);
    }
  return step == BUL_DB_DONE;
}

/* Unsaved edits are no part of a story yet, and have hashes of their own. */
static gboolean
check_journals (BulStore *self, BulStoreCheckFunc func, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) journals = bul_store_load_journals (self, NULL, error);

  if (journals == NULL)
    return FALSE;
  for (guint i = 0; i < journals->len; i++)
    {
      const BulJournal *journal = journals->pdata[i];

      if (journal->damaged)
        func (journal->story,
              "unsaved edits are not what was kept; “bulletin conflicts” shows "
              "those that are",
              data);
    }
  return TRUE;
}

gboolean
bul_store_check (BulStore *self, BulStoreCheckFunc func, gpointer data, GError **error)
{
  return check_file (self, func, data, error) && check_references (self, func, data, error)
         && check_sources (self, func, data, error) && check_edits (self, func, data, error)
         && check_journals (self, func, data, error);
}
