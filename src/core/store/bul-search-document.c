/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-search-document-private.h"

#include <string.h>

#include "bul-token.h"

/* What stories are sorted by, each value once and in an order of its own. */
static const char select_values[]
    = "SELECT 'programme', programme FROM story WHERE id = :story AND programme IS NOT NULL"
      " UNION SELECT 'state', state FROM story WHERE id = :story AND state IS NOT NULL"
      " UNION SELECT 'language', language FROM script"
      "  WHERE story = :story AND language IS NOT NULL"
      " UNION SELECT 'speaker', name FROM speaker"
      "  JOIN speaker_name ON speaker_name.speaker = speaker.id"
      "  WHERE story = :story AND anonymous = 0 AND name <> ''"
      " UNION SELECT 'tag', code FROM tag WHERE story = :story AND code IS NOT NULL"
      " UNION SELECT 'has', 'correction' FROM correction WHERE story = :story";

gint64
bul_search_day_of (const char *date)
{
  GDate day;
  int year;
  int month;
  int of_month;

  if (date == NULL || strlen (date) < 10 || date[4] != '-' || date[7] != '-')
    return 0;
  year = (int) g_ascii_strtoull (date, NULL, 10);
  month = (int) g_ascii_strtoull (date + 5, NULL, 10);
  of_month = (int) g_ascii_strtoull (date + 8, NULL, 10);
  if (year < 1 || year > 9999 || month < 1 || month > 12 || of_month < 1
      || !g_date_valid_dmy ((GDateDay) of_month, (GDateMonth) month, (GDateYear) year))
    return 0;
  g_date_clear (&day, 1);
  g_date_set_dmy (&day, (GDateDay) of_month, (GDateMonth) month, (GDateYear) year);
  return g_date_get_julian (&day) < BUL_SEARCH_FIRST_DAY ? 0 : g_date_get_julian (&day);
}

gint64
bul_search_document_get_day (gint64 docid)
{
  gint64 day = docid >> BUL_SEARCH_DAY_BITS;

  return day < BUL_SEARCH_FIRST_DAY ? 0 : day;
}

guint
bul_search_document_get_month (gint64 day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) day);
  return g_date_get_year (&date) * 12u + g_date_get_month (&date) - 1;
}

/* What is beyond this in one story is not found; a value that SQLite takes may be 64 MB. */
#define MOST_BYTES ((gsize) 24 * 1024 * 1024)

/* A line as the index has it: without the marks that are ours, and ended. */
static void
append_line (GString *out, const char *line)
{
  gsize start = out->len;

  if (start + strlen (line) > MOST_BYTES)
    return;
  g_string_append (out, line);
  for (char *p = out->str + start; *p != '\0'; p++)
    {
      if (*p == '\n')
        *p = ' ';
      else if (memcmp (p, BUL_TOKEN_VERBATIM, 2) == 0 && p[2] != '\0'
               && bul_token_is_mark (g_utf8_get_char (p)))
        memset (p, ' ', 3);
    }
  g_string_append_c (out, '\n');
}

static gboolean
read_lines (BulSearchDocument *self, BulDb *db, gint64 story, GError **error)
{
  static const char sql[] = "SELECT kind = 'headline', text FROM script"
                            " JOIN block ON block.script = script.id"
                            " WHERE story = :story ORDER BY script.position, block.position";
  sqlite3_stmt *select = bul_db_prepare (db, sql, error);
  BulDbStep step;

  if (select == NULL)
    return FALSE;
  bul_db_bind_number (select, "story", story);
  while ((step = bul_db_step (db, select, error)) == BUL_DB_ROW)
    append_line (sqlite3_column_int (select, 0) != 0 ? self->head : self->body,
                 bul_db_get_text (select, 1));
  return step == BUL_DB_DONE;
}

static gboolean
read_story (BulSearchDocument *self, BulDb *db, gint64 story, GError **error)
{
  static const char sql[]
      = "SELECT coalesce(bulletin_date, page_date, (SELECT at FROM stamp"
        " WHERE stamp.story = story.id ORDER BY position LIMIT 1)), page_title FROM story"
        " WHERE id = :story";
  sqlite3_stmt *select = bul_db_prepare (db, sql, error);
  BulDbStep step;

  if (select == NULL)
    return FALSE;
  bul_db_bind_number (select, "story", story);
  step = bul_db_step (db, select, error);
  if (step == BUL_DB_ROW)
    {
      const char *title = bul_db_get_text (select, 1);

      self->day = bul_search_day_of (bul_db_get_text (select, 0));
      /* The list shows it where there is no headline. */
      if (self->head->len == 0 && title != NULL)
        append_line (self->head, title);
    }
  sqlite3_reset (select);
  return step != BUL_DB_ERROR;
}

/* Returns: the row of the value, made where there is none; 0 with @error. */
static gint64
find_value (BulDb *db, const char *kind, const char *value, GError **error)
{
  static const char insert_sql[] = "INSERT INTO search_value (kind, value) VALUES (:kind, :value)";
  static const char select_sql[]
      = "SELECT id FROM search_value WHERE kind = :kind AND value = :value";
  sqlite3_stmt *select = bul_db_prepare (db, select_sql, error);
  sqlite3_stmt *insert;
  gint64 id = 0;
  BulDbStep step;

  if (select == NULL)
    return 0;
  bul_db_bind_text (select, "kind", kind);
  bul_db_bind_text (select, "value", value);
  step = bul_db_step (db, select, error);
  id = step == BUL_DB_ROW ? sqlite3_column_int64 (select, 0) : 0;
  sqlite3_reset (select);
  if (step != BUL_DB_DONE)
    return id;
  insert = bul_db_prepare (db, insert_sql, error);
  if (insert == NULL)
    return 0;
  bul_db_bind_text (insert, "kind", kind);
  bul_db_bind_text (insert, "value", value);
  return bul_db_run (db, insert, error) ? sqlite3_last_insert_rowid (db->handle) : 0;
}

static gboolean
read_facets (BulSearchDocument *self, BulDb *db, gint64 story, GError **error)
{
  sqlite3_stmt *select = bul_db_prepare (db, select_values, error);
  g_autoptr (GString) facets = g_string_new (NULL);
  BulDbStep step;

  if (select == NULL)
    return FALSE;
  bul_db_bind_number (select, "story", story);
  while ((step = bul_db_step (db, select, error)) == BUL_DB_ROW)
    {
      gint64 id = find_value (db, bul_db_get_text (select, 0), bul_db_get_text (select, 1), error);

      if (id == 0)
        {
          sqlite3_reset (select);
          return FALSE;
        }
      g_string_append_printf (facets, "%s%" G_GINT64_FORMAT, facets->len > 0 ? " " : "", id);
    }
  self->facets = g_string_free (g_steal_pointer (&facets), FALSE);
  return step == BUL_DB_DONE;
}

BulSearchDocument *
bul_search_document_new (const char *head, const char *body)
{
  BulSearchDocument *self = g_new0 (BulSearchDocument, 1);

  self->head = g_string_new (head);
  self->body = g_string_new (body);
  return self;
}

BulSearchDocument *
bul_search_document_read (BulDb *db, gint64 story, GError **error)
{
  g_autoptr (BulSearchDocument) self = g_new0 (BulSearchDocument, 1);

  self->head = g_string_new (NULL);
  self->body = g_string_sized_new (4096);
  if (!read_lines (self, db, story, error) || !read_story (self, db, story, error)
      || !read_facets (self, db, story, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
bul_search_document_free (BulSearchDocument *self)
{
  if (self == NULL)
    return;
  g_string_free (self->head, TRUE);
  g_string_free (self->body, TRUE);
  g_free (self->facets);
  g_free (self);
}

gboolean
bul_search_document_look_up (BulSearchDocument *self, BulDb *db, gint64 story, GError **error)
{
  static const char sql[] = "SELECT docid, facets FROM search_document WHERE story = :story";
  sqlite3_stmt *select = bul_db_prepare (db, sql, error);
  BulDbStep step;

  if (select == NULL)
    return FALSE;
  bul_db_bind_number (select, "story", story);
  step = bul_db_step (db, select, error);
  if (step == BUL_DB_ROW)
    {
      self->docid = sqlite3_column_int64 (select, 0);
      g_free (self->facets);
      self->facets = bul_db_dup_text (select, 1);
    }
  sqlite3_reset (select);
  return step != BUL_DB_ERROR;
}

gboolean
bul_search_document_equals (const BulSearchDocument *a, const BulSearchDocument *b)
{
  return a->day == b->day && g_str_equal (a->facets, b->facets) && g_string_equal (a->head, b->head)
         && g_string_equal (a->body, b->body);
}
