/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <sqlite3.h>
#include <stdlib.h>

#include <gio/gio.h>

#include "bench.h"
#include "bul-flow-tag.h"
#include "bul-history.h"
#include "news-maker.h"

/*
 * How long it takes to tag many stories at once and to take it back, beside the least that SQLite
 * needs to change as many rows in as many transactions.
 */

#define N_STORIES 1000
#define N_LINES 12
#define PORTION 50
#define N_ROUNDS 3
#define TARGET 0.2

typedef struct
{
  BulStore *store;
  GPtrArray *uids;
  gint64 receipt;
  sqlite3 *bare;
} Load;

static void
must (gboolean done, const GError *error)
{
  if (!done)
    g_error ("%s", error == NULL ? "failed" : error->message);
}

static void
make_library (Load *load, const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "library.bulletin", NULL);
  g_autoptr (NewsMaker) maker = news_maker_new (11, 5000);
  g_autoptr (GPtrArray) stories = g_ptr_array_new_with_free_func (bul_record_free);
  g_autoptr (GError) error = NULL;

  load->store = bul_store_open (path, BUL_STORE_READ_WRITE, &error);
  must (load->store != NULL, error);
  load->uids = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < N_STORIES; i++)
    {
      BulStory *made = news_maker_make (maker, N_LINES);
      g_autoptr (BulHistory) history = NULL;
      BulStory *story;

      g_ptr_array_set_size (made->revisions, 0);
      history = bul_history_new (made);
      story = bul_history_make_revision (history, "Jae", NULL);
      g_ptr_array_add (stories, story);
      g_ptr_array_add (load->uids, g_strdup (story->uid));
    }
  must (bul_store_save_many (load->store, stories, NULL, &error), error);
}

static void
exec (Load *load, const char *sql)
{
  if (sqlite3_exec (load->bare, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (load->bare));
}

static void
make_bare (Load *load, const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "bare.db", NULL);

  if (sqlite3_open (path, &load->bare) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (load->bare));
  exec (load, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
              " CREATE TABLE story (id INTEGER PRIMARY KEY, tag TEXT);"
              " WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000)"
              " INSERT INTO story (id) SELECT i FROM n");
}

static void
tag_ours (Load *load)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BulFlowTagResult) done = bul_flow_tag_apply (load->store, load->uids, BUL_TAG_DEED_ADD,
                                                          "word:bench", "Min", NULL, &error);

  must (done != NULL && done->n_changed == N_STORIES, error);
  load->receipt = done->receipt;
}

static void
take_back_ours (Load *load)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BulFlowTagResult) done
      = bul_flow_tag_undo (load->store, load->receipt, "Min", NULL, &error);

  must (done != NULL && done->n_changed == N_STORIES, error);
}

static void
tag_plainly (Load *load)
{
  sqlite3_stmt *update = NULL;

  if (sqlite3_prepare_v2 (load->bare, "UPDATE story SET tag = 'word:bench' || ?1 WHERE id = ?1", -1,
                          &update, NULL)
      != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (load->bare));
  for (int i = 0; i < N_STORIES; i++)
    {
      if (i % PORTION == 0)
        exec (load, "BEGIN IMMEDIATE");
      sqlite3_bind_int (update, 1, i + 1);
      sqlite3_step (update);
      sqlite3_reset (update);
      if (i % PORTION == PORTION - 1)
        exec (load, "COMMIT");
    }
  sqlite3_finalize (update);
}

int
main (void)
{
  g_autofree char *folder = g_dir_make_tmp ("bulletin-bench-XXXXXX", NULL);
  Load load = { NULL };
  double ours[N_ROUNDS];
  double back[N_ROUNDS];
  double plain[N_ROUNDS];
  gboolean fast;

  make_library (&load, folder);
  make_bare (&load, folder);
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      double start = bench_get_seconds ();
      double tagged;
      double untagged;

      tag_ours (&load);
      tagged = bench_get_seconds ();
      take_back_ours (&load);
      untagged = bench_get_seconds ();
      tag_plainly (&load);
      plain[i] = bench_get_seconds () - untagged;
      back[i] = untagged - tagged;
      ours[i] = tagged - start;
    }
  qsort (ours, N_ROUNDS, sizeof *ours, bench_compare_seconds);
  qsort (back, N_ROUNDS, sizeof *back, bench_compare_seconds);
  qsort (plain, N_ROUNDS, sizeof *plain, bench_compare_seconds);
  g_print ("%d stories: tagged in %.0f ms, taken back in %.0f; plain rows in %.1f\n", N_STORIES,
           1e3 * ours[N_ROUNDS / 2], 1e3 * back[N_ROUNDS / 2], 1e3 * plain[N_ROUNDS / 2]);
  fast = bench_judge ("the speed of plain rows, in thousandths",
                      1e3 * plain[N_ROUNDS / 2] / ours[N_ROUNDS / 2], "", TARGET);
  g_ptr_array_unref (load.uids);
  bul_store_close (load.store);
  sqlite3_close (load.bare);
  bench_remove_folder (folder);
  return fast ? EXIT_SUCCESS : EXIT_FAILURE;
}
