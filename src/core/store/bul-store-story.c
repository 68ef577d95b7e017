/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-error.h"
#include "bul-journal-table-private.h"
#include "bul-memory-table-private.h"
#include "bul-revision.h"
#include "bul-search-table-private.h"
#include "bul-source.h"
#include "bul-store-private.h"
#include "bul-tables-private.h"
#include "bul-value.h"
#include "bul-voices-private.h"

/* So much is saved at once: with what goes into the index then, and the commit, which waits for the
 * disk, no transaction holds the lock for more than 250 ms, so that typing in a window is safe
 * within a second. */
#define MOST_STORIES 200
#define LONGEST_HOLD (G_USEC_PER_SEC / 10)

/* The story's row, and the revision that it stands at; @id is 0 where there is none. */
static gboolean
find_story (BulDb *db, const char *uid, gint64 *id, guint *revision, GError **error)
{
  sqlite3_stmt *select
      = bul_db_prepare (db, "SELECT id, revision FROM story WHERE uid = :uid", error);
  BulDbStep step;

  *id = 0;
  *revision = 0;
  if (select == NULL)
    return FALSE;
  bul_db_bind_text (select, "uid", uid);
  step = bul_db_step (db, select, error);
  if (step == BUL_DB_ROW)
    {
      *id = sqlite3_column_int64 (select, 0);
      *revision = sqlite3_column_int64 (select, 1);
      sqlite3_reset (select);
    }
  return step != BUL_DB_ERROR;
}

static gboolean
write_story_row (BulDb *db, const BulStory *story, gint64 *id, GError **error)
{
  static const char insert[] = "INSERT INTO story (uid, state, bulletin_date, page_date, "
                               "page_title, position, slug, programme,"
                               " revision) VALUES (:uid, :state, :bulletin_date, :page_date, "
                               ":page_title, :position, :slug,"
                               " :programme, :revision)";
  static const char update[]
      = "UPDATE story SET uid = :uid, state = :state, bulletin_date = :bulletin_date,"
        " page_date = :page_date, page_title = :page_title, position = :position, slug = :slug,"
        " programme = :programme, revision = :revision WHERE id = :id";
  sqlite3_stmt *statement = bul_db_prepare (db, *id == 0 ? insert : update, error);

  if (statement == NULL)
    return FALSE;
  bul_db_bind_record (statement, story);
  bul_db_bind_number (statement, "revision", bul_story_get_revision_number (story));
  if (*id != 0)
    bul_db_bind_number (statement, "id", *id);
  if (!bul_db_run (db, statement, error))
    return FALSE;
  if (*id == 0)
    *id = sqlite3_last_insert_rowid (db->handle);
  return TRUE;
}

/* Several stories may come from the same bytes, under other names: the bytes are kept once. */
static gboolean
write_source (BulDb *db, const BulSource *source, gint64 story, guint position, GError **error)
{
  static const char insert_bytes[] = "INSERT INTO source (sha256, bytes) VALUES (:sha256, :bytes)"
                                     " ON CONFLICT (sha256) DO NOTHING";
  static const char insert_link[]
      = "INSERT INTO story_source (story, position, source, encoding, line_ends, path)"
        " SELECT :story, :position, id, :encoding, :line_ends, :path FROM source WHERE sha256 = "
        ":sha256";
  sqlite3_stmt *bytes = bul_db_prepare (db, insert_bytes, error);
  sqlite3_stmt *link;

  if (bytes == NULL)
    return FALSE;
  bul_db_bind_text (bytes, "sha256", source->sha256);
  bul_db_bind_bytes (bytes, "bytes", source->bytes);
  if (!bul_db_run (db, bytes, error))
    return FALSE;
  link = bul_db_prepare (db, insert_link, error);
  if (link == NULL)
    return FALSE;
  bul_db_bind_text (link, "sha256", source->sha256);
  bul_db_bind_text (link, "encoding", source->encoding);
  bul_db_bind_text (link, "line_ends", source->line_ends);
  bul_db_bind_text (link, "path", source->path);
  bul_db_bind_number (link, "story", story);
  bul_db_bind_number (link, "position", position);
  return bul_db_run (db, link, error);
}

/* Whether the library knows where the story came from as the story does. */
static gboolean
compare_sources (BulDb *db, const BulStory *story, gint64 id, gboolean *same, GError **error)
{
  static const char sql[] = "SELECT sha256, encoding, line_ends, path FROM story_source"
                            " JOIN source ON source.id = story_source.source"
                            " WHERE story = :story ORDER BY position";
  sqlite3_stmt *select = bul_db_prepare (db, sql, error);
  guint n = 0;
  BulDbStep step;

  if (select == NULL)
    return FALSE;
  *same = TRUE;
  bul_db_bind_number (select, "story", id);
  for (; (step = bul_db_step (db, select, error)) == BUL_DB_ROW; n++)
    *same
        = *same && n < story->sources->len && bul_db_row_equals (select, story->sources->pdata[n]);
  *same = *same && n == story->sources->len;
  return step == BUL_DB_DONE;
}

static gboolean
write_sources (BulDb *db, const BulStory *story, gint64 id, GError **error)
{
  sqlite3_stmt *clear;
  gboolean same;

  if (!compare_sources (db, story, id, &same, error))
    return FALSE;
  if (same)
    return TRUE;
  clear = bul_db_prepare (db, "DELETE FROM story_source WHERE story = :story", error);
  if (clear == NULL)
    return FALSE;
  bul_db_bind_number (clear, "story", id);
  if (!bul_db_run (db, clear, error))
    return FALSE;
  for (guint i = 0; i < story->sources->len; i++)
    if (!write_source (db, story->sources->pdata[i], id, i, error))
      return FALSE;
  return TRUE;
}

/* Revisions are only ever added. */
static gboolean
write_revisions (BulDb *db, const BulStory *story, gint64 id, guint base, GError **error)
{
  const BulField *edits = bul_record_type_find_field (&bul_revision_type, "edits");

  for (guint i = 0; i < story->revisions->len; i++)
    {
      const BulRevision *revision = story->revisions->pdata[i];
      g_autofree char *value = NULL;
      sqlite3_stmt *insert;

      if (revision->number <= base)
        continue;
      insert = bul_db_prepare (
          db,
          "INSERT INTO revision (story, position, number, uuid, hash, by, at, aired, aired_at,"
          " summary, edits) VALUES (:story, :position, :number, :uuid, :hash, :by, :at, :aired,"
          " :aired_at, :summary, :edits)",
          error);
      if (insert == NULL)
        return FALSE;
      value = bul_value_dup (revision, edits);
      bul_db_bind_record (insert, revision);
      bul_db_bind_number (insert, "story", id);
      bul_db_bind_number (insert, "position", i);
      bul_db_bind_text (insert, "edits", value);
      if (!bul_db_run (db, insert, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
has_revision (BulDb *db, gint64 story, const BulRevision *revision, gboolean *has, GError **error)
{
  sqlite3_stmt *select
      = bul_db_prepare (db, "SELECT 1 FROM revision WHERE story = :story AND uuid = :uuid", error);
  BulDbStep step;

  if (select == NULL)
    return FALSE;
  bul_db_bind_number (select, "story", story);
  bul_db_bind_text (select, "uuid", revision->uuid);
  step = bul_db_step (db, select, error);
  *has = step == BUL_DB_ROW;
  sqlite3_reset (select);
  return step != BUL_DB_ERROR;
}

static gboolean
conflict (BulDb *db, GError **error)
{
  g_set_error (
      error, BUL_ERROR, BUL_ERROR_CONFLICT,
      "%s: The story was changed by someone else since it was opened. Nothing was changed; "
      "open it again and look at both.",
      db->path);
  return FALSE;
}

/* Inside a transaction, after what a story is found by was made ready. @id: its row, 0 if new */
static gboolean
write_story (BulDb *db, const BulStory *story, guint base, gint64 *id, GError **error)
{
  gboolean is_new = *id == 0;

  return write_story_row (db, story, id, error)
         && (is_new ? bul_tables_add : bul_tables_update) (db, story, *id, error)
         && write_sources (db, story, *id, error) && write_revisions (db, story, *id, base, error)
         && bul_memory_table_update (db, *id, error);
}

/* @waiting: see bul_search_table_update() */
static gboolean
write_and_index (
    BulDb *db, const BulStory *story, guint base, gint64 id, GPtrArray *waiting, GError **error)
{
  g_autoptr (BulSearchDocument) before = NULL;

  return bul_search_table_prepare (db, id, &before, error)
         && write_story (db, story, base, &id, error) && bul_voices_update (db, id, error)
         && bul_search_table_update (db, id, before, waiting, error);
}

typedef enum
{
  INDEX_NOW,
  INDEX_LATER, /* by bul_search_tend() */
} Index;

/* Inside a transaction. */
static gboolean
save_story (
    BulDb *db, const BulStory *story, guint base, Index index, GPtrArray *waiting, GError **error)
{
  gint64 id;
  guint number;
  gboolean has = FALSE;
  gboolean is_put_off = FALSE;

  g_return_val_if_fail (story->revisions->len > 0, FALSE);

  if (!find_story (db, story->uid, &id, &number, error))
    return FALSE;
  if (id != 0
      && !has_revision (db, id, story->revisions->pdata[story->revisions->len - 1], &has, error))
    return FALSE;
  if (has)
    return TRUE;
  if (number != base || (base == 0) != (id == 0))
    return conflict (db, error);
  if (index == INDEX_LATER && !bul_search_table_put_off (db, id, &is_put_off, error))
    return FALSE;
  return is_put_off ? write_story (db, story, base, &id, error)
                    : write_and_index (db, story, base, id, waiting, error);
}

static gboolean
save_one (BulStore *self,
          const BulStory *story,
          guint base,
          Index index,
          const char *journal,
          GError **error)
{
  if (!bul_store_begin (self, error))
    return FALSE;
  return bul_store_end (
      self,
      save_story (self->db, story, base, index, NULL, error)
          && (journal == NULL || bul_journal_table_remove (self->db, journal, error)),
      error);
}

gboolean
bul_store_save (BulStore *self, const BulStory *story, guint base, GError **error)
{
  return save_one (self, story, base, INDEX_NOW, NULL, error)
         || (bul_store_do_without_search (self, error)
             && save_one (self, story, base, INDEX_NOW, NULL, error));
}

gboolean
bul_store_write_story (BulDb *db, const BulStory *story, guint base, GError **error)
{
  return save_story (db, story, base, INDEX_NOW, NULL, error);
}

gboolean
bul_store_do_without_search (BulStore *self, GError **error)
{
  if (!self->db->search_damaged || !bul_store_begin (self, NULL)
      || !bul_store_end (self, bul_search_table_give_up (self->db, NULL), NULL))
    return FALSE;
  g_clear_error (error);
  return TRUE;
}

gboolean
bul_store_save_journaled (
    BulStore *self, const BulStory *story, guint base, const char *journal, GError **error)
{
  return save_one (self, story, base, INDEX_LATER, journal, error)
         || (bul_store_do_without_search (self, error)
             && save_one (self, story, base, INDEX_LATER, journal, error));
}

/* Saves those from @start on that there is time for, and one at least: however long others kept the
 * lock. Returns: the first that was not; @start where none could be saved. */
static guint
save_some (BulStore *self, const GPtrArray *stories, guint start, GError **error)
{
  guint last = MIN (start + MOST_STORIES, stories->len);
  g_autoptr (GPtrArray) waiting = bul_search_table_make_waiting ();
  gint64 until;
  gboolean saved;
  guint i = start;

  if (!bul_store_begin (self, error))
    return start;
  until = g_get_monotonic_time () + LONGEST_HOLD;
  do
    saved = save_story (self->db, stories->pdata[i++], 0, INDEX_NOW, waiting, error);
  while (saved && i < last && g_get_monotonic_time () < until);
  saved = saved && bul_search_table_write_waiting (self->db, waiting, error);
  return bul_store_end (self, saved, error) ? i : start;
}

gboolean
bul_store_save_many (BulStore *self,
                     const GPtrArray *stories,
                     GCancellable *cancellable,
                     GError **error)
{
  for (guint i = 0; i < stories->len;)
    {
      guint next;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      next = save_some (self, stories, i, error);
      if (next == i && !bul_store_do_without_search (self, error))
        return FALSE;
      i = next;
      bul_lock_give_way (self->lock);
    }
  return TRUE;
}

static gboolean
load_row (BulDb *db, BulStory *story, const char *uid, gint64 *id, GError **error)
{
  sqlite3_stmt *select = bul_db_prepare (
      db,
      "SELECT id, uid, state, bulletin_date, page_date, page_title, position, slug, programme"
      " FROM story WHERE uid = :uid",
      error);
  BulDbStep step;
  gboolean read = TRUE;

  if (select == NULL)
    return FALSE;
  bul_db_bind_text (select, "uid", uid);
  step = bul_db_step (db, select, error);
  if (step == BUL_DB_ROW)
    {
      *id = sqlite3_column_int64 (select, 0);
      read = bul_db_read_record (db, select, story, error);
    }
  else if (step == BUL_DB_DONE)
    g_set_error (error, BUL_ERROR, BUL_ERROR_NOT_FOUND, "The library has no story %s.", uid);
  sqlite3_reset (select);
  return step == BUL_DB_ROW && read;
}

static gboolean
load_sources (BulDb *db, BulStory *story, gint64 id, GError **error)
{
  sqlite3_stmt *select
      = bul_db_prepare (db,
                        "SELECT sha256, encoding, line_ends, path, bytes FROM story_source"
                        " JOIN source ON source.id = story_source.source"
                        " WHERE story = :story ORDER BY position",
                        error);
  BulDbStep step;

  if (select == NULL)
    return FALSE;
  bul_db_bind_number (select, "story", id);
  while ((step = bul_db_step (db, select, error)) == BUL_DB_ROW)
    {
      BulSource *source = bul_record_new (&bul_source_type);

      g_ptr_array_add (story->sources, source);
      if (!bul_db_read_record (db, select, source, error))
        return FALSE;
    }
  return step == BUL_DB_DONE;
}

static gboolean
damaged (BulDb *db, const char *uid, GError **error)
{
  g_set_error (error, BUL_ERROR, BUL_ERROR_DAMAGED,
               "%s: The library is damaged: the history of %s cannot be read.", db->path, uid);
  return FALSE;
}

static gboolean
load_revisions (BulDb *db, BulStory *story, gint64 id, GError **error)
{
  const BulField *field = bul_record_type_find_field (&bul_revision_type, "edits");
  sqlite3_stmt *select = bul_db_prepare (
      db,
      "SELECT number, uuid, hash, by, at, aired, summary, edits AS change_list, aired_at FROM"
      " revision"
      " WHERE story = :story ORDER BY position",
      error);
  BulDbStep step;

  if (select == NULL)
    return FALSE;
  bul_db_bind_number (select, "story", id);
  while ((step = bul_db_step (db, select, error)) == BUL_DB_ROW)
    {
      BulRevision *revision = bul_record_new (&bul_revision_type);

      g_ptr_array_add (story->revisions, revision);
      if (!bul_db_read_record (db, select, revision, error))
        return FALSE;
      if (bul_value_set (revision, field, bul_db_get_text (select, 7)))
        continue;
      if (db->lenient)
        g_ptr_array_set_size (story->revisions, story->revisions->len - 1);
      else
        {
          sqlite3_reset (select);
          return damaged (db, story->uid, error);
        }
    }
  return step == BUL_DB_DONE;
}

BulStory *
bul_store_load (BulStore *self, const char *uid, GError **error)
{
  g_autoptr (BulStory) story = bul_record_new (&bul_story_type);
  gint64 id = 0;
  gboolean loaded;

  /* One transaction, so that a save by another does not come between two tables. */
  if (!bul_db_exec (self->db, "BEGIN", error))
    return NULL;
  loaded
      = load_row (self->db, story, uid, &id, error) && bul_tables_load (self->db, story, id, error)
        && load_sources (self->db, story, id, error) && load_revisions (self->db, story, id, error);
  bul_db_exec (self->db, "ROLLBACK", NULL);
  return loaded ? g_steal_pointer (&story) : NULL;
}
