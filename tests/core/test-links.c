/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-chars.h"
#include "bul-history.h"
#include "bul-link.h"
#include "bul-range.h"
#include "unit.h"

#define KOREAN "첫 배가 떠났습니다. 파도는 잔잔했습니다."
#define ENGLISH "The first boat left. The sea was calm."
#define HEADLINE_KO "배 다시 뜬다"
#define HEADLINE_EN "Ferry sails again"

static BulBlock *
make_block (const char *key, const char *text)
{
  return bul_block_new (key, BUL_BLOCK_PARAGRAPH, BUL_SECTION_NONE, text);
}

static void
add_segment (BulLink *link, BulLanguage language, const char *on, const char *text, BulRange range)
{
  g_autofree char *quote = bul_chars_slice (text, range.start, range.end);

  g_ptr_array_add (link->segments, bul_segment_new (language, on, range.start, range.end, quote));
}

static BulLink *
make_link (const char *key)
{
  BulLink *link = bul_record_new (&bul_link_type);

  link->key = g_strdup (key);
  link->state = BUL_LINK_CONFIRMED;
  return link;
}

static void
finish_link (BulStory *story, BulLink *link)
{
  link->korean = bul_link_dup_words (link, BUL_LANGUAGE_KOREAN);
  link->english = bul_link_dup_words (link, BUL_LANGUAGE_ENGLISH);
  g_ptr_array_add (story->links, link);
}

/* Two scripts of two lines: a headline without a stop, and two sentences; l1 and l2 are the first
 * two of them, confirmed. */
static BulHistory *
make_history (void)
{
  BulStory *story = bul_story_new ();
  BulScript *korean = bul_script_new ("k1", "ko");
  BulScript *english = bul_script_new ("k2", "en");
  BulLink *headline = make_link ("l1");
  BulLink *sentence = make_link ("l2");

  g_ptr_array_add (story->scripts, korean);
  g_ptr_array_add (story->scripts, english);
  g_ptr_array_add (korean->blocks, make_block ("b1", HEADLINE_KO));
  g_ptr_array_add (korean->blocks, make_block ("b2", KOREAN));
  g_ptr_array_add (english->blocks, make_block ("b3", HEADLINE_EN));
  g_ptr_array_add (english->blocks, make_block ("b4", ENGLISH));
  add_segment (headline, BUL_LANGUAGE_KOREAN, "b1", HEADLINE_KO, (BulRange){ 0, 7 });
  add_segment (headline, BUL_LANGUAGE_ENGLISH, "b3", HEADLINE_EN, (BulRange){ 0, 17 });
  add_segment (sentence, BUL_LANGUAGE_KOREAN, "b2", KOREAN, (BulRange){ 0, 11 });
  add_segment (sentence, BUL_LANGUAGE_ENGLISH, "b4", ENGLISH, (BulRange){ 0, 20 });
  finish_link (story, headline);
  finish_link (story, sentence);
  return bul_history_new (story);
}

static const BulLink *
get_link (BulHistory *history, const char *key)
{
  return bul_story_find (bul_history_get_story (history), key);
}

/* What is typed at the edges of a sentence belongs to it, unless it is a sentence of its own. */
static void
test_edges (void)
{
  static const struct
  {
    const char *what;
    const char *link;
    const char *block;
    guint at;
    guint n_chars;
    const char *text;
    BulLinkState state;
    const char *words; /* English as it reads then */
  } cases[] = {
    /* a headline has no stop */
    { "words behind a headline", "l1", "b3", 17, 0, " in March", BUL_LINK_STALE,
      "Ferry sails again in March" },
    { "letters behind a headline", "l1", "b3", 17, 0, "st", BUL_LINK_STALE, "Ferry sails against" },
    { "a blank behind a headline", "l1", "b3", 17, 0, " ", BUL_LINK_CONFIRMED,
      "Ferry sails again" },
    { "words before a headline", "l1", "b3", 0, 0, "Old ", BUL_LINK_STALE,
      "Old Ferry sails again" },
    /* a sentence has one */
    { "a sentence behind", "l2", "b4", 20, 0, " It was full.", BUL_LINK_CONFIRMED,
      "The first boat left." },
    { "a quotation mark behind the stop", "l2", "b4", 20, 0, "\"", BUL_LINK_STALE,
      "The first boat left.\"" },
    { "a sentence before", "l2", "b4", 0, 0, "Good evening. ", BUL_LINK_CONFIRMED,
      "The first boat left." },
    { "a word before", "l2", "b4", 0, 0, "Today ", BUL_LINK_STALE, "Today The first boat left." },
    /* inside, and elsewhere */
    { "a word within", "l2", "b4", 4, 5, "last", BUL_LINK_STALE, "The last boat left." },
    { "the other sentence", "l2", "b4", 21, 3, "Our", BUL_LINK_CONFIRMED, "The first boat left." },
    { "all of it taken out", "l2", "b4", 0, 20, "", BUL_LINK_STALE, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BulHistory) history = make_history ();
      g_autoptr (BulRecord) before = bul_record_copy (bul_history_get_story (history));
      g_autofree char *words = NULL;

      g_test_message ("%s", cases[i].what);
      g_assert_true (bul_history_replace (history, cases[i].block, cases[i].at, cases[i].n_chars,
                                          cases[i].text, NULL));
      words = bul_link_dup_words (get_link (history, cases[i].link), BUL_LANGUAGE_ENGLISH);
      g_assert_cmpstr (words, ==, cases[i].words);
      g_assert_cmpint (get_link (history, cases[i].link)->state, ==, cases[i].state);
      g_assert_true (bul_history_undo (history));
      g_assert_true (bul_record_equal (before, bul_history_get_story (history)));
    }
}

/* What a person saw stays; changed back by hand the pair is what it was. */
static void
test_changed_back (void)
{
  g_autoptr (BulHistory) history = make_history ();
  const BulLink *link = get_link (history, "l2");

  g_assert_true (bul_history_replace (history, "b2", 2, 2, "둘째 배가", NULL));
  link = get_link (history, "l2");
  g_assert_cmpint (link->state, ==, BUL_LINK_STALE);
  g_assert_true (bul_link_is_changed (link, BUL_LANGUAGE_KOREAN));
  g_assert_false (bul_link_is_changed (link, BUL_LANGUAGE_ENGLISH));
  g_assert_cmpstr (bul_link_get_checked (link, BUL_LANGUAGE_KOREAN), ==, "첫 배가 떠났습니다.");
  bul_history_break (history);
  g_assert_true (bul_history_replace (history, "b2", 2, 5, "배가", NULL));
  g_assert_cmpint (get_link (history, "l2")->state, ==, BUL_LINK_CONFIRMED);
}

/* A line broken at a blank says the same, one broken within a word does not. */
static void
test_broken_line (void)
{
  g_autoptr (BulHistory) history = make_history ();

  g_assert_true (bul_history_split (history, "b4", 10, NULL));
  g_assert_cmpuint (bul_link_count (get_link (history, "l2"), BUL_LANGUAGE_ENGLISH), ==, 2);
  g_assert_cmpint (get_link (history, "l2")->state, ==, BUL_LINK_CONFIRMED);
  g_assert_true (bul_history_join (history, "b4", NULL));
  g_assert_cmpuint (bul_link_count (get_link (history, "l2"), BUL_LANGUAGE_ENGLISH), ==, 1);
  g_assert_true (bul_history_split (history, "b4", 12, NULL));
  g_assert_cmpint (get_link (history, "l2")->state, ==, BUL_LINK_STALE);
}

/* A line that goes leaves the pair with the words that it had. */
static void
test_lost_line (void)
{
  g_autoptr (BulHistory) history = make_history ();
  const BulLink *link;
  const BulSegment *segment;

  g_assert_true (bul_history_remove (history, "k2", "blocks", 1, NULL));
  link = get_link (history, "l2");
  segment = link->segments->pdata[1];
  g_assert_cmpint (link->state, ==, BUL_LINK_STALE);
  g_assert_true (segment->span.orphan);
  g_assert_null (segment->span.on);
  g_assert_cmpstr (segment->span.quote, ==, "The first boat left.");
  g_assert_cmpint (segment->language, ==, BUL_LANGUAGE_ENGLISH);
  g_assert_true (bul_history_undo (history));
  g_assert_cmpint (get_link (history, "l2")->state, ==, BUL_LINK_CONFIRMED);
}

/* What nobody confirmed is not stale, and what was rejected stays so. */
static void
test_other_states (void)
{
  static const BulLinkState states[] = { BUL_LINK_AUTOMATIC, BUL_LINK_REJECTED };

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      g_autoptr (BulHistory) history = make_history ();

      g_assert_true (
          bul_history_set (history, "l2", "state", bul_link_state_words[states[i]], NULL));
      g_assert_true (bul_history_replace (history, "b4", 4, 5, "last", NULL));
      g_assert_cmpint (get_link (history, "l2")->state, ==, states[i]);
    }
}

static void
test_languages (void)
{
  static const struct
  {
    const char *tag;
    BulLanguage language;
  } cases[] = {
    { "ko", BUL_LANGUAGE_KOREAN },
    { "KO-KR", BUL_LANGUAGE_KOREAN },
    { "en", BUL_LANGUAGE_ENGLISH },
    { "en_US", BUL_LANGUAGE_ENGLISH },
    { "kok", 0 },
    { "ja", 0 },
    { "", 0 },
    { NULL, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (bul_language_of (cases[i].tag), ==, cases[i].language);
}

UNIT (links)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/links/edges", test_edges);
  g_test_add_func ("/links/changed-back", test_changed_back);
  g_test_add_func ("/links/broken-line", test_broken_line);
  g_test_add_func ("/links/lost-line", test_lost_line);
  g_test_add_func ("/links/other-states", test_other_states);
  g_test_add_func ("/links/languages", test_languages);

  return g_test_run ();
}
