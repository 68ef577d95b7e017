/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <stdlib.h>

#include <sqlite3.h>

#include "bench-library.h"
#include "bench.h"
#include "bul-flow-figures.h"
#include "bul-flow-statistics.h"

/*
 * bench-statistics [STORIES [LINES [LIBRARY]]]
 *
 * A library of made-up stories, counted as the desk does it: all of them, those with a word, those
 * of a month; beside it SQLite counts the stories by month and programme, in one plain pass.
 * LIBRARY is made where it is not there, and stays.
 */

#define N_STORIES 100000
#define N_LINES 12
#define N_ROUNDS 5

/* All of it is to be there within a second; that is so many plain passes at most. */
#define MOST_SECONDS 1.0
#define LEAST_SPEED 0.1

typedef struct
{
  const char *path;
  BulStore *store;
  BulSearchFacets *facets;
  const char *typed;
} Bench;

static void
count (gpointer data)
{
  Bench *bench = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (BulQuery) query = bul_query_new (bench->typed, 0);
  g_autoptr (BulSearch) search = bul_search_new (bench->store, query, &error);
  g_autoptr (BulFlowStatistics) statistics
      = bul_flow_statistics_new (bench->store, bench->facets, search, NULL, &error);
  g_autoptr (GPtrArray) figures = NULL;
  g_autoptr (GPtrArray) charts = NULL;

  if (statistics == NULL)
    g_error ("%s", error->message);
  figures = bul_flow_figures_list (statistics->counts);
  charts = bul_flow_statistics_list_charts (statistics, "ko", 36);
}

static void
count_plainly (gpointer data)
{
  static const char sql[]
      = "SELECT substr(coalesce(bulletin_date, page_date), 1, 7), programme, count(*)"
        " FROM story GROUP BY 1, 2";
  const Bench *bench = data;
  sqlite3 *db = NULL;
  sqlite3_stmt *select = NULL;

  if (sqlite3_open_v2 (bench->path, &db, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK
      || sqlite3_prepare_v2 (db, sql, -1, &select, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (db));
  while (sqlite3_step (select) == SQLITE_ROW)
    continue;
  sqlite3_finalize (select);
  sqlite3_close (db);
}

/* The first time what stories are sorted by is read as well. */
static double
time_first (Bench *bench)
{
  double start = bench_get_seconds ();

  bench->typed = "";
  count (bench);
  return bench_get_seconds () - start;
}

static gboolean
measure (Bench *bench)
{
  static const char *const queries[] = { "", "정부", "speaker:김", "date:2025" };
  double first = time_first (bench);
  gboolean is_good = bench_judge ("the first time", MOST_SECONDS / first, " times a second", 1);

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      BenchSeconds seconds;

      bench->typed = queries[i];
      seconds = bench_compare (count, count_plainly, bench, N_ROUNDS);
      g_print ("“%s”: %.0f ms, plain %.0f ms\n", queries[i], 1e3 * seconds.ours,
               1e3 * seconds.plain);
      is_good = bench_judge (queries[i], seconds.plain / seconds.ours, " of the plain speed",
                             LEAST_SPEED)
                && is_good;
    }
  return is_good;
}

int
main (int argc, char **argv)
{
  guint n_stories = argc > 1 ? (guint) atoi (argv[1]) : N_STORIES;
  guint n_lines = argc > 2 ? (guint) atoi (argv[2]) : N_LINES;
  g_autofree char *folder
      = argc > 3 ? g_path_get_dirname (argv[3]) : g_dir_make_tmp ("bench-statistics-XXXXXX", NULL);
  g_autofree char *path
      = argc > 3 ? g_strdup (argv[3]) : g_build_filename (folder, "library.bulletin", NULL);
  g_autoptr (GError) error = NULL;
  Bench bench = { path, NULL, NULL, "" };
  gboolean is_good;

  setlocale (LC_ALL, "");
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    bench_library_make (path, n_stories, n_lines);
  bench.store = bul_store_open (path, BUL_STORE_READ_ONLY, &error);
  if (bench.store == NULL)
    g_error ("%s", error->message);
  bench.facets = bul_search_facets_new ();
  is_good = measure (&bench);
  bul_search_facets_free (bench.facets);
  bul_store_close (bench.store);
  if (argc <= 3)
    bench_remove_folder (folder);
  return is_good ? 0 : 1;
}
