/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-normal.h"

#include <string.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "unit.h"

static void
test_form (void)
{
  static const struct
  {
    const char *what;
    const char *text;
    const char *normal;
  } cases[] = {
    /* as it is */
    { "nothing", "", "" },
    { "Latin", "News 9\t\"ok\"\r\n", "News 9\t\"ok\"\r\n" },
    { "Hangul", "“뉴스 9” 입니다…", "“뉴스 9” 입니다…" },
    { "never the compatible one", "㎞ ㎜ ％ ｍ ‥ ⓒ ① ㅣ ½", "㎞ ㎜ ％ ｍ ‥ ⓒ ① ㅣ ½" },
    { "half-width and wide", "ﾊﾝ ＡＢ", "ﾊﾝ ＡＢ" },
    { "emoji", "👩‍👩‍👧 ☂️", "👩‍👩‍👧 ☂️" },
    /* composed */
    { "a syllable of two", "\341\204\200\341\205\241", "가" },
    { "a syllable of three", "\341\204\222\341\205\241\341\206\253", "한" },
    { "a final after a syllable", "하\341\206\253국", "한국" },
    { "in the middle", "서\341\204\213\341\205\256\341\206\257에서", "서울에서" },
    { "Latin with an accent", "Beyonce\314\201!", "Beyoncé!" },
    { "two accents, sorted", "a\314\201\314\243", "\341\272\241\314\201" },
    { "Ångström and Ohm", "\342\204\253 \342\204\246", "Å Ω" },
    { "en quad", "a\342\200\200b", "a\342\200\202b" },
    /* ideographs that KS X 1001 has twice */
    { "kept", "\357\244\201 \357\247\241 \357\250\213", "\357\244\201 \357\247\241 \357\250\213" },
    { "one further is not theirs", "\357\250\220", "塚" },
    { "kept beside what composes", "\357\247\241e\314\201", "\357\247\241é" },
    { "kept under an accent", "\357\247\241\314\201", "\357\247\241\314\201" },
    /* what XML cannot hold */
    { "a control", "a\001b", "a\357\277\275b" },
    { "a control before an accent", "e\001\314\201", "e\357\277\275\314\201" },
    { "no character", "\357\277\276\357\277\277", "\357\277\275\357\277\275" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *normal = bul_normal_form (cases[i].text, -1);
      g_autofree char *again = bul_normal_form (normal, -1);

      g_test_message ("%s", cases[i].what);
      g_assert_cmpstr (normal, ==, cases[i].normal);
      g_assert_cmpstr (again, ==, normal);
    }
}

static void
test_form_part (void)
{
  g_autofree char *normal = bul_normal_form ("e\314\201e\314\201", 3);
  g_autofree char *plain = bul_normal_form ("abc", 2);

  g_assert_cmpstr (normal, ==, "é");
  g_assert_cmpstr (plain, ==, "ab");
}

/* Characters that stress a composer: starters, jamo, marks of several classes, singletons. */
static const gunichar alphabet[] = {
  'a',    'e',    ' ',    0x00e9, 0x0061, 0x0308,  0x0301,  0x0323,  0x031b, 0x0345, 0x1100, 0x1112,
  0x1161, 0x1175, 0x11a8, 0x11c2, 0xac00, 0xd55c,  0xd788,  0x3131,  0x2126, 0x212b, 0x2000, 0x2001,
  0x0958, 0x0915, 0x093c, 0x3099, 0x304b, 0x30ab,  0x309a,  0x4e00,  0x9fff, 0xa66f, 0xfa10, 0x2adc,
  0x2204, 0x2203, 0x0338, 0xfb1d, 0x05b4, 0x1d15e, 0x1f600, 0x2f800, 0x0344,
};

static char *
normal_by_icu (const char *text)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar wide[512];
  UChar normal[1024];
  char out[2048];
  int32_t length = 0;

  u_strFromUTF8 (wide, G_N_ELEMENTS (wide), &length, text, -1, &status);
  length = unorm2_normalize (unorm2_getNFCInstance (&status), wide, length, normal,
                             G_N_ELEMENTS (normal), &status);
  u_strToUTF8 (out, sizeof out, NULL, normal, length, &status);
  g_assert_true (U_SUCCESS (status));
  return g_strdup (out);
}

/* Two libraries that share no code agree on ten thousand strings. */
static void
test_form_random (void)
{
  for (guint round = 0; round < 10000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *normal = NULL;
      g_autofree char *expected = NULL;
      int n_chars = g_test_rand_int_range (0, 30);

      for (int i = 0; i < n_chars; i++)
        g_string_append_unichar (
            text, alphabet[g_test_rand_int_range (0, (int) G_N_ELEMENTS (alphabet))]);
      normal = bul_normal_form (text->str, -1);
      expected = normal_by_icu (text->str);
      g_assert_cmpstr (normal, ==, expected);
    }
}

/* Script text with something at any place that needs a closer look. */
static void
test_form_among_plain (void)
{
  static const char *const plain[]
      = { "가람군은 오늘 ", "힣힟 ", "“나루터…”", "News at nine ",     "café\t",
          "現地 ",          "①▶\n",  "ㄱ「」％ ", "나루터 옆 서고 가", "Renee" };

  for (guint round = 0; round < 20000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *normal = NULL;
      g_autofree char *expected = NULL;
      int n_pieces = g_test_rand_int_range (1, 12);

      for (int i = 0; i < n_pieces; i++)
        {
          g_string_append (text, plain[g_test_rand_int_range (0, (int) G_N_ELEMENTS (plain))]);
          for (int n = g_test_rand_int_range (-2, 4); n > 0; n--)
            g_string_append_unichar (
                text, alphabet[g_test_rand_int_range (0, (int) G_N_ELEMENTS (alphabet))]);
        }
      normal = bul_normal_form (text->str, -1);
      expected = normal_by_icu (text->str);
      g_assert_cmpstr (normal, ==, expected);
    }
}

/* Around ideographs that are kept, the form is that of what stands between them. */
static void
test_form_kept (void)
{
  for (guint round = 0; round < 10000; round++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GString) expected = g_string_new (NULL);
      g_autofree char *normal = NULL;

      for (guint part = 0; part < 4; part++)
        {
          g_autoptr (GString) between = g_string_new (NULL);
          g_autofree char *composed = NULL;
          gunichar kept = (gunichar) g_test_rand_int_range (0xf900, 0xfa0c);
          int n_chars = g_test_rand_int_range (0, 6);

          for (int i = 0; i < n_chars; i++)
            g_string_append_unichar (
                between, alphabet[g_test_rand_int_range (0, (int) G_N_ELEMENTS (alphabet))]);
          composed = g_utf8_normalize (between->str, -1, G_NORMALIZE_NFC);
          g_string_append (text, between->str);
          g_string_append_unichar (text, kept);
          g_string_append (expected, composed);
          g_string_append_unichar (expected, kept);
        }
      normal = bul_normal_form (text->str, -1);
      g_assert_cmpstr (normal, ==, expected->str);
    }
}

/* Every character by itself, and after one that may compose with it. */
static void
test_form_each (void)
{
  static const char *const before[]
      = { "", "a", "\341\204\200", "가", "\343\201\213", "a line of ASCII: ", "뉴스 나루 " };

  for (gunichar c = 1; c < 0x30000; c++)
    for (guint i = 0; i < G_N_ELEMENTS (before) && g_unichar_validate (c); i++)
      {
        g_autoptr (GString) text = g_string_new (before[i]);
        g_autofree char *normal = NULL;
        g_autofree char *expected = NULL;

        if ((c < 0x20 && !g_ascii_isspace ((char) c)) || c == '\v' || c == '\f'
            || (c >= 0xf900 && c <= 0xfa0b) || c == 0xfffe || c == 0xffff)
          continue;

        g_string_append_unichar (text, c);
        g_string_append (text, " and so on, and on");
        normal = bul_normal_form (text->str, -1);
        expected = normal_by_icu (text->str);
        g_assert_cmpstr (normal, ==, expected);
      }
}

/* A hostile pile of marks takes no longer than its length asks for. */
static void
test_form_marks (void)
{
  g_autoptr (GString) text = g_string_new ("a");
  g_autofree char *normal = NULL;

  while (text->len < 1000000)
    g_string_append (text, "\314\243\314\201");
  normal = bul_normal_form (text->str, -1);
  g_assert_true (g_utf8_validate (normal, -1, NULL));
}

/* Wherever a long stretch is cut, what composes stays together. */
static void
test_form_long (void)
{
  static const char *const together[] = {
    "\341\204\202\341\205\262",
    "\341\204\222\341\205\241\341\206\253",
    "\342\204\253\314\243",
  };

  for (guint i = 0; i < G_N_ELEMENTS (together); i++)
    for (guint before = 300; before < 400; before++)
      {
        g_autoptr (GString) text = g_string_new (NULL);
        g_autofree char *expected = NULL;
        g_autofree char *normal = NULL;

        for (guint j = 0; j < before; j++)
          g_string_append (text, "\357\277\275");
        g_string_append (text, together[i]);
        expected = normal_by_icu (text->str);
        normal = bul_normal_form (text->str, -1);
        g_assert_cmpstr (normal, ==, expected);
      }
}

static void
test_fold (void)
{
  static const struct
  {
    const char *what;
    const char *one;
    const char *other;
    gboolean is_same;
  } cases[] = {
    /* one and the same */
    { "case", "KBS News", "kbs nEWS", TRUE },
    { "composed or not", "서\341\204\213\341\205\256\341\206\257", "서울", TRUE },
    { "case and accent", "BEYONCE\314\201", "beyoncé", TRUE },
    { "sharp s", "Strauß", "STRAUSS", TRUE },
    { "an ideograph kept twice", "\357\247\241", "李", TRUE },
    /* apart */
    { "a compatible character", "㎞", "km", FALSE },
    { "wide letters", "ＫＢＳ", "KBS", FALSE },
    { "an accent", "resume", "résumé", FALSE },
    { "a syllable", "감", "강", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *one = bul_fold (cases[i].one, -1);
      g_autofree char *other = bul_fold (cases[i].other, (gssize) strlen (cases[i].other));

      g_test_message ("%s", cases[i].what);
      g_assert_cmpint (g_str_equal (one, other), ==, cases[i].is_same);
    }
}

UNIT (text_normal)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/normal/form", test_form);
  g_test_add_func ("/normal/form/part", test_form_part);
  g_test_add_func ("/normal/form/random", test_form_random);
  g_test_add_func ("/normal/form/among-plain", test_form_among_plain);
  g_test_add_func ("/normal/form/kept", test_form_kept);
  g_test_add_func ("/normal/form/each-character", test_form_each);
  g_test_add_func ("/normal/form/marks", test_form_marks);
  g_test_add_func ("/normal/form/long", test_form_long);
  g_test_add_func ("/normal/fold", test_fold);

  return g_test_run ();
}
