/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-chars.h"
#include "bul-spoken.h"
#include "unit.h"

typedef struct
{
  const char *text;
  double units;
} Case;

static void
assert_counts (const Case *cases, guint n_cases, BulSpoken language)
{
  for (guint i = 0; i < n_cases; i++)
    {
      double units = bul_spoken_count (cases[i].text, language, 0, G_MAXUINT);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpfloat (units, ==, cases[i].units);
    }
}

static void
test_korean (void)
{
  static const Case cases[] = {
    /* syllables, and nothing else */
    { "", 0 },
    { "여객선이 다시 뜹니다.", 9 },
    { "“네, 그렇습니다.”", 6 },
    { "친서(親書)를 보냈다", 6 },
    { "주민들은 (웃음) 돌아갔다", 8 },
    { "괄호 (가 열려 있다", 7 },
    /* 백십팔, 천이백, 만오천, 일억, 이천이십육, 영 */
    { "118", 3 },
    { "1,200", 3 },
    { "15000", 3 },
    { "100,000,000", 2 },
    { "2026년", 6 },
    { "0", 1 },
    /* 십이억, 오천만, 일 점 이, 영 점 오 퍼센트포인트 */
    { "12억 5천만", 6 },
    { "1.2", 3 },
    { "0.5%p", 9 },
    /* 공일공 */
    { "010", 3 },
    /* 마흔한 명, 일곱 시, 스무 살, 쉰 곳; 삼 개월, 백사십일 명 */
    { "41명", 4 },
    { "7시", 3 },
    { "20살", 3 },
    { "50 곳", 2 },
    { "3개월", 3 },
    { "141명", 5 },
    /* 십 킬로미터, 오 킬로그램, 섭씨 삼십 도 */
    { "10km", 5 },
    { "5㎏", 5 },
    { "30℃", 3 },
    /* 이유, 에이치비씨, 나토, 트럼프, 케이팝 */
    { "EU", 2 },
    { "HBC", 5 },
    { "NATO", 2 },
    { "Trump", 3 },
    { "HBC 뉴스 서민지입니다.", 13 },
  };

  assert_counts (cases, G_N_ELEMENTS (cases), BUL_SPOKEN_KOREAN);
}

static void
test_english (void)
{
  static const Case cases[] = {
    /* words */
    { "", 0 },
    { "The ferry is sailing again.", 5 },
    { "forty-one days, don’t you think?", 5 },
    { "the U.S. embassy – again", 4 },
    { "They left (LAUGHTER) at once", 4 },
    { "Seo Min-ji met 서민지", 4 },
    /* one hundred eighteen; one thousand two hundred; zero; forty-one */
    { "118", 3 },
    { "1,200", 4 },
    { "0", 1 },
    { "41", 1 },
    { "41st", 1 },
    /* one point two billion dollars */
    { "$1.2 billion", 5 },
    { "8.4%", 4 },
    /* twenty twenty-six, nineteen eighty-five; two thousand five; two thousand twenty-six of them
     */
    { "2026", 2 },
    { "1985", 2 },
    { "2005", 3 },
    { "2,026", 3 },
    /* one million five hundred thousand; oh oh seven */
    { "1,500,000", 5 },
    { "007", 3 },
  };

  assert_counts (cases, G_N_ELEMENTS (cases), BUL_SPOKEN_ENGLISH);
}

static void
test_guess (void)
{
  static const struct
  {
    const char *what;
    const char *text;
    const char *language;
    BulSpoken spoken;
  } cases[] = {
    /* the script's language */
    { "Korean", "여객선이 다시 뜹니다", "ko", BUL_SPOKEN_KOREAN },
    { "English", "The ferry sails", "en", BUL_SPOKEN_ENGLISH },
    { "figures only", "3, 2, 1", "ko", BUL_SPOKEN_KOREAN },
    { "Korean with a name", "K팝 가수 Trump와 EU Commission을 만나", "ko", BUL_SPOKEN_KOREAN },
    { "English with a name", "Reporter 서민지 has the details", "en", BUL_SPOKEN_ENGLISH },
    /* plainly the other */
    { "an English bite", "I could not sleep", "ko", BUL_SPOKEN_ENGLISH },
    { "a Korean line", "여객선이 다시 뜹니다 OK", "en", BUL_SPOKEN_KOREAN },
    /* not known */
    { "no language, Korean", "여객선 HBC", NULL, BUL_SPOKEN_KOREAN },
    { "no language, English", "The ferry 한 sails again", NULL, BUL_SPOKEN_ENGLISH },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].what);
      g_assert_cmpint (bul_spoken_guess (cases[i].text, cases[i].language), ==, cases[i].spoken);
    }
}

static const char *const pieces[]
    = { "가", "힣",    "ㄱ", "年", "(",      ")",  "[",  "］",   "1",   "0",
        "27", "1,200", ".",  ",",  "%",      "%p", "km", "EU",   "the", "’",
        "-",  " ",     "명", "시", "\u2028", "é",  "Ж",  "🙂", "$",   "st" };

static char *
make_text (void)
{
  GString *text = g_string_new (NULL);

  for (int n = g_test_rand_int_range (0, 24); n > 0; n--)
    g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
  return g_string_free (text, FALSE);
}

/* Wherever a text is cut, its parts take what the whole takes, and none takes less than nothing. */
static void
test_parts_make_the_whole (void)
{
  for (guint round = 0; round < 4000; round++)
    {
      g_autofree char *text = make_text ();
      guint n_chars = bul_chars_count (text);
      guint first = g_test_rand_int_range (0, (int) n_chars + 1);
      guint second = g_test_rand_int_range ((int) first, (int) n_chars + 1);
      BulSpoken language = round % 2 == 0 ? BUL_SPOKEN_KOREAN : BUL_SPOKEN_ENGLISH;
      double a = bul_spoken_count (text, language, 0, first);
      double b = bul_spoken_count (text, language, first, second);
      double c = bul_spoken_count (text, language, second, n_chars);

      g_test_message ("%s", text);
      g_assert_cmpfloat (MIN (a, MIN (b, c)), >=, 0);
      g_assert_cmpfloat_with_epsilon (a + b + c, bul_spoken_count (text, language, 0, G_MAXUINT),
                                      1e-6);
    }
}

/* Numbers of every length are said in some way, and one more digit before the point is never said
 * faster than by a syllable less. */
static void
test_every_number_is_said (void)
{
  for (guint round = 0; round < 2000; round++)
    {
      guint64 number
          = ((guint64) g_test_rand_int () << 20 | (guint32) g_test_rand_int ()) >> (round % 50);
      g_autofree char *text = g_strdup_printf ("%" G_GUINT64_FORMAT, number);
      double ko = bul_spoken_count (text, BUL_SPOKEN_KOREAN, 0, G_MAXUINT);
      double en = bul_spoken_count (text, BUL_SPOKEN_ENGLISH, 0, G_MAXUINT);

      g_test_message ("%s: %g, %g", text, ko, en);
      g_assert_cmpfloat (ko, >=, 1);
      g_assert_cmpfloat (ko, <=, 2 * strlen (text) + 1);
      g_assert_cmpfloat (en, >=, 1);
      g_assert_cmpfloat (en, <=, 2 * strlen (text));
    }
}

UNIT (text_spoken)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/spoken/korean", test_korean);
  g_test_add_func ("/spoken/english", test_english);
  g_test_add_func ("/spoken/guess", test_guess);
  g_test_add_func ("/spoken/parts-make-the-whole", test_parts_make_the_whole);
  g_test_add_func ("/spoken/every-number-is-said", test_every_number_is_said);
  return g_test_run ();
}
