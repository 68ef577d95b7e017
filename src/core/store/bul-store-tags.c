/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-store-tags.h"

#include "bul-enum.h"
#include "bul-error.h"
#include "bul-store-private.h"
#include "bul-store-vocabulary-private.h"
#include "bul-time.h"

/* As long as a lock may be held, with the commit that follows. */
#define LONGEST_HOLD (G_USEC_PER_SEC / 10)

const char *const bul_tag_deed_words[] = { NULL, "add", "remove", "merge", BUL_ENUM_END };

BulStoreReceipt *
bul_store_receipt_new (BulTagDeed deed, const char *code, const char *into, const char *by)
{
  BulStoreReceipt *self = g_new0 (BulStoreReceipt, 1);

  self->deed = deed;
  self->code = g_strdup (code);
  self->into = g_strdup (into);
  self->by = g_strdup (by);
  return self;
}

void
bul_store_receipt_free (BulStoreReceipt *self)
{
  if (self == NULL)
    return;
  g_free (self->code);
  g_free (self->into);
  g_free (self->by);
  g_free (self->at);
  g_free (self->undone_at);
  g_free (self);
}

static void
receipt_free (gpointer data)
{
  bul_store_receipt_free (data);
}

static void
refusal_free (gpointer data)
{
  BulStoreRefusal *self = data;

  g_free (self->uid);
  g_error_free (self->error);
  g_free (self);
}

GPtrArray *
bul_store_refusals_new (void)
{
  return g_ptr_array_new_with_free_func (refusal_free);
}

void
bul_store_refusals_add (GPtrArray *refusals, const char *uid, GError *error)
{
  BulStoreRefusal *refusal = g_new0 (BulStoreRefusal, 1);

  refusal->uid = g_strdup (uid);
  refusal->error = error;
  g_ptr_array_add (refusals, refusal);
}

/* --- receipts */

static gboolean
write_receipt (BulDb *db, BulStoreReceipt *receipt, GError **error)
{
  sqlite3_stmt *insert = bul_db_prepare (db,
                                         "INSERT INTO tag_receipt (deed, code, \"into\", by, at)"
                                         " VALUES (:deed, :code, :into, :by, :at)",
                                         error);

  if (insert == NULL)
    return FALSE;
  g_free (receipt->at);
  receipt->at = bul_time_now ();
  bul_db_bind_text (insert, "deed", bul_tag_deed_words[receipt->deed]);
  bul_db_bind_text (insert, "code", receipt->code);
  bul_db_bind_text (insert, "into", receipt->into);
  bul_db_bind_text (insert, "by", receipt->by);
  bul_db_bind_text (insert, "at", receipt->at);
  if (!bul_db_run (db, insert, error))
    return FALSE;
  receipt->number = sqlite3_last_insert_rowid (db->handle);
  return TRUE;
}

/* @at: when it was undone, or NULL where it is not. */
static gboolean
write_undone (BulDb *db, BulStoreReceipt *receipt, const char *at, GError **error)
{
  sqlite3_stmt *update
      = bul_db_prepare (db, "UPDATE tag_receipt SET undone_at = :at WHERE id = :number", error);

  if (update == NULL)
    return FALSE;
  bul_db_bind_text (update, "at", at);
  bul_db_bind_number (update, "number", receipt->number);
  return bul_db_run (db, update, error);
}

static gboolean
enter (BulDb *db, BulStoreReceipt *receipt, const BulStory *story, GError **error)
{
  sqlite3_stmt *insert;

  if (receipt->number == 0 && !write_receipt (db, receipt, error))
    return FALSE;
  insert = bul_db_prepare (db,
                           "INSERT INTO tag_receipt_story (receipt, story, revision, stands)"
                           " SELECT :receipt, id, :revision, :revision FROM story"
                           " WHERE uid = :uid",
                           error);
  if (insert == NULL)
    return FALSE;
  bul_db_bind_number (insert, "receipt", receipt->number);
  bul_db_bind_number (insert, "revision", bul_story_get_revision_number (story));
  bul_db_bind_text (insert, "uid", story->uid);
  return bul_db_run (db, insert, error);
}

static gboolean
run_for_story (
    BulDb *db, const char *sql, BulStoreReceipt *receipt, const BulStory *story, GError **error)
{
  sqlite3_stmt *statement = bul_db_prepare (db, sql, error);

  if (statement == NULL)
    return FALSE;
  bul_db_bind_number (statement, "receipt", receipt->number);
  bul_db_bind_text (statement, "uid", story->uid);
  return bul_db_run (db, statement, error);
}

/* What of @table stood just before the revision that is taken back from the story stands again. A
 * story that went on since reads otherwise, and nothing stands. */
#define STAND_AGAIN(table, from)                                                                   \
  "UPDATE " table " SET stands = story.revision FROM story"                                        \
  " WHERE story.uid = :uid AND story = story.id AND " table ".stands ="                            \
  "  (SELECT mine.revision - 1 FROM " from " AS mine WHERE mine.receipt = :receipt"                \
  "   AND mine.story = story.id AND mine.stands = story.revision - 1)"

#define TAKE_OUT(table)                                                                            \
  "DELETE FROM " table " WHERE receipt = :receipt"                                                 \
  " AND story = (SELECT id FROM story WHERE uid = :uid)"

static gboolean
run_all_for_story (BulDb *db,
                   const char *const *sql,
                   guint n,
                   BulStoreReceipt *receipt,
                   const BulStory *story,
                   GError **error)
{
  for (guint i = 0; i < n; i++)
    if (!run_for_story (db, sql[i], receipt, story, error))
      return FALSE;
  return TRUE;
}

static gboolean
enter_undone (BulDb *db, BulStoreReceipt *receipt, const BulStory *story, GError **error)
{
  static const char sql[]
      = "INSERT INTO tag_receipt_undone (receipt, story, revision, stands, at)"
        " SELECT :receipt, id, revision, revision, :at FROM story WHERE uid = :uid";
  sqlite3_stmt *insert = bul_db_prepare (db, sql, error);
  g_autofree char *now = bul_time_now ();

  if (insert == NULL)
    return FALSE;
  bul_db_bind_number (insert, "receipt", receipt->number);
  bul_db_bind_text (insert, "at", now);
  bul_db_bind_text (insert, "uid", story->uid);
  return bul_db_run (db, insert, error);
}

/* The story reads again as before what was undone, so that what was done just before that can be
 * undone as well, and what was undone just before that done again. */
static gboolean
leave (BulDb *db, BulStoreReceipt *receipt, const BulStory *story, GError **error)
{
  static const char *const sql[] = {
    STAND_AGAIN ("tag_receipt_story", "tag_receipt_story"),
    STAND_AGAIN ("tag_receipt_undone", "tag_receipt_story"),
    TAKE_OUT ("tag_receipt_story"),
  };

  return run_all_for_story (db, sql, G_N_ELEMENTS (sql), receipt, story, error)
         && enter_undone (db, receipt, story, error);
}

/* The story reads again as before the undo. */
static gboolean
come_back (BulDb *db, BulStoreReceipt *receipt, const BulStory *story, GError **error)
{
  static const char *const sql[] = {
    STAND_AGAIN ("tag_receipt_story", "tag_receipt_undone"),
    STAND_AGAIN ("tag_receipt_undone", "tag_receipt_undone"),
    TAKE_OUT ("tag_receipt_undone"),
  };

  return run_all_for_story (db, sql, G_N_ELEMENTS (sql), receipt, story, error)
         && enter (db, receipt, story, error) && write_undone (db, receipt, NULL, error);
}

#define RECEIPT_COLUMNS                                                                            \
  "SELECT id, deed, code, \"into\", by, at, undone_at,"                                            \
  " (SELECT count(*) FROM tag_receipt_story WHERE receipt = tag_receipt.id) FROM tag_receipt"

static BulStoreReceipt *
read_receipt (sqlite3_stmt *select)
{
  guint deed = BUL_TAG_DEED_ADD;
  g_autofree char *code = bul_db_dup_text (select, 2);
  g_autofree char *into = bul_db_dup_text (select, 3);
  g_autofree char *by = bul_db_dup_text (select, 4);
  BulStoreReceipt *receipt;

  bul_enum_from_word (bul_tag_deed_words, bul_db_get_text (select, 1), &deed);
  receipt = bul_store_receipt_new (deed, code, into, by);
  receipt->number = sqlite3_column_int64 (select, 0);
  receipt->at = bul_db_dup_text (select, 5);
  receipt->undone_at = bul_db_dup_text (select, 6);
  receipt->n_stories = (guint) sqlite3_column_int64 (select, 7);
  return receipt;
}

BulStoreReceipt *
bul_store_load_receipt (BulStore *self, gint64 number, GError **error)
{
  sqlite3_stmt *select = bul_db_prepare (self->db, RECEIPT_COLUMNS " WHERE id = :number", error);
  BulStoreReceipt *receipt = NULL;
  BulDbStep step;

  if (select == NULL)
    return NULL;
  bul_db_bind_number (select, "number", number);
  step = bul_db_step (self->db, select, error);
  if (step == BUL_DB_ROW)
    receipt = read_receipt (select);
  else if (step == BUL_DB_DONE)
    g_set_error (error, BUL_ERROR, BUL_ERROR_NOT_FOUND,
                 "There is no receipt %" G_GINT64_FORMAT " in this library. Nothing was changed.",
                 number);
  sqlite3_reset (select);
  return receipt;
}

GPtrArray *
bul_store_list_receipts (BulStore *self, GError **error)
{
  sqlite3_stmt *select = bul_db_prepare (self->db, RECEIPT_COLUMNS " ORDER BY id DESC", error);
  g_autoptr (GPtrArray) receipts = g_ptr_array_new_with_free_func (receipt_free);
  BulDbStep step;

  if (select == NULL)
    return NULL;
  while ((step = bul_db_step (self->db, select, error)) == BUL_DB_ROW)
    g_ptr_array_add (receipts, read_receipt (select));
  return step == BUL_DB_DONE ? g_steal_pointer (&receipts) : NULL;
}

static void
receipt_story_free (gpointer data)
{
  BulStoreReceiptStory *self = data;

  g_free (self->uid);
  g_free (self);
}

static GPtrArray *
list_stories (BulStore *self, const char *sql, gint64 number, GError **error)
{
  sqlite3_stmt *select = bul_db_prepare (self->db, sql, error);
  g_autoptr (GPtrArray) stories = g_ptr_array_new_with_free_func (receipt_story_free);
  BulDbStep step;

  if (select == NULL)
    return NULL;
  bul_db_bind_number (select, "receipt", number);
  while ((step = bul_db_step (self->db, select, error)) == BUL_DB_ROW)
    {
      BulStoreReceiptStory *story = g_new0 (BulStoreReceiptStory, 1);

      story->uid = bul_db_dup_text (select, 0);
      story->revision = (guint) sqlite3_column_int64 (select, 1);
      story->stands = (guint) sqlite3_column_int64 (select, 2);
      g_ptr_array_add (stories, story);
    }
  return step == BUL_DB_DONE ? g_steal_pointer (&stories) : NULL;
}

#define LIST_STORIES(table)                                                                        \
  "SELECT uid, " table ".revision, stands FROM " table                                             \
  " JOIN story ON story.id = story WHERE receipt = :receipt ORDER BY story"

GPtrArray *
bul_store_list_receipt_stories (BulStore *self, gint64 number, GError **error)
{
  return list_stories (self, LIST_STORIES ("tag_receipt_story"), number, error);
}

GPtrArray *
bul_store_list_undone_stories (BulStore *self, gint64 number, GError **error)
{
  return list_stories (self, LIST_STORIES ("tag_receipt_undone"), number, error);
}

gboolean
bul_store_begin_merge (BulStore *self,
                       BulStoreReceipt *receipt,
                       const BulConcept *concept,
                       GError **error)
{
  gboolean done;

  if (!bul_store_begin (self, error))
    return FALSE;
  done = bul_store_end (self,
                        bul_store_vocabulary_write (self->db, concept, error)
                            && write_receipt (self->db, receipt, error),
                        error);
  if (!done)
    receipt->number = 0;
  return done;
}

/* @concept: as it reads from now on, or NULL; @at: as above. */
static gboolean
turn_receipt (BulStore *self,
              BulStoreReceipt *receipt,
              const BulConcept *concept,
              const char *at,
              GError **error)
{
  if (!bul_store_begin (self, error))
    return FALSE;
  return bul_store_end (self,
                        (concept == NULL || bul_store_vocabulary_write (self->db, concept, error))
                            && write_undone (self->db, receipt, at, error),
                        error);
}

gboolean
bul_store_end_undo (BulStore *self,
                    BulStoreReceipt *receipt,
                    const BulConcept *concept,
                    GError **error)
{
  g_autofree char *now = bul_time_now ();

  return turn_receipt (self, receipt, concept, now, error);
}

gboolean
bul_store_begin_redo (BulStore *self,
                      BulStoreReceipt *receipt,
                      const BulConcept *concept,
                      GError **error)
{
  return turn_receipt (self, receipt, concept, NULL, error);
}

/* --- stories */

/* Edits that go on from the story as it is would no longer fit. */
static gboolean
check_journals (BulDb *db, const BulStory *story, GError **error)
{
  static const char sql[] = "SELECT 1 FROM story JOIN journal ON journal.story = story.id"
                            " WHERE uid = :uid AND base_revision = revision LIMIT 1";
  sqlite3_stmt *select = bul_db_prepare (db, sql, error);
  BulDbStep step;

  if (select == NULL)
    return FALSE;
  bul_db_bind_text (select, "uid", story->uid);
  step = bul_db_step (db, select, error);
  sqlite3_reset (select);
  if (step != BUL_DB_ROW)
    return step == BUL_DB_DONE;
  g_set_error (error, BUL_ERROR, BUL_ERROR_CONFLICT,
               "Story %.8s has edits that are in no revision yet: a window has it open, or left "
               "them. It was left as it is. Save them there, or see “bulletin conflicts %.8s”.",
               story->uid, story->uid);
  return FALSE;
}

typedef gboolean (*EntryFunc) (BulDb *db,
                               BulStoreReceipt *receipt,
                               const BulStory *story,
                               GError **error);

/* Both kinds of conflict are found before anything of the story is written. */
static gboolean
save_one (BulDb *db,
          const BulStory *story,
          BulStoreReceipt *receipt,
          EntryFunc entry,
          GPtrArray *refusals,
          GError **error)
{
  g_autoptr (GError) failed = NULL;

  if (check_journals (db, story, &failed)
      && bul_store_write_story (db, story, bul_story_get_revision_number (story) - 1, &failed))
    return entry (db, receipt, story, error);
  if (!g_error_matches (failed, BUL_ERROR, BUL_ERROR_CONFLICT))
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return FALSE;
    }
  bul_store_refusals_add (refusals, story->uid, g_steal_pointer (&failed));
  return TRUE;
}

/* Saves those from @start on that there is time for, and one at least: however long others kept the
 * lock. Returns: the first that was not; @start where none could be saved. */
static guint
save_some (BulStore *self,
           const GPtrArray *stories,
           guint start,
           BulStoreReceipt *receipt,
           EntryFunc entry,
           GPtrArray *refusals,
           GError **error)
{
  gint64 number = receipt->number;
  guint n_refused = refusals->len;
  gint64 until;
  gboolean saved;
  guint i = start;

  if (!bul_store_begin (self, error))
    return start;
  until = g_get_monotonic_time () + LONGEST_HOLD;
  do
    saved = save_one (self->db, stories->pdata[i++], receipt, entry, refusals, error);
  while (saved && i < stories->len && g_get_monotonic_time () < until);
  if (bul_store_end (self, saved, error))
    return i;
  receipt->number = number;
  g_ptr_array_set_size (refusals, (int) n_refused);
  return start;
}

static gboolean
save (BulStore *self,
      const GPtrArray *stories,
      BulStoreReceipt *receipt,
      EntryFunc entry,
      GPtrArray *refusals,
      GError **error)
{
  for (guint i = 0; i < stories->len;)
    {
      guint next = save_some (self, stories, i, receipt, entry, refusals, error);

      if (next == i && !bul_store_do_without_search (self, error))
        return FALSE;
      i = next;
      bul_lock_give_way (self->lock);
    }
  return TRUE;
}

gboolean
bul_store_save_tagged (BulStore *self,
                       const GPtrArray *stories,
                       BulStoreReceipt *receipt,
                       GPtrArray *refusals,
                       GError **error)
{
  return save (self, stories, receipt, enter, refusals, error);
}

gboolean
bul_store_save_untagged (BulStore *self,
                         const GPtrArray *stories,
                         BulStoreReceipt *receipt,
                         GPtrArray *refusals,
                         GError **error)
{
  return save (self, stories, receipt, leave, refusals, error);
}

gboolean
bul_store_save_retagged (BulStore *self,
                         const GPtrArray *stories,
                         BulStoreReceipt *receipt,
                         GPtrArray *refusals,
                         GError **error)
{
  return save (self, stories, receipt, come_back, refusals, error);
}

/* --- which stories have what */

GStrv
bul_store_list_tags (BulStore *self, const char *uid, GError **error)
{
  static const char sql[] = "SELECT DISTINCT code FROM story JOIN tag ON tag.story = story.id"
                            " WHERE uid = :uid AND code IS NOT NULL"
                            "  AND NOT EXISTS (SELECT 1 FROM tag_span WHERE tag_span.tag = tag.id)"
                            " ORDER BY tag.position";
  sqlite3_stmt *select = bul_db_prepare (self->db, sql, error);
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();
  BulDbStep step;

  if (select == NULL)
    return NULL;
  bul_db_bind_text (select, "uid", uid);
  while ((step = bul_db_step (self->db, select, error)) == BUL_DB_ROW)
    {
      g_autofree char *code = bul_db_dup_text (select, 0);

      g_strv_builder_add (codes, code);
    }
  return step == BUL_DB_DONE ? g_strv_builder_end (codes) : NULL;
}

GPtrArray *
bul_store_find_tagged (BulStore *self, const char *code, GError **error)
{
  static const char sql[] = "SELECT uid FROM story WHERE id IN"
                            " (SELECT story FROM tag WHERE code = :code) ORDER BY id";
  sqlite3_stmt *select = bul_db_prepare (self->db, sql, error);
  g_autoptr (GPtrArray) uids = g_ptr_array_new_with_free_func (g_free);
  BulDbStep step;

  if (select == NULL)
    return NULL;
  bul_db_bind_text (select, "code", code);
  while ((step = bul_db_step (self->db, select, error)) == BUL_DB_ROW)
    g_ptr_array_add (uids, bul_db_dup_text (select, 0));
  return step == BUL_DB_DONE ? g_steal_pointer (&uids) : NULL;
}
