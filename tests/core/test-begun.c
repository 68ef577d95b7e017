/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-counterpart.h"
#include "bul-pairs.h"
#include "bul-source.h"
#include "bul-speaker.h"
#include "unit.h"

/* Blocks b1 to b5. */
static BulStory *
make_story (const char *language, const char *lead, const char *voice, const char *words)
{
  BulStory *story = bul_story_new ();
  BulScript *script = bul_script_new ("k1", language);

  g_ptr_array_add (story->scripts, script);
  g_ptr_array_add (script->blocks,
                   bul_block_new ("b1", BUL_BLOCK_HEADLINE, BUL_SECTION_HEAD, words));
  g_ptr_array_add (script->blocks, bul_block_new ("b2", BUL_BLOCK_MARKER, BUL_SECTION_LEAD, lead));
  g_ptr_array_add (script->blocks,
                   bul_block_new ("b3", BUL_BLOCK_PARAGRAPH, BUL_SECTION_LEAD, words));
  g_ptr_array_add (script->blocks, bul_block_new ("b4", BUL_BLOCK_TURN, BUL_SECTION_LIVE, voice));
  g_ptr_array_add (script->blocks,
                   bul_block_new ("b5", BUL_BLOCK_PARAGRAPH, BUL_SECTION_LIVE, words));
  return story;
}

/* Returns: (transfer full): the story, whose translation has b6 to b10. */
static BulHistory *
begin (BulStory *story)
{
  BulHistory *history = bul_history_new (story);

  g_assert_true (bul_counterpart_add_empty (history, NULL));
  return history;
}

static const char *
get_text (BulHistory *history, const char *key)
{
  return ((const BulBlock *) bul_story_find (bul_history_get_story (history), key))->text;
}

/* Marks stand in the other language from the start, and all else is to be written. */
static void
test_marks (void)
{
  g_autoptr (BulHistory) korean = begin (make_story ("ko", "[앵커]", "[기자]", "배가 떴습니다."));
  g_autoptr (BulHistory) english
      = begin (make_story ("en", "[Anchor Lead] ", "[Report] The boat left.", "It left."));

  g_assert_cmpstr (get_text (korean, "b6"), ==, "");
  g_assert_cmpstr (get_text (korean, "b7"), ==, "[Anchor]");
  g_assert_cmpstr (get_text (korean, "b8"), ==, "");
  g_assert_cmpstr (get_text (korean, "b9"), ==, "[Reporter]");
  g_assert_cmpstr (get_text (korean, "b10"), ==, "");
  g_assert_cmpstr (get_text (english, "b7"), ==, "[앵커]");
  /* a mark with words is a line to be written */
  g_assert_cmpstr (get_text (english, "b9"), ==, "");
}

/* The anchor of a line is the anchor of the empty one for it, before and after it is written. */
static void
test_voices (void)
{
  BulStory *story = make_story ("ko", "[앵커]", "[기자]", "첫 배가 떠났습니다.");
  BulSpeaker *anchor = bul_record_new (&bul_speaker_type);
  g_autoptr (BulHistory) history = NULL;
  const BulBlock *block;

  anchor->key = g_strdup ("p1");
  anchor->number = 1;
  anchor->role = BUL_SPEAKER_ANCHOR;
  g_ptr_array_add (story->speakers, anchor);
  ((BulBlock *) bul_story_find (story, "b3"))->speakers = g_strsplit ("p1", " ", -1);
  history = begin (story);
  block = bul_story_find (bul_history_get_story (history), "b8");
  g_assert_nonnull (block->speakers);
  g_assert_cmpstr (block->speakers[0], ==, "p1");
  g_assert_true (bul_history_replace (history, "b8", 0, 0, "The first boat left.", NULL));
  g_assert_cmpstr (block->speakers[0], ==, "p1");
  g_assert_cmpuint (bul_history_get_story (history)->speakers->len, ==, 1);
}

static const char *
get_language (BulHistory *history)
{
  return bul_story_get_script (bul_history_get_story (history))->language;
}

/* A story with one empty line. */
static BulHistory *
begin_story (const char *language)
{
  BulStory *story = bul_story_new ();
  BulScript *script = bul_script_new ("k1", language);

  g_ptr_array_add (script->blocks, bul_block_new ("b1", BUL_BLOCK_HEADLINE, BUL_SECTION_HEAD, ""));
  g_ptr_array_add (story->scripts, script);
  return bul_history_new (story);
}

static void
type (BulHistory *history, guint at, const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (bul_history_replace (history, "b1", at, 0, words, &error));
  g_assert_no_error (error);
}

/* The first words tell what a story is written in; digits tell nothing; later words no longer. */
static void
test_language (void)
{
  g_autoptr (BulHistory) history = begin_story ("en");
  g_autoptr (BulHistory) english = begin_story ("ko");

  type (history, 0, "2026 ");
  g_assert_cmpstr (get_language (history), ==, "en");
  type (history, 5, "KBS");
  g_assert_cmpstr (get_language (history), ==, "en");
  type (history, 8, " 배가 떴다");
  g_assert_cmpstr (get_language (history), ==, "ko");
  bul_history_undo (history);
  g_assert_cmpstr (get_language (history), ==, "en");
  bul_history_redo (history);
  g_assert_cmpstr (get_language (history), ==, "ko");

  type (english, 0, "A ferry ");
  g_assert_cmpstr (get_language (english), ==, "en");
  type (english, 8, "sails again ");
  g_assert_cmpstr (get_language (english), ==, "en");
  type (english, 20, "단포항에서 첫 배가 떠났습니다. 승객은 118명입니다.");
  g_assert_cmpstr (get_language (english), ==, "en");
}

/* Beside another language, and in a file, the language is told. */
static void
test_language_is_told (void)
{
  g_autoptr (BulHistory) beside = begin (make_story ("ko", "", "", ""));
  g_autoptr (BulHistory) read = begin_story ("ko");

  g_ptr_array_add (((BulStory *) bul_history_get_story (read))->sources,
                   bul_record_new (&bul_source_type));
  g_assert_true (bul_history_replace (beside, "b6", 0, 0, "한글", NULL));
  g_assert_cmpstr (
      ((const BulScript *) bul_history_get_story (beside)->scripts->pdata[1])->language, ==, "en");
  type (read, 0, "A ferry");
  g_assert_cmpstr (get_language (read), ==, "ko");
}

UNIT (begun)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/begun/marks", test_marks);
  g_test_add_func ("/begun/voices", test_voices);
  g_test_add_func ("/begun/language", test_language);
  g_test_add_func ("/begun/language-is-told", test_language_is_told);
  return g_test_run ();
}
