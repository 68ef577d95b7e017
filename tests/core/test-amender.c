/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-amender.h"

#include <string.h>

#include "bul-corrector.h"
#include "bul-error.h"
#include "bul-publisher.h"
#include "test-deeds.h"
#include "unit.h"

static const BulAmendment amendment = {
  BUL_CLASS_DATE,
  BUL_WEIGHT_SLIP,
  BUL_FOUND_VIEWER,
  "It was a day.",
};

/* With one correction, c1, of 27 to 28. */
static BulHistory *
make_history (void)
{
  BulHistory *history = bul_history_new (deeds_make_story ());
  BulCorrectionDraft draft = { .was = "27",
                               .now = "28",
                               .error_class = BUL_CLASS_FIGURE,
                               .reason = "counted again",
                               .by = "Min" };
  g_autofree char *key = NULL;

  g_assert_true (
      bul_corrector_find (bul_history_get_story (history), "27", 0, &draft.passage, NULL));
  key = bul_corrector_raise (history, &draft, NULL);
  g_assert_cmpstr (key, ==, "c1");
  return history;
}

static void
move (BulHistory *history, BulCorrectionState state)
{
  g_autoptr (GError) error = NULL;

  bul_publisher_move (history, "c1", state, "Seo", &error);
  g_assert_no_error (error);
}

static const BulCorrection *
get_correction (BulHistory *history)
{
  return bul_story_find (bul_history_get_story (history), "c1");
}

static const BulNoticeText *
get_text (BulHistory *history, const char *language)
{
  const BulNotice *notice = bul_amender_find_notice (bul_history_get_story (history), "c1");

  return bul_notice_get_text (notice, language, BUL_USE_PAGE);
}

static void
word (BulHistory *history, const char *words)
{
  const BulNotice *notice = bul_amender_find_notice (bul_history_get_story (history), "c1");
  g_autoptr (GError) error = NULL;

  bul_amender_word (history, notice->key, "en", BUL_USE_PAGE, words, &error);
  g_assert_no_error (error);
}

/* What was approved is a draft again, and its notice is written anew; one undo takes back all. */
static void
test_amend (void)
{
  g_autoptr (BulHistory) history = make_history ();
  g_autofree char *before = g_strdup (get_text (history, "en")->text);
  g_autoptr (GError) error = NULL;

  move (history, BUL_CORRECTION_APPROVED);
  g_assert_true (bul_amender_amend (history, "c1", &amendment, &error));
  g_assert_no_error (error);
  g_assert_cmpint (get_correction (history)->error_class, ==, BUL_CLASS_DATE);
  g_assert_cmpint (get_correction (history)->weight, ==, BUL_WEIGHT_SLIP);
  g_assert_cmpint (get_correction (history)->found_by, ==, BUL_FOUND_VIEWER);
  g_assert_cmpstr (get_correction (history)->reason, ==, "It was a day.");
  g_assert_cmpint (get_correction (history)->state, ==, BUL_CORRECTION_DRAFT);
  g_assert_null (get_correction (history)->approved_by);
  g_assert_nonnull (strstr (get_text (history, "en")->text, "the date"));
  g_assert_false (bul_amender_find_notice (bul_history_get_story (history), "c1")->apologises);

  bul_history_undo (history);
  g_assert_cmpint (get_correction (history)->error_class, ==, BUL_CLASS_FIGURE);
  g_assert_cmpint (get_correction (history)->state, ==, BUL_CORRECTION_APPROVED);
  g_assert_cmpstr (get_correction (history)->approved_by, ==, "Seo");
  g_assert_cmpstr (get_text (history, "en")->text, ==, before);
}

/* What a person wrote stays, whatever becomes of the correction, until it is given back. */
static void
test_word (void)
{
  g_autoptr (BulHistory) history = make_history ();
  g_autofree char *korean = g_strdup (get_text (history, "ko")->text);

  word (history, "We were wrong.");
  g_assert_true (get_text (history, "en")->by_hand);
  g_assert_cmpstr (get_text (history, "ko")->text, ==, korean);
  g_assert_true (bul_amender_amend (history, "c1", &amendment, NULL));
  g_assert_cmpstr (get_text (history, "en")->text, ==, "We were wrong.");
  g_assert_cmpstr (get_text (history, "ko")->text, !=, korean);

  word (history, NULL);
  g_assert_false (get_text (history, "en")->by_hand);
  g_assert_nonnull (strstr (get_text (history, "en")->text, "the date"));
  bul_history_undo (history);
  g_assert_cmpstr (get_text (history, "en")->text, ==, "We were wrong.");
}

/* What is public, or taken back, stays as it is. */
static void
test_refuses (void)
{
  g_autoptr (BulHistory) history = make_history ();
  const BulNotice *notice = bul_amender_find_notice (bul_history_get_story (history), "c1");
  g_autofree char *key = g_strdup (notice->key);
  g_autofree char *text = g_strdup (get_text (history, "en")->text);
  const BulCorrectionState states[]
      = { BUL_CORRECTION_APPROVED, BUL_CORRECTION_PUBLISHED, BUL_CORRECTION_WITHDRAWN };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autoptr (GError) amend = NULL;
      g_autoptr (GError) word = NULL;

      move (history, states[i]);
      if (states[i] == BUL_CORRECTION_APPROVED)
        continue;
      g_assert_false (bul_amender_amend (history, "c1", &amendment, &amend));
      g_assert_error (amend, BUL_ERROR, BUL_ERROR_REFUSED);
      g_assert_false (bul_amender_word (history, key, "en", BUL_USE_PAGE, "Not so.", &word));
      g_assert_error (word, BUL_ERROR, BUL_ERROR_REFUSED);
    }
  g_assert_cmpstr (get_text (history, "en")->text, ==, text);
  g_assert_cmpint (get_correction (history)->error_class, ==, BUL_CLASS_FIGURE);
}

/* Withdrawn, it stays on record, and nothing of the story is corrected any more. */
static void
test_withdraw (void)
{
  g_autoptr (BulHistory) history = make_history ();
  const BulStory *story = bul_history_get_story (history);

  move (history, BUL_CORRECTION_APPROVED);
  move (history, BUL_CORRECTION_PUBLISHED);
  g_assert_cmpint (story->state, ==, BUL_STORY_CORRECTED);
  move (history, BUL_CORRECTION_WITHDRAWN);
  g_assert_cmpint (get_correction (history)->state, ==, BUL_CORRECTION_WITHDRAWN);
  g_assert_nonnull (get_correction (history)->published_at);
  g_assert_cmpint (story->state, ==, BUL_STORY_DRAFT);
  bul_history_undo (history);
  g_assert_cmpint (get_correction (history)->state, ==, BUL_CORRECTION_PUBLISHED);
  g_assert_cmpint (story->state, ==, BUL_STORY_CORRECTED);
}

UNIT (amender)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/amender/amend", test_amend);
  g_test_add_func ("/amender/word", test_word);
  g_test_add_func ("/amender/refuses", test_refuses);
  g_test_add_func ("/amender/withdraw", test_withdraw);
  return g_test_run ();
}
