/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-change.h"
#include "bul-comparison.h"
#include "bul-reviewer.h"
#include "test-deeds.h"
#include "unit.h"

static void
save (BulHistory *history)
{
  g_autoptr (BulStory) saved = bul_history_make_revision (history, "Min", NULL);

  bul_history_saved (history, saved);
}

static BulStory *
make_past (BulHistory *history, guint number)
{
  g_autoptr (GError) error = NULL;
  BulStory *past = bul_history_make_past (history, number, &error);

  g_assert_no_error (error);
  return past;
}

static GPtrArray *
list (BulHistory *history, const BulStory *base)
{
  return bul_tracked_list (base, bul_history_get_story (history));
}

/* What each line says of itself is what the story says of its lines, in this order. */
static void
check_lines (const BulStory *base, const BulStory *story)
{
  g_autoptr (GPtrArray) all = bul_tracked_list (base, story);
  const BulScript *script = bul_story_get_script (story);
  g_autoptr (GHashTable) moved
      = bul_comparison_list_moved (bul_story_find (base, script->key), script);
  guint at = 0;

  for (guint i = 0; i < script->blocks->len; i++)
    {
      const BulBlock *now = script->blocks->pdata[i];
      gboolean is_elsewhere = moved != NULL && g_hash_table_contains (moved, now->key);
      g_autoptr (GPtrArray) some
          = bul_tracked_list_in_line (base, is_elsewhere ? NULL : bul_story_find (base, now->key),
                                      story, script->key, now, i + 1);

      for (guint j = 0; j < some->len; j++, at++)
        {
          const BulTracked *change;

          while (at < all->len && ((BulTracked *) all->pdata[at])->number == 0)
            at++;
          g_assert_cmpuint (at, <, all->len);
          change = all->pdata[at];
          g_assert_cmpstr (change->block, ==, ((BulTracked *) some->pdata[j])->block);
          g_assert_cmpuint (change->start, ==, ((BulTracked *) some->pdata[j])->start);
          g_assert_cmpstr (change->was, ==, ((BulTracked *) some->pdata[j])->was);
          g_assert_cmpstr (change->now, ==, ((BulTracked *) some->pdata[j])->now);
        }
    }
  while (at < all->len && ((BulTracked *) all->pdata[at])->number == 0)
    at++;
  g_assert_cmpuint (at, ==, all->len);
}

static void
accept_all (BulHistory *history, const BulStory *base)
{
  g_autoptr (GPtrArray) changes = list (history, base);
  g_autoptr (GError) error = NULL;

  g_assert_true (
      bul_reviewer_accept (history, bul_story_get_revision_number (base), changes, "Min", &error));
  g_assert_no_error (error);
}

static guint
count_unreviewed (BulHistory *history, const BulStory *base)
{
  g_autoptr (GPtrArray) changes = list (history, base);

  return bul_tracked_count_unreviewed (changes);
}

/* The revisions are there whatever was done since, and while that is on its way to the library. */
static void
test_past (void)
{
  for (guint seed = 0; seed < (g_test_slow () ? 2000 : 100); seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (BulHistory) history = bul_history_new (deeds_make_story ());
      g_autoptr (BulStory) first = NULL;
      g_autoptr (BulStory) flying = NULL;

      for (guint i = 0; i < 30; i++)
        {
          g_autoptr (BulStory) past = NULL;

          if (i == 8)
            save (history);
          if (i == 8)
            first = bul_record_copy (bul_history_get_story (history));
          if (i == 16)
            flying = bul_history_make_revision (history, "Min", NULL);
          if (i == 24 && flying != NULL)
            bul_history_saved (history, flying);
          deeds_do_one (rand, history);
          if (i < 8)
            continue;
          past = make_past (history, 1);
          deeds_assert_same (past, first);
        }
    }
}

/* Rejecting every change, in any order, ends at the text of before; undo brings all back. */
static void
test_reject (void)
{
  for (guint seed = 0; seed < (g_test_slow () ? 3000 : 150); seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (BulHistory) history = bul_history_new (deeds_make_story ());
      const BulStory *story = bul_history_get_story (history);
      g_autoptr (BulStory) base = NULL;
      g_autoptr (BulStory) before = NULL;
      g_autoptr (BulComparison) comparison = NULL;
      guint n = 0;

      save (history);
      for (guint i = 0; i < 25; i++)
        deeds_do_one (rand, history);
      base = make_past (history, 1);
      before = bul_record_copy (story);
      check_lines (base, story);
      for (;; n++)
        {
          g_autoptr (GPtrArray) changes = list (history, base);
          g_autoptr (GError) error = NULL;

          if (changes->len == 0)
            break;
          g_assert_cmpuint (n, <, 500);
          g_assert_true (bul_reviewer_reject (
              history, base, changes->pdata[g_rand_int_range (rand, 0, (gint32) changes->len)],
              "Min", &error));
          g_assert_no_error (error);
          deeds_check_places (story);
        }
      g_assert_cmpuint (story->changes->len, ==, before->changes->len + n);
      comparison = bul_comparison_new (base, story);
      for (guint i = 0; i < comparison->lines->len; i++)
        g_assert_true (bul_comparison_line_reads_same (comparison->lines->pdata[i]));
      while (n-- > 0)
        {
          g_assert_cmpstr (bul_history_get_undo_name (history), ==, "Reject a change");
          bul_history_undo (history);
        }
      deeds_assert_same (story, before);
    }
}

/* What was accepted stays so until its words are touched, and is so again where they are put back.
 */
static void
test_accept (void)
{
  g_autoptr (BulHistory) history = bul_history_new (deeds_make_story ());
  const BulStory *story = bul_history_get_story (history);
  g_autoptr (BulStory) base = NULL;
  const BulChange *entry;

  save (history);
  base = make_past (history, 1);
  deeds_replace (history, "b4", 32, 2, "28");
  deeds_replace (history, "b5", 0, 4, "That");
  g_assert_cmpuint (count_unreviewed (history, base), ==, 2);
  accept_all (history, base);
  g_assert_cmpuint (count_unreviewed (history, base), ==, 0);
  g_assert_cmpuint (story->changes->len, ==, 2);
  entry = story->changes->pdata[0];
  g_assert_cmpint (entry->state, ==, BUL_CHANGE_ACCEPTED);
  g_assert_cmpuint (entry->base, ==, 1);
  g_assert_cmpstr (entry->was, ==, "27");
  g_assert_cmpstr (entry->now, ==, "28");

  accept_all (history, base);
  g_assert_cmpuint (story->changes->len, ==, 2);
  /* words before it move it, and are a change of their own */
  deeds_replace (history, "b4", 0, 0, "Now ");
  g_assert_cmpuint (count_unreviewed (history, base), ==, 1);
  deeds_replace (history, "b4", 36, 2, "29");
  g_assert_cmpuint (count_unreviewed (history, base), ==, 2);
  bul_history_undo (history);
  bul_history_undo (history);
  g_assert_cmpuint (count_unreviewed (history, base), ==, 0);
  save (history);
  g_assert_cmpuint (count_unreviewed (history, base), ==, 0);
}

/* What was rejected and comes again is looked at again. */
static void
test_again (void)
{
  g_autoptr (BulHistory) history = bul_history_new (deeds_make_story ());
  g_autoptr (BulStory) base = NULL;
  g_autoptr (GPtrArray) changes = NULL;

  save (history);
  base = make_past (history, 1);
  deeds_replace (history, "b4", 32, 2, "28");
  accept_all (history, base);
  changes = list (history, base);
  g_assert_true (bul_reviewer_reject (history, base, changes->pdata[0], "Jo", NULL));
  g_assert_cmpuint (bul_history_get_story (history)->changes->len, ==, 2);
  deeds_replace (history, "b4", 32, 2, "28");
  g_assert_cmpuint (count_unreviewed (history, base), ==, 1);
}

UNIT (reviewer)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reviewer/past", test_past);
  g_test_add_func ("/reviewer/reject", test_reject);
  g_test_add_func ("/reviewer/accept", test_accept);
  g_test_add_func ("/reviewer/again", test_again);
  return g_test_run ();
}
