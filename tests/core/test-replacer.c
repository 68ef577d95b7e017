/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-replacer.h"

#include <string.h>

#include "bul-aired.h"
#include "bul-chars.h"
#include "bul-error.h"
#include "bul-span.h"
#include "test-deeds.h"
#include "unit.h"

static BulFinder *
look_for (const char *text, BulPatternFlags flags)
{
  g_autoptr (GError) error = NULL;
  BulPattern *pattern = bul_pattern_new (text, flags, &error);

  g_assert_no_error (error);
  return bul_finder_new (pattern);
}

static const char *
line (const BulStory *story, guint number)
{
  const BulScript *script = bul_story_get_script (story);

  return ((const BulBlock *) script->blocks->pdata[number - 1])->text;
}

static GPtrArray *
list (const BulStory *story, const char *text, BulPatternFlags flags, const char *with)
{
  g_autoptr (BulFinder) finder = look_for (text, flags);
  g_autoptr (GError) error = NULL;
  GPtrArray *replacements = bul_replacer_list (finder, story, NULL, with, &error);

  g_assert_no_error (error);
  return replacements;
}

static void
apply (BulHistory *history, const GPtrArray *replacements)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (bul_replacer_apply (history, replacements, &error));
  g_assert_no_error (error);
}

static void
test_found (void)
{
  g_autoptr (BulStory) story = deeds_make_story ();
  g_autoptr (BulFinder) finder = look_for ("ferry", 0);
  g_autoptr (GArray) hits = bul_finder_list (finder, story, NULL, NULL);
  const BulHit *hit = &g_array_index (hits, BulHit, 1);

  g_assert_cmpuint (hits->len, ==, 2);
  g_assert_cmpuint (hit->number, ==, 4);
  g_assert_cmpstr (hit->block->key, ==, "b4");
  g_assert_cmpuint (hit->range.start, ==, 4);
  g_assert_cmpuint (hit->range.end, ==, 9);
}

static void
test_not_in_other_script (void)
{
  g_autoptr (BulStory) story = deeds_make_story ();
  g_autoptr (BulFinder) finder = look_for ("ferry", 0);
  g_autoptr (GArray) hits = NULL;
  g_autoptr (GArray) none = bul_finder_list (finder, story, "k2", NULL);
  BulScript *script = bul_script_new ("k2", "ko");

  g_assert_cmpuint (none->len, ==, 0);
  g_ptr_array_add (script->blocks,
                   bul_block_new ("b20", BUL_BLOCK_PARAGRAPH, BUL_SECTION_NONE, "ferry"));
  g_ptr_array_add (story->scripts, script);
  hits = bul_finder_list (finder, story, "k2", NULL);
  g_assert_cmpuint (hits->len, ==, 1);
  g_assert_cmpstr (g_array_index (hits, BulHit, 0).script->key, ==, "k2");
}

/* Words that were struck since air are not in the story any more, though its past has them. */
static void
test_struck (void)
{
  g_autoptr (BulHistory) history = bul_history_new (deeds_make_story ());
  const BulStory *story = bul_history_get_story (history);
  g_autoptr (BulStory) aired = bul_history_make_aired_revision (history, "Min", NULL);
  g_autoptr (BulFinder) finder = look_for ("27", 0);
  g_autoptr (GArray) hits = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (BulStory) now = NULL;
  g_autoptr (GError) error = NULL;

  bul_history_saved (history, aired);
  deeds_replace (history, "b4", 33, 2, "");
  hits = bul_finder_list (finder, story, NULL, NULL);
  now = bul_history_make_revision (history, "Min", NULL);
  changes = bul_aired_list_changes (now, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (changes->len, ==, 1);
  g_assert_cmpuint (hits->len, ==, 0);
}

static void
test_listed (void)
{
  g_autoptr (BulStory) story = deeds_make_story ();
  g_autoptr (GPtrArray) replacements
      = list (story, "배", BUL_PATTERN_WORD | BUL_PATTERN_PARTICLES, "여객선");
  const BulReplacement *first = replacements->pdata[0];

  g_assert_cmpuint (replacements->len, ==, 1);
  g_assert_cmpuint (first->number, ==, 7);
  g_assert_cmpstr (first->left, ==, "첫 ");
  g_assert_cmpstr (first->before, ==, "배는");
  g_assert_cmpstr (first->after, ==, "여객선은");
  g_assert_cmpstr (first->right, ==, " 오늘 아침 7시에 118명을 태우고 떠났습니다.");
  g_assert_false (first->in_quote);
}

/* Whole words beside a place, as far as there is room. */
static void
test_beside (void)
{
  static const struct
  {
    guint n_chars;
    const char *left;
    const char *right;
  } cases[] = {
    { 99, "The ferry is ", " again, and 27 letters came." },
    { 13, "The ferry is ", " again, and…" },
    { 12, "…ferry is ", " again, and…" },
    { 3, "…is ", " ag…" },
    { 2, "…s ", " a…" },
    { 0, "…", "…" },
  };
  g_autoptr (BulStory) story = deeds_make_story ();
  g_autoptr (GPtrArray) replacements = list (story, "sailing", 0, "moored");

  g_assert_cmpuint (replacements->len, ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const BulReplacement *one = replacements->pdata[0];
      g_autofree char *left = bul_replacement_dup_left (one, cases[i].n_chars);
      g_autofree char *right = bul_replacement_dup_right (one, cases[i].n_chars);

      g_assert_cmpstr (left, ==, cases[i].left);
      g_assert_cmpstr (right, ==, cases[i].right);
    }
}

/* What somebody said is marked; who said it is not. */
static void
test_quote (void)
{
  g_autoptr (BulStory) story = deeds_make_story ();
  g_autoptr (GPtrArray) replacements = NULL;
  BulBlock *bite = bul_story_find (story, "b8");

  bite->kind = BUL_BLOCK_BITE;
  replacements = list (story, "night|Haeran", BUL_PATTERN_REGEX, "X");
  g_assert_cmpuint (replacements->len, ==, 4);
  g_assert_false (((const BulReplacement *) replacements->pdata[0])->in_quote);
  g_assert_false (((const BulReplacement *) replacements->pdata[1])->in_quote);
  g_assert_cmpuint (((const BulReplacement *) replacements->pdata[2])->number, ==, 8);
  g_assert_true (((const BulReplacement *) replacements->pdata[2])->in_quote);
  g_assert_false (((const BulReplacement *) replacements->pdata[3])->in_quote);
}

static void
test_applied (void)
{
  g_autoptr (BulHistory) history = bul_history_new (deeds_make_story ());
  const BulStory *story = bul_history_get_story (history);
  g_autoptr (BulStory) before = bul_record_copy (story);
  g_autoptr (GPtrArray) replacements = list (story, "(e)(r)", BUL_PATTERN_REGEX, "\\2\\1");

  apply (history, replacements);
  g_assert_cmpstr (line (story, 2), ==, "Frery sails again aftre 41 days");
  g_assert_cmpstr (line (story, 4), ==, "The frery is sailing again, and 27 lettres came.");
  g_assert_cmpstr (bul_history_get_undo_name (history), ==, "Replace");
  g_assert_true (bul_history_undo (history));
  deeds_assert_same (story, before);
  g_assert_false (bul_history_can_undo (history));
  g_assert_true (bul_history_redo (history));
  g_assert_cmpstr (line (story, 2), ==, "Frery sails again aftre 41 days");
}

/* As when the words are typed over: what is said about them stays on the new ones. */
static void
test_spans (void)
{
  BulStory *made = deeds_make_story ();
  g_autoptr (BulHistory) history = bul_history_new (made);
  const BulStory *story = bul_history_get_story (history);
  g_autoptr (GPtrArray) replacements = NULL;
  const BulAnnotation *note;
  const BulSpan *span;

  g_ptr_array_add (made->annotations, deeds_make_note ("a1", "b7", deeds_lines[6], 15, 19));
  replacements = list (story, "118명", BUL_PATTERN_PARTICLES, "열두 사람이나");
  apply (history, replacements);
  note = story->annotations->pdata[0];
  span = note->spans->pdata[0];
  g_assert_cmpstr (line (story, 7), ==,
                   "첫 배는 오늘 아침 7시에 열두 사람이나를 태우고 떠났습니다.");
  g_assert_cmpstr (span->quote, ==, "열두 사람이나");
  g_assert_false (span->orphan);
  deeds_check_places (story);
}

/* Only some of them, and not where another hand was first. */
static void
test_some (void)
{
  g_autoptr (BulHistory) history = bul_history_new (deeds_make_story ());
  const BulStory *story = bul_history_get_story (history);
  g_autoptr (GPtrArray) replacements = list (story, "again", 0, "once more");
  g_autoptr (GPtrArray) second = list (story, "again", 0, "anew");
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (replacements->len, ==, 2);
  g_ptr_array_remove_index (replacements, 0);
  apply (history, replacements);
  g_assert_cmpstr (line (story, 2), ==, deeds_lines[1]);
  g_assert_cmpstr (line (story, 4), ==, "The ferry is sailing once more, and 27 letters came.");

  g_assert_false (bul_replacer_apply (history, second, &error));
  g_assert_error (error, BUL_ERROR, BUL_ERROR_CONFLICT);
  g_assert_cmpstr (line (story, 2), ==, deeds_lines[1]);
  g_assert_cmpstr (bul_history_get_undo_name (history), ==, "Replace");
  g_assert_true (bul_history_undo (history));
  g_assert_false (bul_history_can_undo (history));
}

static void
test_one_line (void)
{
  g_autoptr (BulStory) story = deeds_make_story ();
  g_autoptr (BulFinder) finder = look_for ("again", BUL_PATTERN_REGEX);
  g_autoptr (GError) error = NULL;

  g_assert_null (bul_replacer_list (finder, story, NULL, "a\\nb", &error));
  g_assert_error (error, BUL_ERROR, BUL_ERROR_REFUSED);
}

/* Whatever was done before: replacing and one undo give the story as it was, and what is said about
 * words stays on words. */
static void
test_any_story (void)
{
  static const struct
  {
    const char *pattern;
    BulPatternFlags flags;
    const char *with;
  } cases[] = {
    { "a", 0, "" },
    { "e", 0, "éé" },
    { "[a-z]+", BUL_PATTERN_REGEX, "\\0\\0" },
    { "27", BUL_PATTERN_WORD, "28" },
    { "배", BUL_PATTERN_PARTICLES, "여객선" },
    { ".*", BUL_PATTERN_REGEX, "[Anchor]" },
    { "[", 0, "" },
  };
  g_autoptr (GRand) rand = g_rand_new_with_seed (27);

  for (guint round = 0; round < (g_test_slow () ? 40 : 15); round++)
    {
      g_autoptr (BulHistory) history = bul_history_new (deeds_make_story ());
      const BulStory *story = bul_history_get_story (history);

      for (guint i = 0; i < 120; i++)
        {
          guint row = (guint) g_rand_int_range (rand, 0, G_N_ELEMENTS (cases));
          g_autoptr (BulStory) before = NULL;
          g_autoptr (GPtrArray) replacements = NULL;

          deeds_do_one (rand, history);
          before = bul_record_copy (story);
          replacements = list (story, cases[row].pattern, cases[row].flags, cases[row].with);
          if (replacements->len == 0)
            continue;
          apply (history, replacements);
          deeds_check_places (story);
          g_assert_true (bul_history_undo (history));
          deeds_assert_same (story, before);
        }
    }
}

UNIT (replacer)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/finder/found", test_found);
  g_test_add_func ("/finder/script", test_not_in_other_script);
  g_test_add_func ("/finder/struck", test_struck);
  g_test_add_func ("/replacer/listed", test_listed);
  g_test_add_func ("/replacer/beside", test_beside);
  g_test_add_func ("/replacer/quote", test_quote);
  g_test_add_func ("/replacer/applied", test_applied);
  g_test_add_func ("/replacer/spans", test_spans);
  g_test_add_func ("/replacer/some", test_some);
  g_test_add_func ("/replacer/one-line", test_one_line);
  g_test_add_func ("/replacer/any-story", test_any_story);
  return g_test_run ();
}
