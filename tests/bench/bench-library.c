/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-library.h"

#include <gio/gio.h>

#include "bench.h"
#include "bul-history.h"
#include "bul-store.h"
#include "news-maker.h"

#define SEED 21
#define N_WORDS 20000
#define BATCH 200
/* Whoever waits wants to know how far it is. */
#define N_TOLD 50000

/* With the hash that a window asks for before it shows a story. */
static BulStory *
make_revision (BulStory *story)
{
  g_autofree char *at = g_strdup_printf ("%sT21:00:00+09:00", story->page_date);
  g_autoptr (BulHistory) history = NULL;

  g_ptr_array_set_size (story->revisions, 0);
  history = bul_history_new (story);
  return bul_history_make_aired_revision (history, "Park", at);
}

static BulStory *
make_story (NewsMaker *maker, guint n_lines, guint i)
{
  BulStory *story = news_maker_make (maker, n_lines);

  news_maker_add_voices (maker, story);
  news_maker_add_corrections (maker, story, i % 20 == 0 ? 2 : 0);
  news_maker_air (story, 5 + i % 50);
  if (i % 5 < 3)
    g_ptr_array_add (story->scripts, bul_script_new ("k9", "en"));
  return make_revision (story);
}

void
bench_library_make (const char *path, guint n_stories, guint n_lines)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (NewsMaker) maker = news_maker_new (SEED, N_WORDS);
  g_autoptr (BulStore) store = bul_store_open (path, BUL_STORE_READ_WRITE, &error);
  double start = bench_get_seconds ();

  if (store == NULL)
    g_error ("%s", error->message);
  for (guint i = 0; i < n_stories; i += BATCH)
    {
      g_autoptr (GPtrArray) stories = g_ptr_array_new_with_free_func (bul_record_free);

      for (guint j = 0; j < BATCH && i + j < n_stories; j++)
        g_ptr_array_add (stories, make_story (maker, n_lines, i + j));
      if (!bul_store_save_many (store, stories, NULL, &error))
        g_error ("%s", error->message);
      if (i > 0 && i % N_TOLD == 0)
        g_printerr ("%u stories\n", i);
    }
  g_print ("%u stories saved at %.0f a second\n", n_stories,
           n_stories / (bench_get_seconds () - start));
}
