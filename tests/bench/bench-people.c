/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include <gio/gio.h>

#include "bench-library.h"
#include "bench.h"
#include "bul-flow-duplicates.h"

/*
 * bench-people [STORIES [LINES]]
 *
 * A library of made-up stories in which two are heard each, half of them names that are often
 * heard: how long it takes until everybody is listed, until one is shown, and until likely
 * duplicates are.
 */

#define N_STORIES 100000
#define N_LINES 12
#define N_ROUNDS 5

/* The library is opened anew each time, as the command does it. */
static void
time_list (const char *path)
{
  double start = bench_get_seconds ();
  g_autoptr (GError) error = NULL;
  g_autoptr (BulStore) store = bul_store_open (path, BUL_STORE_READ_ONLY, &error);
  g_autoptr (BulFlowPeople) people = bul_flow_people_new (store, NULL, &error);
  g_autoptr (GPtrArray) all = bul_flow_people_list (people, NULL);
  double listed = bench_get_seconds ();
  g_autoptr (GPtrArray) found = bul_flow_people_list (people, "염대");
  double narrowed = bench_get_seconds ();
  g_autoptr (GPtrArray) bites = bul_flow_people_list_bites (store, all->pdata[0], &error);
  double shown = bench_get_seconds ();

  g_print ("%u people listed in %.0f ms; narrowed to %u in %.0f; the most heard shown, %u bites, "
           "in %.0f\n",
           all->len, 1e3 * (listed - start), found->len, 1e3 * (narrowed - listed), bites->len,
           1e3 * (shown - narrowed));
}

static void
time_duplicates (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BulStore) store = bul_store_open (path, BUL_STORE_READ_ONLY, &error);
  g_autoptr (BulFlowPeople) people = bul_flow_people_new (store, NULL, &error);
  double start = bench_get_seconds ();
  g_autoptr (GPtrArray) found = bul_flow_duplicates_find (store, people, NULL, &error);

  g_print ("%u likely duplicates found in %.0f ms\n", found->len,
           1e3 * (bench_get_seconds () - start));
}

int
main (int argc, char **argv)
{
  guint n_stories = argc > 1 ? (guint) atoi (argv[1]) : N_STORIES;
  guint n_lines = argc > 2 ? (guint) atoi (argv[2]) : N_LINES;
  g_autofree char *folder = g_dir_make_tmp ("bench-people-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "library.bulletin", NULL);

  bench_library_make (path, n_stories, n_lines);
  for (guint i = 0; i < N_ROUNDS; i++)
    time_list (path);
  time_duplicates (path);
  bench_remove_folder (folder);
  return 0;
}
