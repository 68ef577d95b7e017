/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-standing.h"

#include "bul-corrector.h"
#include "test-deeds.h"
#include "unit.h"

/* 27 once more, with a particle, beside a number that only contains it. */
static BulHistory *
make_history (void)
{
  BulStory *story = deeds_make_story ();
  BulScript *script = story->scripts->pdata[0];

  g_ptr_array_add (script->blocks, bul_block_new ("b30", BUL_BLOCK_PARAGRAPH, BUL_SECTION_NONE,
                                                  "편지는 27이라고 했지만 127통이었다."));
  return bul_history_new (story);
}

static void
correct (BulHistory *history,
         const char *block,
         guint at,
         guint n_chars,
         const char *was,
         const char *now)
{
  BulCorrectionDraft draft = { .passage = { block, at, n_chars }, .was = was, .now = now };
  g_autoptr (GError) error = NULL;
  g_autofree char *key = NULL;

  draft.error_class = BUL_CLASS_FIGURE;
  draft.weight = BUL_WEIGHT_MEANING;
  draft.reason = "The post office counted again.";
  draft.by = "Min";
  key = bul_corrector_raise (history, &draft, &error);
  g_assert_no_error (error);
}

static void
test_standing (void)
{
  g_autoptr (BulHistory) history = make_history ();
  const BulStory *story = bul_history_get_story (history);
  guint n_places = 0;

  g_assert_null (bul_standing_find (story, NULL, &n_places));
  correct (history, "b4", 32, 2, "27", "28");
  g_assert_true (bul_standing_find (story, NULL, &n_places) == story->corrections->pdata[0]);
  g_assert_cmpuint (n_places, ==, 1);
  g_assert_null (bul_standing_find (story, "k9", NULL));

  deeds_replace (history, "b30", 4, 2, "28");
  g_assert_null (bul_standing_find (story, NULL, NULL));
  bul_history_undo (history);
  g_assert_nonnull (bul_standing_find (story, NULL, NULL));
}

/* What another correction of the same words is about is known, though it reads the same still. */
static void
test_known (void)
{
  g_autoptr (BulHistory) history = make_history ();
  const BulStory *story = bul_history_get_story (history);

  g_assert_cmpuint (bul_standing_count (story, NULL, "27"), ==, 2);
  correct (history, "b4", 32, 2, "27", "28");
  g_assert_cmpuint (bul_standing_count (story, NULL, "27"), ==, 1);
  correct (history, "b30", 4, 2, "27", "28");
  g_assert_cmpstr (((const BulCorrection *) story->corrections->pdata[0])->of, ==, NULL);
  g_assert_cmpstr (((const BulCorrection *) story->corrections->pdata[1])->of, ==, "c1");
  deeds_replace (history, "b30", 4, 2, "27");
  g_assert_cmpuint (bul_standing_count (story, NULL, "27"), ==, 0);
}

UNIT (standing)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/standing/elsewhere", test_standing);
  g_test_add_func ("/standing/known", test_known);
  return g_test_run ();
}
