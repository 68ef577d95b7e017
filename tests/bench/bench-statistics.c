/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <stdlib.h>

#include <sqlite3.h>

#include "bench.h"
#include "bul-flow-figures.h"
#include "bul-flow-statistics.h"
#include "bul-revision.h"
#include "news-maker.h"

/*
 * bench-statistics [STORIES [LINES [LIBRARY]]]
 *
 * A library of made-up stories, counted as the desk does it: all of them, those with a word, those
 * of a month; beside it SQLite counts the stories by month and programme, in one plain pass.
 * LIBRARY is made where it is not there, and stays.
 */

#define N_STORIES 100000
#define N_LINES 12
#define BATCH 200
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

/* Aired at nine in the evening, corrected some minutes later. */
static void
tell_times (BulStory *story, guint minutes)
{
  BulRevision *revision
      = story->revisions->len == 0 ? NULL : story->revisions->pdata[story->revisions->len - 1];

  if (revision == NULL || story->page_date == NULL)
    return;
  revision->aired = TRUE;
  g_free (revision->aired_at);
  revision->aired_at = g_strdup_printf ("%sT21:00:00+09:00", story->page_date);
  for (guint i = 0; i < story->corrections->len; i++)
    {
      BulCorrection *correction = story->corrections->pdata[i];

      if (correction->state != BUL_CORRECTION_PUBLISHED)
        continue;
      g_free (correction->published_at);
      correction->published_at = g_strdup_printf ("%sT12:%02u:00Z", story->page_date, minutes);
    }
}

static BulStory *
make_story (NewsMaker *maker, guint n_lines, guint i)
{
  BulStory *story = news_maker_make (maker, n_lines);

  news_maker_add_voices (maker, story);
  news_maker_add_corrections (maker, story, i % 20 == 0 ? 2 : 0);
  tell_times (story, 5 + i % 50);
  if (i % 5 < 3)
    g_ptr_array_add (story->scripts, bul_script_new ("k9", "en"));
  return story;
}

static void
make_library (const char *path, guint n_stories, guint n_lines)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NewsMaker) maker = news_maker_new (21, 20000);
  g_autoptr (BulStore) store = bul_store_open (path, BUL_STORE_READ_WRITE, &error);
  double start = bench_get_seconds ();

  for (guint i = 0; i < n_stories; i += BATCH)
    {
      g_autoptr (GPtrArray) stories = g_ptr_array_new_with_free_func (bul_record_free);

      for (guint j = 0; j < BATCH && i + j < n_stories; j++)
        g_ptr_array_add (stories, make_story (maker, n_lines, i + j));
      if (!bul_store_save_many (store, stories, NULL, &error))
        g_error ("%s", error->message);
    }
  g_print ("%u stories saved at %.0f a second\n", n_stories,
           n_stories / (bench_get_seconds () - start));
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
    make_library (path, n_stories, n_lines);
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
