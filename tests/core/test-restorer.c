/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-comparison.h"
#include "bul-correction.h"
#include "bul-corrector.h"
#include "bul-diff.h"
#include "bul-error.h"
#include "bul-notice.h"
#include "bul-past.h"
#include "bul-restorer.h"
#include "test-deeds.h"
#include "unit.h"

static void
save (BulHistory *history)
{
  g_autoptr (BulStory) saved = bul_history_make_revision (history, "Min", NULL);

  bul_history_saved (history, saved);
}

/* The same but for what a restoring leaves alone. */
static void
assert_reads_as (const BulStory *story, const BulStory *version)
{
  static const char *const apart[] = { "corrections", "notices", "state", NULL };
  g_autoptr (BulComparison) comparison = bul_comparison_new (story, version);

  for (guint i = 0; i < comparison->lines->len; i++)
    g_assert_true (bul_comparison_line_is_same (comparison->lines->pdata[i]));
  for (guint i = 0; i < comparison->things->len; i++)
    {
      const BulComparisonThing *thing = comparison->things->pdata[i];

      g_test_message ("%s %s: %s → %s", thing->list, thing->key, thing->was, thing->now);
      g_assert_true (g_strv_contains (apart, thing->list));
    }
}

static void
take (BulHistory *history, const BulStory *version, const BulStory *base)
{
  g_autoptr (GError) error = NULL;
  gboolean done = bul_restorer_take (history, version, base, "Restore", &error);

  g_assert_no_error (error);
  g_assert_true (done);
  deeds_check_places (bul_history_get_story (history));
}

/* Every revision of a story that much was done to can be made again, without losing a correction.
 */
static void
test_random (void)
{
  guint n_stories = g_test_slow () ? 1000 : 40;

  for (guint seed = 0; seed < n_stories; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (BulHistory) history = bul_history_new (deeds_make_story ());
      const BulStory *story = bul_history_get_story (history);
      g_autoptr (BulStory) last = NULL;

      for (guint i = 0; i < 60; i++)
        {
          deeds_do_one (rand, history);
          if (i % 10 == 9)
            save (history);
        }
      last = bul_record_copy (story);
      for (guint number = 1; number <= last->revisions->len; number++)
        {
          g_autoptr (BulStory) version = bul_past_make (last, number, NULL);

          take (history, version, NULL);
          assert_reads_as (story, version);
          g_assert_cmpuint (story->corrections->len, ==, last->corrections->len);
          g_assert_cmpuint (story->notices->len, ==, last->notices->len);
          /* where it read so already, nothing was done */
          while (g_strcmp0 (bul_history_get_undo_name (history), "Restore") == 0)
            bul_history_undo (history);
          deeds_assert_same (story, last);
        }
    }
}

/* What @block of the story reads at the place of its only correction. */
static void
raise_number (BulHistory *history, const char *was, const char *now)
{
  BulCorrectionDraft draft
      = { .was = was, .now = now, .error_class = BUL_CLASS_FIGURE, .reason = "Counted again" };
  g_autofree char *key = NULL;

  g_assert_true (
      bul_corrector_find (bul_history_get_story (history), was, 0, &draft.passage, NULL));
  key = bul_corrector_raise (history, &draft, NULL);
  g_assert_nonnull (key);
}

static const BulCorrection *
correction_at (const BulStory *story, guint i)
{
  g_assert_cmpuint (i, <, story->corrections->len);
  return story->corrections->pdata[i];
}

/* A correction raised since says that the words are wrong again. */
static void
test_correction_stays (void)
{
  g_autoptr (BulHistory) history = bul_history_new (deeds_make_story ());
  const BulStory *story = bul_history_get_story (history);
  g_autoptr (BulStory) first = NULL;

  save (history);
  raise_number (history, "27", "28");
  save (history);
  g_assert_cmpint (correction_at (story, 0)->reads, ==, BUL_READS_NOW);
  first = bul_past_make (story, 1, NULL);
  take (history, first, NULL);
  assert_reads_as (story, first);
  g_assert_cmpint (correction_at (story, 0)->reads, ==, BUL_READS_WAS);
  g_assert_cmpuint (story->notices->len, ==, 1);
}

/* A line that was taken away, with a correction on it, comes back under its correction. */
static void
test_line_comes_back (void)
{
  g_autoptr (BulHistory) history = bul_history_new (deeds_make_story ());
  const BulStory *story = bul_history_get_story (history);
  g_autoptr (BulStory) second = NULL;

  save (history);
  raise_number (history, "27", "28");
  save (history);
  g_assert_true (bul_history_remove (history, "k1", "blocks", 3, NULL));
  save (history);
  g_assert_cmpint (correction_at (story, 0)->reads, ==, BUL_READS_GONE);
  second = bul_past_make (story, 2, NULL);
  take (history, second, NULL);
  g_assert_cmpint (correction_at (story, 0)->reads, ==, BUL_READS_NOW);
}

/* Two went on from one revision: the one that is taken brings its corrections, and the other's
 * stay. */
static void
test_take_of_two (void)
{
  g_autoptr (BulHistory) ours = bul_history_new (deeds_make_story ());
  const BulStory *story = bul_history_get_story (ours);
  g_autoptr (BulHistory) theirs = NULL;
  g_autoptr (BulStory) base = NULL;
  const BulNotice *notice;

  save (ours);
  base = bul_record_copy (story);
  theirs = bul_history_new (bul_record_copy (story));
  raise_number (ours, "118", "119");
  save (ours);
  raise_number (theirs, "27", "28");
  deeds_replace (theirs, "b5", 0, 4, "That");

  take (ours, bul_history_get_story (theirs), base);
  g_assert_cmpuint (story->corrections->len, ==, 2);
  g_assert_cmpstr (correction_at (story, 0)->key, ==, "c1");
  g_assert_cmpint (correction_at (story, 0)->reads, ==, BUL_READS_WAS);
  g_assert_cmpstr (correction_at (story, 1)->key, !=, "c1");
  g_assert_cmpint (correction_at (story, 1)->reads, ==, BUL_READS_NOW);
  g_assert_cmpstr (correction_at (story, 1)->now, ==, "28");
  g_assert_cmpuint (story->notices->len, ==, 2);
  notice = story->notices->pdata[1];
  g_assert_cmpstr (notice->corrections[0], ==, correction_at (story, 1)->key);
  assert_reads_as (story, bul_history_get_story (theirs));
}

static void
test_past (void)
{
  g_autoptr (BulHistory) history = bul_history_new (deeds_make_story ());
  g_autoptr (BulStory) story = NULL;
  g_autoptr (GError) error = NULL;
  BulRevision *revision;

  save (history);
  deeds_replace (history, "b4", 0, 0, "Now ");
  save (history);
  story = bul_record_copy (bul_history_get_story (history));
  g_assert_true (bul_past_is_proven (story));
  for (guint number = 0; number <= 3; number += 3)
    {
      g_autoptr (GError) absent = NULL;

      g_assert_null (bul_past_make (story, number, &absent));
      g_assert_error (absent, BUL_ERROR, BUL_ERROR_NOT_FOUND);
    }
  revision = story->revisions->pdata[0];
  g_free (revision->by);
  revision->by = g_strdup ("Nobody");
  g_assert_null (bul_past_make (story, 1, &error));
  g_assert_error (error, BUL_ERROR, BUL_ERROR_DAMAGED);
}

static void
test_comparison (void)
{
  g_autoptr (BulHistory) history = bul_history_new (deeds_make_story ());
  g_autoptr (BulStory) before = bul_record_copy (bul_history_get_story (history));
  g_autoptr (BulComparison) comparison = NULL;
  const BulComparisonLine *line;
  const BulComparisonThing *thing;

  deeds_replace (history, "b4", 32, 2, "28");
  g_assert_true (bul_history_remove (history, "k1", "blocks", 4, NULL));
  g_assert_true (bul_history_split (history, "b2", 5, NULL));
  g_assert_true (bul_history_set (history, NULL, "slug", "ferry", NULL));
  comparison = bul_comparison_new (before, bul_history_get_story (history));
  g_assert_cmpuint (comparison->lines->len, ==, 10);

  line = comparison->lines->pdata[0];
  g_assert_true (bul_comparison_line_reads_same (line));
  line = comparison->lines->pdata[2];
  g_assert_null (line->was);
  g_assert_cmpuint (line->now_number, ==, 3);
  line = comparison->lines->pdata[4];
  g_assert_cmpuint (line->was_number, ==, 4);
  g_assert_cmpuint (line->now_number, ==, 5);
  g_assert_false (bul_comparison_line_reads_same (line));
  g_assert_cmpuint (line->runs->len, ==, 3);
  g_assert_cmpuint (g_array_index (line->runs, BulDiffRun, 1).now_start, ==, 32);
  line = comparison->lines->pdata[5];
  g_assert_null (line->now);
  g_assert_cmpuint (line->was_number, ==, 5);

  thing = comparison->things->pdata[0];
  g_assert_cmpstr (thing->list, ==, "slug");
  g_assert_null (thing->was);
  g_assert_cmpstr (thing->now, ==, "ferry");
}

UNIT (restorer)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/restorer/past", test_past);
  g_test_add_func ("/restorer/comparison", test_comparison);
  g_test_add_func ("/restorer/correction-stays", test_correction_stays);
  g_test_add_func ("/restorer/line-comes-back", test_line_comes_back);
  g_test_add_func ("/restorer/take-of-two", test_take_of_two);
  g_test_add_func ("/restorer/random", test_random);
  return g_test_run ();
}
