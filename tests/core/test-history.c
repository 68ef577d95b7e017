/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-annotation.h"
#include "bul-apply.h"
#include "bul-chars.h"
#include "bul-corrector.h"
#include "bul-dismissals.h"
#include "bul-error.h"
#include "bul-history.h"
#include "bul-notice.h"
#include "bul-revision.h"
#include "bul-span.h"
#include "bul-tag.h"
#include "bul-value.h"
#include "test-deeds.h"
#include "unit.h"

static const BulBlock *
block_at (BulHistory *history, guint i)
{
  const BulScript *script = bul_history_get_story (history)->scripts->pdata[0];

  return script->blocks->pdata[i];
}

/* The one note of the story, put on @quote of the fourth line. */
static BulHistory *
history_with_note (const char *quote)
{
  BulStory *story = deeds_make_story ();
  guint at = 0;

  g_assert_true (bul_chars_find (deeds_lines[3], quote, 0, &at));
  g_ptr_array_add (story->annotations,
                   deeds_make_note ("a1", "b4", deeds_lines[3], at, at + bul_chars_count (quote)));
  return bul_history_new (story);
}

static const BulSpan *
note_span (BulHistory *history, guint i)
{
  const BulAnnotation *note = bul_history_get_story (history)->annotations->pdata[0];

  g_assert_cmpuint (i, <, note->spans->len);
  return note->spans->pdata[i];
}

static void
test_spans_follow (void)
{
  /* In line 4 “27” stands at 32 to 34; the note is on it. */
  static const struct
  {
    const char *what;
    guint at;
    guint n;
    const char *text;
    const char *quote;
    gboolean orphan;
  } cases[] = {
    /* apart from it */
    { "typed before", 0, 0, "So ", "27", FALSE },
    { "typed behind", 40, 0, " more", "27", FALSE },
    { "taken out before", 0, 4, "", "27", FALSE },
    /* at its edges */
    { "typed at the start", 32, 0, "some ", "27", FALSE },
    { "typed at the end", 34, 0, " hundred", "27", FALSE },
    /* in it */
    { "typed inside", 33, 0, "0", "207", FALSE },
    { "one digit gone", 33, 1, "", "2", FALSE },
    { "all gone", 32, 2, "", "27", TRUE },
    { "more than all gone", 28, 10, "", "27", TRUE },
    /* replaced */
    { "exactly it", 32, 2, "28", "28", FALSE },
    { "with more around", 28, 14, "28 notes", "28 notes", FALSE },
    { "its end", 33, 9, "8", "28", FALSE },
    { "words before it", 28, 4, "", "27", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BulHistory) history = history_with_note ("27");

      g_test_message ("%s", cases[i].what);
      deeds_replace (history, "b4", cases[i].at, cases[i].n, cases[i].text);
      g_assert_cmpstr (note_span (history, 0)->quote, ==, cases[i].quote);
      g_assert_cmpint (note_span (history, 0)->orphan, ==, cases[i].orphan);
      g_assert_true (bul_history_undo (history));
      g_assert_cmpstr (note_span (history, 0)->quote, ==, "27");
      g_assert_cmpuint (note_span (history, 0)->start, ==, 32);
      g_assert_cmpuint (note_span (history, 0)->end, ==, 34);
    }
}

/* Hands take the old words out and type the new ones letter by letter: still one replacement. */
static void
test_retyped (void)
{
  g_autoptr (BulHistory) history = history_with_note ("27");

  deeds_replace (history, "b4", 33, 1, "");
  deeds_replace (history, "b4", 32, 1, "");
  g_assert_true (note_span (history, 0)->orphan);
  deeds_replace (history, "b4", 32, 0, "1");
  deeds_replace (history, "b4", 33, 0, "2");
  deeds_replace (history, "b4", 34, 0, "8");
  g_assert_cmpstr (note_span (history, 0)->quote, ==, "128");
  g_assert_false (note_span (history, 0)->orphan);
  g_assert_true (bul_history_undo (history));
  g_assert_false (bul_history_can_undo (history));
  g_assert_cmpstr (block_at (history, 3)->text, ==, deeds_lines[3]);
  g_assert_true (bul_history_redo (history));
  g_assert_cmpstr (note_span (history, 0)->quote, ==, "128");
}

static void
test_typing_is_grouped (void)
{
  g_autoptr (BulHistory) history = bul_history_new (deeds_make_story ());
  const char *typed = "off we go";

  for (guint i = 0; typed[i] != '\0'; i++)
    {
      char letter[] = { typed[i], '\0' };

      deeds_replace (history, "b1", i, 0, letter);
    }
  g_assert_true (bul_history_undo (history));
  g_assert_cmpstr (block_at (history, 0)->text, ==, "off we News 9");
  g_assert_true (bul_history_undo (history));
  g_assert_cmpstr (block_at (history, 0)->text, ==, "off News 9");
  g_assert_true (bul_history_undo (history));
  g_assert_false (bul_history_undo (history));
}

static void
add_note_after (BulHistory *history)
{
  bul_history_begin_after (history, "Follow");
  g_assert_true (bul_history_add (history, NULL, "annotations", 0,
                                  deeds_make_note ("a1", "b4", deeds_lines[3], 0, 2), NULL));
  bul_history_end (history);
}

/* What follows once the hands rest is taken back with what was typed; where a revision has that
 * already it is a step of its own. */
static void
test_what_follows_typing (void)
{
  g_autoptr (BulHistory) history = bul_history_new (deeds_make_story ());
  const BulStory *story = bul_history_get_story (history);
  g_autoptr (BulStory) saved = NULL;

  deeds_replace (history, "b1", 0, 0, "so");
  add_note_after (history);
  g_assert_null (bul_history_get_undo_name (history));
  deeds_replace (history, "b1", 2, 0, "on");
  g_assert_true (bul_history_undo (history));
  g_assert_true (g_str_has_prefix (block_at (history, 0)->text, "so"));
  g_assert_cmpuint (story->annotations->len, ==, 1);
  g_assert_true (bul_history_undo (history));
  g_assert_cmpstr (block_at (history, 0)->text, ==, deeds_lines[0]);
  g_assert_cmpuint (story->annotations->len, ==, 0);
  g_assert_false (bul_history_can_undo (history));

  deeds_replace (history, "b1", 0, 0, "so");
  saved = bul_history_make_revision (history, "Jae", NULL);
  bul_history_saved (history, saved);
  add_note_after (history);
  g_assert_cmpstr (bul_history_get_undo_name (history), ==, "Follow");
  g_assert_true (bul_history_undo (history));
  g_assert_true (g_str_has_prefix (block_at (history, 0)->text, "so"));
}

static void
test_span_across_split (void)
{
  g_autoptr (BulHistory) history = history_with_note ("27 letters");

  g_assert_true (bul_history_split (history, "b4", 34, NULL));
  g_assert_cmpstr (note_span (history, 0)->quote, ==, "27");
  g_assert_cmpstr (note_span (history, 1)->quote, ==, " letters");
  g_assert_cmpstr (note_span (history, 1)->on, ==, block_at (history, 4)->key);
  g_assert_true (bul_history_join (history, "b4", NULL));
  g_assert_cmpstr (note_span (history, 0)->quote, ==, "27 letters");
  g_assert_true (bul_history_undo (history));
  g_assert_true (bul_history_undo (history));
  g_assert_cmpstr (block_at (history, 3)->text, ==, deeds_lines[3]);
}

static void
test_structure_follows (void)
{
  g_autoptr (BulHistory) history = bul_history_new (deeds_make_story ());
  const BulStory *story = bul_history_get_story (history);

  g_assert_true (bul_history_split (history, "b7", bul_chars_count (deeds_lines[6]), NULL));
  deeds_replace (history, block_at (history, 7)->key, 0, 0, "[Han Jae/Mayor: \"Yes.\"]");
  g_assert_cmpint (block_at (history, 7)->kind, ==, BUL_BLOCK_BITE);
  g_assert_cmpint (block_at (history, 7)->section, ==, BUL_SECTION_REPORT);
  g_assert_nonnull (block_at (history, 7)->speakers);
  g_assert_cmpstr (bul_speaker_get_name (
                       bul_story_find_speaker (story, block_at (history, 7)->speakers[0]), "en")
                       ->name,
                   ==, "Han Jae");
  while (bul_history_undo (history))
    ;
  g_assert_cmpint (block_at (history, 7)->kind, ==, BUL_BLOCK_PARAGRAPH);
  g_assert_cmpuint (story->speakers->len, ==, 0);
}

static void
test_raise (void)
{
  g_autoptr (BulHistory) history = history_with_note ("27");
  g_autoptr (GError) error = NULL;
  const BulStory *story = bul_history_get_story (history);
  BulCorrectionDraft draft = { .was = "27",
                               .now = "28",
                               .error_class = BUL_CLASS_FIGURE,
                               .reason = "counted again",
                               .by = "Min" };
  g_autofree char *key = NULL;
  const BulCorrection *correction;

  g_assert_true (bul_corrector_find (story, "27", 0, &draft.passage, &error));
  key = bul_corrector_raise (history, &draft, &error);
  g_assert_no_error (error);
  correction = bul_story_find (story, key);
  g_assert_cmpint (correction->reads, ==, BUL_READS_NOW);
  g_assert_cmpstr (note_span (history, 0)->quote, ==, "28");
  g_assert_cmpuint (story->notices->len, ==, 1);
  g_assert_cmpuint (((BulNotice *) story->notices->pdata[0])->texts->len, ==, 4);

  /* The passage is edited again: the record stays, what it reads is told. */
  deeds_replace (history, "b4", 32, 2, "29");
  correction = bul_story_find (story, key);
  g_assert_cmpint (correction->reads, ==, BUL_READS_CHANGED);
  g_assert_cmpstr (correction->now, ==, "28");
  g_assert_true (bul_history_undo (history));
  g_assert_true (bul_history_undo (history));
  g_assert_cmpuint (story->corrections->len, ==, 0);
  g_assert_cmpuint (story->notices->len, ==, 0);
  g_assert_cmpstr (block_at (history, 3)->text, ==, deeds_lines[3]);
}

static void
test_find_refuses (void)
{
  g_autoptr (BulStory) story = deeds_make_story ();
  BulPassage passage;
  g_autoptr (GError) absent = NULL;
  g_autoptr (GError) twice = NULL;

  g_assert_false (bul_corrector_find (story, "99", 0, &passage, &absent));
  g_assert_error (absent, BUL_ERROR, BUL_ERROR_NOT_FOUND);
  g_assert_false (bul_corrector_find (story, "Seo Min-ji", 0, &passage, &twice));
  g_assert_error (twice, BUL_ERROR, BUL_ERROR_AMBIGUOUS);
  g_assert_true (bul_corrector_find (story, "Seo Min-ji", 5, &passage, NULL));
  g_assert_cmpstr (passage.block, ==, "b5");
}

static gboolean
is_dismissed (BulHistory *history)
{
  return bul_dismissals_find (bul_history_get_story (history), "b4", "wrapped-word") != NULL;
}

static void
test_dismissal_holds (void)
{
  g_autoptr (BulHistory) history = bul_history_new (deeds_make_story ());
  const BulStory *story = bul_history_get_story (history);
  const BulDismissal *dismissal;

  g_assert_true (bul_dismissals_add (history, "b4", "wrapped-word", "Min", NULL));
  dismissal = story->dismissals->pdata[0];
  g_assert_cmpstr (dismissal->key, ==, "d1");
  g_assert_cmpstr (dismissal->quote, ==, deeds_lines[3]);
  g_assert_cmpstr (dismissal->by, ==, "Min");
  g_assert_true (is_dismissed (history));
  g_assert_null (bul_dismissals_find (story, "b4", "stray-character"));
  g_assert_null (bul_dismissals_find (story, "b5", "wrapped-word"));
  g_assert_null (bul_dismissals_find (story, NULL, "wrapped-word"));

  /* Until the line reads something else, and again when it reads that. */
  deeds_replace (history, "b4", 0, 3, "A");
  g_assert_false (is_dismissed (history));
  g_assert_true (bul_history_undo (history));
  g_assert_true (is_dismissed (history));
  g_assert_true (bul_history_undo (history));
  g_assert_false (is_dismissed (history));
  g_assert_cmpuint (story->dismissals->len, ==, 0);
}

static void
test_dismissal_is_replaced (void)
{
  g_autoptr (BulHistory) history = bul_history_new (deeds_make_story ());
  const BulStory *story = bul_history_get_story (history);

  g_assert_true (bul_dismissals_add (history, "b4", "wrapped-word", NULL, NULL));
  deeds_replace (history, "b4", 0, 3, "A");
  g_assert_true (bul_dismissals_add (history, "b4", "wrapped-word", NULL, NULL));
  g_assert_cmpuint (story->dismissals->len, ==, 1);
  g_assert_true (is_dismissed (history));
  g_assert_true (bul_dismissals_remove (history, "b4", "wrapped-word", NULL));
  g_assert_cmpuint (story->dismissals->len, ==, 0);
  g_assert_false (bul_dismissals_remove (history, "b4", "wrapped-word", NULL));
  g_assert_true (bul_history_undo (history));
  g_assert_true (is_dismissed (history));
  g_assert_false (bul_dismissals_add (history, "b99", "wrapped-word", NULL, NULL));
}

static void
test_dismissal_goes_with_its_line (void)
{
  g_autoptr (BulHistory) history = bul_history_new (deeds_make_story ());
  const BulStory *story = bul_history_get_story (history);

  g_assert_true (bul_dismissals_add (history, "b3", "unknown-marker", NULL, NULL));
  g_assert_true (bul_dismissals_add (history, "b4", "wrapped-word", NULL, NULL));
  g_assert_true (bul_dismissals_add (history, NULL, "encoding-guessed", NULL, NULL));
  g_assert_true (bul_history_join (history, "b3", NULL));
  g_assert_cmpuint (story->dismissals->len, ==, 2);
  g_assert_null (bul_dismissals_find (story, "b3", "unknown-marker"));
  g_assert_nonnull (bul_dismissals_find (story, NULL, "encoding-guessed"));
  g_assert_true (bul_history_remove (history, "k1", "blocks", 2, NULL));
  g_assert_cmpuint (story->dismissals->len, ==, 1);
  g_assert_true (bul_history_undo (history));
  g_assert_true (bul_history_undo (history));
  g_assert_cmpuint (story->dismissals->len, ==, 3);
  g_assert_true (is_dismissed (history));
}

/* A mirror that only hears the edits must stay the same story: that is how a second window shows
 * it. */
static void
play_in_mirror (BulHistory *history G_GNUC_UNUSED, const BulEdit *edit, BulStory *mirror)
{
  g_autoptr (GError) error = NULL;
  gboolean done = bul_apply_edit (mirror, edit, &error);

  g_assert_no_error (error);
  g_assert_true (done);
}

/* Saves; every revision's edits must lead from the one before to this one. */
static void
save (BulHistory *history, GRand *rand, BulStory **last)
{
  g_autoptr (BulStory) saved = bul_history_make_revision (history, "Min", NULL);
  g_autoptr (BulStory) replayed = NULL;
  const BulRevision *revision = saved->revisions->pdata[saved->revisions->len - 1];

  if (g_rand_int_range (rand, 0, 4) == 0)
    {
      bul_history_save_failed (history);
      return;
    }
  replayed = bul_record_copy (*last);
  for (guint i = 0; i < revision->edits->len; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (bul_apply_edit (replayed, revision->edits->pdata[i], &error));
      g_assert_no_error (error);
    }
  deeds_assert_same (replayed, saved);
  bul_history_saved (history, saved);
  g_assert_false (bul_history_is_modified (history));
  bul_record_free (*last);
  *last = bul_record_copy (saved);
}

static void
test_random_deeds (void)
{
  guint n_stories = g_test_slow () ? 3000 : 60;

  for (guint seed = 0; seed < n_stories; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (BulStory) original = deeds_make_story ();
      g_autoptr (BulStory) mirror = NULL;
      g_autoptr (BulStory) last = bul_record_copy (original);
      g_autoptr (BulHistory) history = bul_history_new (bul_record_copy (original));

      mirror = bul_record_copy (original);
      g_signal_connect (history, "edited", G_CALLBACK (play_in_mirror), mirror);
      for (guint i = 0; i < 60; i++)
        {
          deeds_do_one (rand, history);
          deeds_check_places (bul_history_get_story (history));
          deeds_assert_same (bul_history_get_story (history), mirror);
          if (g_rand_int_range (rand, 0, 12) == 0)
            save (history, rand, &last);
        }
      while (bul_history_undo (history))
        deeds_check_places (bul_history_get_story (history));
      deeds_assert_same (bul_history_get_story (history), original);
      while (bul_history_redo (history))
        ;
      deeds_assert_same (bul_history_get_story (history), mirror);
    }
}

UNIT (history)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/history/spans-follow", test_spans_follow);
  g_test_add_func ("/history/retyped", test_retyped);
  g_test_add_func ("/history/typing-is-grouped", test_typing_is_grouped);
  g_test_add_func ("/history/what-follows-typing", test_what_follows_typing);
  g_test_add_func ("/history/span-across-split", test_span_across_split);
  g_test_add_func ("/history/structure-follows", test_structure_follows);
  g_test_add_func ("/history/raise", test_raise);
  g_test_add_func ("/history/find-refuses", test_find_refuses);
  g_test_add_func ("/history/dismissal-holds", test_dismissal_holds);
  g_test_add_func ("/history/dismissal-is-replaced", test_dismissal_is_replaced);
  g_test_add_func ("/history/dismissal-goes-with-its-line", test_dismissal_goes_with_its_line);
  g_test_add_func ("/history/random-deeds", test_random_deeds);
  return g_test_run ();
}
