/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-block.h"
#include "bul-chars.h"
#include "bul-relined.h"
#include "bul-reviewer.h"
#include "test-deeds.h"
#include "unit.h"

typedef struct
{
  BulHistory *history;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (BulStory) saved = NULL;

  fixture->history = bul_history_new (deeds_make_story ());
  saved = bul_history_make_revision (fixture->history, "Min", NULL);
  bul_history_saved (fixture->history, saved);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->history);
}

static const BulBlock *
block_at (Fixture *fixture, guint at)
{
  return bul_story_get_script (bul_history_get_story (fixture->history))->blocks->pdata[at];
}

static BulStory *
make_base (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  BulStory *past = bul_history_make_past (fixture->history, 1, &error);

  g_assert_no_error (error);
  return bul_relined_take (past, bul_history_get_story (fixture->history));
}

/* “was → now | was → now” */
static char *
tell (Fixture *fixture)
{
  g_autoptr (BulStory) base = make_base (fixture);
  g_autoptr (GPtrArray) changes = bul_tracked_list (base, bul_history_get_story (fixture->history));
  g_autoptr (GString) told = g_string_new (NULL);

  for (guint i = 0; i < changes->len; i++)
    {
      const BulTracked *change = changes->pdata[i];

      g_string_append_printf (told, "%s%s → %s", i == 0 ? "" : " | ", change->was, change->now);
    }
  return g_string_free (g_steal_pointer (&told), FALSE);
}

#define assert_told(fixture, words)                                                                \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *told = tell (fixture);                                                        \
    g_assert_cmpstr (told, ==, words);                                                             \
  }                                                                                                \
  G_STMT_END

static void
split (Fixture *fixture, const char *block, guint at)
{
  g_assert_true (bul_history_split (fixture->history, block, at, NULL));
}

static void
test_split (Fixture *fixture, gconstpointer data)
{
  guint length = bul_chars_count (block_at (fixture, 3)->text);

  split (fixture, "b4", length / 2);
  assert_told (fixture, "");
  /* in three */
  split (fixture, block_at (fixture, 4)->key, 4);
  assert_told (fixture, "");
  /* and back */
  g_assert_true (bul_history_join (fixture->history, block_at (fixture, 4)->key, NULL));
  g_assert_true (bul_history_join (fixture->history, "b4", NULL));
  assert_told (fixture, "");
}

/* At either end of the line nothing goes, and an empty line comes. */
static void
test_split_at_ends (Fixture *fixture, gconstpointer data)
{
  guint length = bul_chars_count (block_at (fixture, 3)->text);

  split (fixture, "b4", 0);
  assert_told (fixture, "");
  bul_history_undo (fixture->history);
  split (fixture, "b4", length);
  assert_told (fixture, " → ");
}

/* A word that is changed in a part of a line is that word, and can be taken back. */
static void
test_words (Fixture *fixture, gconstpointer data)
{
  const char *part;

  split (fixture, "b4", 28);
  g_assert_cmpstr (block_at (fixture, 4)->text, ==, "and 27 letters came.");
  part = block_at (fixture, 4)->key;
  deeds_replace (fixture->history, part, 7, 7, "parcels");
  assert_told (fixture, "letters → parcels");
  {
    g_autoptr (BulStory) base = make_base (fixture);
    g_autoptr (GPtrArray) changes
        = bul_tracked_list (base, bul_history_get_story (fixture->history));
    g_autoptr (GError) error = NULL;

    bul_reviewer_reject (fixture->history, base, changes->pdata[0], "Min", &error);
    g_assert_no_error (error);
  }
  assert_told (fixture, "");
  g_assert_cmpstr (block_at (fixture, 4)->text, ==, "and 27 letters came.");
}

static void
test_join (Fixture *fixture, gconstpointer data)
{
  g_assert_true (bul_history_join (fixture->history, "b7", NULL));
  assert_told (fixture, "");
}

/* A line that came is one, whatever stands before it; so is one that went. */
static void
test_others (Fixture *fixture, gconstpointer data)
{
  guint length = bul_chars_count (block_at (fixture, 3)->text);

  split (fixture, "b4", length);
  deeds_replace (fixture->history, block_at (fixture, 4)->key, 0, 0, "Nobody was asked.");
  assert_told (fixture, " → Nobody was asked.");
}

#define ADD(path, test) g_test_add ("/relined" path, Fixture, NULL, set_up, test, tear_down)

UNIT (relined)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/split", test_split);
  ADD ("/split/ends", test_split_at_ends);
  ADD ("/words", test_words);
  ADD ("/join", test_join);
  ADD ("/others", test_others);
  return g_test_run ();
}
