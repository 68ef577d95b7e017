/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-beside.h"
#include "bul-chars.h"
#include "bul-error.h"
#include "bul-finding-codes.h"
#include "bul-flow-findings.h"
#include "bul-flow-parity.h"
#include "bul-flow-retell.h"
#include "bul-pairs.h"
#include "unit.h"

/* A line of either language; NULL where it has none. The first pair is l1. */
typedef struct
{
  const char *korean;
  const char *english;
} Pair;

static const Pair pairs[] = {
  { "검사관들은 321곳을 두 번씩 점검했습니다.", "Inspectors examined 312 points twice." },
  { "수리비는 17억 원입니다.", "The repair cost 1.7 billion won." },
  { "배는 18일에 떠납니다.", "The boat will leave on Wednesday." },
  { "주민들은 걱정이 많습니다.", NULL },
};

static void
add_side (BulStory *story, BulLink *link, BulLanguage language, const char *text, guint number)
{
  BulScript *script = story->scripts->pdata[language - BUL_LANGUAGE_KOREAN];
  g_autofree char *key = g_strdup_printf ("b%u", number);

  if (text == NULL)
    return;
  g_ptr_array_add (script->blocks,
                   bul_block_new (key, BUL_BLOCK_PARAGRAPH, BUL_SECTION_NONE, text));
  g_ptr_array_add (link->segments,
                   bul_segment_new (language, key, 0, bul_chars_count (text), text));
}

static BulHistory *
make_history (void)
{
  BulStory *story = bul_story_new ();

  g_ptr_array_add (story->scripts, bul_script_new ("k1", "ko"));
  g_ptr_array_add (story->scripts, bul_script_new ("k2", "en"));
  story->bulletin_date = g_strdup ("2025-03-18");
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      BulLink *link = bul_record_new (&bul_link_type);

      g_free (link->key);
      link->key = g_strdup_printf ("l%u", i + 1);
      link->state = BUL_LINK_AUTOMATIC;
      link->confidence = bul_link_format_confidence (0.9);
      add_side (story, link, BUL_LANGUAGE_KOREAN, pairs[i].korean, i + 1);
      add_side (story, link, BUL_LANGUAGE_ENGLISH, pairs[i].english, i + 101);
      g_ptr_array_add (story->links, link);
    }
  return bul_history_new (story);
}

/* What is to be looked at: codes and links. */
static char *
tell_open (BulHistory *history)
{
  g_autoptr (GPtrArray) facts = bul_flow_parity (bul_history_get_story (history), NULL);
  g_autoptr (GString) told = g_string_new (NULL);

  for (guint i = 0; i < facts->len; i++)
    {
      const BulFlowFact *fact = facts->pdata[i];

      g_assert_nonnull (bul_finding_codes_find (fact->code));
      g_assert_true (g_utf8_validate (fact->message, -1, NULL));
      if (bul_flow_fact_is_open (fact))
        g_string_append_printf (told, "%s%s %s", told->len > 0 ? ", " : "", fact->link, fact->code);
    }
  return g_string_free (g_steal_pointer (&told), FALSE);
}

static void
assert_open (BulHistory *history, const char *expected)
{
  g_autofree char *told = tell_open (history);

  g_assert_cmpstr (told, ==, expected);
}

static void
test_story (void)
{
  g_autoptr (BulHistory) history = make_history ();
  const BulStory *story = bul_history_get_story (history);
  g_autoptr (GPtrArray) facts = bul_flow_parity_of (story, story->links->pdata[0], NULL);
  const BulFlowFact *fact = facts->pdata[0];

  g_assert_cmpuint (facts->len, ==, 2);
  g_assert_cmpstr (fact->link, ==, "l1");
  g_assert_cmpstr (fact->korean.block, ==, "b1");
  g_assert_cmpstr (fact->korean.text, ==, "321");
  g_assert_cmpuint (fact->korean.range.start, ==, 6);
  g_assert_cmpuint (fact->korean.range.end, ==, 9);
  g_assert_cmpstr (fact->english.block, ==, "b101");
  g_assert_cmpstr (fact->english.text, ==, "312");
  g_assert_cmpuint (fact->english.range.start, ==, 20);
  g_assert_cmpstr (fact->message, ==, "“321” is “312” in the English.");
  fact = facts->pdata[1];
  g_assert_true (fact->agrees);
  g_assert_false (bul_flow_fact_is_open (fact));
  assert_open (history, "l1 fact-number, l3 fact-date, l4 fact-left-out");
}

static char *
dup_side (BulHistory *history, const char *key, BulLanguage language)
{
  return bul_link_dup_words (bul_pairs_find (bul_history_get_story (history), key), language);
}

/* One side of a pair says something else, as one step. */
static void
test_retell (void)
{
  static const struct
  {
    const char *what;
    const char *key;
    BulLanguage language;
  } cases[] = {
    { "another side", "l1", BUL_LANGUAGE_ENGLISH },
    { "Korean", "l1", BUL_LANGUAGE_KOREAN },
    { "a side that was not there", "l4", BUL_LANGUAGE_ENGLISH },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BulHistory) history = make_history ();
      g_autoptr (BulRecord) before = bul_record_copy (bul_history_get_story (history));
      g_autoptr (GError) error = NULL;
      g_autofree char *after = NULL;

      g_test_message ("%s", cases[i].what);
      bul_flow_retell (history, cases[i].key, cases[i].language, "Other words, 7 of them.",
                       "Take from the memory", &error);
      g_assert_no_error (error);
      after = dup_side (history, cases[i].key, cases[i].language);
      g_assert_cmpstr (after, ==, "Other words, 7 of them.");
      g_assert_cmpstr (bul_history_get_undo_name (history), ==, "Take from the memory");
      g_assert_true (bul_history_undo (history));
      g_assert_true (bul_record_equal (bul_history_get_story (history), before));
      g_assert_false (bul_flow_retell (history, "l99", cases[i].language, "Words", "Take", &error));
      g_assert_error (error, BUL_ERROR, BUL_ERROR_REFUSED);
      g_assert_true (bul_record_equal (bul_history_get_story (history), before));
    }
}

/* A side that stands in two lines, with several sentences in the second, and the next pair behind
 * them. */
static void
test_retell_gathers (void)
{
  g_autoptr (BulHistory) history = NULL;
  BulHistory *made = make_history ();
  BulStory *story = bul_record_copy (bul_history_get_story (made));
  BulLink *first = story->links->pdata[0];
  BulLink *second = story->links->pdata[1];
  BulScript *english = story->scripts->pdata[1];
  BulBlock *line = english->blocks->pdata[1];
  g_autoptr (GError) error = NULL;
  g_autofree char *after = NULL;
  g_autofree char *next = NULL;

  g_object_unref (made);
  g_free (line->text);
  line->text = g_strdup ("Two. Three. Four.");
  g_ptr_array_add (first->segments,
                   bul_segment_new (BUL_LANGUAGE_ENGLISH, line->key, 0, 4, "Two."));
  g_ptr_array_add (first->segments,
                   bul_segment_new (BUL_LANGUAGE_ENGLISH, line->key, 5, 11, "Three."));
  g_ptr_array_set_size (second->segments, 1);
  g_ptr_array_add (second->segments,
                   bul_segment_new (BUL_LANGUAGE_ENGLISH, line->key, 12, 17, "Four."));
  history = bul_history_new (story);
  g_assert_true (
      bul_flow_retell (history, "l1", BUL_LANGUAGE_ENGLISH, "Other words.", "Take", &error));
  g_assert_no_error (error);
  after = dup_side (history, "l1", BUL_LANGUAGE_ENGLISH);
  g_assert_cmpstr (after, ==, "Other words.");
  next = dup_side (history, "l2", BUL_LANGUAGE_ENGLISH);
  g_assert_cmpstr (next, ==, "Four.");
}

/* The Korean story with an empty English line for each of its own; one more pair, l5, is of the
 * last line. */
static BulHistory *
make_begun (void)
{
  g_autoptr (BulHistory) made = make_history ();
  BulStory *story = bul_record_copy (bul_history_get_story (made));
  BulBlock *last = ((BulScript *) story->scripts->pdata[0])->blocks->pdata[3];
  BulScript *english = story->scripts->pdata[1];
  BulLink *link = bul_record_copy (story->links->pdata[3]);
  guint n_chars = bul_chars_count (last->text);
  g_autofree char *first = last->text;

  last->text = g_strconcat (first, " 배가 없습니다.", NULL);
  g_free (link->key);
  link->key = g_strdup ("l5");
  g_ptr_array_add (story->links, link);
  for (guint i = 0; i < story->links->len; i++)
    g_ptr_array_set_size (((BulLink *) story->links->pdata[i])->segments, i < 4 ? 1 : 0);
  g_ptr_array_add (link->segments, bul_segment_new (BUL_LANGUAGE_KOREAN, last->key, n_chars + 1,
                                                    n_chars + 9, "배가 없습니다."));
  english->role = BUL_SCRIPT_TRANSLATION;
  g_ptr_array_set_size (english->blocks, 0);
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *key = g_strdup_printf ("b%u", i + 101);

      g_ptr_array_add (english->blocks,
                       bul_block_new (key, BUL_BLOCK_PARAGRAPH, BUL_SECTION_NONE, ""));
    }
  return bul_history_new (story);
}

/* Words for a line of the original go into the one opposite, whatever was written before. */
static void
test_retell_beside (void)
{
  static const struct
  {
    const char *key;
    const char *words;
    guint line;
    const char *reads;
  } cases[] = {
    { "l3", "Three.", 2, "Three." },     { "l1", "One.", 0, "One." },
    { "l2", "Two.", 1, "Two." },         { "l5", "Five.", 3, "Five." },
    { "l4", "Four.", 3, "Four. Five." },
  };
  g_autoptr (BulHistory) history = make_begun ();
  const BulScript *english = bul_history_get_story (history)->scripts->pdata[1];

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      bul_flow_retell (history, cases[i].key, BUL_LANGUAGE_ENGLISH, cases[i].words, "Take", &error);
      g_assert_no_error (error);
      g_assert_cmpstr (((BulBlock *) english->blocks->pdata[cases[i].line])->text, ==,
                       cases[i].reads);
    }
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *after = dup_side (history, cases[i].key, BUL_LANGUAGE_ENGLISH);

      g_assert_cmpstr (after, ==, cases[i].words);
    }
}

/* A line that stood for nothing but the pair goes with its words, and comes back with them. */
static void
test_retell_closes_lines (void)
{
  g_autoptr (BulHistory) history = NULL;
  BulHistory *made = make_history ();
  BulStory *story = bul_record_copy (bul_history_get_story (made));
  BulLink *first = story->links->pdata[0];
  BulScript *english = story->scripts->pdata[1];
  BulBlock *line = english->blocks->pdata[1];
  guint n_lines = english->blocks->len;
  const char *words = "Two. Three.";
  g_autoptr (GError) error = NULL;
  g_autofree char *after = NULL;

  g_object_unref (made);
  g_free (line->text);
  line->text = g_strdup (words);
  g_ptr_array_set_size (story->links, 1);
  g_ptr_array_add (first->segments,
                   bul_segment_new (BUL_LANGUAGE_ENGLISH, line->key, 0, 4, "Two."));
  g_ptr_array_add (first->segments,
                   bul_segment_new (BUL_LANGUAGE_ENGLISH, line->key, 5, 11, "Three."));
  history = bul_history_new (story);
  g_assert_true (
      bul_flow_retell (history, "l1", BUL_LANGUAGE_ENGLISH, "Other words.", "Take", &error));
  g_assert_no_error (error);
  after = dup_side (history, "l1", BUL_LANGUAGE_ENGLISH);
  g_assert_cmpstr (after, ==, "Other words.");
  english = bul_history_get_story (history)->scripts->pdata[1];
  g_assert_cmpuint (english->blocks->len, ==, n_lines - 1);

  g_assert_true (bul_history_undo (history));
  english = bul_history_get_story (history)->scripts->pdata[1];
  g_assert_cmpuint (english->blocks->len, ==, n_lines);
  g_assert_cmpstr (((BulBlock *) english->blocks->pdata[1])->text, ==, words);
}

/* As findings they have the line where they stand. */
static void
test_findings (void)
{
  g_autoptr (BulHistory) history = make_history ();
  g_autoptr (GPtrArray) findings = bul_flow_findings (bul_history_get_story (history), NULL);
  const BulFinding *finding;

  g_assert_cmpuint (findings->len, >=, 3);
  finding = findings->pdata[findings->len - 3];
  g_assert_cmpstr (finding->code, ==, "fact-number");
  g_assert_cmpstr (finding->block, ==, "b1");
  g_assert_cmpuint (finding->number, ==, 1);
  g_assert_cmpuint (finding->range.start, ==, 6);
  g_assert_false (finding->dismissed);
}

/* Left as it is until either line changes. */
static void
test_dismiss (void)
{
  g_autoptr (BulHistory) history = make_history ();
  const BulStory *story = bul_history_get_story (history);
  g_autoptr (GPtrArray) facts = bul_flow_parity (story, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (bul_flow_parity_dismiss (history, facts->pdata[0], "Tester", &error));
  g_assert_no_error (error);
  assert_open (history, "l3 fact-date, l4 fact-left-out");
  g_assert_true (bul_history_undo (history));
  assert_open (history, "l1 fact-number, l3 fact-date, l4 fact-left-out");
  g_assert_true (bul_history_redo (history));
  g_assert_true (bul_history_replace (history, "b101", 20, 3, "313", &error));
  g_assert_no_error (error);
  assert_open (history, "l1 fact-number, l3 fact-date, l4 fact-left-out");
  g_assert_true (bul_history_replace (history, "b101", 20, 3, "321", &error));
  assert_open (history, "l3 fact-date, l4 fact-left-out");
}

/* What a person left out on purpose is no news, nor what has lost its words. */
static void
test_left_out (void)
{
  g_autoptr (BulHistory) history = make_history ();
  const BulStory *story = bul_history_get_story (history);
  BulLink *link = story->links->pdata[3];
  BulSegment *segment = link->segments->pdata[0];
  g_autoptr (GPtrArray) facts = NULL;

  link->state = BUL_LINK_CONFIRMED;
  facts = bul_flow_parity_of (story, link, NULL);
  g_assert_cmpuint (facts->len, ==, 0);
  link->state = BUL_LINK_AUTOMATIC;
  segment->span.orphan = TRUE;
  g_clear_pointer (&facts, g_ptr_array_unref);
  facts = bul_flow_parity_of (story, link, NULL);
  g_assert_cmpuint (facts->len, ==, 0);
}

static char *
tell_voices (const char *korean, const char *english)
{
  BulStory *story = bul_story_new ();
  BulLink *link = bul_record_new (&bul_link_type);
  const char *const texts[] = { korean, english };
  g_autoptr (BulHistory) history = NULL;

  g_ptr_array_add (story->scripts, bul_script_new ("k1", "ko"));
  g_ptr_array_add (story->scripts, bul_script_new ("k2", "en"));
  link->key = g_strdup ("l1");
  link->state = BUL_LINK_AUTOMATIC;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const char *quote = strchr (texts[i], '"') + 1;
      guint start = bul_chars_from_byte (texts[i], (gsize) (quote - texts[i]));
      guint end = bul_chars_count (texts[i]) - 2;
      g_autofree char *key = g_strdup_printf ("b%u", i + 1);
      g_autofree char *words = bul_chars_slice (texts[i], start, end);

      g_ptr_array_add (((BulScript *) story->scripts->pdata[i])->blocks,
                       bul_block_new (key, BUL_BLOCK_BITE, BUL_SECTION_REPORT, texts[i]));
      g_ptr_array_add (link->segments,
                       bul_segment_new (BUL_LANGUAGE_KOREAN + i, key, start, end, words));
    }
  g_ptr_array_add (story->links, link);
  history = bul_history_new (story);
  return tell_open (history);
}

/* Who is heard stands before the words, and is compared with them. */
static void
test_voices (void)
{
  static const struct
  {
    const char *korean;
    const char *english;
    const char *told;
  } cases[] = {
    { "[박정례/주민 : \"잠을 못 잤어요.\"]", "[Park Jeong-rye/Resident: \"I could not sleep.\"]",
      "" },
    { "[박정례/주민 : \"잠을 못 잤어요.\"]", "[Kim Jong-su/Resident: \"I could not sleep.\"]",
      "l1 fact-name" },
    { "[박정례/주민 : \"잠을 못 잤어요.\"]", "[Resident: \"I could not sleep.\"]", "" },
    { "[마테오 로렌치/선원 : \"잠을 못 잤어요.\"]",
      "[Matteo Lorenzi/Sailor: \"I could not sleep.\"]", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *told = tell_voices (cases[i].korean, cases[i].english);

      g_assert_cmpstr (told, ==, cases[i].told);
    }
}

/* A line that is still to be written leaves nothing out; one that is, and says less, does. */
static void
test_unwritten (void)
{
  g_autoptr (BulHistory) history = make_begun ();
  const BulStory *story = bul_history_get_story (history);

  g_assert_true (bul_beside_is_unwritten (story, "b1"));
  g_assert_false (bul_beside_is_unwritten (story, "b101"));
  assert_open (history, "");
  g_assert_true (bul_history_replace (history, "b104", 0, 0, "Nobody slept.", NULL));
  g_assert_false (bul_beside_is_unwritten (story, "b4"));
  assert_open (history, "l4 fact-left-out, l5 fact-left-out");
}

UNIT (flow_parity)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/flow-parity/story", test_story);
  g_test_add_func ("/flow-parity/findings", test_findings);
  g_test_add_func ("/flow-parity/retell", test_retell);
  g_test_add_func ("/flow-parity/retell-beside", test_retell_beside);
  g_test_add_func ("/flow-parity/retell-closes-lines", test_retell_closes_lines);
  g_test_add_func ("/flow-parity/retell/gathers", test_retell_gathers);
  g_test_add_func ("/flow-parity/dismiss", test_dismiss);
  g_test_add_func ("/flow-parity/left-out", test_left_out);
  g_test_add_func ("/flow-parity/unwritten", test_unwritten);
  g_test_add_func ("/flow-parity/voices", test_voices);
  return g_test_run ();
}
