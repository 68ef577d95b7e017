/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-ending-private.h"

#include <string.h>

/* Longer words in capitals are said as words, shorter ones letter by letter. */
#define LONGEST_ACRONYM ((gsize) 5)

/* Words that the rules below get wrong, or cannot know. */
static const BulEndingRow words[] = {
  /* acronyms said as words */
  { "apec", BUL_ENDING_CONSONANT },    /* 에이펙 */
  { "opec", BUL_ENDING_CONSONANT },    /* 오펙 */
  { "rcep", BUL_ENDING_UNKNOWN },      /* 알셉, 알시이피 */
  { "iter", BUL_ENDING_VOWEL },        /* 이터 */
  { "kosdaq", BUL_ENDING_CONSONANT },  /* 코스닥 */
  { "nasdaq", BUL_ENDING_CONSONANT },  /* 나스닥 */
  { "postech", BUL_ENDING_CONSONANT }, /* 포스텍 */
  /* titles */
  { "mr", BUL_ENDING_VOWEL },
  { "dr", BUL_ENDING_VOWEL },
  { "jr", BUL_ENDING_VOWEL },
  { "inc", BUL_ENDING_VOWEL },
  /* places */
  { "york", BUL_ENDING_CONSONANT },        /* 뉴욕 */
  { "europe", BUL_ENDING_CONSONANT },      /* 유럽 */
  { "philippines", BUL_ENDING_CONSONANT }, /* 필리핀 */
  { "munich", BUL_ENDING_CONSONANT },      /* 뮌헨 */
  { "rome", BUL_ENDING_VOWEL },            /* 로마 */
  { "chile", BUL_ENDING_VOWEL },           /* 칠레 */
  { "ukraine", BUL_ENDING_VOWEL },         /* 우크라이나 */
  { "tibet", BUL_ENDING_VOWEL },           /* 티베트 */
  { "soviet", BUL_ENDING_VOWEL },          /* 소비에트 */
  /* names */
  { "naver", BUL_ENDING_VOWEL },
  { "pele", BUL_ENDING_VOWEL },
  { "park", BUL_ENDING_UNKNOWN }, /* 박, 파크 */
  { "github", BUL_ENDING_VOWEL },
  { "hub", BUL_ENDING_VOWEL },
  /* things */
  { "group", BUL_ENDING_CONSONANT },
  { "brexit", BUL_ENDING_VOWEL },
  { "bit", BUL_ENDING_VOWEL },
  { "hit", BUL_ENDING_VOWEL },
  { "set", BUL_ENDING_VOWEL },
  { "jet", BUL_ENDING_VOWEL },
  { "big", BUL_ENDING_CONSONANT },
};

/* How newsrooms write foreign words in Hangul, by their ends. The first row that fits counts. */
static const BulEndingRow ends[] = {
  /* a silent e leaves what is before it */
  { "le", BUL_ENDING_RIEUL },
  { "me", BUL_ENDING_CONSONANT },
  { "ne", BUL_ENDING_CONSONANT },
  /* heard as they are */
  { "a", BUL_ENDING_VOWEL },
  { "e", BUL_ENDING_VOWEL },
  { "i", BUL_ENDING_VOWEL },
  { "o", BUL_ENDING_VOWEL },
  { "u", BUL_ENDING_VOWEL },
  { "y", BUL_ENDING_VOWEL },
  { "l", BUL_ENDING_RIEUL },
  { "m", BUL_ENDING_CONSONANT },
  { "n", BUL_ENDING_CONSONANT },
  { "ng", BUL_ENDING_CONSONANT },
  /* k */
  { "rck", BUL_ENDING_VOWEL },
  { "nck", BUL_ENDING_VOWEL },
  { "ck", BUL_ENDING_CONSONANT },
  { "ook", BUL_ENDING_CONSONANT },
  { "eok", BUL_ENDING_CONSONANT },
  { "euk", BUL_ENDING_CONSONANT },
  { "aek", BUL_ENDING_CONSONANT },
  { "eek", BUL_ENDING_VOWEL },
  { "eak", BUL_ENDING_VOWEL },
  { "oak", BUL_ENDING_VOWEL },
  { "ak", BUL_ENDING_UNKNOWN },
  { "ek", BUL_ENDING_CONSONANT },
  { "ik", BUL_ENDING_CONSONANT },
  { "ok", BUL_ENDING_CONSONANT },
  { "uk", BUL_ENDING_CONSONANT },
  /* p */
  { "pp", BUL_ENDING_CONSONANT },
  { "eop", BUL_ENDING_CONSONANT },
  { "eep", BUL_ENDING_UNKNOWN },
  { "eap", BUL_ENDING_UNKNOWN },
  { "oap", BUL_ENDING_UNKNOWN },
  { "oop", BUL_ENDING_UNKNOWN },
  { "oup", BUL_ENDING_UNKNOWN },
  { "ap", BUL_ENDING_CONSONANT },
  { "ep", BUL_ENDING_CONSONANT },
  { "ip", BUL_ENDING_CONSONANT },
  { "op", BUL_ENDING_CONSONANT },
  { "up", BUL_ENDING_CONSONANT },
  /* t */
  { "tt", BUL_ENDING_CONSONANT },
  { "out", BUL_ENDING_CONSONANT },
  { "cut", BUL_ENDING_CONSONANT },
  { "ket", BUL_ENDING_CONSONANT },
  { "net", BUL_ENDING_CONSONANT },
  { "mit", BUL_ENDING_CONSONANT },
  { "chat", BUL_ENDING_CONSONANT },
  { "eat", BUL_ENDING_VOWEL },
  { "oat", BUL_ENDING_VOWEL },
  { "eet", BUL_ENDING_VOWEL },
  { "ait", BUL_ENDING_VOWEL },
  { "eot", BUL_ENDING_VOWEL },
  { "oot", BUL_ENDING_UNKNOWN },
  { "ot", BUL_ENDING_CONSONANT },
  { "at", BUL_ENDING_UNKNOWN },
  { "et", BUL_ENDING_UNKNOWN },
  { "it", BUL_ENDING_UNKNOWN },
  { "ut", BUL_ENDING_UNKNOWN },
  /* b, c, g */
  { "web", BUL_ENDING_CONSONANT },
  { "lab", BUL_ENDING_CONSONANT },
  { "club", BUL_ENDING_CONSONANT },
  { "pub", BUL_ENDING_CONSONANT },
  { "job", BUL_ENDING_CONSONANT },
  { "bob", BUL_ENDING_CONSONANT },
  { "mb", BUL_ENDING_CONSONANT },
  { "b", BUL_ENDING_UNKNOWN },
  { "ac", BUL_ENDING_CONSONANT },
  { "ec", BUL_ENDING_CONSONANT },
  { "ic", BUL_ENDING_CONSONANT },
  { "oc", BUL_ENDING_CONSONANT },
  { "ag", BUL_ENDING_UNKNOWN },
  { "ig", BUL_ENDING_UNKNOWN },
  /* every other consonant is said with 으 or 이 after it: 프, 스, 치 */
  { "", BUL_ENDING_VOWEL },
};

static BulEnding
ending_of_letter (char letter)
{
  switch (g_ascii_tolower (letter))
    {
    case 'l': /* 엘 */
    case 'r': /* 알 */
      return BUL_ENDING_RIEUL;
    case 'm': /* 엠 */
    case 'n': /* 엔 */
      return BUL_ENDING_CONSONANT;
    default:
      return BUL_ENDING_VOWEL;
    }
}

static BulEnding
ending_by_rules (const char *word)
{
  g_autofree char *small = g_ascii_strdown (word, -1);

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (g_str_has_suffix (small, ends[i].spelling))
      return ends[i].ending;
  return BUL_ENDING_UNKNOWN;
}

/* Said letter by letter at its end: “GPT”, “OpenAI”, “kr”. */
static gboolean
is_spelt_out (const char *word, gsize length)
{
  gboolean has_vowel = strpbrk (word, "aeiouyAEIOUY") != NULL;

  if (length == 1 || (!has_vowel && length <= LONGEST_ACRONYM))
    return TRUE;
  return g_ascii_isupper (word[length - 1]) && g_ascii_isupper (word[length - 2]);
}

static gboolean
is_all_capital (const char *word)
{
  while (g_ascii_isupper (*word))
    word++;
  return *word == '\0';
}

BulEnding
bul_ending_of_latin (const char *word)
{
  gsize length = strlen (word);
  BulEnding letter = BUL_ENDING_UNKNOWN;

  if (length == 0)
    return BUL_ENDING_UNKNOWN;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strcasecmp (words[i].spelling, word) == 0)
      return words[i].ending;

  if (!is_spelt_out (word, length))
    return ending_by_rules (word);

  letter = ending_of_letter (word[length - 1]);
  if (length <= LONGEST_ACRONYM || !is_all_capital (word))
    return letter;
  return letter == ending_by_rules (word) ? letter : BUL_ENDING_UNKNOWN;
}
