/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-search.h"

#include <stdlib.h>
#include <string.h>

#include <gio/gio.h>
#include <sqlite3.h>

#include "bench.h"
#include "bul-search-facets.h"
#include "news-maker.h"

/*
 * bench-search [STORIES [LINES]]
 *
 * A library of made-up stories; the newest 50 and the exact count of terms of two syllables, beside
 * other ways to find the same; how many stories an index takes in a second, and how large it is.
 */

#define N_STORIES 100000
#define N_LINES 16
#define N_WORDS 20000
#define N_TERMS 200
#define N_FEW_TERMS 10
#define BATCH 200

static const BenchSearchPeer *const peers[] = {
  &bench_search_scan,
#ifdef BENCH_GROONGA
  &bench_search_groonga_at_once,
  &bench_search_groonga_one_by_one,
#endif
#ifdef BENCH_POSTGRES
  &bench_search_postgres_pairs,
  &bench_search_postgres_trigrams,
#endif
};

typedef struct
{
  char *folder;
  char *library;
  BulStore *store;
  BulSearchFacets *facets;
  GPtrArray *texts; /* of char *: what each story reads, by day */
  GPtrArray *terms; /* of char * */
  gsize n_bytes;
} Bench;

static void
free_record (gpointer record)
{
  bul_record_free (record);
}

static char *
dup_text (const BulStory *story)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < story->scripts->len; i++)
    {
      const BulScript *script = story->scripts->pdata[i];

      for (guint j = 0; j < script->blocks->len; j++)
        g_string_append_printf (text, "%s\n", ((BulBlock *) script->blocks->pdata[j])->text);
    }
  return g_string_free (text, FALSE);
}

/* Two syllables of a word, any word as likely as another. */
static char *
make_term (NewsMaker *maker)
{
  return g_utf8_substring (news_maker_pick_word (maker), 0, 2);
}

static void
save_batch (Bench *self, NewsMaker *maker, guint n, guint n_lines)
{
  g_autoptr (GPtrArray) stories = g_ptr_array_new_with_free_func (free_record);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n; i++)
    {
      BulStory *story = news_maker_make (maker, n_lines);
      char *text = dup_text (story);

      self->n_bytes += strlen (text);
      g_ptr_array_add (self->texts, text);
      g_ptr_array_add (stories, story);
    }
  if (!bul_store_save_many (self->store, stories, NULL, &error))
    g_error ("%s", error->message);
}

static void
make_library (Bench *self, guint n_stories, guint n_lines)
{
  g_autoptr (NewsMaker) maker = news_maker_new (21, N_WORDS);
  double start = bench_get_seconds ();

  for (guint i = 0; i < n_stories; i += BATCH)
    save_batch (self, maker, MIN (BATCH, n_stories - i), n_lines);
  for (guint i = 0; i < N_TERMS; i++)
    g_ptr_array_add (self->terms, make_term (maker));
  g_print ("%u stories, %.1f MB of text, %.0f bytes a story; saved at %.0f a second\n", n_stories,
           (double) self->n_bytes / 1e6, (double) self->n_bytes / n_stories,
           n_stories / (bench_get_seconds () - start));
}

/* Makes the index anew, which is nothing but that. */
static double
build_index (Bench *self)
{
  double start = bench_get_seconds ();
  double longest = 0;
  guint left = 1;
  g_autoptr (GError) error = NULL;

  if (!bul_search_give_up (self->store, &error))
    g_error ("%s", error->message);
  while (left > 0)
    {
      double begun = bench_get_seconds ();

      if (!bul_search_prepare (self->store, &left, &error))
        g_error ("%s", error->message);
      longest = MAX (longest, bench_get_seconds () - begun);
    }
  g_print ("the longest transaction of making the index: %.0f ms of the processor\n",
           1e3 * longest);
  return bench_get_seconds () - start;
}

static double
measure_index (Bench *self)
{
  sqlite3 *handle = NULL;
  sqlite3_stmt *select = NULL;
  double bytes = 0;

  if (sqlite3_open (self->library, &handle) == SQLITE_OK
      && sqlite3_prepare_v2 (handle,
                             "SELECT sum(pgsize) FROM dbstat"
                             " WHERE name LIKE 'search%' OR name LIKE 'sqlite_autoindex_search%'",
                             -1, &select, NULL)
             == SQLITE_OK
      && sqlite3_step (select) == SQLITE_ROW)
    bytes = sqlite3_column_double (select, 0);
  sqlite3_finalize (select);
  sqlite3_close (handle);
  return bytes;
}

static BulSearch *
make_search (Bench *self, const BulQuery *query)
{
  g_autoptr (GError) error = NULL;
  BulSearch *search = bul_search_new (self->store, query, &error);

  if (search == NULL)
    g_error ("%s", error->message);
  return search;
}

static guint
list_and_count (Bench *self, const char *typed, BulQueryFlags flags)
{
  g_autoptr (BulQuery) query = bul_query_new (typed, flags);
  g_autoptr (BulSearch) search = make_search (self, query);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) hits = bul_search_list_newest (search, G_MAXINT64, 50, NULL, &error);
  guint n;

  if (hits == NULL || !bul_search_count (search, NULL, &n, &error))
    g_error ("%s", error->message);
  return n;
}

static guint
find_quoted (Bench *self, const char *term)
{
  g_autofree char *typed = g_strdup_printf ("\"%s\"", term);

  return list_and_count (self, typed, 0);
}

static guint
find_syllable (Bench *self, const char *term)
{
  g_autofree char *typed = g_utf8_substring (term, 0, 1);

  return list_and_count (self, typed, 0);
}

/* While the second syllable gets its vowel; only what a key press waits for. */
static guint
find_composing (Bench *self, const char *term)
{
  gunichar last = g_utf8_get_char (g_utf8_next_char (term));
  g_autoptr (GString) typed = g_string_new_len (term, g_utf8_next_char (term) - term);
  g_autoptr (BulQuery) query = NULL;
  g_autoptr (BulSearch) search = NULL;
  g_autoptr (GArray) hits = NULL;

  g_string_append_unichar (typed, last - (last - 0xac00) % 28);
  query = bul_query_new (typed->str, BUL_QUERY_COMPOSING);
  search = make_search (self, query);
  hits = bul_search_list_newest (search, G_MAXINT64, 50, NULL, NULL);
  return hits->len;
}

static guint
find_facets (Bench *self, const char *term)
{
  g_autofree char *typed = g_strdup_printf ("\"%s\"", term);
  g_autoptr (BulQuery) query = bul_query_new (typed, 0);
  g_autoptr (BulSearch) search = make_search (self, query);
  g_autoptr (GPtrArray) facets = NULL;
  guint n = 0;

  bul_search_facets_refresh (self->facets, self->store, NULL, NULL);
  facets = bul_search_facets_count (self->facets, search, 0, NULL, &n, NULL);
  return n;
}

/* Prints how long terms took. Returns: the mean. */
static double
tell_seconds (const char *name, GArray *seconds, guint n_found)
{
  double total = 0;

  g_array_sort (seconds, bench_compare_seconds);
  for (guint i = 0; i < seconds->len; i++)
    total += g_array_index (seconds, double, i);
  g_print ("%-22s p50 %8.3f ms, p95 %8.3f ms, mean %8.3f ms; %u found by %u terms\n", name,
           1e3 * g_array_index (seconds, double, seconds->len / 2),
           1e3 * g_array_index (seconds, double, seconds->len * 95 / 100),
           1e3 * total / seconds->len, n_found, seconds->len);
  return total / seconds->len;
}

static double
time_ours (Bench *self, const char *name, guint (*find) (Bench *bench, const char *term))
{
  g_autoptr (GArray) seconds = g_array_new (FALSE, FALSE, sizeof (double));
  guint n = 0;

  for (guint i = 0; i < self->terms->len; i++)
    {
      double start = bench_get_seconds ();
      double took;

      n += find (self, self->terms->pdata[i]);
      took = bench_get_seconds () - start;
      g_array_append_val (seconds, took);
    }
  return tell_seconds (name, seconds, n);
}

/* Of this process and of the other that works for @peer. */
static double
get_seconds (const BenchSearchPeer *peer)
{
  return bench_get_seconds () + (peer->get_other_seconds == NULL ? 0 : peer->get_other_seconds ());
}

/* Returns: 0 where the peer is not to be had. */
static double
time_peer (Bench *self, const BenchSearchPeer *peer, double *build)
{
  g_autoptr (GArray) seconds = g_array_new (FALSE, FALSE, sizeof (double));
  double start = get_seconds (peer);
  gpointer built = peer->build (self->folder, self->texts);
  guint n_terms = peer->is_slow ? N_FEW_TERMS : self->terms->len;
  guint n = 0;

  if (built == NULL)
    return 0;
  *build = get_seconds (peer) - start;
  for (guint i = 0; i < n_terms; i++)
    {
      double took;

      start = get_seconds (peer);
      n += peer->find (built, self->terms->pdata[i]);
      took = get_seconds (peer) - start;
      g_array_append_val (seconds, took);
    }
  peer->close (built);
  return tell_seconds (peer->name, seconds, n);
}

/* Both are judged: how fast terms are found, and how fast an index grows. */
static gboolean
compare (Bench *self, guint n_stories)
{
  double ours_built = build_index (self);
  double ratio = measure_index (self) / (double) self->n_bytes;
  double ours = time_ours (self, "ours", find_quoted);
  gboolean good = bench_judge ("text to 1.4 of index", 1.4 / ratio, "", 1.0);

  g_print ("  index %.2f of the text; %.0f stories a second of the processor\n", ratio,
           n_stories / ours_built);
  time_ours (self, "ours, one syllable", find_syllable);
  time_ours (self, "ours, being composed", find_composing);
  time_ours (self, "ours, with facets", find_facets);
  for (guint i = 0; i < G_N_ELEMENTS (peers); i++)
    {
      double built = 0;
      double theirs = time_peer (self, peers[i], &built);
      g_autofree char *what = g_strdup_printf ("times as fast as %s", peers[i]->name);

      if (theirs == 0)
        {
          g_print ("%s is not to be had here\n", peers[i]->name);
          continue;
        }
      good &= bench_judge (what, theirs / ours, "", peers[i]->target);
      if (!peers[i]->judges_build)
        continue;
      g_print ("  %s: %.0f stories a second\n", peers[i]->name, n_stories / built);
      good &= bench_judge ("times as fast to build", built / ours_built, "", 1.5);
    }
  return good;
}

int
main (int argc, char **argv)
{
  guint n_stories = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : N_STORIES;
  guint n_lines = argc > 2 ? (guint) g_ascii_strtoull (argv[2], NULL, 10) : N_LINES;
  Bench self = { .folder = g_dir_make_tmp ("bulletin-bench-XXXXXX", NULL) };
  g_autoptr (GError) error = NULL;
  gboolean good;

  self.library = g_build_filename (self.folder, "library.bulletin", NULL);
  self.texts = g_ptr_array_new_with_free_func (g_free);
  self.terms = g_ptr_array_new_with_free_func (g_free);
  self.store = bul_store_open (self.library, BUL_STORE_READ_WRITE, &error);
  if (self.store == NULL)
    g_error ("%s", error->message);
  self.facets = bul_search_facets_new ();
  make_library (&self, n_stories, n_lines);
  good = compare (&self, n_stories);
  bul_search_facets_free (self.facets);
  bul_store_close (self.store);
  bench_remove_folder (self.folder);
  return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
