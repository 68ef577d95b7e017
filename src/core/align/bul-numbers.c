/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-numbers-private.h"

typedef struct
{
  const char *word;
  double value;
} Row;

/* --- Korean */

/* Inside a group of four digits, and what ends one. */
static const Row small_units[] = { { "천", 1e3 }, { "백", 1e2 }, { "십", 10 } };
static const Row large_units[] = { { "만", 1e4 }, { "억", 1e8 }, { "조", 1e12 }, { "경", 1e16 } };

static const Row native[] = {
  { "한", 1 },    { "두", 2 },    { "세", 3 },    { "네", 4 },    { "서너", 3 },  { "다섯", 5 },
  { "여섯", 6 },  { "일곱", 7 },  { "여덟", 8 },  { "아홉", 9 },  { "열", 10 },   { "열한", 11 },
  { "열두", 12 }, { "열세", 13 }, { "열네", 14 }, { "스무", 20 }, { "스물", 20 }, { "서른", 30 },
  { "마흔", 40 }, { "쉰", 50 },   { "예순", 60 }, { "석", 3 },    { "넉", 4 },
};

static const char *const counters[]
    = { "명",   "개", "번",   "살",   "시",   "달",   "가지", "차례", "곳",   "마리",
        "대",   "채", "척",   "권",   "장",   "사람", "배",   "건",   "쪽",   "군데",
        "해",   "잔", "병",   "팀",   "나라", "주",   "시간", "편",   "자루", "그루",
        "켤레", "줄", "방울", "걸음", "표",   "골",   "차선" };

static double
take_unit (const char **at, const char *end, const Row *units, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      gsize size = strlen (units[i].word);

      if ((gsize) (end - *at) >= size && memcmp (*at, units[i].word, size) == 0)
        {
          /* 5경기 is five matches */
          if (units[i].value == 1e16 && (gsize) (end - *at) >= 2 * size
              && memcmp (*at + size, "기", strlen ("기")) == 0)
            return 0;
          *at += size;
          return units[i].value;
        }
    }
  return 0;
}

/* 1,234.5; behind it. */
static const char *
read_plain (const char *at, const char *end, double *value)
{
  double scale = 0;

  *value = 0;
  for (; at < end; at++)
    if (g_ascii_isdigit (*at))
      {
        *value = scale == 0 ? *value * 10 + (*at - '0') : *value + (*at - '0') * scale;
        scale /= 10;
      }
    else if (*at == ',' && scale == 0 && end - at > 3 && g_ascii_isdigit (at[1])
             && g_ascii_isdigit (at[2]) && g_ascii_isdigit (at[3]))
      continue;
    else if (*at == '.' && scale == 0 && end - at > 1 && g_ascii_isdigit (at[1]))
      scale = 0.1;
    else
      break;
  return at;
}

/* “6월”, but not “6월드”. */
static gboolean
names_month (const char *at, const char *end, double value)
{
  gsize size = strlen ("월");

  return value >= 1 && value <= 12 && value == (int) value && (gsize) (end - at) >= size
         && memcmp (at, "월", size) == 0
         && ((gsize) (end - at) < 2 * size || memcmp (at, "월드", 2 * size) != 0);
}

/* Whether digits with a unit of their own follow: 4천 2백만. */
static gboolean
goes_on (const char *at, const char *end)
{
  const char *p = at;

  while (p < end && g_ascii_isdigit (*p))
    p++;
  return p > at && take_unit (&p, end, small_units, G_N_ELEMENTS (small_units)) > 0;
}

/* Whether a unit stands apart from its number: 22 억. 만 and 조 begin other words as well. */
static gboolean
stands_apart (const char *at, const char *end)
{
  static const char *const units[] = { " 억", " 만 ", " 조 ", " 천만", " 천 만" };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if ((gsize) (end - at) >= strlen (units[i]) && memcmp (at, units[i], strlen (units[i])) == 0)
      return TRUE;
  return FALSE;
}

/* Behind 여 within a number, which says that it is no more than near: 2천8백여만. */
static const char *
skip_about (const char *at, const char *end)
{
  const char *p = at + strlen ("여");
  const char *behind = p;

  if (p >= end || memcmp (at, "여", strlen ("여")) != 0
      || take_unit (&behind, end, large_units, G_N_ELEMENTS (large_units)) == 0)
    return at;
  return p;
}

/* 12조3천억, 1억1천만, 5만 6천, 2천300. */
const char *
bul_number_read_korean (const char *at, const char *end, gboolean *is_month, double *value)
{
  double total = 0;
  double group = 0;
  double digits;

  at = read_plain (at, end, &digits);
  *is_month = FALSE;
  if (names_month (at, end, digits))
    {
      *is_month = TRUE;
      *value = digits;
      return at + strlen ("월");
    }
  while (at < end)
    {
      const char *p = skip_about (stands_apart (at, end) ? at + 1 : at, end);
      double unit = take_unit (&p, end, small_units, G_N_ELEMENTS (small_units));
      gboolean is_large = unit == 0;

      if (unit > 0)
        {
          group += MAX (digits, 1) * unit;
          digits = 0;
        }
      else if ((unit = take_unit (&p, end, large_units, G_N_ELEMENTS (large_units))) > 0)
        {
          total += MAX (group + digits, 1) * unit;
          group = digits = 0;
        }
      else
        break;
      at = p;
      if (p < end && *p == ' ' && (is_large || goes_on (p + 1, end)))
        p++;
      if (p < end && g_ascii_isdigit (*p))
        at = read_plain (p, end, &digits);
    }
  *value = total + group + digits;
  return at;
}

double
bul_number_native (const char *word, const char *behind)
{
  double value = -1;

  for (guint i = 0; i < G_N_ELEMENTS (native); i++)
    if (strcmp (native[i].word, word) == 0)
      value = native[i].value;
  for (guint i = 0; value > 0 && i < G_N_ELEMENTS (counters); i++)
    if (g_str_has_prefix (behind, counters[i]))
      return value;
  return -1;
}

/* --- English */

static const Row words[] = {
  { "zero", 0 },     { "two", 2 },        { "three", 3 },     { "four", 4 },      { "five", 5 },
  { "six", 6 },      { "seven", 7 },      { "eight", 8 },     { "nine", 9 },      { "ten", 10 },
  { "eleven", 11 },  { "twelve", 12 },    { "thirteen", 13 }, { "fourteen", 14 }, { "fifteen", 15 },
  { "sixteen", 16 }, { "seventeen", 17 }, { "eighteen", 18 }, { "nineteen", 19 }, { "twenty", 20 },
  { "thirty", 30 },  { "forty", 40 },     { "fifty", 50 },    { "sixty", 60 },    { "seventy", 70 },
  { "eighty", 80 },  { "ninety", 90 },    { "dozen", 12 },    { "twice", 2 },     { "second", 2 },
  { "third", 3 },    { "fourth", 4 },     { "fifth", 5 },     { "sixth", 6 },     { "seventh", 7 },
  { "eighth", 8 },   { "ninth", 9 },      { "tenth", 10 },    { "eleventh", 11 }, { "twelfth", 12 },
};

static const char *const months[][2] = {
  { "january", "jan" },    { "february", "feb" }, { "march", "mar" },    { "april", "apr" },
  { "may", "may" },        { "june", "jun" },     { "july", "jul" },     { "august", "aug" },
  { "september", "sept" }, { "october", "oct" },  { "november", "nov" }, { "december", "dec" },
};

const char *
bul_number_read_digits (const char *at, const char *end, gboolean *is_month, double *value)
{
  static const char *const ordinals[] = { "st", "nd", "rd", "th" };

  *is_month = FALSE;
  at = read_plain (at, end, value);
  for (guint i = 0; end - at >= 2 && i < G_N_ELEMENTS (ordinals); i++)
    if (memcmp (at, ordinals[i], 2) == 0)
      return at + 2;
  return at;
}

double
bul_number_scale (const char *word)
{
  static const Row scales[] = { { "hundred", 1e2 },
                                { "thousand", 1e3 },
                                { "million", 1e6 },
                                { "billion", 1e9 },
                                { "trillion", 1e12 } };

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    if (strcmp (scales[i].word, word) == 0)
      return scales[i].value;
  return 0;
}

static double
value_of (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i].word[0] == word[0] && strcmp (words[i].word, word) == 0)
      return words[i].value;
  return strcmp (word, "one") == 0 || strcmp (word, "first") == 0 ? 1 : -1;
}

gboolean
bul_number_from_word (const char *word, gboolean is_capital, gboolean *is_month, double *value)
{
  const char *hyphen = strchr (word, '-');
  g_autofree char *tens = NULL;
  double sum;

  for (guint i = 0; is_capital && i < G_N_ELEMENTS (months); i++)
    if (strcmp (months[i][0], word) == 0 || strcmp (months[i][1], word) == 0)
      {
        *is_month = TRUE;
        *value = i + 1;
        return TRUE;
      }
  *is_month = FALSE;
  if (hyphen != NULL)
    {
      tens = g_strndup (word, (gsize) (hyphen - word));
      sum = value_of (tens);
      if (sum < 20 || value_of (hyphen + 1) < 0)
        return FALSE;
      *value = sum + value_of (hyphen + 1);
      return TRUE;
    }
  /* “one” and “first” are said of anything. */
  sum = value_of (word);
  if (sum == 1 || sum < 0)
    return FALSE;
  *value = sum;
  return TRUE;
}
