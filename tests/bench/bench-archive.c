/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include <glib/gstdio.h>

#include "bench.h"
#include "desk-finder.h"
#include "news-maker.h"

/*
 * bench-archive [STORIES [LIBRARY]]
 *
 * From a key in the entry of the archive to the first page that the window can show, its stories
 * read; to the exact count and what they are sorted by; and to a story far down the list. By the
 * clock, and in seconds of the processor, through the thread and the main loop, each word typed
 * syllable by syllable, and then asked for as it is. A LIBRARY that is there is asked as it is.
 */

#define N_STORIES 20000
#define N_LINES 16
#define N_WORDS 20000
#define N_TYPED 60
#define BATCH 200

/* Milliseconds that nobody notices: the first page of 95 keys of 100. */
#define TARGET 50

/* Milliseconds, by the clock and of the processor. */
typedef struct
{
  GArray *clock;
  GArray *processor;
} Times;

/* What is asked at once: of one syllable most stories have, of more syllables few. */
typedef enum
{
  ASKED_SYLLABLE,
  ASKED_TYPING,
  ASKED_WHOLE,
  N_ASKED,
} Asked;

static const char *const asked[]
    = { "first syllable typed", "further syllables typed", "whole words" };

typedef struct
{
  char *folder;
  char *path;
  NewsMaker *maker;
  DeskFinder *finder;
  GCancellable *cancellable;
  Times first[N_ASKED];
  Times all[N_ASKED];
  Times far;
  Asked asked;
  GArray *docids; /* of the last that was counted */
  gint64 begun;
  double begun_processor; /* seconds */
  gboolean is_done;
} Bench;

static void
save_stories (Bench *self, guint n)
{
  g_autoptr (BulStore) store = bul_store_open (self->path, BUL_STORE_READ_WRITE, NULL);

  for (guint i = 0; i < n; i += BATCH)
    {
      g_autoptr (GPtrArray) stories = g_ptr_array_new_with_free_func (bul_record_free);
      g_autoptr (GError) error = NULL;

      for (guint j = 0; j < MIN (BATCH, n - i); j++)
        g_ptr_array_add (stories, news_maker_make (self->maker, N_LINES));
      if (!bul_store_save_many (store, stories, NULL, &error))
        g_error ("%s", error->message);
    }
}

static Times
times_new (void)
{
  return (Times){ g_array_new (FALSE, FALSE, sizeof (double)),
                  g_array_new (FALSE, FALSE, sizeof (double)) };
}

static void
times_clear (Times *self)
{
  g_array_unref (self->clock);
  g_array_unref (self->processor);
}

static void
begin (Bench *self)
{
  self->begun = g_get_monotonic_time ();
  self->begun_processor = bench_get_seconds ();
}

static void
note (Bench *self, Times *times)
{
  double clock = (double) (g_get_monotonic_time () - self->begun) / 1e3;
  double processor = 1e3 * (bench_get_seconds () - self->begun_processor);

  g_array_append_val (times->clock, clock);
  g_array_append_val (times->processor, processor);
  self->is_done = TRUE;
}

static void
wait (Bench *self)
{
  while (!self->is_done)
    g_main_context_iteration (NULL, TRUE);
  self->is_done = FALSE;
}

static void
first_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Bench *self = data;

  desk_first_free (desk_finder_find_first_finish (DESK_FINDER (source), result, NULL));
  note (data, &self->first[self->asked]);
}

static void
all_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Bench *self = data;
  DeskAll *all = desk_finder_find_all_finish (DESK_FINDER (source), result, NULL);

  g_clear_pointer (&self->docids, g_array_unref);
  self->docids = g_array_ref (all->docids);
  desk_all_free (all);
  note (self, &self->all[self->asked]);
}

static void
far_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_ptr_array_unref (desk_finder_load_finish (DESK_FINDER (source), result, NULL));
  note (data, &((Bench *) data)->far);
}

static void
ask (Bench *self, const char *text, Asked how)
{
  g_autoptr (DeskQuestion) question
      = desk_question_new (text, how == ASKED_WHOLE ? 0 : BUL_QUERY_TYPING, DESK_ORDER_NEWEST);
  g_autoptr (GArray) last = g_array_new (FALSE, FALSE, sizeof (gint64));

  self->asked = how;
  begin (self);
  desk_finder_find_first_async (self->finder, question, self->cancellable, first_cb, self);
  wait (self);
  desk_finder_find_all_async (self->finder, question, self->cancellable, all_cb, self);
  wait (self);
  if (self->docids->len == 0)
    return;
  g_array_append_val (last, g_array_index (self->docids, gint64, self->docids->len - 1));
  begin (self);
  desk_finder_load_async (self->finder, question, last, self->cancellable, far_cb, self);
  wait (self);
}

static void
type_word (Bench *self)
{
  const char *word = news_maker_pick_word (self->maker);
  glong n = g_utf8_strlen (word, -1);

  for (glong i = 1; i <= n; i++)
    {
      g_autofree char *typed = g_utf8_substring (word, 0, i);

      ask (self, typed, i == 1 ? ASKED_SYLLABLE : ASKED_TYPING);
    }
  ask (self, word, ASKED_WHOLE);
}

static double
percentile (GArray *times, guint percent)
{
  g_array_sort (times, bench_compare_seconds);
  return g_array_index (times, double, times->len *percent / 100);
}

/* Returns: by the clock, at 95 of 100. */
static double
tell (Times *times, const char *what)
{
  double p95 = percentile (times->clock, 95);

  g_print ("%s: %.1f ms in the middle, %.1f at 95 of 100; of the processor %.2f and %.2f\n", what,
           percentile (times->clock, 50), p95, percentile (times->processor, 50),
           percentile (times->processor, 95));
  return p95;
}

int
main (int argc, char **argv)
{
  guint n = argc > 1 ? (guint) atoi (argv[1]) : N_STORIES;
  gboolean is_given = argc > 2;
  Bench self = { .folder = is_given ? NULL : g_dir_make_tmp ("bench-XXXXXX", NULL),
                 .maker = news_maker_new (21, N_WORDS),
                 .cancellable = g_cancellable_new (),
                 .far = times_new () };
  gboolean reached = TRUE;

  for (guint i = 0; i < N_ASKED; i++)
    {
      self.first[i] = times_new ();
      self.all[i] = times_new ();
    }

  self.path
      = is_given ? g_strdup (argv[2]) : g_build_filename (self.folder, "library.bulletin", NULL);
  if (!is_given)
    save_stories (&self, n);
  self.finder = desk_finder_new (self.path);
  ask (&self, "", ASKED_SYLLABLE);
  g_print ("%u stories; the desk as it opens: %.1f ms to the first page, %.1f to the count\n", n,
           g_array_index (self.first[ASKED_SYLLABLE].clock, double, 0),
           g_array_index (self.all[ASKED_SYLLABLE].clock, double, 0));
  for (guint i = 0; i < N_TYPED; i++)
    type_word (&self);
  for (guint i = 0; i < N_ASKED; i++)
    {
      g_print ("%s\n", asked[i]);
      reached &= bench_judge ("first page, as fast as what nobody notices",
                              TARGET / tell (&self.first[i], "  first page"), " times", 1);
      tell (&self.all[i], "  count and facets");
    }
  tell (&self.far, "the last story of the list");

  g_object_unref (self.finder);
  news_maker_free (self.maker);
  g_object_unref (self.cancellable);
  for (guint i = 0; i < N_ASKED; i++)
    {
      times_clear (&self.first[i]);
      times_clear (&self.all[i]);
    }
  times_clear (&self.far);
  g_clear_pointer (&self.docids, g_array_unref);
  if (!is_given)
    bench_remove_folder (self.folder);
  g_free (self.folder);
  g_free (self.path);
  return reached ? 0 : 1;
}
