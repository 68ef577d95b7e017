/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <sqlite3.h>
#include <stdlib.h>

#include "bench.h"
#include "bul-flow.h"
#include "bul-importers.h"
#include "script-maker.h"

/*
 * bench-save [LIBRARY]
 *
 * How long a save takes until it is durable, beside the least that SQLite needs for that: one row
 * of as many bytes as the edits have, written ahead and synced, in another file of the same folder.
 * What a save leaves until it is durable is done in between. A LIBRARY that is there gets one story
 * more.
 * Both wait for the disk, so that the clock counts and not the processor: 95 of 100 are faster.
 */

#define N_SAVES 300
#define N_LINES 40
#define TARGET 3.0

typedef struct
{
  BulStore *store;
  BulHistory *history;
  sqlite3 *bare;
  double ours[N_SAVES];
  double plain[N_SAVES];
} Load;

static void
open_bare (Load *load, const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "bare.db", NULL);

  if (sqlite3_open (path, &load->bare) != SQLITE_OK
      || sqlite3_exec (load->bare,
                       "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                       " CREATE TABLE saved (id INTEGER PRIMARY KEY, text TEXT)",
                       NULL, NULL, NULL)
             != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (load->bare));
}

static void
open_library (Load *load, const char *folder, const char *library)
{
  g_autofree char *path
      = library != NULL ? g_strdup (library) : g_build_filename (folder, "library.bulletin", NULL);
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  GString *text = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (BulImport) import = NULL;
  g_auto (GStrv) uids = NULL;
  g_autoptr (GError) error = NULL;

  script_maker_append_page (text, rand, N_LINES);
  bytes = g_string_free_to_bytes (text);
  import = bul_importers_read (bytes, "page.txt", NULL, NULL);
  load->store = bul_store_open (path, BUL_STORE_READ_WRITE, &error);
  if (load->store == NULL || !bul_flow_keep (load->store, import, "Min", &uids, NULL, &error))
    g_error ("%s", error->message);
  load->history = bul_history_new (bul_store_load (load->store, uids[0], NULL));
}

/* A word more in the first line that is read, and the next revision; as the window saves. */
static BulStory *
save_ours (Load *load, guint i)
{
  const BulStory *story = bul_history_get_story (load->history);
  guint base = bul_story_get_revision_number (story);
  const BulBlock *block = bul_story_get_script (story)->blocks->pdata[3];
  g_autofree char *word = g_strdup_printf ("%u ", i);
  g_autoptr (GError) error = NULL;
  BulStory *saved;

  if (!bul_history_replace (load->history, block->key, 0, 0, word, &error))
    g_error ("%s", error->message);
  saved = bul_history_make_revision (load->history, "Min", NULL);
  if (!bul_store_save_journaled (load->store, saved, base, NULL, &error))
    g_error ("%s", error->message);
  return saved;
}

static void
save_plainly (Load *load)
{
  if (sqlite3_exec (load->bare, "INSERT INTO saved (text) VALUES (hex (randomblob (1000)))", NULL,
                    NULL, NULL)
      != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (load->bare));
}

static double
percentile (double *seconds, guint percent)
{
  qsort (seconds, N_SAVES, sizeof *seconds, bench_compare_seconds);
  return seconds[N_SAVES * percent / 100];
}

static void
run (Load *load)
{
  for (guint i = 0; i < N_SAVES; i++)
    {
      g_autoptr (BulStory) saved = NULL;
      gint64 start = g_get_monotonic_time ();
      gint64 middle;

      save_plainly (load);
      middle = g_get_monotonic_time ();
      saved = save_ours (load, i);
      load->plain[i] = (double) (middle - start) / 1e3;
      load->ours[i] = (double) (g_get_monotonic_time () - middle) / 1e3;
      bul_history_saved (load->history, saved);
      bul_flow_tend (load->store);
    }
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("bulletin-bench-XXXXXX", NULL);
  Load load = { NULL };
  double ours;
  double plain;
  gboolean fast;

  /* Our way of setting up SQLite counts for both. */
  open_library (&load, folder, argc > 1 ? argv[1] : NULL);
  open_bare (&load, folder);
  run (&load);
  ours = percentile (load.ours, 95);
  plain = percentile (load.plain, 95);
  g_print ("%d saves: p50 %.1f ms, p95 %.1f ms; bare commits: p50 %.1f ms, p95 %.1f ms\n", N_SAVES,
           percentile (load.ours, 50), ours, percentile (load.plain, 50), plain);
  fast = bench_judge ("bare commits in the time of a save, over 3", TARGET * plain / ours, "", 1.0);
  g_object_unref (load.history);
  bul_store_close (load.store);
  sqlite3_close (load.bare);
  bench_remove_folder (folder);
  return fast ? EXIT_SUCCESS : EXIT_FAILURE;
}
