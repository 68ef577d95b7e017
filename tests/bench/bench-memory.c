/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include <gio/gio.h>

#include "bench.h"
#include "bul-flow-learn.h"
#include "bul-flow-memory.h"
#include "bul-flow-pair.h"

/*
 * bench-memory [ENTRIES]
 *
 * A memory of made-up pairs: how long it takes until those like a sentence are found, beside a scan
 * of all entries that compares each with it word by word; until all are learned from; and until
 * what was learned is read.
 */

#define N_ENTRIES 100000
#define N_ASKED 40
#define BATCH 2000
#define N_WORDS 4000
#define N_SYLLABLES 60

typedef struct
{
  BulStore *store;
  GPtrArray *asked;   /* of char */
  GPtrArray *entries; /* of BulMemoryEntry, where all are looked at */
} Bench;

/* A made-up word of either language; the first are met far more often than the last. */
static void
append_word (GString *text, GRand *rand, gboolean korean)
{
  static const char *const ends[] = { "를", "이", "에서", "은", "" };
  double skew = g_rand_double (rand);
  guint word = (guint) (skew * skew * skew * N_WORDS);

  if (text->len > 0)
    g_string_append_c (text, ' ');
  for (guint i = 0, rest = word * 7919 + 13; i < 3; i++, rest /= N_SYLLABLES)
    if (korean)
      g_string_append_unichar (text, 0xac00 + (rest % N_SYLLABLES) * 28 * 7);
    else
      g_string_append_printf (text, "%c%c", "bdfgklmnprstvz"[rest % 14], "aeiou"[rest % 5]);
  if (korean)
    g_string_append (text, ends[g_rand_int_range (rand, 0, G_N_ELEMENTS (ends))]);
}

static char *
make_sentence (GRand *rand, gboolean korean)
{
  g_autoptr (GString) text = g_string_new (NULL);
  int n = g_rand_int_range (rand, 6, 18);

  for (int i = 0; i < n; i++)
    append_word (text, rand, korean);
  g_string_append_c (text, '.');
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
entry_free (gpointer data)
{
  bul_memory_entry_free (data);
}

static void
fill (Bench *self, guint n)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  double start = bench_get_seconds ();

  for (guint i = 0; i < n; i += BATCH)
    {
      g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (entry_free);
      g_autoptr (GError) error = NULL;
      guint n_new;

      for (guint j = 0; j < BATCH; j++)
        {
          g_autofree char *korean = make_sentence (rand, TRUE);
          g_autofree char *english = make_sentence (rand, FALSE);

          g_ptr_array_add (entries, bul_memory_entry_new (korean, english));
          if (i == 0 && self->asked->len < N_ASKED)
            g_ptr_array_add (self->asked, make_sentence (rand, TRUE));
        }
      if (!bul_store_add_memory (self->store, entries, &n_new, &error))
        g_error ("%s", error->message);
    }
  g_print ("%u entries kept at %.0f a second\n", n, n / (bench_get_seconds () - start));
}

static void
find_all (gpointer data)
{
  Bench *self = data;

  for (guint i = 0; i < self->asked->len; i++)
    {
      g_autoptr (GPtrArray) matches = bul_flow_memory_find (self->store, BUL_LANGUAGE_KOREAN,
                                                            self->asked->pdata[i], 50, 10, NULL);

      g_assert_nonnull (matches);
    }
}

/* The plainest search: every entry is looked at for each sentence; of the words only how many of
 * one are in the other. */
static void
scan_all (gpointer data)
{
  Bench *self = data;
  guint n = 0;

  for (guint i = 0; i < self->asked->len; i++)
    {
      g_auto (GStrv) words = g_strsplit (self->asked->pdata[i], " ", -1);

      for (guint j = 0; j < self->entries->len; j++)
        {
          const BulMemoryEntry *entry = self->entries->pdata[j];

          for (guint k = 0; words[k] != NULL; k++)
            n += strstr (entry->korean, words[k]) != NULL;
        }
    }
  g_assert_cmpuint (n, >, 0);
}

static void
time_learning (Bench *self, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lexicons = NULL;
  double start = bench_get_seconds ();
  double learned;

  if (!bul_flow_learn_all (self->store, &error))
    g_error ("%s", error->message);
  learned = bench_get_seconds ();
  lexicons = bul_flow_pair_read_lexicons (self->store, NULL, &error);
  g_print ("learned from %.0f entries a second; what was learned is read in %.0f ms\n",
           n / (learned - start), 1e3 * (bench_get_seconds () - learned));
}

int
main (int argc, char **argv)
{
  guint n = argc > 1 ? (guint) atoi (argv[1]) : N_ENTRIES;
  g_autofree char *folder = g_dir_make_tmp ("bench-memory-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "library.bulletin", NULL);
  g_autoptr (GPtrArray) asked = g_ptr_array_new_with_free_func (g_free);
  Bench bench = { .store = bul_store_open (path, BUL_STORE_READ_WRITE, NULL), .asked = asked };
  BenchSeconds seconds;
  gboolean good;

  fill (&bench, n);
  bench.entries = bul_store_list_memory (bench.store, G_MAXINT, NULL);
  seconds = bench_compare (find_all, scan_all, &bench, 5);
  g_print ("a sentence takes %.1f ms, a scan %.1f\n", 1e3 * seconds.ours / N_ASKED,
           1e3 * seconds.plain / N_ASKED);
  good = bench_judge ("finding", seconds.plain / seconds.ours, " of the speed of a scan", 3);
  time_learning (&bench, n);
  g_ptr_array_unref (bench.entries);
  bul_store_close (bench.store);
  bench_remove_folder (folder);
  return good ? 0 : 1;
}
