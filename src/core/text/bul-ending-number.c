/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-ending-private.h"

#include <string.h>

/* How much of the end of a text is a number, and how it is written. */
typedef struct
{
  const char *start;
  guint n_points;
  guint n_zeros; /* at the end, since the last point */
  int last;      /* the last digit that is not zero, since the last point; 0: none */
  int final;     /* the very last digit */
} Number;

/* Signs are said wherever they stand; what is said after the number may be written before it. */
static const BulEndingRow signs[] = {
  /* shares */
  { "%", BUL_ENDING_VOWEL },  /* 퍼센트, 프로 */
  { "％", BUL_ENDING_VOWEL }, /* the wide one */
  { "‰", BUL_ENDING_RIEUL },  /* 퍼밀 */
  /* money */
  { "$", BUL_ENDING_VOWEL },     /* 달러 */
  { "＄", BUL_ENDING_VOWEL },    /* the wide one */
  { "€", BUL_ENDING_VOWEL },     /* 유로 */
  { "£", BUL_ENDING_VOWEL },     /* 파운드 */
  { "￡", BUL_ENDING_VOWEL },    /* the wide one */
  { "¥", BUL_ENDING_CONSONANT }, /* 엔, 위안 */
  { "￥", BUL_ENDING_CONSONANT },
  { "₩", BUL_ENDING_CONSONANT }, /* 원 */
  { "￦", BUL_ENDING_CONSONANT },
  /* degrees */
  { "℃", BUL_ENDING_VOWEL }, /* 도 */
  { "℉", BUL_ENDING_VOWEL },
  { "°", BUL_ENDING_VOWEL },
  { "°C", BUL_ENDING_VOWEL },
  { "°F", BUL_ENDING_VOWEL },
  /* units in one character */
  { "㎜", BUL_ENDING_VOWEL },
  { "㎝", BUL_ENDING_VOWEL },
  { "㎞", BUL_ENDING_VOWEL },
  { "㎟", BUL_ENDING_VOWEL },
  { "㎠", BUL_ENDING_VOWEL },
  { "㎡", BUL_ENDING_VOWEL },
  { "㎢", BUL_ENDING_VOWEL },
  { "㎣", BUL_ENDING_VOWEL },
  { "㎤", BUL_ENDING_VOWEL },
  { "㎥", BUL_ENDING_VOWEL },
  { "㎛", BUL_ENDING_VOWEL },
  { "㎚", BUL_ENDING_VOWEL },
  { "㎧", BUL_ENDING_VOWEL },
  { "㎎", BUL_ENDING_CONSONANT }, /* 밀리그램 */
  { "㎏", BUL_ENDING_CONSONANT },
  { "㎍", BUL_ENDING_CONSONANT },
  { "㎖", BUL_ENDING_VOWEL },
  { "ℓ", BUL_ENDING_VOWEL }, /* 리터 */
  { "㏄", BUL_ENDING_VOWEL },
  { "㏊", BUL_ENDING_VOWEL }, /* 헥타르 */
  { "㎾", BUL_ENDING_VOWEL },
  { "㎿", BUL_ENDING_VOWEL },
  { "㎐", BUL_ENDING_VOWEL },
  { "㎒", BUL_ENDING_VOWEL },
  { "㎓", BUL_ENDING_VOWEL },
  { "㎉", BUL_ENDING_VOWEL },
  { "㏈", BUL_ENDING_RIEUL }, /* 데시벨 */
  { "㎩", BUL_ENDING_RIEUL }, /* 파스칼 */
  /* others */
  { "+", BUL_ENDING_VOWEL },     /* 플러스 */
  { "#", BUL_ENDING_CONSONANT }, /* 샵 */
};

/* Letters that are a unit only behind a number. */
static const BulEndingRow units[] = {
  /* length, area, volume */
  { "nm", BUL_ENDING_VOWEL },
  { "mm", BUL_ENDING_VOWEL },
  { "cm", BUL_ENDING_VOWEL },
  { "m", BUL_ENDING_VOWEL },
  { "km", BUL_ENDING_VOWEL },
  { "KM", BUL_ENDING_VOWEL },
  { "ft", BUL_ENDING_VOWEL },
  { "m2", BUL_ENDING_VOWEL },
  { "m²", BUL_ENDING_VOWEL },
  { "km2", BUL_ENDING_VOWEL },
  { "km²", BUL_ENDING_VOWEL },
  { "m3", BUL_ENDING_VOWEL },
  { "m³", BUL_ENDING_VOWEL },
  { "ha", BUL_ENDING_VOWEL },
  { "ml", BUL_ENDING_VOWEL },
  { "mL", BUL_ENDING_VOWEL },
  { "l", BUL_ENDING_VOWEL },
  { "L", BUL_ENDING_VOWEL },
  { "cc", BUL_ENDING_VOWEL },
  /* mass */
  { "mg", BUL_ENDING_CONSONANT }, /* 그램 */
  { "g", BUL_ENDING_CONSONANT },
  { "kg", BUL_ENDING_CONSONANT },
  { "KG", BUL_ENDING_CONSONANT },
  { "t", BUL_ENDING_CONSONANT }, /* 톤 */
  { "lb", BUL_ENDING_VOWEL },    /* 파운드 */
  { "oz", BUL_ENDING_VOWEL },    /* 온스 */
  /* speed */
  { "km/h", BUL_ENDING_VOWEL },
  { "㎞/h", BUL_ENDING_VOWEL },
  { "m/s", BUL_ENDING_VOWEL },
  { "mph", BUL_ENDING_RIEUL },     /* 마일 */
  { "kt", BUL_ENDING_VOWEL },      /* 노트 */
  { "rpm", BUL_ENDING_CONSONANT }, /* 알피엠 */
  /* power, pressure, sound, heat */
  { "V", BUL_ENDING_VOWEL },
  { "W", BUL_ENDING_VOWEL },
  { "kW", BUL_ENDING_VOWEL },
  { "KW", BUL_ENDING_VOWEL },
  { "MW", BUL_ENDING_VOWEL },
  { "GW", BUL_ENDING_VOWEL },
  { "Wh", BUL_ENDING_VOWEL },
  { "kWh", BUL_ENDING_VOWEL },
  { "MWh", BUL_ENDING_VOWEL },
  { "GWh", BUL_ENDING_VOWEL },
  { "Hz", BUL_ENDING_VOWEL },
  { "kHz", BUL_ENDING_VOWEL },
  { "MHz", BUL_ENDING_VOWEL },
  { "GHz", BUL_ENDING_VOWEL },
  { "Pa", BUL_ENDING_RIEUL }, /* 파스칼 */
  { "hPa", BUL_ENDING_RIEUL },
  { "kPa", BUL_ENDING_RIEUL },
  { "MPa", BUL_ENDING_RIEUL },
  { "dB", BUL_ENDING_RIEUL },  /* 데시벨 */
  { "cal", BUL_ENDING_VOWEL }, /* 칼로리 */
  { "kcal", BUL_ENDING_VOWEL },
  /* data */
  { "KB", BUL_ENDING_VOWEL },
  { "MB", BUL_ENDING_VOWEL },
  { "GB", BUL_ENDING_VOWEL },
  { "TB", BUL_ENDING_VOWEL },
  { "Mbps", BUL_ENDING_VOWEL },
  { "Gbps", BUL_ENDING_VOWEL },
  /* shares */
  { "p", BUL_ENDING_VOWEL }, /* 포인트 */
  { "P", BUL_ENDING_VOWEL },
  { "pt", BUL_ENDING_VOWEL },
  { "%p", BUL_ENDING_VOWEL },
  { "%P", BUL_ENDING_VOWEL },
  { "bp", BUL_ENDING_VOWEL },
  { "ppm", BUL_ENDING_CONSONANT }, /* 피피엠 */
  { "ppb", BUL_ENDING_VOWEL },
};

static gunichar
char_before (const char *text, const char *at)
{
  return at > text ? g_utf8_get_char (g_utf8_prev_char (at)) : 0;
}

static gboolean
is_digit (gunichar c)
{
  return g_unichar_digit_value (c) >= 0;
}

static gboolean
has_end (const char *text, gsize length, const char *end)
{
  gsize end_length = strlen (end);

  return length >= end_length && memcmp (text + length - end_length, end, end_length) == 0;
}

/* Three digits stand between @comma and @end or the next comma. */
static gboolean
parts_thousands (const char *comma, const char *end)
{
  const char *at = comma + 1;

  for (guint i = 0; i < 3; i++)
    {
      if (at >= end || !is_digit (g_utf8_get_char (at)))
        return FALSE;
      at = g_utf8_next_char (at);
    }
  return at >= end || !is_digit (g_utf8_get_char (at));
}

static void
take_digit (Number *number, int digit)
{
  if (number->final < 0)
    number->final = digit;
  if (number->n_points > 0 || number->last != 0)
    return;

  if (digit == 0)
    number->n_zeros++;
  else
    number->last = digit;
}

/* Read from its end: only the digits since the last point decide, unless that is a decimal one. */
static Number
find_number (const char *text, gsize length)
{
  const char *end = text + length;
  Number number = { .start = end, .final = -1 };

  while (number.start > text)
    {
      const char *at = g_utf8_prev_char (number.start);
      gunichar c = g_utf8_get_char (at);
      gboolean is_between = number.start < end && is_digit (char_before (text, at));

      if (is_digit (c))
        take_digit (&number, g_unichar_digit_value (c));
      else if (c == '.' && is_between)
        number.n_points++;
      else if (c != ',' || !is_between || !parts_thousands (at, end))
        break;
      number.start = at;
    }

  return number;
}

BulEnding
bul_ending_of_value (guint value)
{
  static const BulEnding endings[] = {
    BUL_ENDING_CONSONANT, /* 영, 공 */
    BUL_ENDING_RIEUL,     /* 일 */
    BUL_ENDING_VOWEL,     /* 이 */
    BUL_ENDING_CONSONANT, /* 삼 */
    BUL_ENDING_VOWEL,     /* 사 */
    BUL_ENDING_VOWEL,     /* 오 */
    BUL_ENDING_CONSONANT, /* 육 */
    BUL_ENDING_RIEUL,     /* 칠 */
    BUL_ENDING_RIEUL,     /* 팔 */
    BUL_ENDING_VOWEL,     /* 구 */
    BUL_ENDING_CONSONANT, /* 십 */
  };

  g_assert (value < G_N_ELEMENTS (endings));
  return endings[value];
}

/* The name of the last power of ten that is said. */
static BulEnding
ending_of_zeros (guint n_zeros)
{
  static const BulEnding endings[] = {
    BUL_ENDING_CONSONANT, /* 십, 백, 천 */
    BUL_ENDING_CONSONANT, /* 만 */
    BUL_ENDING_CONSONANT, /* 억 */
    BUL_ENDING_VOWEL,     /* 조 */
    BUL_ENDING_CONSONANT, /* 경 */
    BUL_ENDING_VOWEL,     /* 해 */
  };

  return n_zeros / 4 < G_N_ELEMENTS (endings) ? endings[n_zeros / 4] : BUL_ENDING_UNKNOWN;
}

static BulEnding
ending_of_digits (const Number *number)
{
  if (number->n_points == 1 || number->last == 0 || number->n_zeros == 0)
    return bul_ending_of_value ((guint) number->final);
  return ending_of_zeros (number->n_zeros);
}

/* “3:1” is a score; “21:15” may also be a time, which ends in 분, or in 시 where no minute is. */
static BulEnding
ending_of_score_or_minutes (const char *text, gsize length, const Number *number)
{
  BulEnding ending = ending_of_digits (number);
  gboolean is_one_digit = g_utf8_next_char (number->start) == text + length;

  if (is_one_digit || (ending == BUL_ENDING_CONSONANT && number->last != 0))
    return ending;
  return BUL_ENDING_UNKNOWN;
}

/* “2/3” is a fraction, said from its end, or a date: certain where both numbers end alike. */
static BulEnding
ending_after_mark (const char *text, gsize length, const Number *number, gunichar mark)
{
  BulEnding ending = ending_of_digits (number);
  const char *before = g_utf8_prev_char (number->start);
  Number other;

  if (!is_digit (char_before (text, before)))
    return ending;

  if (mark == ':')
    return ending_of_score_or_minutes (text, length, number);

  other = find_number (text, (gsize) (before - text));
  return ending == ending_of_digits (&other) ? ending : BUL_ENDING_UNKNOWN;
}

/* A digit joined to letters may be said in English: only 2, 4 and 5 end alike both ways. */
static BulEnding
ending_after_letter (const char *text, gsize length, const Number *number)
{
  if (number->start + 1 < text + length)
    return ending_of_digits (number);
  if (has_end (text, length, "G7"))
    return BUL_ENDING_CONSONANT;
  if (number->final == 2 || number->final == 4 || number->final == 5)
    return BUL_ENDING_VOWEL;
  return BUL_ENDING_UNKNOWN;
}

static BulEnding
ending_of_sign (const char *text, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (has_end (text, length, signs[i].spelling))
      return signs[i].ending;
  return BUL_ENDING_UNKNOWN;
}

static gboolean
is_money (gunichar c)
{
  return g_unichar_type (c) == G_UNICODE_CURRENCY_SYMBOL;
}

BulEnding
bul_ending_of_number (const char *text, gsize length)
{
  Number number = find_number (text, length);
  gunichar before = char_before (text, number.start);

  if (is_money (before))
    return ending_of_sign (text, (gsize) (number.start - text));
  if (before == '/' || before == ':')
    return ending_after_mark (text, length, &number, before);
  if (before < 0x80 && g_ascii_isalpha ((char) before))
    return ending_after_letter (text, length, &number);
  return ending_of_digits (&number);
}

BulEnding
bul_ending_of_unit (const char *text, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      const char *start = text + length;

      if (!has_end (text, length, units[i].spelling))
        continue;

      start -= strlen (units[i].spelling);
      if (char_before (text, start) == ' ')
        start--;
      if (is_digit (char_before (text, start)))
        return units[i].ending;
    }

  return ending_of_sign (text, length);
}
