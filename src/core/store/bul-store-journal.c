/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-store-journal.h"

#include "bul-error.h"
#include "bul-journal-table-private.h"
#include "bul-store-private.h"

/* So many tries find a free mark even in a room full of writers. */
#define MOST_TRIES 100

static gboolean
hold_mark (BulStore *self, GError **error)
{
  for (guint i = 0; self->mark == 0 && i < MOST_TRIES; i++)
    {
      guint mark = (guint) g_random_int_range (1, G_MAXINT);

      if (bul_lock_hold_mark (self->lock, mark))
        self->mark = mark;
    }
  if (self->mark != 0)
    return TRUE;
  g_set_error (error, BUL_ERROR, BUL_ERROR_READ_ONLY,
               "%s: In this place edits cannot be kept safely. Nothing was changed. Keep the "
               "library on a disk of this computer.",
               self->db->path);
  return FALSE;
}

/* The row of the story, where its chain has the revision that @journal was made from. */
static gboolean
find_base (BulDb *db, const BulJournal *journal, gint64 *story, GError **error)
{
  sqlite3_stmt *select
      = bul_db_prepare (db,
                        "SELECT story.id FROM story JOIN revision ON revision.story = story.id"
                        " WHERE uid = :uid AND number = :number AND uuid = :uuid",
                        error);
  BulDbStep step;

  if (select == NULL)
    return FALSE;
  bul_db_bind_text (select, "uid", journal->story);
  bul_db_bind_number (select, "number", journal->base_revision);
  bul_db_bind_text (select, "uuid", journal->base_uuid);
  step = bul_db_step (db, select, error);
  if (step == BUL_DB_ROW)
    {
      *story = sqlite3_column_int64 (select, 0);
      sqlite3_reset (select);
    }
  else if (step == BUL_DB_DONE)
    g_set_error (error, BUL_ERROR, BUL_ERROR_NOT_FOUND,
                 "%s: The library does not have the story as it was when these edits began. They "
                 "are still in the window; save a copy of the story.",
                 db->path);
  return step == BUL_DB_ROW;
}

/* A journal that was left behind may be taken over; one that is being written may not. */
static gboolean
check_writer (BulStore *self, const char *uuid, GError **error)
{
  guint mark;

  if (!bul_journal_table_get_mark (self->db, uuid, &mark, error))
    return FALSE;
  if (mark == 0 || mark == self->mark || !bul_lock_is_mark_held (self->lock, mark))
    return TRUE;
  g_set_error (error, BUL_ERROR, BUL_ERROR_CONFLICT,
               "%s: The same unsaved edits are open in another window. Nothing was changed.",
               self->db->path);
  return FALSE;
}

static gboolean
write_journal (BulStore *self, const BulJournal *journal, GError **error)
{
  gint64 story = 0;

  return find_base (self->db, journal, &story, error) && check_writer (self, journal->uuid, error)
         && bul_journal_table_write (self->db, journal, story, self->mark, error);
}

gboolean
bul_store_write_journal (BulStore *self, const BulJournal *journal, GError **error)
{
  if (!bul_store_begin (self, error))
    return FALSE;
  return bul_store_end (self, hold_mark (self, error) && write_journal (self, journal, error),
                        error);
}

/* A library that is only read may be older than journals are. */
static gboolean
has_journals (BulStore *self)
{
  gint64 n = 0;

  return bul_db_get_number (self->db, "SELECT count(*) FROM sqlite_schema WHERE name = 'journal'",
                            &n, NULL)
         && n > 0;
}

GPtrArray *
bul_store_load_journals (BulStore *self, const char *uid, GError **error)
{
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GPtrArray) journals = NULL;

  if (!has_journals (self))
    return bul_records_new ();
  if (!bul_db_exec (self->db, "BEGIN", error))
    return NULL;
  journals = bul_journal_table_load (self->db, uid, marks, error);
  bul_db_exec (self->db, "ROLLBACK", NULL);
  for (guint i = 0; journals != NULL && i < journals->len; i++)
    {
      BulJournal *journal = journals->pdata[i];
      guint mark = g_array_index (marks, guint, i);

      journal->live = mark != 0 && mark != self->mark && self->lock != NULL
                      && bul_lock_is_mark_held (self->lock, mark);
    }
  return g_steal_pointer (&journals);
}

static gboolean
drop_journal (BulStore *self, const char *uuid, GError **error)
{
  guint mark;

  if (!bul_journal_table_get_mark (self->db, uuid, &mark, error))
    return FALSE;
  if (mark != 0)
    return check_writer (self, uuid, error) && bul_journal_table_remove (self->db, uuid, error);
  g_set_error_literal (error, BUL_ERROR, BUL_ERROR_NOT_FOUND,
                       "These edits are no longer in the library. Nothing was changed.");
  return FALSE;
}

gboolean
bul_store_drop_journal (BulStore *self, const char *uuid, GError **error)
{
  if (!bul_store_begin (self, error))
    return FALSE;
  return bul_store_end (self, drop_journal (self, uuid, error), error);
}
