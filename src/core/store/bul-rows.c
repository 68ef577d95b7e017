/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-rows-private.h"

#include <string.h>

#include "bul-chars.h"

typedef struct
{
  char *name;
  guint root;
  GPtrArray *columns; /* of char * */
  gboolean made_anew;
} Table;

struct _BulRows
{
  BulDb *db;
  GPtrArray *tables;
};

/* What a word becomes that its column does not know; where there is no row, nothing is said. */
static const struct
{
  const char *table;
  const char *column;
  const char *word;
} plainest[] = {
  /* the story and its lines */
  { "story", "state", "draft" },
  { "stamp", "kind", "entered" },
  { "speaker", "role", "newsmaker" },
  { "script", "role", "original" },
  { "block", "kind", "paragraph" },
  { "block", "section", NULL },
  /* what is said about them */
  { "annotation", "kind", "note" },
  { "annotation", "state", "open" },
  { "correction", "class", "other" },
  { "correction", "weight", "meaning" },
  { "correction", "state", "draft" },
  { "correction", "reads", "changed" },
  { "correction", "found_by", NULL },
  { "correction_target", "place", "broadcast" },
  { "correction_target", "state", "open" },
  { "notice", "basis", NULL },
  { "notice_text", "use", "page" },
  { "link", "state", "automatic" },
  { "link_segment", "language", "ko" },
  { "person_deed", "what", "rename" },
  { "memory", "state", "kept" },
  { "term", "state", "kept" },
};

/* The letter of the keys of a table's own records: it tells tables of one shape apart. */
static const struct
{
  const char *table;
  const char *column;
  char letter;
} letters[] = {
  /* own keys */
  { "speaker", "key", 'p' },
  { "script", "key", 'k' },
  { "block", "key", 'b' },
  { "annotation", "key", 'a' },
  { "tag", "key", 't' },
  { "correction", "key", 'c' },
  { "notice", "key", 'n' },
  { "dismissal", "key", 'd' },
  { "change_ledger", "key", 'h' },
  { "change_ledger", "block", 'b' },
  { "link", "key", 'l' },
  /* references */
  { "block_speaker", "speaker", 'p' },
  { "notice_correction", "correction", 'c' },
};

/* Columns that are 0 or 1. */
static const char *const flags[] = { "anonymous", "apologises", "aired",  "by_hand", "given",
                                     "orphan",    "undone",     "is_new", "learned", "retired" };

static void
table_free (gpointer data)
{
  Table *table = data;

  g_free (table->name);
  g_ptr_array_unref (table->columns);
  g_free (table);
}

static gboolean
read_columns (BulDb *db, Table *table, GError **error)
{
  static const char sql[] = "SELECT name FROM pragma_table_info (:table) ORDER BY cid";
  sqlite3_stmt *select = bul_db_prepare (db, sql, error);
  BulDbStep step;

  if (select == NULL)
    return FALSE;
  bul_db_bind_text (select, "table", table->name);
  while ((step = bul_db_step (db, select, error)) == BUL_DB_ROW)
    g_ptr_array_add (table->columns, bul_db_dup_text (select, 0));
  return step == BUL_DB_DONE;
}

BulRows *
bul_rows_new (BulDb *db, GError **error)
{
  static const char sql[]
      = "SELECT name, rootpage FROM sqlite_schema WHERE type = 'table' ORDER BY rootpage";
  g_autoptr (BulRows) self = g_new0 (BulRows, 1);
  sqlite3_stmt *select = bul_db_prepare (db, sql, error);
  BulDbStep step;

  self->db = db;
  self->tables = g_ptr_array_new_with_free_func (table_free);
  if (select == NULL)
    return NULL;
  while ((step = bul_db_step (db, select, error)) == BUL_DB_ROW)
    {
      Table *table = g_new0 (Table, 1);

      table->name = bul_db_dup_text (select, 0);
      table->root = (guint) sqlite3_column_int64 (select, 1);
      table->made_anew
          = g_str_has_prefix (table->name, "search") || g_str_has_prefix (table->name, "word_");
      table->columns = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_add (self->tables, table);
    }
  for (guint i = 0; step == BUL_DB_DONE && i < self->tables->len; i++)
    if (!read_columns (db, self->tables->pdata[i], error))
      return NULL;
  return step == BUL_DB_DONE ? g_steal_pointer (&self) : NULL;
}

void
bul_rows_free (BulRows *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->tables);
  g_free (self);
}

guint
bul_rows_get_n_tables (BulRows *self)
{
  return self->tables->len;
}

const char *
bul_rows_get_name (BulRows *self, guint table)
{
  return ((Table *) self->tables->pdata[table])->name;
}

guint
bul_rows_get_usual_root (BulRows *self, guint table)
{
  return ((Table *) self->tables->pdata[table])->root;
}

gboolean
bul_rows_is_made_anew (BulRows *self, guint table)
{
  return ((Table *) self->tables->pdata[table])->made_anew;
}

/* The names are those of our own schema, never of the file. */
static sqlite3_stmt *
prepare_insert (BulRows *self, const Table *table, guint n_columns)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (GString) values = g_string_new (NULL);
  sqlite3_stmt *insert = NULL;

  g_string_printf (sql, "INSERT INTO \"%s\" (", table->name);
  for (guint i = 0; i < n_columns; i++)
    {
      g_string_append_printf (sql, "%s\"%s\"", i > 0 ? ", " : "",
                              (const char *) table->columns->pdata[i]);
      g_string_append_printf (values, "%s?%u", i > 0 ? ", " : "", i + 1);
    }
  g_string_append_printf (sql, ") VALUES (%s)", values->str);
  sqlite3_prepare_v2 (self->db->handle, sql->str, -1, &insert, NULL);
  return insert;
}

/* Text as XML can hold it. */
static char *
dup_text (const BulLeafValue *value)
{
  g_autofree char *valid = g_utf8_make_valid ((const char *) value->bytes, (gssize) value->length);
  g_autoptr (GString) text = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (text, bul_chars_is_forbidden (c) ? 0xfffd : c);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* A number that no field can hold says nothing. */
static gint64
read_number (const char *column, gint64 number)
{
  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    if (strcmp (column, flags[i]) == 0)
      return number != 0;
  return CLAMP (number, 0, G_MAXUINT);
}

static void
bind_value (sqlite3_stmt *insert, int column, const char *name, const BulLeafValue *value)
{
  g_autofree char *text = NULL;

  switch (value->type)
    {
    case BUL_LEAF_NULL:
    case BUL_LEAF_REAL:
      sqlite3_bind_null (insert, column);
      break;
    case BUL_LEAF_NUMBER:
      sqlite3_bind_int64 (insert, column, read_number (name, value->number));
      break;
    case BUL_LEAF_TEXT:
      text = dup_text (value);
      sqlite3_bind_text (insert, column, text, -1, SQLITE_TRANSIENT);
      break;
    case BUL_LEAF_BLOB:
      sqlite3_bind_blob64 (insert, column, value->length == 0 ? (const void *) "" : value->bytes,
                           value->length, SQLITE_TRANSIENT);
      break;
    }
}

static void
bind_row (sqlite3_stmt *insert, const Table *table, const BulLeafRow *row, guint n_columns)
{
  sqlite3_reset (insert);
  for (guint i = 0; i < n_columns; i++)
    bind_value (insert, (int) i + 1, table->columns->pdata[i],
                &g_array_index (row->values, BulLeafValue, i));
  /* The key of a row is not among its values. */
  if (strcmp (table->columns->pdata[0], "id") == 0)
    sqlite3_bind_int64 (insert, 1, row->rowid);
}

static int
find_column (const Table *table, const char *name)
{
  for (guint i = 0; i < table->columns->len; i++)
    if (strcmp (table->columns->pdata[i], name) == 0)
      return (int) i;
  return -1;
}

/* A row that is refused for a word: first each word alone is replaced, then all. */
static gboolean
insert_plain (sqlite3_stmt *insert, const Table *table, const BulLeafRow *row, guint n_columns)
{
  int code = SQLITE_CONSTRAINT_CHECK;

  for (guint whole = 0; whole < 2; whole++)
    for (guint i = 0; i < G_N_ELEMENTS (plainest) && code != SQLITE_DONE; i++)
      {
        if (strcmp (plainest[i].table, table->name) != 0)
          continue;
        sqlite3_reset (insert);
        if (whole == 0)
          bind_row (insert, table, row, n_columns);
        sqlite3_bind_text (insert, find_column (table, plainest[i].column) + 1, plainest[i].word,
                           -1, SQLITE_STATIC);
        code = sqlite3_step (insert);
      }
  return code == SQLITE_DONE;
}

/* Whether the keys in a row are those of @table; one that is damaged may still be. */
static gboolean
has_letters (const Table *table, const BulLeafRow *row)
{
  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    {
      int column = find_column (table, letters[i].column);
      const BulLeafValue *value;

      if (strcmp (letters[i].table, table->name) != 0 || (guint) column >= row->values->len)
        continue;
      value = &g_array_index (row->values, BulLeafValue, column);
      if (value->type == BUL_LEAF_TEXT && value->length > 0 && value->bytes[0] != letters[i].letter)
        return FALSE;
    }
  return TRUE;
}

typedef enum
{
  INSERT_EXACT, /* only what fits as it is */
  INSERT_PLAIN,
} InsertHow;

static guint
insert_rows (BulRows *self, const Table *table, const GPtrArray *rows, InsertHow how)
{
  sqlite3_stmt *insert = NULL;
  guint n_prepared = 0;
  guint n = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const BulLeafRow *row = rows->pdata[i];
      guint n_columns = row->values->len;
      int code;

      if (n_columns > table->columns->len || n_columns == 0
          || (how == INSERT_EXACT && !has_letters (table, row)))
        continue;
      if (n_columns != n_prepared)
        {
          sqlite3_finalize (insert);
          insert = prepare_insert (self, table, n_columns);
          n_prepared = n_columns;
        }
      if (insert == NULL)
        continue;
      bind_row (insert, table, row, n_columns);
      code = sqlite3_step (insert);
      n += code == SQLITE_DONE
           || (code == SQLITE_CONSTRAINT_CHECK && how == INSERT_PLAIN
               && insert_plain (insert, table, row, n_columns));
    }
  sqlite3_finalize (insert);
  return n;
}

guint
bul_rows_insert (BulRows *self, guint table, const GPtrArray *rows)
{
  return insert_rows (self, self->tables->pdata[table], rows, INSERT_PLAIN);
}

/* How many rows would go into @table, each with what it belongs to already there or not. */
static guint
try_rows (BulRows *self, guint table, const GPtrArray *rows, const char *references)
{
  guint n;

  bul_db_exec (self->db, references, NULL);
  bul_db_exec (self->db, "BEGIN", NULL);
  n = insert_rows (self, self->tables->pdata[table], rows, INSERT_EXACT);
  bul_db_exec (self->db, "ROLLBACK", NULL);
  bul_db_exec (self->db, "PRAGMA foreign_keys = OFF", NULL);
  return n;
}

int
bul_rows_guess (BulRows *self, const GPtrArray *rows)
{
  guint best = 0;
  int guess = -1;

  for (guint i = 0; i < self->tables->len; i++)
    {
      guint n_alone;
      guint n_owned;

      if (bul_rows_is_made_anew (self, i))
        continue;
      n_alone = try_rows (self, i, rows, "PRAGMA foreign_keys = OFF");
      n_owned = n_alone == 0 ? 0 : try_rows (self, i, rows, "PRAGMA foreign_keys = ON");
      if (n_alone + n_owned <= best)
        continue;
      best = n_alone + n_owned;
      guess = (int) i;
    }
  return guess;
}
