/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-token.h"

#include <string.h>

#include "bul-porter.h"
#include "unit.h"

/* A token as people read it: syllables whole, one without its end as “대-”, one after a word as
 * “+월”, a stem as “~elect”; what stands at the same place behind a stroke. */
static void
append_readable (GString *out, const BulToken *token)
{
  const char *p = token->bytes;
  const char *end = p + token->length;

  if (p < end && *p == 'U')
    {
      g_string_append_c (out, '+');
      p++;
    }
  if (p < end && *p == 'Z')
    {
      g_string_append_c (out, '~');
      p++;
    }
  while (p < end && *p >= 'A' && *p <= 'S')
    {
      guint lead = (guint) (*p - 'A');

      if (end - p >= 3)
        g_string_append_unichar (out, 0xac00 + (lead * 21 + (guint) (p[1] - '!')) * 28
                                          + (guint) (p[2] - '!'));
      else if (end - p == 2)
        {
          g_string_append_unichar (out, 0xac00 + (lead * 21 + (guint) (p[1] - '!')) * 28);
          g_string_append_c (out, '-');
        }
      else
        g_string_append_unichar (out, 0x1100 + lead);
      p += MIN (3, end - p);
    }
  if (p < end && *p == '\n')
    {
      g_string_append_c (out, '/');
      p++;
    }
  g_string_append_len (out, p, end - p);
}

static int
append (const BulToken *token, gpointer data)
{
  GString *out = data;

  if (out->len > 0)
    g_string_append_c (out, token->same_place ? '|' : ' ');
  append_readable (out, token);
  return 0;
}

static char *
read_tokens (const char *text, BulTokenMode mode)
{
  GString *out = g_string_new (NULL);

  g_assert_cmpint (bul_token_read (text, strlen (text), mode, append, out), ==, 0);
  return g_string_free (out, FALSE);
}

static void
test_text (void)
{
  static const struct
  {
    const char *text;
    const char *tokens;
  } cases[] = {
    /* Hangul */
    { "대통령은", "대통 통령 령은 은" },
    { "핵 실험", "핵 실험 험" },
    { "친서, 친서를", "친서 서 친서 서를 를" },
    { "\341\204\201\341\205\241", "까" },
    { "\341\204\222\341\205\241\341\206\253\341\204\200\341\205\256\341\206\250", "한국 국" },
    { "하\341\206\253국", "한국 국" },
    { "\341\204\222", "" },
    { "ㅋㅋ", "ㅋㅋ" },
    /* beside words */
    { "5월 3차", "5 월|+월 3 차|+차" },
    { "100명이", "100 명이|+명 이" },
    { "KBS는 KBS 는", "kbs 는|+는 kbs 는" },
    { "제3차", "제 3 차|+차" },
    /* Han and kana */
    { "北, 美", "北 美" },
    { "親書를", "親書 書 를|+를" },
    { "\357\244\241北", "\345\265\220北 北" },
    { "カタ", "カタ タ" },
    /* letters and digits */
    { "Elections in Café", "elections|~elect in cafe" },
    { "cafe\314\201", "cafe" },
    { "Korea’s Korea's Koreas", "korea korea koreas|~korea" },
    { "3,270.5%", "3 270 5" },
    { "KF-21s", "kf 21s" },
    { "ＡＢ１", "ab1" },
    /* boundaries, marks, bytes that are no text */
    { "a\nb", "a / b" },
    { "\356\200\20012 \356\200\2003", "\356\200\20012 \356\200\2003" },
    { "가\377\376나", "가 나" },
    { "가\341\204", "가" },
    { "", "" },
    { "…!", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *tokens = read_tokens (cases[i].text, BUL_TOKEN_TEXT);

      g_assert_cmpstr (tokens, ==, cases[i].tokens);
    }
}

static void
test_query (void)
{
  static const struct
  {
    const char *text;
    BulTokenMode mode;
    const char *tokens;
    BulTokenEnd end;
  } cases[] = {
    /* whatever follows */
    { "대통령", BUL_TOKEN_QUERY, "대통 통령", BUL_TOKEN_END_SHUT },
    { "대통령!", BUL_TOKEN_QUERY, "대통 통령", BUL_TOKEN_END_SHUT },
    { "핵", BUL_TOKEN_QUERY, "핵", BUL_TOKEN_END_OPEN },
    { "북 핵", BUL_TOKEN_QUERY, "북 핵", BUL_TOKEN_END_OPEN },
    { "핵 실험", BUL_TOKEN_QUERY, "핵 실험", BUL_TOKEN_END_SHUT },
    { "5월", BUL_TOKEN_QUERY, "5 +월", BUL_TOKEN_END_SHUT },
    { "5월 중", BUL_TOKEN_QUERY, "5 월 중", BUL_TOKEN_END_OPEN },
    { "北", BUL_TOKEN_QUERY, "北", BUL_TOKEN_END_OPEN },
    { "親書", BUL_TOKEN_QUERY, "親書", BUL_TOKEN_END_SHUT },
    { "elections", BUL_TOKEN_QUERY, "elect|~elect", BUL_TOKEN_END_SHUT },
    { BUL_TOKEN_EXACT "elections", BUL_TOKEN_QUERY, "elections", BUL_TOKEN_END_SHUT },
    /* what is being typed */
    { "대토", BUL_TOKEN_PREFIX, "대토-", BUL_TOKEN_END_SHUT },
    { "대ㅌ", BUL_TOKEN_PREFIX, "대\341\204\220", BUL_TOKEN_END_SHUT },
    { "대통ㄹ", BUL_TOKEN_PREFIX, "대통 통\341\204\205", BUL_TOKEN_END_SHUT },
    { "대통", BUL_TOKEN_PREFIX, "대통", BUL_TOKEN_END_SHUT },
    { "대", BUL_TOKEN_PREFIX, "대-", BUL_TOKEN_END_OPEN },
    { BUL_TOKEN_EXACT "대", BUL_TOKEN_PREFIX, "대", BUL_TOKEN_END_OPEN },
    { "ㄷ", BUL_TOKEN_PREFIX, "\341\204\203", BUL_TOKEN_END_SHUT },
    { "5우", BUL_TOKEN_PREFIX, "5 +우-", BUL_TOKEN_END_SHUT },
    { "new elections", BUL_TOKEN_PREFIX, "new|~new elections", BUL_TOKEN_END_SHUT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *tokens = read_tokens (cases[i].text, cases[i].mode);

      g_assert_cmpstr (tokens, ==, cases[i].tokens);
      g_assert_cmpint (bul_token_look_at_end (cases[i].text), ==, cases[i].end);
    }
}

static void
test_syllables (void)
{
  static const char text[] = "가나 가 5월 나다 ABC";
  g_autoptr (GString) out = g_string_new (NULL);

  bul_token_read_syllables (text, strlen (text), append, out);
  g_assert_cmpstr (out->str, ==, "가 나 월 다");
  g_assert_true (bul_token_is_syllable ("핵"));
  g_assert_true (bul_token_is_syllable (" “핵” "));
  g_assert_false (bul_token_is_syllable ("핵실"));
  g_assert_false (bul_token_is_syllable ("5월"));
  g_assert_false (bul_token_is_syllable ("北"));
  g_assert_false (bul_token_is_syllable (""));
}

/* Where a token stands is what of the text it stands for. */
static int
check_place (const BulToken *token, gpointer data)
{
  const char *text = data;

  g_assert_cmpuint (token->start, <, token->end);
  g_assert_cmpuint (token->end, <=, strlen (text));
  g_assert_true (g_utf8_validate (text + token->start, (gssize) (token->end - token->start), NULL));
  g_assert_cmpuint (token->length, <=, 80);
  return 0;
}

static void
test_places (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  static const gunichar some[]
      = { 0xac00, 0xd7a3, 0xb300, 0x3142, 0x1100, 0x1161, 0x11ab, 'a',
          'Z',    '5',    ' ',    '\n',   '\'',   's',    0x5317, 0xf921,
          0x30ab, 0x0301, 0xe9,   0xe000, 0xe001, 0x2019, 0xff21, 0x1f600 };

  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      guint n = (guint) g_rand_int_range (rand, 0, 30);

      for (guint j = 0; j < n; j++)
        g_string_append_unichar (text,
                                 some[g_rand_int_range (rand, 0, (gint32) G_N_ELEMENTS (some))]);
      for (guint mode = BUL_TOKEN_TEXT; mode <= BUL_TOKEN_PREFIX; mode++)
        bul_token_read (text->str, text->len, mode, check_place, text->str);
    }
}

/* A word of 20 KB is one token, and known by its beginning. */
static void
test_long_word (void)
{
  g_autofree char *word = g_strnfill (20000, 'a');
  g_autofree char *text = read_tokens (word, BUL_TOKEN_TEXT);
  g_autofree char *query = read_tokens (word, BUL_TOKEN_PREFIX);

  g_assert_cmpuint (strlen (text), ==, 64);
  g_assert_cmpstr (text, ==, query);
}

static void
test_stems (void)
{
  static const struct
  {
    const char *word;
    const char *stem;
  } cases[] = {
    /* the examples of the paper, step by step */
    { "caresses", "caress" },
    { "ponies", "poni" },
    { "cats", "cat" },
    { "feed", "feed" },
    { "agreed", "agre" },
    { "plastered", "plaster" },
    { "bled", "bled" },
    { "motoring", "motor" },
    { "sing", "sing" },
    { "conflated", "conflat" },
    { "troubled", "troubl" },
    { "sized", "size" },
    { "hopping", "hop" },
    { "falling", "fall" },
    { "hissing", "hiss" },
    { "filing", "file" },
    { "happy", "happi" },
    { "sky", "sky" },
    { "relational", "relat" },
    { "conditional", "condit" },
    { "digitizer", "digit" },
    { "operator", "oper" },
    { "hopefulness", "hope" },
    { "sensibiliti", "sensibl" },
    { "triplicate", "triplic" },
    { "electrical", "electr" },
    { "revival", "reviv" },
    { "adjustment", "adjust" },
    { "adoption", "adopt" },
    { "effective", "effect" },
    { "probate", "probat" },
    { "rate", "rate" },
    { "cease", "ceas" },
    { "controll", "control" },
    { "roll", "roll" },
    /* of the news */
    { "elections", "elect" },
    { "elected", "elect" },
    { "investigators", "investig" },
    { "by", "by" },
    { "a", "a" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *stem = g_strdup (cases[i].word);

      stem[bul_porter_stem (stem, strlen (stem))] = '\0';
      g_assert_cmpstr (stem, ==, cases[i].stem);
    }
}

UNIT (text_token)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/token/text", test_text);
  g_test_add_func ("/token/query", test_query);
  g_test_add_func ("/token/syllables", test_syllables);
  g_test_add_func ("/token/places", test_places);
  g_test_add_func ("/token/long-word", test_long_word);
  g_test_add_func ("/porter/stems", test_stems);
  return g_test_run ();
}
