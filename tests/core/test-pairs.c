/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-chars.h"
#include "bul-counterpart.h"
#include "bul-error.h"
#include "bul-exporters.h"
#include "bul-flow-pair.h"
#include "bul-import-xml.h"
#include "bul-pairing.h"
#include "bul-speaker.h"
#include "unit.h"

/* Enough deeds that each meets the others; one more costs a search for pairs. */
#define N_RUNS 3
#define N_RUNS_SLOW 200
#define N_DEEDS 40

static const struct
{
  BulBlockKind kind;
  const char *korean;
  const char *english;
} lines[] = {
  { BUL_BLOCK_HEADLINE, "여객선 41일 만에 다시 뜬다", "Ferry sails again after 41 days" },
  { BUL_BLOCK_MARKER, "[앵커]", "[Anchor]" },
  { BUL_BLOCK_PARAGRAPH, "첫 배가 승객 118명을 태우고 떠났습니다. 수리비는 17억 원입니다.",
    "The first boat left with 118 passengers. The repair cost 1.7 billion won." },
  { BUL_BLOCK_PARAGRAPH, "경찰은 용의자 3명을 체포했습니다.", "Police arrested three suspects." },
  { BUL_BLOCK_BITE, "[오순희/주민 : \"어젯밤에는 잠이 안 왔어요. 손주들을 못 봤어요.\"]",
    "[Oh Sun-hee/resident: \"I could not sleep last night. I have not seen my grandchildren.\"]" },
  { BUL_BLOCK_PARAGRAPH, "서울의 기온은 31도였습니다.",
    "The temperature in Seoul was 31 degrees." },
};

static BulStory *
make_story (const char *language, const char *first_block)
{
  BulStory *story = bul_story_new ();
  BulScript *script = bul_script_new ("k1", language);
  guint number = (guint) g_ascii_strtoull (first_block + 1, NULL, 10);

  g_ptr_array_add (story->scripts, script);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *key = g_strdup_printf ("b%u", number + i);

      g_ptr_array_add (
          script->blocks,
          bul_block_new (key, lines[i].kind, BUL_SECTION_NONE,
                         strcmp (language, "ko") == 0 ? lines[i].korean : lines[i].english));
    }
  return story;
}

/* One story of both scripts: b1 to b6 are Korean, b7 to b12 English. */
static BulHistory *
make_history (void)
{
  BulStory *story = make_story ("ko", "b1");
  g_autoptr (BulStory) english = make_story ("en", "b7");
  BulScript *script = bul_record_copy (english->scripts->pdata[0]);

  g_free (script->key);
  script->key = g_strdup ("k2");
  script->role = BUL_SCRIPT_TRANSLATION;
  g_ptr_array_add (story->scripts, script);
  return bul_history_new (story);
}

static void
pair (BulHistory *history)
{
  g_autoptr (GError) error = NULL;
  gboolean done = bul_flow_pair (history, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (done);
}

static BulHistory *
make_paired (void)
{
  BulHistory *history = make_history ();

  pair (history);
  return history;
}

/* The link that holds these words, or NULL. */
static const BulLink *
find_words (BulHistory *history, const char *words)
{
  g_autoptr (GPtrArray) links = bul_pairs_list (bul_history_get_story (history));

  for (guint i = 0; i < links->len; i++)
    {
      const BulLink *link = links->pdata[i];

      for (guint j = 0; j < link->segments->len; j++)
        if (strstr (((BulSegment *) link->segments->pdata[j])->span.quote, words) != NULL)
          return link;
    }
  return NULL;
}

/* Each pair as its words: `Korean=English`, what is alone as `Korean=`. */
static void
assert_pair (BulHistory *history, const char *words, const char *korean, const char *english)
{
  const BulLink *link = find_words (history, words);
  g_autofree char *k = NULL;
  g_autofree char *e = NULL;

  g_assert_nonnull (link);
  k = bul_link_dup_words (link, BUL_LANGUAGE_KOREAN);
  e = bul_link_dup_words (link, BUL_LANGUAGE_ENGLISH);
  g_assert_cmpstr (k, ==, korean);
  g_assert_cmpstr (e, ==, english);
}

static const char *const *
one (const char *key)
{
  static const char *keys[2];

  keys[0] = key;
  return keys;
}

/* What always holds: no sentence is in two pairs, states are what the words say. */
static void
check (const BulStory *story)
{
  g_autoptr (GPtrArray) segments = g_ptr_array_new ();

  for (guint i = 0; i < story->links->len; i++)
    {
      const BulLink *link = story->links->pdata[i];

      g_assert_cmpint (link->state, ==, bul_link_make_state (link));
      g_assert_cmpuint (link->segments->len, >, 0);
      for (guint j = 0; j < link->segments->len && link->state != BUL_LINK_REJECTED; j++)
        g_ptr_array_add (segments, link->segments->pdata[j]);
    }
  for (guint i = 0; i < segments->len; i++)
    for (guint j = 0; j < i; j++)
      g_assert_false (bul_pairs_overlap (segments->pdata[i], segments->pdata[j]));
}

/* --- what the aligner says */

static void
test_pairs (void)
{
  g_autoptr (BulHistory) history = make_history ();
  g_autoptr (BulRecord) before = bul_record_copy (bul_history_get_story (history));
  const BulStory *story = bul_history_get_story (history);
  guint n_links;

  pair (history);
  n_links = story->links->len;
  g_assert_cmpuint (n_links, ==, 7);
  assert_pair (history, "여객선", "여객선 41일 만에 다시 뜬다", "Ferry sails again after 41 days");
  assert_pair (history, "17억", "수리비는 17억 원입니다.", "The repair cost 1.7 billion won.");
  /* of a soundbite its words, and no mark is a sentence */
  assert_pair (history, "손주", "손주들을 못 봤어요.", "I have not seen my grandchildren.");
  g_assert_null (find_words (history, "Anchor"));
  g_assert_null (find_words (history, "resident"));
  for (guint i = 0; i < story->links->len; i++)
    {
      const BulLink *link = story->links->pdata[i];

      g_assert_cmpint (link->state, ==, BUL_LINK_AUTOMATIC);
      g_assert_nonnull (link->confidence);
      g_assert_cmpuint (link->revision, ==, 0);
    }
  check (story);
  /* once more changes nothing, and one step takes all back */
  pair (history);
  g_assert_cmpuint (story->links->len, ==, n_links);
  g_assert_true (bul_history_undo (history));
  g_assert_true (bul_record_equal (before, story));
  g_assert_false (bul_history_can_undo (history));
}

static void
test_one_script (void)
{
  g_autoptr (BulHistory) history = bul_history_new (make_story ("ko", "b1"));
  g_autoptr (GError) error = NULL;

  g_assert_false (bul_flow_pair (history, NULL, &error));
  g_assert_error (error, BUL_ERROR, BUL_ERROR_REFUSED);
  g_assert_false (bul_history_is_modified (history));
}

/* The order of the texts, whatever the order in which links were made. */
static void
test_order (void)
{
  g_autoptr (BulHistory) history = make_paired ();
  g_autoptr (GPtrArray) links = NULL;
  guint64 last = 0;

  for (guint i = 0; i < bul_history_get_story (history)->links->len; i++)
    {
      const BulLink *link = bul_history_get_story (history)->links->pdata[i];
      g_autofree char *key = g_strdup (link->key);

      g_assert_true (bul_pairing_confirm (history, one (key), "Jo", NULL));
    }
  g_assert_true (bul_history_split (history, "b3", 25, NULL));
  g_assert_true (bul_history_replace (history, "b10", 31, 0, " It rained.", NULL));
  pair (history);
  links = bul_pairs_list (bul_history_get_story (history));
  for (guint i = 0; i < links->len; i++)
    {
      const BulLink *link = links->pdata[i];
      const BulSegment *first = link->segments->pdata[0];
      guint position;

      if (first->language != BUL_LANGUAGE_KOREAN)
        continue;
      g_assert_nonnull (
          bul_story_find_block (bul_history_get_story (history), first->span.on, &position));
      g_assert_cmpuint ((guint64) position << 32 | first->span.start, >=, last);
      last = (guint64) position << 32 | first->span.start;
    }
  /* what was added stands behind the pair before it */
  assert_pair (history, "rained", NULL, "It rained.");
  for (guint i = 1; i < links->len; i++)
    if (links->pdata[i] == find_words (history, "rained"))
      g_assert_true (links->pdata[i - 1] == find_words (history, "arrested"));
}

/* --- where sentences stand */

/* The Korean story with a translation of empty lines: b7 to b12. */
static BulHistory *
make_begun (void)
{
  BulHistory *history = bul_history_new (make_story ("ko", "b1"));

  g_assert_true (bul_counterpart_add_empty (history, NULL));
  return history;
}

static void
write_line (BulHistory *history, const char *block, const char *words)
{
  guint position;
  const BulScript *script
      = bul_story_find_block (bul_history_get_story (history), block, &position);
  const BulBlock *line = script->blocks->pdata[position];

  g_assert_true (
      bul_history_replace (history, block, bul_chars_count (line->text), 0, words, NULL));
  pair (history);
  check (bul_history_get_story (history));
}

/* What is written in an empty line answers the line that it is there for, whatever it says. */
static void
test_written (void)
{
  g_autoptr (BulHistory) history = make_begun ();

  write_line (history, "b7", "Islanders go to sea");
  assert_pair (history, "여객선", "여객선 41일 만에 다시 뜬다", "Islanders go to sea");
  assert_pair (history, "용의자", "경찰은 용의자 3명을 체포했습니다.", NULL);
  write_line (history, "b12", "It was hot.");
  assert_pair (history, "기온", "서울의 기온은 31도였습니다.", "It was hot.");
  /* of a line with two sentences one may be written first */
  write_line (history, "b9", "The first boat left with 118 passengers.");
  assert_pair (history, "118명", "첫 배가 승객 118명을 태우고 떠났습니다.",
               "The first boat left with 118 passengers.");
  assert_pair (history, "17억", "수리비는 17억 원입니다.", NULL);
  write_line (history, "b9", " Mending it was dear.");
  assert_pair (history, "17억", "수리비는 17억 원입니다.", "Mending it was dear.");
  /* and more of them than in the original */
  write_line (history, "b10", "They were three. They were caught.");
  assert_pair (history, "용의자", "경찰은 용의자 3명을 체포했습니다.",
               "They were three. They were caught.");
}

/* A line more than the original has, while there are still empty ones. */
static void
test_written_line_more (void)
{
  g_autoptr (BulHistory) history = make_begun ();

  write_line (history, "b7", "Ferry sails again after 41 days");
  write_line (history, "b9",
              "The first boat left with 118 passengers. The repair cost 1.7 billion won.");
  g_assert_true (bul_history_split (history, "b9", 41, NULL));
  write_line (history, "b11", "Nobody slept.");
  assert_pair (history, "어젯밤", "어젯밤에는 잠이 안 왔어요.", "Nobody slept.");
  assert_pair (history, "여객선", "여객선 41일 만에 다시 뜬다", "Ferry sails again after 41 days");
  assert_pair (history, "118명", "첫 배가 승객 118명을 태우고 떠났습니다.",
               "The first boat left with 118 passengers.");
}

/* What a person says of lines that do not stand beside each other holds. */
static void
test_written_otherwise (void)
{
  g_autoptr (BulHistory) history = make_begun ();
  g_autofree char *key = NULL;
  g_autofree char *taken = NULL;

  write_line (history, "b7", "Ferry sails again after 41 days");
  write_line (history, "b10", "It was hot in Seoul.");
  write_line (history, "b12", "Police arrested three suspects.");
  key = g_strdup (find_words (history, "여객선")->key);
  g_assert_true (bul_pairing_unlink (history, key, "Jo", NULL));
  taken = g_strdup (find_words (history, "기온")->key);
  g_assert_true (
      bul_pairing_merge (history, find_words (history, "용의자")->key, taken, "Jo", NULL));
  pair (history);
  check (bul_history_get_story (history));
  assert_pair (history, "기온", "경찰은 용의자 3명을 체포했습니다. 서울의 기온은 31도였습니다.",
               "It was hot in Seoul. Police arrested three suspects.");
  assert_pair (history, "여객선", "여객선 41일 만에 다시 뜬다", NULL);
  assert_pair (history, "Ferry", NULL, "Ferry sails again after 41 days");
}

static void
set_text (BulBlock *block, const char *text)
{
  g_free (block->text);
  block->text = g_strdup (text);
}

/* Both scripts from elsewhere, where lines tell nothing. The report of the English begins with what
 * the lead of the Korean ends with. */
static BulHistory *
make_with_sections (gboolean has_sections)
{
  g_autoptr (BulHistory) history = make_history ();
  BulStory *story = bul_record_copy (bul_history_get_story (history));

  for (guint i = 0; i < story->scripts->len; i++)
    for (guint j = 0; j < G_N_ELEMENTS (lines); j++)
      {
        BulBlock *block = ((BulScript *) story->scripts->pdata[i])->blocks->pdata[j];

        block->line = j + 1;
        if (has_sections && j > 0)
          block->section = j < 3 ? BUL_SECTION_LEAD : BUL_SECTION_REPORT;
        if (strcmp (block->key, "b9") == 0)
          set_text (block, "The first boat left with 118 passengers.");
        if (strcmp (block->key, "b10") == 0)
          set_text (block, "The repair cost 1.7 billion won. Police arrested three suspects.");
      }
  return bul_history_new (story);
}

/* No pair reaches over the border of sections that both scripts have. */
static void
test_sections (void)
{
  g_autoptr (BulHistory) without = make_with_sections (FALSE);
  g_autoptr (BulHistory) with = make_with_sections (TRUE);

  pair (without);
  assert_pair (without, "17억", "수리비는 17억 원입니다.", "The repair cost 1.7 billion won.");
  pair (with);
  check (bul_history_get_story (with));
  g_assert_true (find_words (with, "17억") != find_words (with, "1.7 billion"));
  g_assert_true (find_words (with, "용의자") == find_words (with, "suspects"));
}

/* --- what a person says */

static void
test_confirm (void)
{
  g_autoptr (BulHistory) history = make_paired ();
  g_autofree char *key = g_strdup (find_words (history, "17억")->key);
  const BulLink *link;

  g_assert_true (bul_pairing_confirm (history, one (key), "Jo", NULL));
  link = bul_pairs_find (bul_history_get_story (history), key);
  g_assert_cmpint (link->state, ==, BUL_LINK_CONFIRMED);
  g_assert_cmpstr (link->by, ==, "Jo");
  g_assert_nonnull (link->at);
  g_assert_cmpuint (link->revision, ==, 1);
  g_assert_cmpstr (link->korean, ==, "수리비는 17억 원입니다.");
  g_assert_cmpstr (link->english, ==, "The repair cost 1.7 billion won.");
  /* what is confirmed outlives its words, and being paired anew */
  g_assert_true (bul_history_replace (history, "b3", 30, 2, "12", NULL));
  pair (history);
  link = bul_pairs_find (bul_history_get_story (history), key);
  g_assert_cmpint (link->state, ==, BUL_LINK_STALE);
  g_assert_cmpstr (link->korean, ==, "수리비는 17억 원입니다.");
  /* still right */
  g_assert_true (bul_pairing_confirm (history, one (key), "Kim", NULL));
  link = bul_pairs_find (bul_history_get_story (history), key);
  g_assert_cmpint (link->state, ==, BUL_LINK_CONFIRMED);
  g_assert_cmpstr (link->korean, ==, "수리비는 12억 원입니다.");
  g_assert_false (bul_pairing_confirm (history, one ("l99"), "Kim", NULL));
}

/* What is confirmed holds, and the rest is paired around it, even where it crosses. */
static void
test_constrains (void)
{
  g_autoptr (BulHistory) history = make_paired ();
  const BulStory *story = bul_history_get_story (history);
  g_autoptr (GPtrArray) segments = bul_records_new ();
  g_autofree char *key = NULL;

  /* the first Korean sentence with the last English one */
  g_ptr_array_add (
      segments, bul_segment_new (BUL_LANGUAGE_KOREAN, "b1", 0, 16, "여객선 41일 만에 다시 뜬다"));
  g_ptr_array_add (segments, bul_segment_new (BUL_LANGUAGE_ENGLISH, "b12", 0, 40,
                                              "The temperature in Seoul was 31 degrees."));
  key = bul_pairing_link (history, segments, "Jo", NULL);
  g_assert_nonnull (key);
  pair (history);
  check (story);
  assert_pair (history, "여객선", "여객선 41일 만에 다시 뜬다",
               "The temperature in Seoul was 31 degrees.");
  assert_pair (history, "17억", "수리비는 17억 원입니다.", "The repair cost 1.7 billion won.");
  /* and one that is in order with all others but that one */
  g_assert_true (
      bul_pairing_confirm (history, one (find_words (history, "용의자")->key), "Jo", NULL));
  pair (history);
  check (story);
  assert_pair (history, "용의자", "경찰은 용의자 3명을 체포했습니다.",
               "Police arrested three suspects.");
}

static void
test_unlink (void)
{
  g_autoptr (BulHistory) history = make_paired ();
  g_autofree char *key = g_strdup (find_words (history, "용의자")->key);
  const BulLink *link;

  g_assert_true (bul_pairing_unlink (history, key, "Jo", NULL));
  pair (history);
  check (bul_history_get_story (history));
  link = bul_pairs_find (bul_history_get_story (history), key);
  g_assert_cmpint (link->state, ==, BUL_LINK_REJECTED);
  g_assert_cmpstr (link->english, ==, "Police arrested three suspects.");
  g_assert_true (find_words (history, "용의자") != find_words (history, "suspects")
                 || find_words (history, "용의자")->segments->len > 2);
  /* said again that it is right */
  g_assert_true (bul_pairing_confirm (history, one (key), "Jo", NULL));
  pair (history);
  check (bul_history_get_story (history));
  assert_pair (history, "용의자", "경찰은 용의자 3명을 체포했습니다.",
               "Police arrested three suspects.");
}

static void
test_merge_and_split (void)
{
  g_autoptr (BulHistory) history = make_paired ();
  const BulStory *story = bul_history_get_story (history);
  g_autofree char *key = g_strdup (find_words (history, "118명")->key);
  g_autofree char *next = g_strdup (find_words (history, "17억")->key);

  g_assert_true (bul_pairing_merge (history, key, next, "Jo", NULL));
  pair (history);
  check (story);
  assert_pair (history, "118명", "첫 배가 승객 118명을 태우고 떠났습니다. 수리비는 17억 원입니다.",
               "The first boat left with 118 passengers. The repair cost 1.7 billion won.");
  g_assert_null (bul_pairs_find (story, next));
  g_assert_false (bul_pairing_merge (history, key, key, "Jo", NULL));
  g_assert_true (bul_pairing_split (history, key, 1, 1, "Jo", NULL));
  pair (history);
  check (story);
  assert_pair (history, "17억", "수리비는 17억 원입니다.", "The repair cost 1.7 billion won.");
  g_assert_false (bul_pairing_split (history, key, 1, 1, "Jo", NULL));
  g_assert_false (bul_pairing_split (history, key, 0, 0, "Jo", NULL));
}

static void
test_split_at (void)
{
  static const struct
  {
    const char *what;
    const char *block;
    guint at;
    const char *korean; /* of the first part; NULL: refused */
    const char *english;
  } cases[] = {
    { "between two sentences", "b3", 25, "첫 배가 승객 118명을 태우고 떠났습니다.",
      "The first boat left with 118 passengers." },
    { "in English", "b9", 41, "첫 배가 승객 118명을 태우고 떠났습니다.",
      "The first boat left with 118 passengers." },
    { "within a sentence", "b9", 19, "첫 배가 승객 118명을 태우고 떠났습니다.",
      "The first boat left" },
    { "within a word", "b9", 17, "첫 배가 승객 118명을 태우고 떠났습니다.", "The first boat left" },
    { "at the start", "b3", 0, NULL, NULL },
    { "elsewhere", "b1", 3, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BulHistory) history = make_paired ();
      g_autofree char *key = g_strdup (find_words (history, "118명")->key);
      g_autofree char *next = g_strdup (find_words (history, "17억")->key);
      gboolean done;

      g_test_message ("%s", cases[i].what);
      g_assert_true (bul_pairing_merge (history, key, next, "Jo", NULL));
      done = bul_pairing_split_at (history, key, cases[i].block, cases[i].at, "Jo", NULL);
      g_assert_cmpint (done, ==, cases[i].korean != NULL);
      check (bul_history_get_story (history));
      if (done)
        assert_pair (history, "118명", cases[i].korean, cases[i].english);
    }
}

/* Half of a sentence answers nothing where the other language has one. */
static void
test_split_one (void)
{
  g_autoptr (BulHistory) history = make_paired ();
  g_autofree char *key = g_strdup (find_words (history, "118명")->key);
  g_autoptr (GError) error = NULL;

  g_assert_false (bul_pairing_split_at (history, key, "b9", 19, "Jo", &error));
  g_assert_error (error, BUL_ERROR, BUL_ERROR_REFUSED);
  assert_pair (history, "118명", "첫 배가 승객 118명을 태우고 떠났습니다.",
               "The first boat left with 118 passengers.");
}

static void
test_give (void)
{
  g_autoptr (BulHistory) history = make_paired ();
  const BulStory *story = bul_history_get_story (history);
  g_autofree char *key = g_strdup (find_words (history, "118명")->key);
  g_autofree char *next = g_strdup (find_words (history, "17억")->key);

  g_assert_true (bul_pairing_give (history, next, key, BUL_LANGUAGE_KOREAN, "Jo", NULL));
  check (story);
  assert_pair (history, "118명", "첫 배가 승객 118명을 태우고 떠났습니다. 수리비는 17억 원입니다.",
               "The first boat left with 118 passengers.");
  assert_pair (history, "1.7", NULL, "The repair cost 1.7 billion won.");
  /* which nobody said is left out */
  g_assert_cmpint (find_words (history, "1.7")->state, ==, BUL_LINK_AUTOMATIC);
  g_assert_cmpint (find_words (history, "118명")->state, ==, BUL_LINK_CONFIRMED);
  /* the last one takes the pair away */
  g_assert_true (bul_pairing_give (history, next, key, BUL_LANGUAGE_ENGLISH, "Jo", NULL));
  g_assert_null (bul_pairs_find (story, next));
  /* back down: the last of the first pair */
  next = (g_free (next), g_strdup (find_words (history, "용의자")->key));
  g_assert_true (bul_pairing_give (history, key, next, BUL_LANGUAGE_KOREAN, "Jo", NULL));
  assert_pair (history, "용의자", "수리비는 17억 원입니다. 경찰은 용의자 3명을 체포했습니다.",
               "Police arrested three suspects.");
  check (story);
}

static void
test_leave_alone (void)
{
  g_autoptr (BulHistory) history = make_paired ();
  g_autofree char *key = g_strdup (find_words (history, "용의자")->key);

  g_assert_true (bul_pairing_leave_alone (history, key, BUL_LANGUAGE_KOREAN, "Jo", NULL));
  pair (history);
  check (bul_history_get_story (history));
  assert_pair (history, "용의자", "경찰은 용의자 3명을 체포했습니다.", NULL);
  g_assert_cmpint (find_words (history, "용의자")->state, ==, BUL_LINK_CONFIRMED);
  g_assert_nonnull (find_words (history, "suspects"));
  g_assert_false (bul_pairing_leave_alone (history, key, BUL_LANGUAGE_ENGLISH, "Jo", NULL));
}

/* One undo takes back a deed and what followed from it. */
static void
test_one_step (void)
{
  g_autoptr (BulHistory) history = make_paired ();
  g_autoptr (BulRecord) before = bul_record_copy (bul_history_get_story (history));
  g_autofree char *key = g_strdup (find_words (history, "용의자")->key);

  bul_history_begin (history, "Unlink a pair");
  g_assert_true (bul_pairing_unlink (history, key, "Jo", NULL));
  pair (history);
  bul_history_end (history);
  g_assert_cmpstr (bul_history_get_undo_name (history), ==, "Unlink a pair");
  g_assert_true (bul_history_undo (history));
  g_assert_true (bul_record_equal (before, bul_history_get_story (history)));
}

/* --- the counterpart */

static void
test_counterpart (void)
{
  BulStory *korean = make_story ("ko", "b1");
  g_autoptr (BulStory) english = make_story ("en", "b1");
  g_autoptr (BulHistory) history = NULL;
  g_autoptr (BulRecord) before = NULL;
  const BulStory *story;
  const BulScript *script;
  const BulBlock *block;
  BulSpeaker *speaker = bul_record_new (&bul_speaker_type);

  speaker->key = g_strdup ("p1");
  speaker->number = 1;
  speaker->role = BUL_SPEAKER_NEWSMAKER;
  g_ptr_array_add (english->speakers, speaker);
  ((BulBlock *) ((BulScript *) english->scripts->pdata[0])->blocks->pdata[4])->speakers
      = g_strsplit ("p1", " ", -1);
  g_ptr_array_add (korean->speakers, bul_record_copy (speaker));
  history = bul_history_new (korean);
  story = bul_history_get_story (history);
  before = bul_record_copy (story);

  g_assert_true (bul_counterpart_take (history, english, NULL, NULL));
  script = bul_pairs_get_script (story, BUL_LANGUAGE_ENGLISH);
  g_assert_nonnull (script);
  g_assert_cmpint (script->role, ==, BUL_SCRIPT_TRANSLATION);
  g_assert_cmpstr (script->key, ==, "k2");
  block = script->blocks->pdata[4];
  g_assert_cmpstr (block->key, ==, "b11");
  g_assert_cmpstr (block->speakers[0], ==, "p2");
  g_assert_cmpuint (bul_story_find_speaker (story, "p2")->number, ==, 2);
  /* once is enough */
  g_assert_false (bul_counterpart_take (history, english, NULL, NULL));
  g_assert_false (bul_counterpart_take (history, story, NULL, NULL));
  g_assert_true (bul_history_undo (history));
  g_assert_true (bul_record_equal (before, story));
}

/* --- at random */

static const BulLink *
random_link (GRand *rand, BulHistory *history)
{
  const GPtrArray *links = bul_history_get_story (history)->links;

  return links->len == 0 ? NULL : links->pdata[g_rand_int_range (rand, 0, (int) links->len)];
}

static void
random_pairing (GRand *rand, BulHistory *history)
{
  const BulLink *link = random_link (rand, history);
  const BulLink *other = random_link (rand, history);
  g_autofree char *key = link == NULL ? NULL : g_strdup (link->key);
  g_autofree char *next = other == NULL ? NULL : g_strdup (other->key);
  BulLanguage language = g_rand_int_range (rand, BUL_LANGUAGE_KOREAN, BUL_LANGUAGE_ENGLISH + 1);

  if (key == NULL)
    return;
  switch (g_rand_int_range (rand, 0, 7))
    {
    case 0:
      bul_pairing_merge (history, key, next, "Jo", NULL);
      break;
    case 1:
      bul_pairing_split (history, key, 1, g_rand_int_range (rand, 0, 2), "Jo", NULL);
      break;
    case 2:
      bul_pairing_give (history, key, next, language, "Jo", NULL);
      break;
    case 3:
      bul_pairing_leave_alone (history, key, language, "Jo", NULL);
      break;
    case 4:
      bul_pairing_unlink (history, key, "Jo", NULL);
      break;
    default:
      bul_pairing_confirm (history, one (key), "Jo", NULL);
      break;
    }
}

static void
random_typing (GRand *rand, BulHistory *history)
{
  static const char *const words[] = { "a", " ", "친서", ". ", "27", "", "\"", "다. " };
  const BulStory *story = bul_history_get_story (history);
  const BulScript *script = story->scripts->pdata[g_rand_int_range (rand, 0, 2)];
  const BulBlock *block
      = script->blocks->pdata[g_rand_int_range (rand, 0, (int) script->blocks->len)];
  guint n_chars = bul_chars_count (block->text);
  guint at = (guint) g_rand_int_range (rand, 0, (int) n_chars + 1);
  guint n = (guint) g_rand_int_range (rand, 0, (int) MIN (n_chars - at, 6) + 1);
  g_autofree char *key = g_strdup (block->key);

  if (g_rand_int_range (rand, 0, 5) == 0)
    bul_history_split (history, key, at, NULL);
  else if (g_rand_int_range (rand, 0, 5) == 0)
    bul_history_join (history, key, NULL);
  else
    g_assert_true (bul_history_replace (
        history, key, at, n, words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))], NULL));
}

static void
random_undo (GRand *rand, BulHistory *history)
{
  for (int i = g_rand_int_range (rand, 0, 4); i > 0; i--)
    bul_history_undo (history);
  for (int i = g_rand_int_range (rand, 0, 4); i > 0; i--)
    bul_history_redo (history);
}

static void
random_align (GRand *rand G_GNUC_UNUSED, BulHistory *history)
{
  pair (history);
}

/* Words typed may bring two sentences into one, but never one sentence into two pairs. */
static void
check_settled (const BulStory *story)
{
  for (guint i = 0; i < story->links->len; i++)
    {
      const BulLink *link = story->links->pdata[i];

      g_assert_cmpint (link->state, ==, bul_link_make_state (link));
    }
}

static void
assert_xml_keeps (const BulStory *story)
{
  g_autoptr (GBytes) bytes = bul_exporters_find ("xml")->write (story, NULL);
  g_autoptr (GPtrArray) findings = g_ptr_array_new ();
  g_autoptr (BulStory) again = bul_import_xml (bytes, findings, NULL);

  g_assert_nonnull (again);
  g_assert_cmpuint (findings->len, ==, 0);
  g_assert_true (bul_record_equal (story, again));
}

static void
test_random (void)
{
  static void (*const deeds[]) (GRand *, BulHistory *)
      = { random_pairing, random_pairing, random_pairing, random_typing,
          random_typing,  random_undo,    random_align };
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());

  for (guint run = 0; run < (g_test_slow () ? N_RUNS_SLOW : N_RUNS); run++)
    {
      g_autoptr (BulHistory) history = make_history ();
      g_autoptr (BulRecord) before = bul_record_copy (bul_history_get_story (history));

      pair (history);
      for (guint i = 0; i < N_DEEDS; i++)
        {
          deeds[g_rand_int_range (rand, 0, G_N_ELEMENTS (deeds))](rand, history);
          check_settled (bul_history_get_story (history));
        }
      assert_xml_keeps (bul_history_get_story (history));
      while (bul_history_undo (history))
        continue;
      g_assert_true (bul_record_equal (before, bul_history_get_story (history)));
    }
}

UNIT (pairs)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pairs/pairs", test_pairs);
  g_test_add_func ("/pairs/one-script", test_one_script);
  g_test_add_func ("/pairs/order", test_order);
  g_test_add_func ("/pairs/written", test_written);
  g_test_add_func ("/pairs/written-line-more", test_written_line_more);
  g_test_add_func ("/pairs/written-otherwise", test_written_otherwise);
  g_test_add_func ("/pairs/sections", test_sections);
  g_test_add_func ("/pairs/confirm", test_confirm);
  g_test_add_func ("/pairs/constrains", test_constrains);
  g_test_add_func ("/pairs/unlink", test_unlink);
  g_test_add_func ("/pairs/merge-and-split", test_merge_and_split);
  g_test_add_func ("/pairs/split-at", test_split_at);
  g_test_add_func ("/pairs/split-one", test_split_one);
  g_test_add_func ("/pairs/give", test_give);
  g_test_add_func ("/pairs/leave-alone", test_leave_alone);
  g_test_add_func ("/pairs/one-step", test_one_step);
  g_test_add_func ("/pairs/counterpart", test_counterpart);
  g_test_add_func ("/pairs/random", test_random);

  return g_test_run ();
}
