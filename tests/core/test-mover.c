/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-checked.h"
#include "bul-comparison.h"
#include "bul-error.h"
#include "bul-link.h"
#include "bul-mover.h"
#include "bul-tracked.h"
#include "test-deeds.h"
#include "unit.h"

static void
move (BulHistory *history, guint from, guint to)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (bul_mover_move (history, "k1", from, to, &error));
  g_assert_no_error (error);
}

static void
assert_order (BulHistory *history, const char *order)
{
  const BulScript *script = bul_story_get_script (bul_history_get_story (history));
  g_autoptr (GString) keys = g_string_new (NULL);

  for (guint i = 0; i < script->blocks->len; i++)
    g_string_append (keys, ((BulBlock *) script->blocks->pdata[i])->key + 1);
  g_assert_cmpstr (keys->str, ==, order);
}

/* A note and the mark of who checked go with the line; one key takes all back, and back again. */
static void
test_together (void)
{
  g_autoptr (BulHistory) history = bul_history_new (deeds_make_story ());
  const BulStory *story = bul_history_get_story (history);
  g_autoptr (BulStory) before = NULL;
  g_autoptr (BulStory) after = NULL;
  const BulAnnotation *note;
  const BulSpan *span;

  g_assert_true (bul_history_add (history, NULL, "annotations", 0,
                                  deeds_make_note ("a1", "b4", deeds_lines[3], 32, 42), NULL));
  g_assert_true (bul_checked_add (history, "b4", "Min", NULL));
  before = bul_record_copy (story);
  move (history, 3, 5);
  assert_order (history, "123564789");
  note = story->annotations->pdata[0];
  span = note->spans->pdata[0];
  g_assert_cmpstr (span->on, ==, "b4");
  g_assert_cmpuint (span->start, ==, 32);
  g_assert_false (span->orphan);
  g_assert_nonnull (bul_checked_find (story, "b4"));
  deeds_check_places (story);

  after = bul_record_copy (story);
  g_assert_cmpstr (bul_history_get_undo_name (history), ==, "Move a line");
  g_assert_true (bul_history_undo (history));
  deeds_assert_same (story, before);
  g_assert_true (bul_history_redo (history));
  deeds_assert_same (story, after);
}

static void
add_link (BulHistory *history, guint at, const char *key, const char *korean, const char *english)
{
  const BulStory *story = bul_history_get_story (history);
  BulLink *link = bul_record_new (&bul_link_type);
  const char *const on[] = { korean, english };

  link->key = g_strdup (key);
  for (guint i = 0; i < G_N_ELEMENTS (on); i++)
    {
      const char *text = ((const BulBlock *) bul_story_find (story, on[i]))->text;

      g_ptr_array_add (link->segments,
                       bul_segment_new (i == 0 ? BUL_LANGUAGE_KOREAN : BUL_LANGUAGE_ENGLISH, on[i],
                                        0, (guint) g_utf8_strlen (text, -1), text));
    }
  link->korean = bul_link_dup_words (link, BUL_LANGUAGE_KOREAN);
  link->english = bul_link_dup_words (link, BUL_LANGUAGE_ENGLISH);
  link->state = bul_link_make_state (link);
  g_assert_true (bul_history_add (history, NULL, "links", at, link, NULL));
}

/* A story with two lines of each language, paired. */
static BulHistory *
make_pairs (void)
{
  static const char *const lines[] = { "배가 떠났습니다.", "승객은 118명입니다." };
  BulStory *story = deeds_make_story ();
  BulScript *korean = bul_script_new ("k2", "ko");
  BulHistory *history;

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *key = g_strdup_printf ("b%u", i + 20);

      g_ptr_array_add (korean->blocks,
                       bul_block_new (key, BUL_BLOCK_PARAGRAPH, BUL_SECTION_NONE, lines[i]));
    }
  g_ptr_array_add (story->scripts, korean);
  history = bul_history_new (story);
  add_link (history, 0, "l1", "b20", "b4");
  add_link (history, 1, "l2", "b21", "b5");
  return history;
}

static gboolean
stands_on (BulHistory *history, guint link, const char *english)
{
  const BulLink *self = bul_history_get_story (history)->links->pdata[link];
  const BulSegment *segment = self->segments->pdata[1];

  return !segment->span.orphan && g_strcmp0 (segment->span.on, english) == 0;
}

/* Pairs stay where they follow each other on both sides still, and only there. */
static void
test_pairs (void)
{
  g_autoptr (BulHistory) history = make_pairs ();

  move (history, 3, 0);
  assert_order (history, "412356789");
  g_assert_true (stands_on (history, 0, "b4"));
  g_assert_true (stands_on (history, 1, "b5"));
  move (history, 0, 8);
  assert_order (history, "123567894");
  g_assert_false (stands_on (history, 0, "b4"));
  g_assert_true (stands_on (history, 1, "b5"));
  g_assert_true (bul_history_undo (history));
  g_assert_true (stands_on (history, 0, "b4"));
}

/* One line went and came, whichever of two neighbours it is; where it is back, nothing has changed.
 */
static void
test_told (void)
{
  g_autoptr (BulHistory) history = bul_history_new (deeds_make_story ());
  const BulStory *story = bul_history_get_story (history);
  g_autoptr (BulStory) before = bul_record_copy (story);
  const BulScript *was = bul_story_get_script (before);

  g_assert_null (bul_comparison_list_moved (was, bul_story_get_script (story)));
  for (guint by = 1; by < 6; by++)
    {
      g_autoptr (GHashTable) moved = NULL;
      g_autoptr (GPtrArray) changes = NULL;
      g_autoptr (GPtrArray) none = NULL;

      move (history, 3, 3 + by);
      moved = bul_comparison_list_moved (was, bul_story_get_script (story));
      g_assert_nonnull (moved);
      g_assert_cmpuint (g_hash_table_size (moved), ==, 1);
      if (by > 1)
        g_assert_true (g_hash_table_contains (moved, "b4"));
      changes = bul_tracked_list (before, story);
      g_assert_cmpuint (changes->len, ==, 2);
      move (history, 3 + by, 3);
      none = bul_tracked_list (before, story);
      g_assert_cmpuint (none->len, ==, 0);
    }
}

static void
test_nowhere (void)
{
  g_autoptr (BulHistory) history = bul_history_new (deeds_make_story ());
  g_autoptr (GError) error = NULL;

  g_assert_false (bul_mover_move (history, "k1", 0, 9, &error));
  g_assert_error (error, BUL_ERROR, BUL_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (bul_mover_move (history, "k7", 0, 0, &error));
  g_assert_error (error, BUL_ERROR, BUL_ERROR_NOT_FOUND);
  g_assert_false (bul_history_can_undo (history));
}

UNIT (mover)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mover/together", test_together);
  g_test_add_func ("/mover/pairs", test_pairs);
  g_test_add_func ("/mover/told", test_told);
  g_test_add_func ("/mover/nowhere", test_nowhere);
  return g_test_run ();
}
