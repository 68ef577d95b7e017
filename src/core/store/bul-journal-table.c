/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-journal-table-private.h"

#include "bul-error.h"
#include "bul-value.h"

/* SHA-256 over values, each ended by a byte that no text has. */
static char *
make_hash (const char *const *values, guint n_values)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < n_values; i++)
    {
      /* What is not said is not the same as nothing. */
      if (values[i] != NULL)
        g_checksum_update (checksum, (const guchar *) values[i], -1);
      g_checksum_update (checksum, (const guchar *) (values[i] == NULL ? "\xfe" : "\xff"), 1);
    }
  return g_strdup (g_checksum_get_string (checksum));
}

static char *
make_step_hash (const char *previous, const char *what, const char *edits)
{
  const char *values[] = { previous, what, edits };

  return make_hash (values, G_N_ELEMENTS (values));
}

static char *
make_journal_hash (const BulJournal *journal, const char *composing, const char *last)
{
  g_autofree char *base = g_strdup_printf ("%u", journal->base_revision);
  const char *values[] = { journal->uuid, journal->story, base,      journal->base_uuid,
                           journal->by,   journal->at,    composing, last };

  return make_hash (values, G_N_ELEMENTS (values));
}

static char *
dup_records (const BulRecordType *type, gconstpointer record, const char *field)
{
  return bul_value_dup (record, bul_record_type_find_field (type, field));
}

static gboolean
set_records (const BulRecordType *type, gpointer record, const char *field, const char *value)
{
  return bul_value_set (record, bul_record_type_find_field (type, field), value);
}

static gboolean
find (BulDb *db, const char *uuid, gint64 *id, guint *mark, GError **error)
{
  sqlite3_stmt *select
      = bul_db_prepare (db, "SELECT id, mark FROM journal WHERE uuid = :uuid", error);
  BulDbStep step;

  *id = 0;
  *mark = 0;
  if (select == NULL)
    return FALSE;
  bul_db_bind_text (select, "uuid", uuid);
  step = bul_db_step (db, select, error);
  if (step == BUL_DB_ROW)
    {
      *id = sqlite3_column_int64 (select, 0);
      *mark = (guint) sqlite3_column_int64 (select, 1);
      sqlite3_reset (select);
    }
  return step != BUL_DB_ERROR;
}

gboolean
bul_journal_table_get_mark (BulDb *db, const char *uuid, guint *mark, GError **error)
{
  gint64 id;

  return find (db, uuid, &id, mark, error);
}

gboolean
bul_journal_table_remove (BulDb *db, const char *uuid, GError **error)
{
  sqlite3_stmt *remove = bul_db_prepare (db, "DELETE FROM journal WHERE uuid = :uuid", error);

  if (remove == NULL)
    return FALSE;
  bul_db_bind_text (remove, "uuid", uuid);
  return bul_db_run (db, remove, error);
}

static gboolean
add_row (BulDb *db, const BulJournal *journal, gint64 story, gint64 *id, GError **error)
{
  sqlite3_stmt *insert
      = bul_db_prepare (db,
                        "INSERT INTO journal (story, uuid, base_revision, mark, hash)"
                        " VALUES (:story, :uuid, :base_revision, 0, '')",
                        error);

  if (insert == NULL)
    return FALSE;
  bul_db_bind_number (insert, "story", story);
  bul_db_bind_text (insert, "uuid", journal->uuid);
  bul_db_bind_number (insert, "base_revision", journal->base_revision);
  if (!bul_db_run (db, insert, error))
    return FALSE;
  *id = sqlite3_last_insert_rowid (db->handle);
  return TRUE;
}

/* Takes the steps from the @kept-th on away; @last gets the hash of the one before it. */
static gboolean
cut_steps (BulDb *db, gint64 id, guint kept, char **last, GError **error)
{
  sqlite3_stmt *cut = bul_db_prepare (
      db, "DELETE FROM journal_step WHERE journal = :journal AND position >= :kept", error);
  sqlite3_stmt *select;

  if (cut == NULL)
    return FALSE;
  bul_db_bind_number (cut, "journal", id);
  bul_db_bind_number (cut, "kept", kept);
  if (!bul_db_run (db, cut, error))
    return FALSE;
  if (kept == 0)
    return TRUE;
  select = bul_db_prepare (
      db, "SELECT hash FROM journal_step WHERE journal = :journal AND position = :last", error);
  if (select == NULL)
    return FALSE;
  bul_db_bind_number (select, "journal", id);
  bul_db_bind_number (select, "last", (gint64) kept - 1);
  if (bul_db_step (db, select, error) == BUL_DB_ROW)
    {
      g_free (*last);
      *last = bul_db_dup_text (select, 0);
      sqlite3_reset (select);
      return TRUE;
    }
  if (error != NULL && *error == NULL)
    g_set_error (error, BUL_ERROR, BUL_ERROR_CONFLICT,
                 "%s: The library does not have the edits that these go on from. Nothing was "
                 "changed; write all of them.",
                 db->path);
  return FALSE;
}

static gboolean
add_step (
    BulDb *db, gint64 id, guint position, const BulJournalStep *step, char **last, GError **error)
{
  sqlite3_stmt *insert
      = bul_db_prepare (db,
                        "INSERT INTO journal_step (journal, position, what, edits, hash)"
                        " VALUES (:journal, :position, :what, :edits, :hash)",
                        error);
  g_autofree char *edits = dup_records (&bul_journal_step_type, step, "edits");
  g_autofree char *previous = *last;

  if (edits == NULL)
    edits = g_strdup ("");
  *last = make_step_hash (previous, step->what, edits);
  if (insert == NULL)
    return FALSE;
  bul_db_bind_number (insert, "journal", id);
  bul_db_bind_number (insert, "position", position);
  bul_db_bind_text (insert, "what", step->what);
  bul_db_bind_text (insert, "edits", edits);
  bul_db_bind_text (insert, "hash", *last);
  return bul_db_run (db, insert, error);
}

static gboolean
update_row (
    BulDb *db, const BulJournal *journal, gint64 id, guint mark, const char *last, GError **error)
{
  sqlite3_stmt *update = bul_db_prepare (
      db,
      "UPDATE journal SET base_revision = :base_revision, base_uuid = :base_uuid, by = :by,"
      " at = :at, composing = :composing, mark = :mark, hash = :hash WHERE id = :id",
      error);
  g_autofree char *composing = dup_records (&bul_journal_type, journal, "composing");
  g_autofree char *hash = make_journal_hash (journal, composing, last);

  if (update == NULL)
    return FALSE;
  bul_db_bind_number (update, "id", id);
  bul_db_bind_number (update, "base_revision", journal->base_revision);
  bul_db_bind_text (update, "base_uuid", journal->base_uuid);
  bul_db_bind_text (update, "by", journal->by);
  bul_db_bind_text (update, "at", journal->at);
  bul_db_bind_text (update, "composing", composing);
  bul_db_bind_number (update, "mark", mark);
  bul_db_bind_text (update, "hash", hash);
  return bul_db_run (db, update, error);
}

gboolean
bul_journal_table_write (
    BulDb *db, const BulJournal *journal, gint64 story, guint mark, GError **error)
{
  g_autofree char *last = g_strdup (journal->uuid);
  gint64 id;
  guint known;

  if (journal->kept == 0 && journal->steps->len == 0 && journal->composing->len == 0)
    return bul_journal_table_remove (db, journal->uuid, error);
  if (!find (db, journal->uuid, &id, &known, error)
      || (id == 0 && !add_row (db, journal, story, &id, error))
      || !cut_steps (db, id, journal->kept, &last, error))
    return FALSE;
  for (guint i = 0; i < journal->steps->len; i++)
    if (!add_step (db, id, journal->kept + i, journal->steps->pdata[i], &last, error))
      return FALSE;
  return update_row (db, journal, id, mark, last, error);
}

/* Reads steps as far as each is what its hash says; @last gets the hash of the last. */
static gboolean
load_steps (BulDb *db, BulJournal *journal, gint64 id, char **last, GError **error)
{
  sqlite3_stmt *select = bul_db_prepare (db,
                                         "SELECT position, what, edits, hash FROM journal_step"
                                         " WHERE journal = :journal ORDER BY position",
                                         error);
  BulDbStep row;

  if (select == NULL)
    return FALSE;
  bul_db_bind_number (select, "journal", id);
  while ((row = bul_db_step (db, select, error)) == BUL_DB_ROW)
    {
      BulJournalStep *step = bul_record_new (&bul_journal_step_type);
      const char *edits = bul_db_get_text (select, 2);
      g_autofree char *previous = *last;

      step->what = bul_db_dup_text (select, 1);
      *last = make_step_hash (previous, step->what, edits);
      if (sqlite3_column_int64 (select, 0) != journal->steps->len
          || g_strcmp0 (*last, bul_db_get_text (select, 3)) != 0
          || !set_records (&bul_journal_step_type, step, "edits", edits))
        {
          bul_record_free (step);
          sqlite3_reset (select);
          journal->damaged = TRUE;
          return TRUE;
        }
      g_ptr_array_add (journal->steps, step);
    }
  return row == BUL_DB_DONE;
}

/* What a row holds beside the journal's own fields. */
typedef struct
{
  gint64 id;
  char *composing;
  char *hash;
} Row;

static void
row_clear (gpointer data)
{
  Row *row = data;

  g_free (row->composing);
  g_free (row->hash);
}

static gboolean
load_rows (
    BulDb *db, const char *uid, GPtrArray *journals, GArray *rows, GArray *marks, GError **error)
{
  sqlite3_stmt *select = bul_db_prepare (
      db,
      "SELECT journal.id, mark, hash, composing, uid AS story, uuid, base_revision, base_uuid, by,"
      " at FROM journal JOIN story ON story.id = journal.story"
      " WHERE :uid IS NULL OR uid = :uid ORDER BY at DESC, journal.id DESC",
      error);
  BulDbStep step;

  if (select == NULL)
    return FALSE;
  bul_db_bind_text (select, "uid", uid);
  while ((step = bul_db_step (db, select, error)) == BUL_DB_ROW)
    {
      BulJournal *journal = bul_record_new (&bul_journal_type);
      guint mark = (guint) sqlite3_column_int64 (select, 1);
      Row row = { .id = sqlite3_column_int64 (select, 0),
                  .hash = bul_db_dup_text (select, 2),
                  .composing = bul_db_dup_text (select, 3) };

      g_ptr_array_add (journals, journal);
      g_array_append_val (rows, row);
      g_array_append_val (marks, mark);
      journal->damaged = !bul_db_read_record (db, select, journal, NULL);
    }
  return step == BUL_DB_DONE;
}

static gboolean
load_below (BulDb *db, BulJournal *journal, const Row *row, GError **error)
{
  g_autofree char *last = g_strdup (journal->uuid);
  g_autofree char *hash = NULL;

  if (!load_steps (db, journal, row->id, &last, error))
    return FALSE;
  hash = make_journal_hash (journal, row->composing, last);
  if (g_strcmp0 (hash, row->hash) != 0
      || !set_records (&bul_journal_type, journal, "composing", row->composing))
    journal->damaged = TRUE;
  return TRUE;
}

GPtrArray *
bul_journal_table_load (BulDb *db, const char *uid, GArray *marks, GError **error)
{
  g_autoptr (GPtrArray) journals = bul_records_new ();
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Row));

  g_array_set_clear_func (rows, row_clear);
  if (!load_rows (db, uid, journals, rows, marks, error))
    return NULL;
  for (guint i = 0; i < journals->len; i++)
    if (!load_below (db, journals->pdata[i], &g_array_index (rows, Row, i), error))
      return NULL;
  return g_steal_pointer (&journals);
}
