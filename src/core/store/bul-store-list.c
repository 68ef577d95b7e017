/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-enum.h"
#include "bul-error.h"
#include "bul-store-private.h"

/* Fewer characters would name a story by chance. */
#define SHORTEST_PREFIX 6

void
bul_store_row_free (BulStoreRow *row)
{
  if (row == NULL)
    return;
  g_free (row->uid);
  g_free (row->headline);
  g_free (row->programme);
  g_free (row->page_date);
  g_free (row->bulletin_date);
  g_free (row->language);
  g_free (row->translation);
  g_free (row->stamp);
  g_free (row->at);
  g_free (row->day);
  g_free (row);
}

static BulStoreRow *
read_row (sqlite3_stmt *select)
{
  BulStoreRow *row = g_new0 (BulStoreRow, 1);
  guint state = 0;

  row->uid = bul_db_dup_text (select, 0);
  row->headline = bul_db_dup_text (select, 1);
  row->programme = bul_db_dup_text (select, 2);
  row->page_date = bul_db_dup_text (select, 3);
  row->bulletin_date = bul_db_dup_text (select, 4);
  row->language = bul_db_dup_text (select, 5);
  row->stamp = bul_db_dup_text (select, 6);
  row->at = bul_db_dup_text (select, 7);
  bul_enum_from_word (bul_story_state_words, bul_db_get_text (select, 8), &state);
  row->state = state;
  row->revision = sqlite3_column_int64 (select, 9);
  row->n_corrections = sqlite3_column_int64 (select, 10);
  row->n_open = sqlite3_column_int64 (select, 11);
  row->n_stale = sqlite3_column_int64 (select, 12);
  row->translation = bul_db_dup_text (select, 13);
  row->day = bul_db_dup_text (select, 14);
  return row;
}

static GPtrArray *
read_rows (BulStore *self, sqlite3_stmt *select, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) bul_store_row_free);
  BulDbStep step;

  while ((step = bul_db_step (self->db, select, error)) == BUL_DB_ROW)
    g_ptr_array_add (rows, read_row (select));
  return step == BUL_DB_DONE ? g_steal_pointer (&rows) : NULL;
}

#define FIRST_STAMP "(SELECT at FROM stamp WHERE stamp.story = story.id ORDER BY position LIMIT 1)"

/* What read_row() reads. */
#define COLUMNS                                                                                    \
  " uid,"                                                                                          \
  " coalesce((SELECT text FROM block JOIN script ON script.id = block.script"                      \
  "  WHERE script.story = story.id AND kind = 'headline' AND text <> ''"                           \
  "  ORDER BY role, script.position, block.position LIMIT 1), page_title),"                        \
  " programme, page_date, bulletin_date,"                                                          \
  " (SELECT group_concat(language, ' ') FROM (SELECT DISTINCT language FROM script"                \
  "  WHERE script.story = story.id AND language IS NOT NULL ORDER BY language)),"                  \
  " " FIRST_STAMP ","                                                                              \
  " (SELECT at FROM revision WHERE revision.story = story.id AND number = story.revision),"        \
  " state, revision,"                                                                              \
  " (SELECT count(*) FROM correction WHERE correction.story = story.id),"                          \
  " (SELECT count(*) FROM correction WHERE correction.story = story.id"                            \
  "  AND state IN ('draft', 'approved')),"                                                         \
  " (SELECT count(*) FROM link WHERE link.story = story.id AND link.state = 'stale'),"             \
  " (SELECT language FROM script WHERE script.story = story.id AND role = 'translation'"           \
  "  ORDER BY position LIMIT 1),"                                                                  \
  " substr(coalesce(bulletin_date, page_date, " FIRST_STAMP "), 1, 10)"

/* By the day that is column 15, and the stamp that is column 7. What came in at one time is one
 * bulletin, and stands in its order. */
#define CAME "(SELECT at FROM revision WHERE revision.story = story.id AND number = 1)"
#define NEWEST_FIRST " ORDER BY 15 DESC NULLS LAST, 7 DESC, " CAME " DESC, id"

GPtrArray *
bul_store_list (BulStore *self, GError **error)
{
  static const char sql[] = "SELECT" COLUMNS " FROM story" NEWEST_FIRST;
  sqlite3_stmt *select = bul_db_prepare (self->db, sql, error);

  return select == NULL ? NULL : read_rows (self, select, error);
}

/* Whether @rows are as many as the library has. */
static gboolean
has_all (BulStore *self, const GPtrArray *rows, gboolean *is_all, GError **error)
{
  static const char sql[] = "SELECT count(*) FROM (SELECT 1 FROM story LIMIT :n)";
  sqlite3_stmt *select = bul_db_prepare (self->db, sql, error);

  if (select == NULL)
    return FALSE;
  bul_db_bind_number (select, "n", (gint64) rows->len + 1);
  if (bul_db_step (self->db, select, error) != BUL_DB_ROW)
    return FALSE;
  *is_all = sqlite3_column_int64 (select, 0) <= rows->len;
  sqlite3_reset (select);
  return TRUE;
}

static gboolean
has_row (const GPtrArray *rows, const char *uid)
{
  for (guint i = 0; i < rows->len; i++)
    if (strcmp (((BulStoreRow *) rows->pdata[i])->uid, uid) == 0)
      return TRUE;
  return FALSE;
}

/* Behind those of its day. @row: (transfer full) */
static void
insert_row (GPtrArray *rows, BulStoreRow *row)
{
  guint at = rows->len;

  while (at > 0 && g_strcmp0 (((BulStoreRow *) rows->pdata[at - 1])->day, row->day) < 0)
    at--;
  g_ptr_array_insert (rows, (int) at, row);
}

/* A story that the library does not have is passed over. */
static gboolean
add_row (BulStore *self, GPtrArray *rows, const char *uid, GError **error)
{
  static const char sql[] = "SELECT" COLUMNS " FROM story WHERE uid = :uid";
  sqlite3_stmt *select = bul_db_prepare (self->db, sql, error);
  BulDbStep step;

  if (select == NULL)
    return FALSE;
  bul_db_bind_text (select, "uid", uid);
  step = bul_db_step (self->db, select, error);
  if (step == BUL_DB_ROW)
    insert_row (rows, read_row (select));
  sqlite3_reset (select);
  return step != BUL_DB_ERROR;
}

GPtrArray *
bul_store_list_newest (
    BulStore *self, guint n, const char *const *also, gboolean *is_all, GError **error)
{
  static const char sql[]
      = "SELECT" COLUMNS " FROM story WHERE id IN"
        " (SELECT story FROM (SELECT story FROM search_document ORDER BY docid DESC LIMIT :n)"
        "  UNION SELECT id FROM (SELECT id FROM story ORDER BY id DESC LIMIT :n))" NEWEST_FIRST;
  sqlite3_stmt *select = bul_db_prepare (self->db, sql, error);
  g_autoptr (GPtrArray) rows = NULL;

  if (select == NULL)
    return NULL;
  bul_db_bind_number (select, "n", n);
  rows = read_rows (self, select, error);
  if (rows == NULL)
    return NULL;
  for (guint i = 0; also != NULL && also[i] != NULL; i++)
    if (!has_row (rows, also[i]) && !add_row (self, rows, also[i], error))
      return NULL;
  return has_all (self, rows, is_all, error) ? g_steal_pointer (&rows) : NULL;
}

GPtrArray *
bul_store_list_source (BulStore *self, const char *sha256, GError **error)
{
  static const char sql[] = "SELECT" COLUMNS " FROM story WHERE id IN"
                            " (SELECT story_source.story FROM source"
                            "  JOIN story_source ON story_source.source = source.id"
                            "  WHERE sha256 = :sha256) ORDER BY id";
  sqlite3_stmt *select = bul_db_prepare (self->db, sql, error);

  if (select == NULL)
    return NULL;
  bul_db_bind_text (select, "sha256", sha256);
  return read_rows (self, select, error);
}

BulStoreRow *
bul_store_load_row (BulStore *self, gint64 story, GError **error)
{
  static const char sql[] = "SELECT" COLUMNS " FROM story WHERE id = :story";
  sqlite3_stmt *select = bul_db_prepare (self->db, sql, error);
  BulStoreRow *row = NULL;
  BulDbStep step;

  if (select == NULL)
    return NULL;
  bul_db_bind_number (select, "story", story);
  step = bul_db_step (self->db, select, error);
  if (step == BUL_DB_ROW)
    row = read_row (select);
  else if (step == BUL_DB_DONE)
    g_set_error (error, BUL_ERROR, BUL_ERROR_NOT_FOUND, "The library no longer has that story.");
  sqlite3_reset (select);
  return row;
}

static void
bind_prefix (sqlite3_stmt *select, const char *prefix)
{
  g_autofree char *lower = g_ascii_strdown (prefix, -1);
  g_autofree char *after = g_strconcat (lower, "g", NULL);

  bul_db_bind_text (select, "prefix", lower);
  bul_db_bind_text (select, "after", after);
}

char *
bul_store_resolve (BulStore *self, const char *prefix, GError **error)
{
  sqlite3_stmt *select = bul_db_prepare (
      self->db, "SELECT uid FROM story WHERE uid >= :prefix AND uid < :after ORDER BY uid LIMIT 2",
      error);
  g_autofree char *uid = NULL;
  BulDbStep step;

  if (strlen (prefix) < SHORTEST_PREFIX)
    {
      g_set_error (error, BUL_ERROR, BUL_ERROR_NOT_FOUND,
                   "“%s” is too short to name a story: give at least six characters.", prefix);
      return NULL;
    }
  if (select == NULL)
    return NULL;
  bind_prefix (select, prefix);
  step = bul_db_step (self->db, select, error);
  if (step == BUL_DB_ROW)
    {
      uid = bul_db_dup_text (select, 0);
      step = bul_db_step (self->db, select, error);
      if (step == BUL_DB_ROW)
        g_set_error (error, BUL_ERROR, BUL_ERROR_AMBIGUOUS,
                     "Several stories begin with “%s”: give more of it.", prefix);
    }
  else if (step == BUL_DB_DONE)
    g_set_error (error, BUL_ERROR, BUL_ERROR_NOT_FOUND, "No story of the library begins with “%s”.",
                 prefix);
  sqlite3_reset (select);
  return step == BUL_DB_DONE ? g_steal_pointer (&uid) : NULL;
}

/* The first column of what @select gives. */
static GStrv
read_uids (BulStore *self, sqlite3_stmt *select, GError **error)
{
  g_autoptr (GStrvBuilder) uids = g_strv_builder_new ();
  BulDbStep step;

  while ((step = bul_db_step (self->db, select, error)) == BUL_DB_ROW)
    g_strv_builder_add (uids, bul_db_get_text (select, 0));
  return step == BUL_DB_DONE ? g_strv_builder_end (uids) : NULL;
}

GStrv
bul_store_find_source (BulStore *self, const char *sha256, GError **error)
{
  sqlite3_stmt *select = bul_db_prepare (self->db,
                                         "SELECT uid FROM source"
                                         " JOIN story_source ON story_source.source = source.id"
                                         " JOIN story ON story.id = story_source.story"
                                         " WHERE sha256 = :sha256 ORDER BY story.id",
                                         error);

  if (select == NULL)
    return NULL;
  bul_db_bind_text (select, "sha256", sha256);
  return read_uids (self, select, error);
}

GStrv
bul_store_find_stale (BulStore *self, GError **error)
{
  sqlite3_stmt *select = bul_db_prepare (self->db,
                                         "SELECT uid FROM story WHERE id IN (SELECT story FROM "
                                         "link WHERE state = 'stale') ORDER BY id",
                                         error);

  return select == NULL ? NULL : read_uids (self, select, error);
}

GStrv
bul_store_find_day (BulStore *self, const char *day, const char *language, GError **error)
{
  static const char sql[]
      = "SELECT uid FROM story WHERE (page_date = :day AND bulletin_date IS NULL"
        "  OR bulletin_date = :day)"
        " AND (SELECT count(*) FROM script WHERE script.story = story.id) = 1"
        " AND EXISTS (SELECT 1 FROM script WHERE script.story = story.id AND language = :language)"
        " ORDER BY id DESC LIMIT 300";
  sqlite3_stmt *select = bul_db_prepare (self->db, sql, error);

  if (select == NULL)
    return NULL;
  bul_db_bind_text (select, "day", day);
  bul_db_bind_text (select, "language", language);
  return read_uids (self, select, error);
}

/* Of the stories that came last: one that was begun and left is among them. */
#define LAST_HUNDRED "(SELECT * FROM story ORDER BY id DESC LIMIT 100)"

char *
bul_store_find_unwritten (
    BulStore *self, const char *day, const char *language, const char *const *but, GError **error)
{
  static const char sql[]
      = "SELECT uid FROM " LAST_HUNDRED " AS story WHERE revision = 1 AND bulletin_date = :day"
        " AND page_title IS NULL AND slug IS NULL AND programme IS NULL"
        " AND (SELECT count(*) FROM script WHERE script.story = story.id) = 1"
        " AND EXISTS (SELECT 1 FROM script WHERE script.story = story.id AND language = :language)"
        " AND (SELECT count(*) FROM block JOIN script ON script.id = block.script"
        "  WHERE script.story = story.id) = 1"
        " AND EXISTS (SELECT 1 FROM block JOIN script ON script.id = block.script"
        "  WHERE script.story = story.id AND text = '')"
        " AND NOT EXISTS (SELECT 1 FROM journal WHERE journal.story = story.id)"
        " AND NOT EXISTS (SELECT 1 FROM story_source WHERE story_source.story = story.id)"
        " AND NOT EXISTS (SELECT 1 FROM annotation WHERE annotation.story = story.id)"
        " AND NOT EXISTS (SELECT 1 FROM correction WHERE correction.story = story.id)"
        " AND NOT EXISTS (SELECT 1 FROM notice WHERE notice.story = story.id)"
        " AND NOT EXISTS (SELECT 1 FROM tag WHERE tag.story = story.id) ORDER BY id DESC";
  sqlite3_stmt *select = bul_db_prepare (self->db, sql, error);
  g_auto (GStrv) uids = NULL;

  if (select == NULL)
    return NULL;
  bul_db_bind_text (select, "day", day);
  bul_db_bind_text (select, "language", language);
  uids = read_uids (self, select, error);
  for (guint i = 0; uids != NULL && uids[i] != NULL; i++)
    if (but == NULL || !g_strv_contains (but, uids[i]))
      return g_strdup (uids[i]);
  return NULL;
}
