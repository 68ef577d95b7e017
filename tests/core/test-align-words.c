/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <math.h>
#include <string.h>

#include "bul-phonemes.h"
#include "bul-signs.h"
#include "bul-stem.h"
#include "bul-surnames.h"
#include "bul-words.h"
#include "unit.h"

/* --- numbers */

typedef struct
{
  const char *text;
  const char *numbers; /* in the order of the text, months as m1 to m12 */
} NumberRow;

static const NumberRow korean_numbers[] = {
  { "12조3천억 원", "12300000000000" },
  { "1억1천만 명", "110000000" },
  { "5만 6천 가구", "56000" },
  { "2천300톤", "2300" },
  { "3백만 달러", "3000000" },
  { "10만 명", "100000" },
  { "4경 원", "4e+16" },
  { "1,402.3원", "1402.3" },
  { "0.75%포인트", "0.75" },
  { "6월 3일", "m6 3" },
  { "6월드컵", "6" },
  { "13월", "13" },
  { "2026. 3. 18.", "2026 3 18" },
  /* native numerals, where something is counted */
  { "두 명이", "2" },
  { "열두 살", "12" },
  { "스무 곳", "20" },
  { "서른 번", "30" },
  { "다섯 달", "5" },
  { "세 척", "3" },
  { "두 말했다", "" },
  { "한 신문이", "" },
  { "네, 알겠습니다", "" },
};

static const NumberRow english_numbers[] = {
  { "12.3 trillion won", "12300000000000" },
  { "110 million people", "110000000" },
  { "fifty-six thousand homes", "56000" },
  { "2,300 tons", "2300" },
  { "twenty-three", "23" },
  { "three hundred", "300" },
  { "a million", "1000000" },
  { "1,402.3 won", "1402.3" },
  { "on June 3rd", "m6 3" },
  { "may come in May", "m5" },
  { "the second and the twelfth", "2 12" },
  { "one of the first", "" },
  { "a 5G phone", "" },
};

static char *
tell_numbers (const char *text, const char *language)
{
  g_autoptr (GArray) words = bul_words_read (text, language);
  g_autoptr (GString) told = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    {
      const BulWord *word = &g_array_index (words, BulWord, i);

      if (word->kind != BUL_WORD_NUMBER && word->kind != BUL_WORD_MONTH)
        continue;
      g_string_append_printf (told, "%s%s%.15g", told->len > 0 ? " " : "",
                              word->kind == BUL_WORD_MONTH ? "m" : "",
                              round (word->value * 1e6) / 1e6);
    }
  return g_string_free (g_steal_pointer (&told), FALSE);
}

static void
check_numbers (const NumberRow *rows, guint n, const char *language)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *told = tell_numbers (rows[i].text, language);

      if (strcmp (told, rows[i].numbers) != 0)
        g_error ("“%s” holds “%s”, not “%s”", rows[i].text, told, rows[i].numbers);
    }
}

static void
test_numbers (void)
{
  check_numbers (korean_numbers, G_N_ELEMENTS (korean_numbers), "ko");
  check_numbers (english_numbers, G_N_ELEMENTS (english_numbers), "en");
}

/* --- signs */

static void
test_signs (void)
{
  static const char *const text[] = {
    "시장이 말했습니다.",
    "\"길을 엽니다.",
    "내일 엽니다",
    "언제입니까?\"라고 물었습니다.",
    "“네.” (박수)",
    "Open at nine: \"Yes",
    "No marks.",
    "1",
    "2.",
    "3.",
    "4.",
    "5.",
  };
  static const guint expected[] = {
    0,
    BUL_SIGN_QUOTES | BUL_SIGN_ENDS_INSIDE,
    BUL_SIGN_BEGINS_INSIDE | BUL_SIGN_ENDS_INSIDE | BUL_SIGN_UNSTOPPED,
    BUL_SIGN_QUOTES | BUL_SIGN_BEGINS_INSIDE | BUL_SIGN_ASKS,
    BUL_SIGN_QUOTES | BUL_SIGN_UNSTOPPED,
    BUL_SIGN_QUOTES | BUL_SIGN_ENDS_INSIDE | BUL_SIGN_UNSTOPPED,
    BUL_SIGN_BEGINS_INSIDE | BUL_SIGN_ENDS_INSIDE,
    BUL_SIGN_BEGINS_INSIDE | BUL_SIGN_ENDS_INSIDE | BUL_SIGN_UNSTOPPED,
    BUL_SIGN_BEGINS_INSIDE | BUL_SIGN_ENDS_INSIDE,
    BUL_SIGN_BEGINS_INSIDE | BUL_SIGN_ENDS_INSIDE,
    BUL_SIGN_BEGINS_INSIDE | BUL_SIGN_ENDS_INSIDE,
    0, /* nobody speaks for so long */
  };
  g_autofree guint8 *signs = bul_signs_read (text, G_N_ELEMENTS (text));

  for (guint i = 0; i < G_N_ELEMENTS (text); i++)
    if (signs[i] != expected[i])
      g_error ("“%s” has the signs %x, not %x", text[i], signs[i], expected[i]);
}

/* --- stems */

static void
test_stems (void)
{
  static const char *const korean[][2] = {
    { "대통령은", "대통령" }, { "대통령에게는", "대통령" }, { "발표했습니다", "발표" },
    { "체포됐다고", "체포" }, { "국회에서도", "국회" },     { "비가", "비" },
    { "정부", "정부" },
  };
  static const char *const english[][2] = {
    { "prices", "price" },       { "parties", "party" },     { "stopped", "stop" },
    { "falling", "fall" },       { "children", "child" },    { "said", "say" },
    { "rose", "rise" },          { "economies", "economy" }, { "released", "release" },
    { "elections", "election" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (korean); i++)
    {
      g_autofree char *stem = bul_stem_korean (korean[i][0]);

      g_assert_cmpstr (stem, ==, korean[i][1]);
    }
  /* Two forms of a word have one stem, whatever it looks like. */
  for (guint i = 0; i < G_N_ELEMENTS (english); i++)
    {
      g_autofree char *one = bul_stem_english (english[i][0]);
      g_autofree char *other = bul_stem_english (english[i][1]);

      g_assert_cmpstr (one, ==, other);
    }
}

/* --- words that say little */

/* What a sentence begins with is no name for that. */
static void
test_joints (void)
{
  g_autoptr (GArray) words = bul_words_read ("But the fire went out after Kim called.", "en");
  static const char *const expected[] = { "but", "fire", "went", "after", "kim", "called" };

  g_assert_cmpuint (words->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < words->len; i++)
    {
      const BulWord *word = &g_array_index (words, BulWord, i);

      g_assert_cmpstr (word->text, ==, expected[i]);
      g_assert_cmpint (word->is_capital, ==, g_str_equal (word->text, "kim"));
    }
  g_assert_true (bul_words_is_empty ("the"));
  g_assert_true (bul_words_is_empty ("after"));
  g_assert_false (bul_words_is_empty ("fire"));
}

/* --- names */

/* How sure it is that two spellings are one name. */
static float
compare (const char *korean, const char *english, gboolean is_name)
{
  BulPhonemes a;
  BulPhonemes b;
  guint n_syllables;
  float similarity;

  g_assert_true (bul_phonemes_from_korean (korean, &a));
  g_assert_true (bul_phonemes_from_english (english, &b));
  similarity = bul_phonemes_compare (&a, &b, is_name, &n_syllables);
  return bul_phonemes_judge (similarity, n_syllables, is_name);
}

static void
test_names (void)
{
  static const char *const same[][2] = {
    { "트럼프", "trump" },           { "워싱턴에서", "washington" }, { "마드리드는", "madrid" },
    { "마케도니아", "macedonia" },   { "카롤린", "karoline" },       { "베를린", "berlin" },
    { "로드리게스가", "rodriguez" }, { "스미스", "smith" },          { "토론토", "toronto" },
  };
  static const char *const different[][2] = {
    { "국민", "common" }, { "투표를", "trump" },   { "경찰", "paris" },
    { "기자", "berlin" }, { "대통령", "toronto" }, { "서울", "washington" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    if (compare (same[i][0], same[i][1], TRUE) <= 0.3f)
      g_error ("%s does not sound like %s", same[i][0], same[i][1]);
  for (guint i = 0; i < G_N_ELEMENTS (different); i++)
    if (compare (different[i][0], different[i][1], TRUE) > 0)
      g_error ("%s sounds like %s", different[i][0], different[i][1]);
  /* A loan word must sound alike more than a name. */
  g_assert_cmpfloat (compare ("컴퓨터", "computer", FALSE), >, 0);
  g_assert_cmpfloat (compare ("컴퓨터", "computer", FALSE), <=,
                     compare ("컴퓨터", "computer", TRUE));
}

static void
test_surnames (void)
{
  g_assert_true (bul_surnames_match ("kim", "김도윤"));
  g_assert_true (bul_surnames_match ("lee", "이서준"));
  g_assert_true (bul_surnames_match ("rhee", "이서준"));
  g_assert_true (bul_surnames_match ("choi", "최하늘"));
  g_assert_false (bul_surnames_match ("kim", "이서준"));
  g_assert_false (bul_surnames_match ("ki", "김도윤"));
  g_assert_true (bul_surnames_has ("jeong"));
  g_assert_false (bul_surnames_has ("harrow"));
  g_assert_false (bul_surnames_has ("a name that is far too long for any"));
}

UNIT (align_words)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/align/words/numbers", test_numbers);
  g_test_add_func ("/align/words/signs", test_signs);
  g_test_add_func ("/align/words/stems", test_stems);
  g_test_add_func ("/align/words/joints", test_joints);
  g_test_add_func ("/align/words/names", test_names);
  g_test_add_func ("/align/words/surnames", test_surnames);

  return g_test_run ();
}
