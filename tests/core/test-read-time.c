/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-chars.h"
#include "bul-heard.h"
#include "bul-history.h"
#include "bul-importers.h"
#include "bul-keys.h"
#include "bul-parts.h"
#include "bul-read-time.h"
#include "script-editor.h"
#include "script-maker.h"
#include "unit.h"

/* A syllable a second, and a word a second, make times easy to say. */
#define SLOW ((BulPace){ 60, 60 })

static const char korean[] = "해란도 여객선, 다시 뜬다\n"
                             "입력 2026.03.18 (21:34)\n"
                             "\n"
                             "[앵커]\n"
                             "여객선이 다시 뜹니다.\n"
                             "서민지 기자가 취재했습니다.\n"
                             "\n"
                             "[리포트]\n"
                             "첫 배가 떠났습니다.\n"
                             "[오순희/해란도 주민 : \"잠이 안 오더라고요.\"]\n"
                             "하루 두 번 다닙니다.\n"
                             "KBS 뉴스 서민지입니다.\n"
                             "\n"
                             "촬영기자:김가나/영상편집:이다라\n";

static BulStory *
read_story (const char *script)
{
  g_autoptr (GBytes) bytes = g_bytes_new (script, strlen (script));
  g_autoptr (GError) error = NULL;
  g_autoptr (BulImport) import = bul_importers_read (bytes, "script.txt", NULL, &error);

  g_assert_no_error (error);
  return bul_record_copy (import->stories->pdata[0]);
}

static guint
find_block (const BulStory *story, const char *beginning)
{
  const BulScript *script = bul_story_get_script (story);

  for (guint i = 0; i < script->blocks->len; i++)
    if (g_str_has_prefix (((BulBlock *) script->blocks->pdata[i])->text, beginning))
      return i;
  g_error ("No line begins with “%s”", beginning);
}

static void
assert_seconds (BulSeconds seconds, double narration, double bites)
{
  g_assert_cmpfloat_with_epsilon (seconds.narration, narration, 1e-6);
  g_assert_cmpfloat_with_epsilon (seconds.bites, bites, 1e-6);
}

static void
test_heard (void)
{
  static const struct
  {
    BulBlockKind kind;
    const char *text;
    const char *heard;
  } cases[] = {
    /* words and nothing else */
    { BUL_BLOCK_PARAGRAPH, "첫 배가 떠났습니다.", "첫 배가 떠났습니다." },
    { BUL_BLOCK_HANDOFF, "서민지 기자입니다.", "서민지 기자입니다." },
    /* a label on their line */
    { BUL_BLOCK_PARAGRAPH, "[Report] The boat left.", " The boat left." },
    { BUL_BLOCK_TURN, "[기자] 네, 그렇습니다.", " 네, 그렇습니다." },
    { BUL_BLOCK_TURN, "ADA QUILL, HOST: Good evening.", " Good evening." },
    /* a label alone */
    { BUL_BLOCK_TURN, "[기자]", "" },
    { BUL_BLOCK_TURN, "[오순희 / 선장]", "" },
    /* of a soundbite the quote */
    { BUL_BLOCK_BITE, "[오순희/주민 : \"잠이 안 와요.\"]", "잠이 안 와요." },
    /* nothing */
    { BUL_BLOCK_HEADLINE, "여객선 다시 뜬다", "" },
    { BUL_BLOCK_STAMP, "입력 2026.03.18", "" },
    { BUL_BLOCK_CREDITS, "촬영기자:김가나", "" },
    { BUL_BLOCK_NOTICES, "공지·정정", "" },
    { BUL_BLOCK_FURNITURE, "동영상 고정 취소", "" },
    { BUL_BLOCK_CUE, "(BEGIN VIDEO CLIP)", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (BulRange));
      g_autoptr (GString) heard = g_string_new (NULL);

      g_test_message ("%s", cases[i].text);
      bul_heard_append (ranges, cases[i].kind, cases[i].text);
      for (guint j = 0; j < ranges->len; j++)
        {
          g_autofree char *words
              = bul_parts_dup (cases[i].text, g_array_index (ranges, BulRange, j));

          g_string_append (heard, words);
        }
      g_assert_cmpstr (heard->str, ==, cases[i].heard);
    }
}

static void
test_parts (void)
{
  g_autoptr (BulStory) story = read_story (korean);
  g_autoptr (BulPaces) paces = bul_paces_new (SLOW);
  g_autoptr (BulReadTime) time = bul_read_time_new (story, NULL, paces);
  const BulReadPart *part;

  assert_seconds (bul_read_time_get_section (time, BUL_SECTION_LEAD), 9 + 12, 0);
  assert_seconds (bul_read_time_get_section (time, BUL_SECTION_REPORT), 8 + 8 + 13, 8);
  assert_seconds (bul_read_time_get_total (time), 50, 8);
  assert_seconds (bul_read_time_get_block (time, find_block (story, "입력")), 0, 0);
  assert_seconds (bul_read_time_get_block (time, find_block (story, "[오순희")), 0, 8);
  g_assert_cmpint (bul_read_time_get_language (time), ==, BUL_SPOKEN_KOREAN);

  part = bul_read_time_find_part (time, find_block (story, "[리포트]"));
  g_assert_nonnull (part);
  assert_seconds (part->seconds, 29, 8);
  g_assert_null (bul_read_time_find_part (time, find_block (story, "첫 배가")));
}

static void
test_between (void)
{
  g_autoptr (BulStory) story = read_story (korean);
  g_autoptr (BulPaces) paces = bul_paces_new (SLOW);
  g_autoptr (BulReadTime) time = bul_read_time_new (story, NULL, paces);
  guint lead = find_block (story, "여객선이");
  guint bite = find_block (story, "[오순희");
  BulReadPlace start = { 0, 0 };

  /* 여객선이, then 다시 */
  assert_seconds (bul_read_time_get_between (time, start, (BulReadPlace){ lead, 4 }), 4, 0);
  assert_seconds (
      bul_read_time_get_between (time, (BulReadPlace){ lead, 4 }, (BulReadPlace){ lead, 7 }), 2, 0);
  /* a name is not heard, the first word of a quote is */
  assert_seconds (
      bul_read_time_get_between (time, (BulReadPlace){ bite, 0 }, (BulReadPlace){ bite, 17 }), 0,
      2);
  /* over lines, and backwards */
  assert_seconds (bul_read_time_get_between (time, start, (BulReadPlace){ bite, 0 }), 29, 0);
  assert_seconds (bul_read_time_get_between (time, (BulReadPlace){ bite, 0 }, start), 0, 0);
  assert_seconds (bul_read_time_get_between (time, start, (BulReadPlace){ 999, 0 }), 50, 8);
}

static void
test_place_after_seconds (void)
{
  g_autoptr (BulStory) story = read_story (korean);
  g_autoptr (BulPaces) paces = bul_paces_new (SLOW);
  g_autoptr (BulReadTime) time = bul_read_time_new (story, NULL, paces);
  BulReadPlace place;

  g_assert_true (bul_read_time_find_place (time, 4.5, &place));
  g_assert_cmpuint (place.block, ==, find_block (story, "여객선이"));
  g_assert_cmpuint (place.offset, ==, 5);
  g_assert_true (bul_read_time_find_place (time, 29.5, &place));
  g_assert_cmpuint (place.block, ==, find_block (story, "[오순희"));
  g_assert_true (bul_read_time_find_place (time, 999, &place));
  g_assert_cmpuint (place.block, ==, find_block (story, "KBS"));
}

static void
test_pace_of_who_reads (void)
{
  g_autoptr (BulStory) story = read_story (korean);
  g_autoptr (BulPaces) paces = bul_paces_new (SLOW);
  g_autoptr (BulReadTime) time = NULL;

  bul_paces_add_presenter (paces, "한가람", (BulPace){ 120, 0 });
  bul_paces_add_presenter (paces, "서민지", (BulPace){ 240, 0 });
  bul_paces_set_programme (paces, "뉴스 9", "한가람");
  g_free (story->programme);
  story->programme = g_strdup ("뉴스 9");
  time = bul_read_time_new (story, NULL, paces);

  /* the anchor at the programme's pace, the reporter by name, the soundbite at the usual one */
  g_assert_cmpstr (bul_paces_get_presenter (paces, story), ==, "한가람");
  assert_seconds (bul_read_time_get_section (time, BUL_SECTION_LEAD), 21 / 2.0, 0);
  assert_seconds (bul_read_time_get_section (time, BUL_SECTION_REPORT), 29 / 4.0, 8);
}

static void
test_another_programme (void)
{
  g_autoptr (BulStory) story = read_story (korean);
  g_autoptr (BulHistory) history = bul_history_new (g_steal_pointer (&story));
  g_autoptr (BulPaces) paces = bul_paces_new (SLOW);
  g_autoptr (BulReadTime) time = NULL;

  bul_paces_add_presenter (paces, "한가람", (BulPace){ 120, 0 });
  bul_paces_set_programme (paces, "뉴스 9", "한가람");
  time = bul_read_time_new (bul_history_get_story (history), NULL, paces);
  g_signal_connect_swapped (history, "edited", G_CALLBACK (bul_read_time_note), time);
  assert_seconds (bul_read_time_get_section (time, BUL_SECTION_LEAD), 21, 0);

  g_assert_true (bul_history_set (history, NULL, "programme", "뉴스 9", NULL));
  assert_seconds (bul_read_time_get_section (time, BUL_SECTION_LEAD), 10.5, 0);
  g_assert_true (bul_history_undo (history));
  assert_seconds (bul_read_time_get_section (time, BUL_SECTION_LEAD), 21, 0);
  g_signal_handlers_disconnect_by_data (history, time);
}

static void
test_paces_are_sound (void)
{
  g_autoptr (BulPaces) paces = bul_paces_new ((BulPace){ 0, G_MAXUINT });

  g_assert_cmpuint (bul_paces_get_usual (paces).ko, ==, BUL_PACE_KO);
  g_assert_cmpuint (bul_paces_get_usual (paces).en, ==, BUL_PACE_MOST);
  bul_paces_add_presenter (paces, "한가람", (BulPace){ 1, 0 });
  g_assert_cmpuint (bul_paces_get_pace (paces, "한가람").ko, ==, BUL_PACE_LEAST);
  g_assert_cmpuint (bul_paces_get_pace (paces, "한가람").en, ==, BUL_PACE_MOST);
  g_assert_cmpuint (bul_paces_get_pace (paces, "아무개").ko, ==, BUL_PACE_KO);
}

static void
test_clock (void)
{
  static const struct
  {
    double seconds;
    const char *clock;
  } cases[] = {
    { 0, "0:00" },    { 0.01, "0:01" },    { 1.4, "0:01" },       { 1.5, "0:02" },
    { 59.6, "1:00" }, { 3599.4, "59:59" }, { 3599.5, "1:00:00" }, { 36061, "10:01:01" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *clock = bul_seconds_dup_clock (cases[i].seconds);

      g_assert_cmpstr (clock, ==, cases[i].clock);
    }
}

/* --- kept while it is edited */

static guint
choose (gpointer data, guint n)
{
  return g_rand_int_range (data, 0, (int) n);
}

static char *
write_words (gpointer data)
{
  return g_strdup (script_maker_get_piece (g_rand_int_range (data, 0, 1000)));
}

/* What is kept is what would be found if all were counted now. */
static void
assert_as_new (BulReadTime *time, const BulStory *story, const BulPaces *paces)
{
  g_autoptr (BulReadTime) fresh = bul_read_time_new (story, NULL, paces);
  const GArray *kept = bul_read_time_get_parts (time);
  const GArray *made = bul_read_time_get_parts (fresh);
  BulSeconds total = bul_read_time_get_total (fresh);
  double sum = 0;

  g_assert_cmpuint (bul_read_time_get_n_blocks (time), ==, bul_read_time_get_n_blocks (fresh));
  assert_seconds (bul_read_time_get_total (time), total.narration, total.bites);
  g_assert_cmpuint (kept->len, ==, made->len);
  for (guint i = 0; i < kept->len; i++)
    {
      const BulReadPart *a = &g_array_index (kept, BulReadPart, i);
      const BulReadPart *b = &g_array_index (made, BulReadPart, i);

      g_assert_cmpuint (a->first, ==, b->first);
      g_assert_cmpuint (a->n_blocks, ==, b->n_blocks);
      assert_seconds (a->seconds, b->seconds.narration, b->seconds.bites);
      sum += bul_seconds_sum (a->seconds);
    }
  g_assert_cmpfloat_with_epsilon (sum, bul_seconds_sum (total), 1e-6);
}

/* Before a place and after it is all there is; and where one has come by then is not behind it. */
static void
assert_places (BulReadTime *time, const BulStory *story, GRand *rand)
{
  const BulScript *script = bul_story_get_script (story);
  BulReadPlace start = { 0, 0 };
  BulReadPlace end = { G_MAXUINT, 0 };
  BulReadPlace place = { 0, 0 };
  BulReadPlace found;
  double before;

  if (script == NULL || script->blocks->len == 0)
    return;
  place.block = choose (rand, script->blocks->len);
  place.offset = choose (
      rand, bul_chars_count (((BulBlock *) script->blocks->pdata[place.block])->text) + 1);
  before = bul_seconds_sum (bul_read_time_get_between (time, start, place));
  g_assert_cmpfloat_with_epsilon (
      before + bul_seconds_sum (bul_read_time_get_between (time, place, end)),
      bul_seconds_sum (bul_read_time_get_total (time)), 1e-6);
  if (bul_read_time_find_place (time, before, &found))
    g_assert_cmpfloat (bul_seconds_sum (bul_read_time_get_between (time, start, found)), <=,
                       before + 1e-6);
}

static void
test_random_edits (void)
{
  g_autoptr (GPtrArray) scripts = script_maker_load_gold (TEST_DATA "/import");
  g_autoptr (BulPaces) paces = bul_paces_new (SLOW);

  bul_paces_add_presenter (paces, "Wendell Oyama", (BulPace){ 90, 90 });
  for (guint i = 0; i < scripts->len; i++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (i);
      g_autoptr (BulImport) import
          = bul_importers_read (scripts->pdata[i], "script.txt", NULL, NULL);
      g_autoptr (BulHistory) history
          = bul_history_new (bul_record_copy (import->stories->pdata[0]));
      const BulStory *story = bul_history_get_story (history);
      g_autoptr (BulReadTime) time = bul_read_time_new (story, NULL, paces);
      ScriptEditor editor = { choose, write_words, rand };

      g_signal_connect_swapped (history, "edited", G_CALLBACK (bul_read_time_note), time);
      for (guint deed = 0; deed < 12; deed++)
        {
          script_editor_edit (&editor, history);
          assert_as_new (time, story, paces);
          assert_places (time, story, rand);
        }
      g_signal_handlers_disconnect_by_data (history, time);
    }
}

#define LONG_STORY 5000

/* Its report goes on and on. */
static BulStory *
make_long_story (void)
{
  BulStory *story = read_story (korean);
  GPtrArray *blocks = bul_story_get_script (story)->blocks;
  guint at = find_block (story, "첫 배가");
  BulKeys keys;

  bul_keys_start (&keys, story);
  while (blocks->len < LONG_STORY)
    {
      const char *text = ((BulBlock *) blocks->pdata[at + blocks->len % 3])->text;
      g_autofree char *key = bul_keys_make (&keys, 'b');

      g_ptr_array_insert (blocks, (int) at + 3,
                          bul_block_new (key, BUL_BLOCK_PARAGRAPH, BUL_SECTION_REPORT, text));
    }
  return story;
}

/* A letter in a long story has its own block counted, and none of the others. */
static void
test_an_edit_costs_its_block (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (BulPaces) paces = bul_paces_new (SLOW);
  g_autoptr (BulHistory) history = bul_history_new (make_long_story ());
  g_autoptr (BulReadTime) time = NULL;
  const BulScript *script = bul_story_get_script (bul_history_get_story (history));
  guint64 n_measured;

  time = bul_read_time_new (bul_history_get_story (history), NULL, paces);
  g_signal_connect_swapped (history, "edited", G_CALLBACK (bul_read_time_note), time);
  bul_read_time_get_total (time);
  g_assert_cmpuint (bul_read_time_count_measured (time), ==, LONG_STORY);

  for (guint i = 0; i < 50; i++)
    {
      BulBlock *block = script->blocks->pdata[choose (rand, LONG_STORY - 20) + 10];

      n_measured = bul_read_time_count_measured (time);
      g_assert_true (bul_history_replace (history, block->key, 0, 0, "a", NULL));
      bul_read_time_get_total (time);
      g_assert_cmpuint (bul_read_time_count_measured (time) - n_measured, >=, 1);
      g_assert_cmpuint (bul_read_time_count_measured (time) - n_measured, <=, 4);
    }
  assert_as_new (time, bul_history_get_story (history), paces);
  g_signal_handlers_disconnect_by_data (history, time);
}

UNIT (read_time)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/heard", test_heard);
  g_test_add_func ("/read-time/parts", test_parts);
  g_test_add_func ("/read-time/between", test_between);
  g_test_add_func ("/read-time/place-after-seconds", test_place_after_seconds);
  g_test_add_func ("/read-time/pace-of-who-reads", test_pace_of_who_reads);
  g_test_add_func ("/read-time/another-programme", test_another_programme);
  g_test_add_func ("/read-time/paces-are-sound", test_paces_are_sound);
  g_test_add_func ("/read-time/clock", test_clock);
  g_test_add_func ("/read-time/random-edits", test_random_edits);
  g_test_add_func ("/read-time/an-edit-costs-its-block", test_an_edit_costs_its_block);
  return g_test_run ();
}
