/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <sqlite3.h>
#include <string.h>

#include "bul-flow.h"
#include "test-libraries.h"
#include "test-xml-stories.h"
#include "unit.h"

/*
 * Flips bits of what is stored, one at a time, and asks fsck: it must name the story each time.
 * Rows are told apart by their rowid; where a row stands in its list and which row it is are no
 * values of the story, and what a library holds beside the stories is not either.
 */

/* Of each table about this many flips, or all where it has fewer. */
#define FLIPS_A_TABLE 40
#define SLOW_FLIPS_A_TABLE 500

typedef struct
{
  char *table;
  char *column;
  gint64 rowid;
  guint8 *bytes;
  gsize length;
  gint64 number;
  gboolean is_number;
  gboolean is_blob;
} Cell;

static void
cell_free (gpointer data)
{
  Cell *cell = data;

  g_free (cell->table);
  g_free (cell->column);
  g_free (cell->bytes);
  g_free (cell);
}

static sqlite3_stmt *
prepare (sqlite3 *handle, char *sql)
{
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_free (sql);
  return statement;
}

static gboolean
is_value (const char *table, const char *column)
{
  if (g_str_has_prefix (table, "journal") || g_str_equal (column, "id"))
    return FALSE;
  return g_str_equal (table, "story") || !g_str_equal (column, "position");
}

static void
add_cells (sqlite3 *handle, const char *table, GPtrArray *cells)
{
  sqlite3_stmt *select = prepare (handle, g_strdup_printf ("SELECT rowid, * FROM \"%s\"", table));

  while (sqlite3_step (select) == SQLITE_ROW)
    for (int i = 1; i < sqlite3_column_count (select); i++)
      {
        int type = sqlite3_column_type (select, i);
        Cell *cell;

        if (type == SQLITE_NULL || !is_value (table, sqlite3_column_name (select, i)))
          continue;
        cell = g_new0 (Cell, 1);
        cell->table = g_strdup (table);
        cell->column = g_strdup (sqlite3_column_name (select, i));
        cell->rowid = sqlite3_column_int64 (select, 0);
        cell->is_number = type == SQLITE_INTEGER;
        cell->is_blob = type == SQLITE_BLOB;
        cell->number = sqlite3_column_int64 (select, i);
        cell->length = (gsize) sqlite3_column_bytes (select, i);
        cell->bytes = g_memdup2 (sqlite3_column_blob (select, i), cell->length);
        g_ptr_array_add (cells, cell);
      }
  sqlite3_finalize (select);
}

/* Returns: (element-type Cell): every value of every table that holds stories. What they are
 * searched by is made of them, and made anew; persons, the vocabulary, terms, the memory and saved
 * searches are no part of a story. */
static GPtrArray *
list_cells (sqlite3 *handle)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (cell_free);
  sqlite3_stmt *tables = prepare (
      handle,
      g_strdup ("SELECT name FROM sqlite_schema WHERE type = 'table'"
                " AND name NOT LIKE 'search%' AND name NOT LIKE 'person%'"
                " AND name NOT LIKE 'concept%' AND name NOT LIKE 'tag_receipt%'"
                " AND name NOT LIKE 'word%' AND name NOT IN ('memory', 'term', 'saved_search')"));

  while (sqlite3_step (tables) == SQLITE_ROW)
    {
      guint before = cells->len;
      const char *name = (const char *) sqlite3_column_text (tables, 0);

      add_cells (handle, name, cells);
      /* A table without a row would prove nothing. */
      g_assert_true (cells->len > before || g_str_has_prefix (name, "journal"));
    }
  sqlite3_finalize (tables);
  return cells;
}

static gsize
count_bits (const Cell *cell)
{
  return cell->is_number ? 32 : 8 * cell->length;
}

/* Puts the value with its bit @bit the other way round, or as it was for -1. FALSE where the
 * library itself cannot hold that, as two rows of one name. */
static gboolean
put (sqlite3 *handle, const Cell *cell, gssize bit)
{
  sqlite3_stmt *update
      = prepare (handle, g_strdup_printf (cell->is_number || cell->is_blob
                                              ? "UPDATE \"%s\" SET \"%s\" = ?1 WHERE rowid = ?2"
                                              : "UPDATE \"%s\" SET \"%s\" = CAST(?1 AS TEXT)"
                                                " WHERE rowid = ?2",
                                          cell->table, cell->column));
  g_autofree guint8 *bytes = g_memdup2 (cell->bytes, cell->length);
  int code;

  if (bit >= 0 && !cell->is_number)
    bytes[bit / 8] ^= (guint8) (1u << (bit % 8));
  if (cell->is_number)
    sqlite3_bind_int64 (update, 1, bit < 0 ? cell->number : cell->number ^ (gint64) 1 << bit);
  else
    sqlite3_bind_blob64 (update, 1, bytes, cell->length, SQLITE_STATIC);
  sqlite3_bind_int64 (update, 2, cell->rowid);
  code = sqlite3_step (update);
  sqlite3_finalize (update);
  g_assert_true (code == SQLITE_DONE || code == SQLITE_CONSTRAINT_UNIQUE
                 || code == SQLITE_CONSTRAINT_PRIMARYKEY);
  return code == SQLITE_DONE;
}

static void
note_name (const char *uid, const char *message G_GNUC_UNUSED, gpointer data)
{
  if (uid != NULL)
    *(guint *) data += 1;
}

static guint
count_named (BulStore *store)
{
  g_autoptr (GError) error = NULL;
  guint n = 0;

  g_assert_true (bul_flow_check (store, note_name, &n, &error));
  g_assert_no_error (error);
  return n;
}

/* A story with something in every list, and several revisions. */
static void
save_story (BulStore *store, guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  BulStory *story = xml_stories_make (rand);
  g_autoptr (BulHistory) history = NULL;

  g_ptr_array_set_size (story->revisions, 0);
  history = bul_history_new (story);
  g_assert_true (bul_flow_save (store, history, "Min", "Imported", NULL));
  g_assert_true (bul_history_set (history, NULL, "slug", "harbour", NULL));
  g_assert_true (bul_flow_save (store, history, "Jae", "Named", NULL));
}

static sqlite3 *
open_raw (Library *library)
{
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open (library->path, &handle), ==, SQLITE_OK);
  sqlite3_extended_result_codes (handle, 1);
  g_assert_cmpint (sqlite3_exec (handle,
                                 "PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF;"
                                 " PRAGMA ignore_check_constraints = ON",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  return handle;
}

static gsize
choose_step (const GPtrArray *cells, const char *table)
{
  gsize n = 0;

  for (guint i = 0; i < cells->len; i++)
    if (g_str_equal (((Cell *) cells->pdata[i])->table, table))
      n += count_bits (cells->pdata[i]);
  return MAX (n / (g_test_slow () ? SLOW_FLIPS_A_TABLE : FLIPS_A_TABLE), 1);
}

static void
test_flips (Library *library, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (BulStore) store = library_open (library, BUL_STORE_READ_WRITE);
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  g_autoptr (GPtrArray) cells = NULL;
  sqlite3 *handle;
  guint n_flips = 0;

  for (guint seed = 0; seed < 3; seed++)
    save_story (store, seed);
  g_assert_cmpuint (count_named (store), ==, 0);
  handle = open_raw (library);
  cells = list_cells (handle);
  for (guint i = 0; i < cells->len; i++)
    {
      const Cell *cell = cells->pdata[i];
      gsize step = choose_step (cells, cell->table);

      for (gsize bit = (gsize) g_rand_int_range (rand, 0, (gint32) step); bit < count_bits (cell);
           bit += step)
        {
          if (!put (handle, cell, (gssize) bit))
            continue;
          n_flips++;
          if (count_named (store) == 0)
            g_error ("bit %" G_GSIZE_FORMAT " of %s.%s flipped is not found", bit, cell->table,
                     cell->column);
          g_assert_true (put (handle, cell, -1));
        }
    }
  sqlite3_close (handle);
  g_assert_cmpuint (count_named (store), ==, 0);
  g_test_message ("%u bits flipped, each found", n_flips);
}

UNIT (store_flips)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/store/flips", Library, NULL, library_set_up, test_flips, library_tear_down);
  return g_test_run ();
}
