/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-chars.h"
#include "bul-diff.h"
#include "unit.h"

/* As people see it: [was→now] where it changed. */
static char *
show (const char *was, const char *now, const GArray *runs)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < runs->len; i++)
    {
      const BulDiffRun *run = &g_array_index (runs, BulDiffRun, i);
      g_autofree char *before = bul_chars_slice (was, run->was_start, run->was_end);
      g_autofree char *after = bul_chars_slice (now, run->now_start, run->now_end);

      if (run->same)
        {
          g_assert_cmpstr (before, ==, after);
          g_string_append (out, before);
        }
      else
        g_string_append_printf (out, "[%s→%s]", before, after);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static void
test_words (void)
{
  static const struct
  {
    const char *what;
    const char *was;
    const char *now;
    const char *shown;
  } cases[] = {
    /* nothing, all */
    { "nothing", "", "", "" },
    { "the same", "The ferry sails.", "The ferry sails.", "The ferry sails." },
    { "all gone", "The ferry", "", "[The ferry→]" },
    { "all new", "", "첫 배", "[→첫 배]" },
    { "nothing in common", "one two", "하나 둘", "[one two→하나 둘]" },
    /* words of English */
    { "a word", "The red ferry", "The blue ferry", "The [red→blue] ferry" },
    { "a word put in", "The ferry", "The old ferry", "The [→old ]ferry" },
    { "a word taken out", "The old ferry", "The ferry", "The [old →]ferry" },
    { "two words side by side", "by Kim Jae today", "by Lee Min today",
      "by [Kim Jae→Lee Min] today" },
    { "the end stop stays", "It sails.", "It sailed.", "It [sails→sailed]." },
    { "a whole number", "It cost 1,027 won", "It cost 1,028 won", "It cost [1,027→1,028] won" },
    { "a mark inside a word", "it's Min-ji", "it's Min-joo", "it's [Min-ji→Min-joo]" },
    { "a quote mark", "He said yes.", "He said \"yes\".", "He said [→\"]yes[→\"]." },
    { "only blanks", "a b", "a  b", "a[ →  ]b" },
    /* 어절 */
    { "a particle", "위원장은 오늘 떠났다.", "위원장이 오늘 떠났다.",
      "[위원장은→위원장이] 오늘 떠났다." },
    { "a figure with its counter", "승객 118명을 태우고", "승객 119명을 태우고",
      "승객 [118명을→119명을] 태우고" },
    { "beyond the basic plane", "a 😀 b", "a 😁 b", "a [😀→😁] b" },
    { "over the lines of a bite", "[Oh:\xe2\x80\xa8\"yes\"]", "[Oh:\xe2\x80\xa8\"no\"]",
      "[Oh:\xe2\x80\xa8\"[yes→no]\"]" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) runs = bul_diff_words (cases[i].was, cases[i].now);
      g_autofree char *shown = show (cases[i].was, cases[i].now, runs);

      g_test_message ("%s", cases[i].what);
      g_assert_cmpstr (shown, ==, cases[i].shown);
      g_assert_cmpint (bul_diff_is_same (runs), ==, strcmp (cases[i].was, cases[i].now) == 0);
    }
}

/* Runs take turns and cover both sides from end to end. */
static void
check_cover (const GArray *runs, guint n_was, guint n_now)
{
  guint was = 0;
  guint now = 0;

  for (guint i = 0; i < runs->len; i++)
    {
      const BulDiffRun *run = &g_array_index (runs, BulDiffRun, i);

      g_assert_cmpuint (run->was_start, ==, was);
      g_assert_cmpuint (run->now_start, ==, now);
      g_assert_true (run->was_end > was || run->now_end > now);
      g_assert_true (i == 0 || run->same != (run - 1)->same);
      g_assert_true (!run->same || run->was_end - was == run->now_end - now);
      was = run->was_end;
      now = run->now_end;
    }
  g_assert_cmpuint (was, ==, n_was);
  g_assert_cmpuint (now, ==, n_now);
}

static guint
count_same (const GArray *runs, const guint *was, const guint *now)
{
  guint n = 0;

  for (guint i = 0; i < runs->len; i++)
    {
      const BulDiffRun *run = &g_array_index (runs, BulDiffRun, i);

      for (guint j = 0; run->same && run->was_start + j < run->was_end; j++, n++)
        g_assert_cmpuint (was[run->was_start + j], ==, now[run->now_start + j]);
    }
  return n;
}

/* The longest common part, the slow and sure way. */
static guint
longest_common (const guint *was, guint n_was, const guint *now, guint n_now)
{
  g_autofree guint *table = g_new0 (guint, (gsize) (n_was + 1) * (n_now + 1));
  guint width = n_now + 1;

  for (guint i = 1; i <= n_was; i++)
    for (guint j = 1; j <= n_now; j++)
      table[i * width + j] = was[i - 1] == now[j - 1]
                                 ? table[(i - 1) * width + j - 1] + 1
                                 : MAX (table[(i - 1) * width + j], table[i * width + j - 1]);
  return table[n_was * width + n_now];
}

static void
fill (GRand *rand, guint *items, guint n, guint n_kinds)
{
  for (guint i = 0; i < n; i++)
    items[i] = g_rand_int_range (rand, 0, n_kinds);
}

/* No way is shorter than the one found. */
static void
test_shortest (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  guint n_rounds = g_test_slow () ? 200000 : 4000;
  guint was[60];
  guint now[60];

  for (guint i = 0; i < n_rounds; i++)
    {
      guint n_was = g_rand_int_range (rand, 0, G_N_ELEMENTS (was) + 1);
      guint n_now = g_rand_int_range (rand, 0, G_N_ELEMENTS (now) + 1);
      guint n_kinds = g_rand_int_range (rand, 1, 12);
      g_autoptr (GArray) runs = NULL;

      fill (rand, was, n_was, n_kinds);
      fill (rand, now, n_now, n_kinds);
      runs = bul_diff_items (was, n_was, now, n_now);
      check_cover (runs, n_was, n_now);
      g_assert_cmpuint (count_same (runs, was, now), ==, longest_common (was, n_was, now, n_now));
    }
}

/* Two long lists without anything in common are told as changed whole, their ends apart. */
static void
test_foreign (void)
{
  guint n = 20000;
  g_autofree guint *was = g_new (guint, n);
  g_autofree guint *now = g_new (guint, n);
  g_autoptr (GArray) runs = NULL;

  for (guint i = 0; i < n; i++)
    {
      was[i] = i < 5 ? i : n + i;
      now[i] = i < 5 ? i : 2 * n + i;
    }
  runs = bul_diff_items (was, n, now, n);
  check_cover (runs, n, n);
  g_assert_cmpuint (runs->len, ==, 2);
  g_assert_cmpuint (count_same (runs, was, now), ==, 5);
}

static void
test_random_texts (void)
{
  static const char *const parts[] = { "a",    "the", " ", "  ", "27", ",", ".",
                                       "친서", "를",  "-", "'",  "\"", "😀", "\xe2\x80\xa8" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);

  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr (GString) was = g_string_new (NULL);
      g_autoptr (GString) now = g_string_new (NULL);
      g_autoptr (GArray) runs = NULL;
      g_autofree char *shown = NULL;

      for (guint j = 0; j < 40; j++)
        g_string_append (j % 2 == 0 ? was : now,
                         parts[g_rand_int_range (rand, 0, G_N_ELEMENTS (parts))]);
      runs = bul_diff_words (was->str, now->str);
      check_cover (runs, bul_chars_count (was->str), bul_chars_count (now->str));
      shown = show (was->str, now->str, runs);
    }
}

UNIT (text_diff)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/diff/words", test_words);
  g_test_add_func ("/diff/shortest", test_shortest);
  g_test_add_func ("/diff/foreign", test_foreign);
  g_test_add_func ("/diff/random-texts", test_random_texts);
  return g_test_run ();
}
