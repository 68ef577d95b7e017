/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-search-table-private.h"

#include "bul-search-outdated-private.h"
#include "bul-token.h"
#include "bul-voices-private.h"

/* FTS5 takes a row out of an index by what it was put in with, to the byte. */
static const char *const text_sql[] = {
  "INSERT INTO search_text (rowid, head, body, facets) VALUES (:docid, :head, :body, :facets)",
  "INSERT INTO search_text (search_text, rowid, head, body, facets)"
  " VALUES ('delete', :docid, :head, :body, :facets)",
};
static const char *const syllable_sql[] = {
  "INSERT INTO search_syllable (rowid, text) VALUES (:docid, :text)",
  "INSERT INTO search_syllable (search_syllable, rowid, text) VALUES ('delete', :docid, :text)",
};

typedef enum
{
  WRITE_IN,  /* what was not there */
  WRITE_OUT, /* what is there */
} Write;

/* Values as words that stand for themselves. */
static char *
dup_facet_words (const char *facets)
{
  g_auto (GStrv) ids = g_strsplit (facets, " ", -1);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; ids[i] != NULL && *ids[i] != '\0'; i++)
    g_string_append_printf (words, "%s" BUL_TOKEN_VERBATIM "%s", i > 0 ? " " : "", ids[i]);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static gboolean
write_index (BulDb *db, const BulSearchDocument *document, gint64 docid, Write how, GError **error)
{
  g_autofree char *facets = dup_facet_words (document->facets);
  g_autofree char *whole = g_strconcat (document->head->str, document->body->str, NULL);
  sqlite3_stmt *text = bul_db_prepare (db, text_sql[how], error);
  sqlite3_stmt *syllable = NULL;

  if (text == NULL)
    return FALSE;
  bul_db_bind_number (text, "docid", docid);
  bul_db_bind_text (text, "head", document->head->str);
  bul_db_bind_text (text, "body", document->body->str);
  bul_db_bind_text (text, "facets", facets);
  if (!bul_db_run (db, text, error))
    return FALSE;
  syllable = bul_db_prepare (db, syllable_sql[how], error);
  if (syllable == NULL)
    return FALSE;
  bul_db_bind_number (syllable, "docid", docid);
  bul_db_bind_text (syllable, "text", whole);
  return bul_db_run (db, syllable, error);
}

static gboolean
get_number (BulDb *db, const char *sql, gint64 first, gint64 last, gint64 *number, GError **error)
{
  sqlite3_stmt *select = bul_db_prepare (db, sql, error);

  if (select == NULL)
    return FALSE;
  bul_db_bind_number (select, "first", first);
  bul_db_bind_number (select, "last", last);
  if (bul_db_step (db, select, error) != BUL_DB_ROW)
    return FALSE;
  *number = sqlite3_column_int64 (select, 0);
  sqlite3_reset (select);
  return TRUE;
}

/* The next free docid of @day; where a day has 16,000 stories, of the day before it. */
static gboolean
find_docid (BulDb *db, gint64 day, gint64 *docid, GError **error)
{
  static const char sql[] = "SELECT coalesce(max(docid), :first) + 1 FROM search_document"
                            " WHERE docid BETWEEN :first AND :last";
  gint64 undated = ((gint64) BUL_SEARCH_FIRST_DAY << BUL_SEARCH_DAY_BITS) - 1;

  for (; day >= BUL_SEARCH_FIRST_DAY; day--)
    {
      gint64 first = day << BUL_SEARCH_DAY_BITS;
      gint64 last = first + (1 << BUL_SEARCH_DAY_BITS) - 1;

      if (!get_number (db, sql, first, last, docid, error))
        return FALSE;
      if (*docid <= last)
        return TRUE;
    }
  return get_number (db, sql, 0, undated, docid, error);
}

static gboolean
write_document (BulDb *db,
                gint64 story,
                const BulSearchDocument *document,
                gint64 docid,
                Write how,
                GError **error)
{
  static const char *const sql[] = {
    "INSERT INTO search_document (docid, story, serial, facets) VALUES (:docid, :story,"
    " (SELECT coalesce(max(serial), 0) + 1 FROM search_document), :facets)",
    "UPDATE search_document SET docid = :docid, facets = :facets,"
    " serial = (SELECT max(serial) + 1 FROM search_document) WHERE story = :story",
  };
  sqlite3_stmt *write = bul_db_prepare (db, sql[how], error);

  if (write == NULL)
    return FALSE;
  bul_db_bind_number (write, "docid", docid);
  bul_db_bind_number (write, "story", story);
  bul_db_bind_text (write, "facets", document->facets);
  return bul_db_run (db, write, error);
}

gboolean
bul_search_table_get_progress (BulDb *db, gint64 *upto, GError **error)
{
  static const char sql[] = "SELECT CASE version WHEN :version THEN upto ELSE -1 END"
                            " FROM search_progress";
  sqlite3_stmt *select = bul_db_prepare (db, sql, error);
  BulDbStep step;

  if (select == NULL)
    return FALSE;
  bul_db_bind_number (select, "version", BUL_TOKEN_VERSION);
  step = bul_db_step (db, select, error);
  *upto = step == BUL_DB_ROW ? sqlite3_column_int64 (select, 0) : -1;
  sqlite3_reset (select);
  return step != BUL_DB_ERROR;
}

/* Where the row is missing it is made anew. */
static gboolean
put_progress (BulDb *db, gint64 version, gint64 upto, GError **error)
{
  static const char *const sql[] = {
    "UPDATE search_progress SET version = :version, upto = :upto",
    "INSERT INTO search_progress (version, upto, made) SELECT :version, :upto, random()"
    " WHERE NOT EXISTS (SELECT 1 FROM search_progress)",
  };

  for (guint i = 0; i < G_N_ELEMENTS (sql); i++)
    {
      sqlite3_stmt *write = bul_db_prepare (db, sql[i], error);

      if (write == NULL)
        return FALSE;
      bul_db_bind_number (write, "version", version);
      bul_db_bind_number (write, "upto", upto);
      if (!bul_db_run (db, write, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
bul_search_table_set_progress (BulDb *db, gint64 upto, GError **error)
{
  return put_progress (db, BUL_TOKEN_VERSION, upto, error);
}

gboolean
bul_search_table_give_up (BulDb *db, GError **error)
{
  db->search_damaged = FALSE;
  return put_progress (db, 0, 0, error);
}

static gboolean
read_indexed (BulDb *db, gint64 story, BulSearchDocument **indexed, GError **error)
{
  g_autoptr (BulSearchDocument) document = bul_search_document_read (db, story, error);

  if (document == NULL || !bul_search_document_look_up (document, db, story, error))
    return FALSE;
  *indexed = document->docid == 0 ? NULL : g_steal_pointer (&document);
  return TRUE;
}

gboolean
bul_search_table_prepare (BulDb *db, gint64 story, BulSearchDocument **before, GError **error)
{
  g_autoptr (BulSearchDocument) outdated = NULL;
  gint64 upto;

  *before = NULL;
  if (story == 0)
    return TRUE;
  if (!bul_search_outdated_take (db, story, &outdated, error)
      || !bul_search_table_get_progress (db, &upto, error))
    return FALSE;
  if (upto < 0)
    return TRUE;
  if (outdated == NULL)
    return read_indexed (db, story, before, error);
  *before = g_steal_pointer (&outdated);
  return TRUE;
}

gboolean
bul_search_table_put_off (BulDb *db, gint64 story, gboolean *is_put_off, GError **error)
{
  g_autoptr (BulSearchDocument) indexed = NULL;
  gint64 upto;

  *is_put_off = FALSE;
  if (story == 0)
    return TRUE;
  if (!bul_search_table_get_progress (db, &upto, error)
      || !bul_search_outdated_has (db, story, is_put_off, error))
    return FALSE;
  if (upto < 0 || *is_put_off)
    return TRUE;
  if (!read_indexed (db, story, &indexed, error))
    return FALSE;
  *is_put_off = indexed != NULL;
  return indexed == NULL || bul_search_outdated_add (db, story, indexed, error);
}

/* The same docid while the day is the same: lists stay as they are. */
static gboolean
choose_docid (BulDb *db,
              const BulSearchDocument *document,
              const BulSearchDocument *before,
              gint64 *docid,
              GError **error)
{
  if (document->day != bul_search_document_get_day (before->docid))
    return find_docid (db, document->day, docid, error);
  *docid = before->docid;
  return TRUE;
}

static void
free_document (gpointer document)
{
  bul_search_document_free (document);
}

GPtrArray *
bul_search_table_make_waiting (void)
{
  return g_ptr_array_new_with_free_func (free_document);
}

static int
compare_docids (gconstpointer a, gconstpointer b)
{
  const BulSearchDocument *x = *(BulSearchDocument *const *) a;
  const BulSearchDocument *y = *(BulSearchDocument *const *) b;

  return (x->docid > y->docid) - (x->docid < y->docid);
}

gboolean
bul_search_table_write_waiting (BulDb *db, GPtrArray *waiting, GError **error)
{
  g_ptr_array_sort (waiting, compare_docids);
  for (guint i = 0; i < waiting->len; i++)
    {
      const BulSearchDocument *document = waiting->pdata[i];

      if (!write_index (db, document, document->docid, WRITE_IN, error))
        return FALSE;
    }
  g_ptr_array_set_size (waiting, 0);
  return TRUE;
}

/* @document: (transfer full): a story that was not in the tables */
static gboolean
add (BulDb *db, gint64 story, BulSearchDocument *document, GPtrArray *waiting, GError **error)
{
  g_autoptr (GPtrArray) alone = bul_search_table_make_waiting ();

  g_ptr_array_add (waiting == NULL ? alone : waiting, document);
  return find_docid (db, document->day, &document->docid, error)
         && write_document (db, story, document, document->docid, WRITE_IN, error)
         && bul_search_table_write_waiting (db, alone, error);
}

gboolean
bul_search_table_update (
    BulDb *db, gint64 story, const BulSearchDocument *before, GPtrArray *waiting, GError **error)
{
  g_autoptr (BulSearchDocument) document = NULL;
  gint64 upto;
  gint64 docid;

  if (!bul_search_table_get_progress (db, &upto, error))
    return FALSE;
  if (upto < 0)
    return bul_search_table_give_up (db, error);
  document = bul_search_document_read (db, story, error);
  if (document == NULL)
    return FALSE;
  if (before == NULL)
    return add (db, story, g_steal_pointer (&document), waiting, error);
  if (bul_search_document_equals (document, before))
    return TRUE;
  return choose_docid (db, document, before, &docid, error)
         && write_index (db, before, before->docid, WRITE_OUT, error)
         && write_index (db, document, docid, WRITE_IN, error)
         && write_document (db, story, document, docid, WRITE_OUT, error);
}

gboolean
bul_search_table_bring_up (BulDb *db, gboolean *left, GError **error)
{
  g_autoptr (BulSearchDocument) before = NULL;
  gint64 story;

  if (!bul_search_outdated_get_first (db, &story, error))
    return FALSE;
  *left = story != 0;
  return story == 0
         || (bul_search_table_prepare (db, story, &before, error)
             && bul_voices_update (db, story, error)
             && bul_search_table_update (db, story, before, NULL, error));
}

gboolean
bul_search_table_fill (BulDb *db, gint64 *upto, gboolean *found, GPtrArray *waiting, GError **error)
{
  static const char sql[] = "SELECT id, EXISTS (SELECT 1 FROM search_document WHERE story = id)"
                            " FROM story WHERE id > :upto ORDER BY id LIMIT 1";
  sqlite3_stmt *select = bul_db_prepare (db, sql, error);
  gboolean is_there;
  BulDbStep step;

  if (select == NULL)
    return FALSE;
  bul_db_bind_number (select, "upto", *upto);
  step = bul_db_step (db, select, error);
  *found = step == BUL_DB_ROW;
  if (!*found)
    return step == BUL_DB_DONE;
  *upto = sqlite3_column_int64 (select, 0);
  is_there = sqlite3_column_int (select, 1) != 0;
  sqlite3_reset (select);
  return is_there || bul_search_table_update (db, *upto, NULL, waiting, error);
}

/* A number below 0 says that all pieces are to become one. */
gboolean
bul_search_table_start_merge (BulDb *db, GError **error)
{
  return bul_db_exec (db,
                      "INSERT INTO search_text (search_text, rank) VALUES ('merge', -16);"
                      "INSERT INTO search_syllable (search_syllable, rank) VALUES ('merge', -16)",
                      error);
}

/* Some milliseconds of work; FTS5 changes at most one row where nothing is left to do. */
gboolean
bul_search_table_merge (BulDb *db, gboolean *left, GError **error)
{
  static const char sql[]
      = "INSERT INTO search_text (search_text, rank) VALUES ('merge', 64);"
        "INSERT INTO search_syllable (search_syllable, rank) VALUES ('merge', 64)";
  int before = sqlite3_total_changes (db->handle);

  if (!bul_db_exec (db, sql, error))
    return FALSE;
  *left = sqlite3_total_changes (db->handle) - before > 3;
  return TRUE;
}

/* What FTS5 itself puts into the tables below its own when these are made: no index at all. */
#define ANEW(table, size)                                                                          \
  "INSERT OR REPLACE INTO " table "_data (id, block) VALUES (1, x''), (10, x'00000000000000');"    \
  "INSERT OR REPLACE INTO " table "_config (k, v) VALUES ('version', 4), ('hashsize', " size ");"

/* Some rows of them, and what is no part of an index any more. */
#define CLEAR(table)                                                                               \
  "DELETE FROM " table "_data WHERE id IN"                                                         \
  " (SELECT id FROM " table "_data WHERE id > 10 LIMIT 200);"                                      \
  "DELETE FROM " table "_idx WHERE (segid, term) IN"                                               \
  " (SELECT segid, term FROM " table "_idx LIMIT 200);"

/* FTS5 would empty a table at once, however large it is, and one whose description of itself is
 * damaged not at all. */
static gboolean
clear_some (BulDb *db, gboolean *left, GError **error)
{
  static const char anew[] = ANEW ("search_text", "67108864") ANEW ("search_syllable", "16777216");
  static const char clear[]
      = CLEAR ("search_text") CLEAR ("search_syllable") "DELETE FROM search_document WHERE docid IN"
                                                        " (SELECT docid FROM search_document"
                                                        "  LIMIT 1000)";
  int before;
  gboolean done;

  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
  done = bul_db_exec (db, anew, error);
  before = sqlite3_total_changes (db->handle);
  done = done && bul_db_exec (db, clear, error);
  sqlite3_db_config (db->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  *left = sqlite3_total_changes (db->handle) > before;
  return done;
}

/* What this connection still remembers of the indexes goes as well. */
static gboolean
forget_index (BulDb *db, GError **error)
{
  return bul_db_exec (db,
                      "INSERT INTO search_text (search_text) VALUES ('delete-all');"
                      "INSERT INTO search_syllable (search_syllable) VALUES ('delete-all');"
                      "UPDATE search_progress SET made = made + 1",
                      error);
}

gboolean
bul_search_table_clear (BulDb *db, gboolean *left, GError **error)
{
  if (!clear_some (db, left, error))
    return FALSE;
  return *left || (forget_index (db, error) && bul_search_table_set_progress (db, 0, error));
}
