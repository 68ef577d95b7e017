/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-spoken-private.h"

#include <string.h>

typedef struct
{
  const char *text;
  guint n_syllables;
} Reading;

/* Signs that are said; those that begin like another stand before it. */
static const Reading signs[] = {
  /* shares: 퍼센트포인트, 퍼센트 */
  { "%p", 6 },
  { "%P", 6 },
  { "%포인트", 6 },
  { "%", 3 },
  { "％", 3 },
  { "‰", 3 },
  /* measures: 도, 킬로미터, 킬로그램, 제곱미터, 제곱킬로미터, 밀리미터, 센티미터 */
  { "℃", 1 },
  { "°", 1 },
  { "㎞", 4 },
  { "㎏", 4 },
  { "㎡", 4 },
  { "㎢", 6 },
  { "㎜", 4 },
  { "㎝", 4 },
  { "㏊", 3 },
  /* money: 달러, 유로, 파운드, 원, 엔 */
  { "$", 2 },
  { "€", 2 },
  { "£", 3 },
  { "₩", 1 },
  { "￦", 1 },
  { "¥", 1 },
  /* between words: 앤드, 플러스, 에서 */
  { "&", 2 },
  { "+", 3 },
  { "~", 2 },
  { "∼", 2 },
  { "～", 2 },
};

/* Measures written behind a number. */
static const Reading measures[] = {
  /* length: 킬로미터, 미터, 센티미터, 밀리미터 */
  { "km", 4 },
  { "m", 2 },
  { "cm", 4 },
  { "mm", 4 },
  /* weight: 킬로그램, 그램, 밀리그램, 톤 */
  { "kg", 4 },
  { "g", 2 },
  { "mg", 4 },
  { "t", 1 },
  /* room: 헥타르, 리터, 밀리리터 */
  { "ha", 3 },
  { "L", 2 },
  { "l", 2 },
  { "ml", 4 },
  { "mL", 4 },
  /* power and data: 킬로와트, 메가와트, 기가와트, 헤르츠, 메가헤르츠, 기가바이트 */
  { "kW", 4 },
  { "MW", 4 },
  { "GW", 4 },
  { "Hz", 3 },
  { "MHz", 5 },
  { "GB", 5 },
  /* persons of a poll: 퍼센트포인트 is a sign; 피피엠 */
  { "ppm", 3 },
};

/* Short forms in capitals that are read as a word. */
static const Reading short_forms[] = {
  { "APEC", 3 }, { "ASEAN", 3 }, { "FIFA", 2 }, { "KAIST", 4 }, { "NASA", 2 },   { "NATO", 2 },
  { "OPEC", 2 }, { "POSCO", 3 }, { "SARS", 2 }, { "AIDS", 3 },  { "UNESCO", 4 }, { "UNICEF", 4 },
};

/* 에이 비 씨 디 이 에프 지 에이치 아이 제이 케이 엘 엠 엔 오 피 큐 알 에스 티 유 브이 더블유 엑스
 * 와이 제트 */
static const guint8 letters[]
    = { 2, 1, 1, 1, 1, 2, 1, 3, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 2, 1, 1, 2, 4, 2, 2, 2 };

/* What is counted by the native numbers: 마흔한 명, 일곱 시. */
static const char *const counters[]
    = { "명",   "시간", "시", "살", "개",   "마리", "척",   "채",   "곳", "가지",
        "그루", "벌",   "건", "달", "군데", "차례", "사람", "쌍",   "장", "송이",
        "자루", "켤레", "잔", "병", "줄",   "집",   "배",   "번째", "번" };

/* Words that begin like those and are counted by the others: 삼 개월. */
static const char *const no_counters[]
    = { "개월",   "개국", "개년", "개소", "개사", "개교",    "개 ",    "시즌",
        "시리즈", "시험", "장관", "건물", "번지", "번 출구", "번 버스" };

/* 하나, 둘 … before a counter: 한, 두, 세, 네, 다섯, 여섯, 일곱, 여덟, 아홉. */
static const guint8 native_ones[] = { 0, 1, 1, 1, 1, 2, 2, 2, 2, 2 };
/* 열, 스물, 서른, 마흔, 쉰, 예순, 일흔, 여든, 아흔. */
static const guint8 native_tens[] = { 0, 1, 2, 2, 2, 1, 2, 2, 2, 2 };

static gboolean
starts_with_any (const char *text, const char *const *words, guint n_words)
{
  for (guint i = 0; i < n_words; i++)
    if (bul_spoken_starts (text, words[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_counted_natively (const BulSpokenNumber *number, const char *behind)
{
  if (number->whole < 1 || number->whole > 99 || number->n_decimals > 0 || number->spelled)
    return FALSE;
  if (*behind == ' ')
    behind++;
  return starts_with_any (behind, counters, G_N_ELEMENTS (counters))
         && !starts_with_any (behind, no_counters, G_N_ELEMENTS (no_counters));
}

/* Below ten thousand: 천이백, where the one before 천, 백 and 십 is not said. */
static guint
count_group (guint group)
{
  guint n_syllables = group % 10 > 0 ? 1 : 0;

  for (guint rest = group / 10; rest > 0; rest /= 10)
    n_syllables += rest % 10 > 1 ? 2 : rest % 10;
  return n_syllables;
}

static guint
count_cardinal (guint64 number)
{
  guint n_syllables = 0;

  if (number == 0)
    return 1;
  /* 만, not 일만; but 일억. */
  if (number >= 10000 && number < 20000)
    return 1 + count_group (number % 10000);
  for (guint64 scale = 0; number > 0; number /= 10000, scale++)
    if (number % 10000 > 0)
      n_syllables += count_group (number % 10000) + (scale > 0 ? 1 : 0);
  return n_syllables;
}

static guint
count_number (const BulSpokenNumber *number, const char *behind)
{
  guint n_syllables = number->n_decimals > 0 ? 1 + number->n_decimals : 0;

  if (number->spelled)
    return n_syllables + number->n_digits;
  if (is_counted_natively (number, behind))
    return native_tens[number->whole / 10] + native_ones[number->whole % 10];
  return n_syllables + count_cardinal (number->whole);
}

static const Reading *
find_whole (const Reading *readings, guint n_readings, const char *text, gsize length)
{
  for (guint i = 0; i < n_readings; i++)
    if (strlen (readings[i].text) == length && memcmp (readings[i].text, text, length) == 0)
      return &readings[i];
  return NULL;
}

static BulSpokenToken
read_number (const char *text, const BulSpokenNumber *number)
{
  const char *behind = text + number->length;
  gsize length = bul_spoken_latin_length (behind);
  const Reading *measure = find_whole (measures, G_N_ELEMENTS (measures), behind, length);
  double n_syllables = count_number (number, behind);

  if (measure == NULL)
    return (BulSpokenToken){ number->length, n_syllables };
  return (BulSpokenToken){ number->length + length, n_syllables + measure->n_syllables };
}

/* Letters of other alphabets count once, whatever they take in bytes. */
static gboolean
is_lead_byte (char c)
{
  return ((guchar) c & 0xc0) != 0x80;
}

static guint
count_letters (const char *word, gsize length)
{
  guint n_syllables = 0;

  for (gsize i = 0; i < length; i++)
    if (g_ascii_isalpha (word[i]))
      n_syllables += letters[g_ascii_tolower (word[i]) - 'a'];
    else
      n_syllables += is_lead_byte (word[i]);
  return n_syllables;
}

static gboolean
is_spelled (const char *word, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (g_ascii_islower (word[i]))
      return length == 1;
  return length <= 6;
}

static gboolean
is_vowel (char c)
{
  return strchr ("aeiouy", g_ascii_tolower (c)) != NULL;
}

/* Two letters that are one sound. */
static gboolean
is_digraph (const char *at)
{
  return g_ascii_tolower (at[1]) == 'h' || g_ascii_strncasecmp (at, "ck", 2) == 0
         || g_ascii_strncasecmp (at, "ng", 2) == 0 || g_ascii_tolower (at[0]) == at[1];
}

/* How many consonants stand from @from to @to. */
static guint
count_consonants (const char *from, const char *to)
{
  guint n_consonants = 0;

  for (; from < to; from++)
    {
      n_consonants += is_lead_byte (*from);
      if (from + 1 < to && is_digraph (from))
        from++;
    }
  return n_consonants;
}

/* A foreign word as Hangul would write it, near enough: a syllable for each sound of vowels, and
 * one for each consonant that has no vowel of its own at the head and at the end: 트럼프. */
static guint
count_word (const char *word, gsize length)
{
  const char *end = word + length;
  const char *first;
  const char *last;
  guint n_syllables = 0;

  if (length > 2 && g_ascii_tolower (end[-1]) == 'e' && !is_vowel (end[-2]))
    end--;
  for (first = word; first < end && !is_vowel (*first); first++)
    ;
  if (first == end)
    return count_letters (word, length);
  for (last = end; !is_vowel (last[-1]); last--)
    ;
  for (const char *at = first; at < last; at++)
    n_syllables += is_vowel (*at) && (at == first || !is_vowel (at[-1]));
  n_syllables += MAX (count_consonants (word, first), 1) - 1;
  n_syllables += MAX (count_consonants (last, end), 1) - 1;
  return n_syllables;
}

static BulSpokenToken
read_latin (const char *text, gsize length)
{
  const Reading *form = find_whole (short_forms, G_N_ELEMENTS (short_forms), text, length);

  if (form != NULL)
    return (BulSpokenToken){ length, form->n_syllables };
  return (BulSpokenToken){ length, is_spelled (text, length) ? count_letters (text, length)
                                                             : count_word (text, length) };
}

BulSpokenToken
bul_spoken_korean_read (const char *text)
{
  gunichar c = g_utf8_get_char (text);
  BulSpokenNumber number;
  gsize length;

  if (bul_spoken_is_hangul (c) || bul_spoken_is_ideograph (c))
    return (BulSpokenToken){ (gsize) (g_utf8_next_char (text) - text), 1 };
  if (bul_spoken_number_read (text, &number))
    return read_number (text, &number);
  length = bul_spoken_latin_length (text);
  if (length > 0)
    return read_latin (text, length);
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (bul_spoken_starts (text, signs[i].text))
      return (BulSpokenToken){ strlen (signs[i].text), signs[i].n_syllables };
  return (BulSpokenToken){ (gsize) (g_utf8_next_char (text) - text), 0 };
}
