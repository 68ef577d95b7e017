/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-query-field.h"

#include <string.h>

#include "bul-concept.h"

/* What is less is no year. */
#define FIRST_YEAR 1000

/* The first name of a field is the one that is told. */
static const struct
{
  const char *name;
  BulQueryField field;
} fields[] = {
  /* whom and what */
  { "speaker", BUL_QUERY_SPEAKER },
  { "발언자", BUL_QUERY_SPEAKER },
  { "tag", BUL_QUERY_TAG },
  { "태그", BUL_QUERY_TAG },
  { "programme", BUL_QUERY_PROGRAMME },
  { "program", BUL_QUERY_PROGRAMME },
  { "프로그램", BUL_QUERY_PROGRAMME },
  /* how it stands */
  { "lang", BUL_QUERY_LANGUAGE },
  { "language", BUL_QUERY_LANGUAGE },
  { "언어", BUL_QUERY_LANGUAGE },
  { "state", BUL_QUERY_STATE },
  { "상태", BUL_QUERY_STATE },
  { "has", BUL_QUERY_HAS },
  { "있음", BUL_QUERY_HAS },
  /* when */
  { "date", BUL_QUERY_DATE },
  { "날짜", BUL_QUERY_DATE },
  { "방송일", BUL_QUERY_DATE },
};

/* What values are called besides. */
static const struct
{
  BulQueryField field;
  const char *typed;
  const char *value;
} names[] = {
  /* languages */
  { BUL_QUERY_LANGUAGE, "korean", "ko" },
  { BUL_QUERY_LANGUAGE, "한국어", "ko" },
  { BUL_QUERY_LANGUAGE, "한글", "ko" },
  { BUL_QUERY_LANGUAGE, "english", "en" },
  { BUL_QUERY_LANGUAGE, "영어", "en" },
  /* states */
  { BUL_QUERY_STATE, "작성중", "draft" },
  { BUL_QUERY_STATE, "준비됨", "ready" },
  { BUL_QUERY_STATE, "방송됨", "aired" },
  { BUL_QUERY_STATE, "정정됨", "corrected" },
  { BUL_QUERY_STATE, "철회됨", "withdrawn" },
  /* what a story has */
  { BUL_QUERY_HAS, "corrections", "correction" },
  { BUL_QUERY_HAS, "정정", "correction" },
};

const char *
bul_query_field_get_name (BulQueryField field)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (fields[i].field == field)
      return fields[i].name;
  g_assert_not_reached ();
}

gboolean
bul_query_field_find (const char *name, gsize length, BulQueryField *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (strlen (fields[i].name) == length
        && g_ascii_strncasecmp (fields[i].name, name, length) == 0)
      {
        *field = fields[i].field;
        return TRUE;
      }
  return FALSE;
}

/* Up to three numbers, whatever stands between them. Returns: how many; 0 where there are more, or
 * letters. */
static guint
read_numbers (const char *text, gsize length, guint *numbers)
{
  guint n = 0;
  gboolean in_number = FALSE;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_ascii_isdigit (*p))
        {
          if (!in_number && n++ == 3)
            return 0;
          numbers[n - 1] = in_number ? MIN (numbers[n - 1], 99999999) * 10 + (guint) (*p - '0')
                                     : (guint) (*p - '0');
          in_number = TRUE;
          continue;
        }
      if (g_unichar_isalpha (c) && c != 0xb144 && c != 0xc6d4 && c != 0xc77c) /* 년, 월, 일 */
        return 0;
      in_number = FALSE;
    }
  return n;
}

/* 20250612 and 202506 are three numbers and two. */
static guint
part_numbers (guint *numbers, guint n)
{
  guint whole = numbers[0];

  if (n != 1 || whole <= 9999)
    return n;
  if (whole > 999999)
    {
      numbers[0] = whole / 10000;
      numbers[1] = whole / 100 % 100;
      numbers[2] = whole % 100;
      return 3;
    }
  numbers[0] = whole / 100;
  numbers[1] = whole % 100;
  return 2;
}

/* The numbers of a day, month or year, the largest first. */
typedef struct
{
  guint numbers[3];
  guint n;
} Date;

static Date
read_parts (const char *text, gsize length)
{
  Date self = { .n = 0 };

  self.n = part_numbers (self.numbers, read_numbers (text, length, self.numbers));
  return self;
}

/* The month of 2025-05..07 and the day of 2025-05-03..09 are of what stands before. */
static Date
complete (Date later, Date earlier)
{
  Date self = earlier;

  if (later.n == 0 || later.n >= earlier.n || later.numbers[0] >= FIRST_YEAR)
    return later;
  for (guint i = 0; i < later.n; i++)
    self.numbers[earlier.n - later.n + i] = later.numbers[i];
  return self;
}

/* The days from @first to @last of a day, month or year. */
static gboolean
get_span (Date date, gint64 *first, gint64 *last)
{
  guint year = date.numbers[0];
  guint month = date.n < 2 ? 1 : date.numbers[1];
  guint day = date.n < 3 ? 1 : date.numbers[2];
  GDate start;
  GDate end;

  if (date.n == 0 || year < FIRST_YEAR || year > 9999 || month < 1 || month > 12 || day < 1
      || day > 31 || !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return FALSE;
  g_date_clear (&start, 1);
  g_date_set_dmy (&start, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  end = start;
  if (date.n == 1)
    g_date_add_years (&end, 1);
  else if (date.n == 2)
    g_date_add_months (&end, 1);
  else
    g_date_add_days (&end, 1);
  *first = g_date_get_julian (&start);
  *last = (gint64) g_date_get_julian (&end) - 1;
  return TRUE;
}

gboolean
bul_query_read_date (const char *text, gint64 *first_day, gint64 *last_day)
{
  const char *dots = strstr (text, "..");
  const char *rest = dots == NULL ? NULL : dots + 2;
  Date one = read_parts (text, dots == NULL ? strlen (text) : (gsize) (dots - text));
  Date other;
  gint64 first = 0;
  gint64 last = G_MAXINT64;
  gint64 end = G_MAXINT64;
  gint64 start = 0;

  if (dots == NULL)
    return get_span (one, first_day, last_day);
  other = complete (read_parts (rest, strlen (rest)), one);
  if ((dots == text && *rest == '\0') || (dots > text && !get_span (one, &first, &end))
      || (*rest != '\0' && !get_span (other, &start, &last)))
    return FALSE;
  /* The later one first is the same. */
  *first_day = first > last ? start : first;
  *last_day = first > last ? end : last;
  return TRUE;
}

/* With or without what stands before the colon; a word of its own has _ for its blanks. */
static gboolean
is_tag (const char *wanted, const char *there)
{
  const char *colon = strchr (there, ':');
  g_auto (GStrv) parts = g_strsplit (colon == NULL ? "" : colon + 1, "_", -1);
  g_autofree char *word = g_strjoinv ("", parts);

  return strcmp (wanted, there) == 0 || (colon != NULL && strcmp (wanted, colon + 1) == 0)
         || (*word != '\0' && strcmp (wanted, word) == 0);
}

gboolean
bul_query_field_matches (BulQueryField field, const char *typed, const char *value)
{
  g_autofree char *wanted = bul_concept_dup_comparable (typed);
  g_autofree char *there = bul_concept_dup_comparable (value);

  if (field == BUL_QUERY_TAG)
    return is_tag (wanted, there);
  if (field == BUL_QUERY_SPEAKER || field == BUL_QUERY_PROGRAMME)
    return strstr (there, wanted) != NULL;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (names[i].field == field && strcmp (names[i].typed, wanted) == 0
        && strcmp (names[i].value, value) == 0)
      return TRUE;
  return strcmp (wanted, there) == 0;
}
