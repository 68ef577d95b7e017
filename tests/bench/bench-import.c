/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include <sqlite3.h>

#include "bench.h"
#include "bul-flow-batch.h"
#include "script-maker.h"

/*
 * How fast a folder of scripts gets into a library: reading, classifying, the first revision with
 * its hash, the rows, on the disk. Beside it stands the least that any library has to do: SQLite
 * inserts the same rows, by prepared statements, as durably.
 */

#define N_ROUNDS 5
#define TARGET_RATIO 0.3

/* As many go into one transaction, ours or not. */
#define STORIES_AT_ONCE 200

typedef struct
{
  char *folder;
  GPtrArray *paths; /* of the scripts */
  guint n_libraries;
  guint n_kept;

  char *schema;
  GPtrArray *rows; /* of Row */
  guint n_stories;
} Load;

/* One row of a library, ready to be inserted. */
typedef struct
{
  const char *insert; /* interned */
  GPtrArray *values;  /* of sqlite3_value */
} Row;

static void
row_free (Row *row)
{
  g_ptr_array_unref (row->values);
  g_free (row);
}

static void
check (sqlite3 *db, int code)
{
  if (code != SQLITE_OK && code != SQLITE_ROW && code != SQLITE_DONE)
    g_error ("%s", sqlite3_errmsg (db));
}

static void
exec (sqlite3 *db, const char *sql)
{
  check (db, sqlite3_exec (db, sql, NULL, NULL, NULL));
}

static sqlite3 *
open_database (const char *path)
{
  sqlite3 *db;

  check (NULL, sqlite3_open (path, &db));
  return db;
}

/* A path of its own for each library, so that each round begins with none. */
static char *
dup_next_path (Load *load)
{
  return g_strdup_printf ("%s/library-%u", load->folder, load->n_libraries++);
}

static void
note_kept (const char *path,
           const BulImport *import,
           const char *const *uids,
           const BulFlowKept *kept,
           const GError *error,
           gpointer data)
{
  Load *load = data;

  g_assert_no_error (error);
  for (guint i = 0; uids[i] != NULL; i++)
    load->n_kept += kept[i] != BUL_FLOW_KEPT_KNOWN;
}

static void
import_folder (Load *load, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BulStore) store = bul_store_open (path, BUL_STORE_READ_WRITE, &error);

  g_autoptr (BulFlowBatch) batch = NULL;

  g_assert_no_error (error);
  load->n_kept = 0;
  batch = bul_flow_batch_new (store, "bench", note_kept, load);
  for (guint i = 0; i < load->paths->len; i++)
    {
      BulImport *import = bul_flow_read_file (load->paths->pdata[i], NULL, &error);

      g_assert_no_error (error);
      bul_flow_batch_add (batch, load->paths->pdata[i], import);
    }
  bul_flow_batch_flush (batch);
  g_assert_cmpuint (load->n_kept, >=, load->paths->len);
}

static void
import_scripts (gpointer data)
{
  Load *load = data;
  g_autofree char *path = dup_next_path (load);

  import_folder (load, path);
}

/* --- the plain way */

static sqlite3_stmt *
prepare (sqlite3 *db, const char *sql)
{
  sqlite3_stmt *statement;

  check (db, sqlite3_prepare_v2 (db, sql, -1, &statement, NULL));
  return statement;
}

static const char *
intern_insert (const char *table, guint n_columns)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_printf (sql, "INSERT INTO \"%s\" VALUES (?", table);
  for (guint i = 1; i < n_columns; i++)
    g_string_append (sql, ", ?");
  g_string_append_c (sql, ')');
  return g_intern_string (sql->str);
}

static void
load_rows (Load *load, sqlite3 *db, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\"", table);
  sqlite3_stmt *select = prepare (db, sql);
  guint n_columns = (guint) sqlite3_column_count (select);
  const char *insert = intern_insert (table, n_columns);

  while (sqlite3_step (select) == SQLITE_ROW)
    {
      Row *row = g_new (Row, 1);

      row->insert = insert;
      row->values = g_ptr_array_new_with_free_func ((GDestroyNotify) sqlite3_value_free);
      for (guint i = 0; i < n_columns; i++)
        g_ptr_array_add (row->values, sqlite3_value_dup (sqlite3_column_value (select, (int) i)));
      g_ptr_array_add (load->rows, row);
    }
  sqlite3_finalize (select);
}

/* All that @path holds: its tables and indices, and every row in the order of its table; but not
 * what stories are searched by. */
static void
load_library (Load *load, const char *path)
{
  sqlite3 *db = open_database (path);
  sqlite3_stmt *select = prepare (db, "SELECT type, name, sql FROM sqlite_schema"
                                      " WHERE sql IS NOT NULL AND name NOT LIKE 'search%'"
                                      " ORDER BY rowid");
  g_autoptr (GString) schema = g_string_new (NULL);

  while (sqlite3_step (select) == SQLITE_ROW)
    {
      const char *name = (const char *) sqlite3_column_text (select, 1);

      g_string_append_printf (schema, "%s;\n", sqlite3_column_text (select, 2));
      if (strcmp ((const char *) sqlite3_column_text (select, 0), "table") == 0)
        load_rows (load, db, name);
    }
  sqlite3_finalize (select);
  load->schema = g_string_free (g_steal_pointer (&schema), FALSE);
  select = prepare (db, "SELECT count(*) FROM story");
  sqlite3_step (select);
  load->n_stories = (guint) sqlite3_column_int (select, 0);
  sqlite3_finalize (select);
  sqlite3_close (db);
}

static void
insert_row (sqlite3 *db, GHashTable *statements, const Row *row)
{
  sqlite3_stmt *insert = g_hash_table_lookup (statements, row->insert);

  if (insert == NULL)
    {
      insert = prepare (db, row->insert);
      g_hash_table_insert (statements, (gpointer) row->insert, insert);
    }
  for (guint i = 0; i < row->values->len; i++)
    sqlite3_bind_value (insert, (int) i + 1, row->values->pdata[i]);
  check (db, sqlite3_step (insert));
  sqlite3_reset (insert);
}

static void
finalize (gpointer statement)
{
  sqlite3_finalize (statement);
}

static void
insert_rows (gpointer data)
{
  Load *load = data;
  g_autofree char *path = dup_next_path (load);
  sqlite3 *db = open_database (path);
  GHashTable *statements = g_hash_table_new_full (NULL, NULL, NULL, finalize);
  guint n_times = (load->n_stories + STORIES_AT_ONCE - 1) / STORIES_AT_ONCE;
  guint rows_at_once = (load->rows->len + n_times - 1) / n_times;

  exec (db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
  exec (db, load->schema);
  for (guint i = 0; i < load->rows->len; i++)
    {
      if (i % rows_at_once == 0)
        exec (db, i == 0 ? "BEGIN" : "COMMIT; BEGIN");
      insert_row (db, statements, load->rows->pdata[i]);
    }
  exec (db, "COMMIT");
  g_hash_table_unref (statements);
  sqlite3_close (db);
}

/* --- the load */

static void
write_scripts (Load *load, guint n_scripts)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);

  for (guint i = 0; i < n_scripts; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      char *path = g_strdup_printf ("%s/%05u.txt", load->folder, i);

      script_maker_append_page (text, rand, (guint) g_rand_int_range (rand, 6, 20));
      g_file_set_contents (path, text->str, (gssize) text->len, &error);
      g_assert_no_error (error);
      g_ptr_array_add (load->paths, path);
    }
}

int
main (int argc, char **argv)
{
  guint n_scripts = argc > 1 ? (guint) strtoul (argv[1], NULL, 10) : 1000;
  g_autofree char *first = NULL;
  Load load = { 0 };
  BenchSeconds seconds;
  gboolean fast;

  load.folder = g_dir_make_tmp ("bench-import-XXXXXX", NULL);
  load.paths = g_ptr_array_new_with_free_func (g_free);
  load.rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  write_scripts (&load, n_scripts);
  first = dup_next_path (&load);
  import_folder (&load, first);
  load_library (&load, first);
  seconds = bench_compare (import_scripts, insert_rows, &load, N_ROUNDS);
  g_print ("%u scripts, %u stories, %u rows\n", n_scripts, load.n_stories, load.rows->len);
  g_print ("  imported %.0f stories/s, inserted %.0f stories/s\n", load.n_stories / seconds.ours,
           load.n_stories / seconds.plain);
  fast = bench_judge ("ratio", seconds.plain / seconds.ours, "", TARGET_RATIO);
  g_ptr_array_unref (load.rows);
  g_ptr_array_unref (load.paths);
  bench_remove_folder (load.folder);
  g_free (load.folder);
  g_free (load.schema);
  return fast ? EXIT_SUCCESS : EXIT_FAILURE;
}
