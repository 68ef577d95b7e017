/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "bul-figures-private.h"
#include "bul-holidays-private.h"
#include "bul-numbers-private.h"
#include "bul-numerals-private.h"
#include "bul-stem.h"

#define SYLLABLE 3 /* bytes of one, in UTF-8 */

/* Bytes of a number with its units. */
#define LONGEST_NUMBER 48

typedef struct
{
  GArray *figures;
  const char *text;
  const char *at;
  const char *end;
  guint sentence;
  guint depth; /* of brackets */
} Reader;

static const BulUnit days = { BUL_DIMENSION_TIME, 1 };

/* Whether @word stands at @at. */
static gboolean
stands (const Reader *self, const char *at, const char *word)
{
  gsize size = strlen (word);

  return (gsize) (self->end - at) >= size && memcmp (at, word, size) == 0;
}

static gboolean
stands_any (const Reader *self, const char *at, const char *const *words, guint n)
{
  for (guint i = 0; i < n; i++)
    if (stands (self, at, words[i]))
      return TRUE;
  return FALSE;
}

static gboolean
stood (const Reader *self, const char *at, const char *word)
{
  gsize size = strlen (word);

  return (gsize) (at - self->text) >= size && memcmp (at - size, word, size) == 0;
}

/* 세 번째, 3번째, 3차: behind the number. */
static gboolean
is_place (const Reader *self)
{
  return stands (self, self->at, "번째") || stands (self, self->at, "차 ")
         || (stood (self, self->at, "번") && stands (self, self->at, "째"));
}

static BulFigure *
add (Reader *self, BulFigureKind kind, double value, guint flags, const char *start)
{
  BulFigure figure = {
    .kind = kind,
    .flags = flags | (self->depth > 0 ? BUL_FIGURE_ASIDE : 0)
             | (kind == BUL_FIGURE_NUMBER && is_place (self) ? BUL_FIGURE_PLACE : 0),
    .value = value,
    .grain = bul_figure_grain (value),
    .sentence = self->sentence,
    .start = (gsize) (start - self->text),
    .end = (gsize) (self->at - self->text),
  };

  g_array_append_val (self->figures, figure);
  return &g_array_index (self->figures, BulFigure, self->figures->len - 1);
}

static const char *
behind_blank (const Reader *self, const char *at)
{
  return at < self->end && *at == ' ' ? at + 1 : at;
}

static gboolean
is_hangul (gunichar c)
{
  return c >= 0xac00 && c <= 0xd7a3;
}

/* --- times of the day */

static const struct
{
  const char *word;
  gboolean is_late;
} parts_of_day[] = {
  { "오전", FALSE }, { "오후", TRUE }, { "저녁", TRUE }, { "아침", FALSE },
  { "새벽", FALSE }, { "밤", TRUE },   { "낮", TRUE },   { "점심", TRUE },
};

/* Minutes of @hour, by the word before it. */
static double
place_in_day (const Reader *self, const char *start, double hour, double minute, guint *flags)
{
  const char *before = start;
  double value = hour * 60 + minute;

  if (hour >= 13)
    *flags |= BUL_FIGURE_HALF;
  while (before > self->text && before[-1] == ' ')
    before--;
  for (guint i = 0; hour <= 12 && i < G_N_ELEMENTS (parts_of_day); i++)
    {
      gboolean is_late = parts_of_day[i].is_late;

      if (!stood (self, before, parts_of_day[i].word))
        continue;
      *flags |= BUL_FIGURE_HALF;
      value = (hour == 12 ? 0 : hour) * 60 + minute;
      /* 밤 12시 and 밤 1시 are of the next day; 낮 11시 is before noon. */
      if (strcmp (parts_of_day[i].word, "밤") == 0 && (hour == 12 || hour < 5))
        is_late = FALSE;
      if (strcmp (parts_of_day[i].word, "낮") == 0 && hour > 9 && hour < 12)
        is_late = FALSE;
      return value + (is_late ? 720 : 0);
    }
  return value;
}

/* Behind 시: 40분, 반. */
static double
read_minutes (Reader *self)
{
  const char *at = behind_blank (self, self->at);
  gboolean is_month;
  double value;

  if (stands (self, at, "반") && !stands (self, at, "반대"))
    {
      self->at = at + SYLLABLE;
      return 30;
    }
  if (at == self->end || !g_ascii_isdigit (*at))
    return 0;
  at = bul_number_read_korean (at, self->end, &is_month, &value);
  if (is_month || value >= 60 || !stands (self, at, "분"))
    return 0;
  self->at = at + SYLLABLE;
  return value;
}

/* Whether nothing but a particle follows 시 in its word. */
static gboolean
ends_clock (const Reader *self, const char *at)
{
  static const char *const more[] = { "반", "경", "쯤", "께", "정각", "입니다" };
  const char *end = at;
  g_autofree char *rest = NULL;

  if (stands_any (self, at, more, G_N_ELEMENTS (more)))
    return TRUE;
  while (end < self->end && end - at < 6 * SYLLABLE && is_hangul (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  rest = g_strndup (at, (gsize) (end - at));
  return *rest == '\0' || bul_stem_is_particle (rest);
}

/* At 시, which is no 시간 and no 시위. */
static gboolean
read_clock (Reader *self, const char *start, double hour, guint flags)
{
  double minute;
  double value;

  if (!stands (self, self->at, "시") || hour > 24 || hour != (int) hour
      || !ends_clock (self, self->at + SYLLABLE))
    return FALSE;
  self->at += SYLLABLE;
  minute = read_minutes (self);
  value = place_in_day (self, start, hour, minute, &flags);
  add (self, BUL_FIGURE_CLOCK, value, flags, start);
  return TRUE;
}

/* --- digits */

/* 약 300, 300여, 300명 안팎. */
static gboolean
is_about (const Reader *self, const char *start)
{
  static const char *const before[] = { "약", "거의", "대략", "최소", "최대", "어림잡아", "무려" };
  static const char *const behind[] = { "안팎", "가량", "정도", "쯤",   "이상", "이하",
                                        "넘",   "가까", "미만", "남짓", "여 ",  "육박" };
  const char *p = start;

  while (p > self->text && p[-1] == ' ')
    p--;
  for (guint i = 0; i < G_N_ELEMENTS (before); i++)
    if (stood (self, p, before[i]))
      return TRUE;
  /* behind it, over one counter */
  p = self->at;
  for (guint n = 0; n < 7 && p < self->end; n++, p = g_utf8_next_char (p))
    if (stands_any (self, p, behind, G_N_ELEMENTS (behind)))
      return TRUE;
  return FALSE;
}

/* F-16, G7, 제8호: a name rather than a number. */
static gboolean
is_code (const Reader *self, const char *start)
{
  const char *p = start;

  if (p > self->text && (p[-1] == '-' || p[-1] == '.'))
    p--;
  if (p > self->text && g_ascii_isalpha (p[-1]))
    return TRUE;
  while (p > self->text && p[-1] == ' ')
    p--;
  return stood (self, p, "제");
}

/* Whether @noun stands at @at, with a particle behind it at most: 주, 주에, but not 주민. */
static gboolean
stands_noun (const Reader *self, const char *at, const char *noun)
{
  const char *rest = at + strlen (noun);
  const char *end = rest;
  g_autofree char *behind = NULL;

  if (!stands (self, at, noun))
    return FALSE;
  while (end < self->end && is_hangul (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  behind = g_strndup (rest, (gsize) (end - rest));
  return *behind == '\0' || bul_stem_is_particle (behind);
}

/* 세 시간 반, 3년 반: behind a time. */
static double
take_half (Reader *self, const BulUnit *unit)
{
  const char *at = behind_blank (self, self->at);

  if (unit == NULL || unit->dimension != BUL_DIMENSION_TIME || !stands_noun (self, at, "반"))
    return 0;
  self->at = at + SYLLABLE;
  return 0.5;
}

/* 24시간 운영: around the clock */
static gboolean
is_all_day (const Reader *self, double value)
{
  static const char *const deeds[]
      = { "시간 운영", "시간 가동", "시간 영업", "시간 대기", "시간 비상",
          "시간 돌봄", "시간 감시", "시간 내내", "시간 체제", "시간 상황" };

  return value == 24 && stands_any (self, self->at, deeds, G_N_ELEMENTS (deeds));
}

/* 9초 79: hundredths of a second, as sports have them. @behind: moved behind them */
static double
read_split (const Reader *self, const char **behind)
{
  const char *at = *behind;

  if (!stood (self, at, "초") || self->end - at < 3 || *at != ' ' || !g_ascii_isdigit (at[1])
      || !g_ascii_isdigit (at[2]) || (at + 3 < self->end && g_ascii_isdigit (at[3])))
    return 0;
  *behind = at + 3;
  return ((at[1] - '0') * 10 + (at[2] - '0')) / 100.0;
}

static const BulUnit fahrenheit = { BUL_DIMENSION_HEAT, 2 };

/* Behind 8원 or 3달러: 60전, 50센트. @behind: moved behind them */
static double
read_hundredths (const Reader *self, const char **behind)
{
  static const char *const names[] = { "전", "센트" };
  const char *at = behind_blank (self, *behind);
  gboolean is_month;
  double value;

  if (at == self->end || !g_ascii_isdigit (*at))
    return 0;
  at = bul_number_read_korean (at, self->end, &is_month, &value);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (!is_month && value < 100 && stands (self, at, names[i]))
      {
        *behind = at + strlen (names[i]);
        return value / 100;
      }
  return 0;
}

static void
read_measure (Reader *self, const char *start, double value, guint flags, const BulUnit *unit)
{
  static const char *const lengths[] = { "간",  "째",  " 동안", " 만", "치", " 연속", " 이상",
                                         " 넘", " 뒤", " 후",   " 앞", "여", "짜리" };
  static const char *const spans[] = { "간", " 동안", " 만에", "여", "째", " 넘", " 뒤" };
  const char *behind = self->at;

  if (stands (self, self->at, "일") && value >= 1 && value <= 31 && value == (int) value
      && !stands_any (self, self->at + SYLLABLE, lengths, G_N_ELEMENTS (lengths)))
    {
      self->at += SYLLABLE;
      add (self, BUL_FIGURE_DATE, value, flags, start);
      return;
    }
  if (stands (self, self->at, "년") && value >= 1000 && value < 3000
      && !stands_any (self, self->at + SYLLABLE, spans, G_N_ELEMENTS (spans)))
    {
      self->at += SYLLABLE;
      add (self, BUL_FIGURE_YEAR, value, flags, start);
      return;
    }
  if (stands (self, self->at, "주년"))
    behind = self->at + 2 * SYLLABLE;
  else if (unit == NULL && !stands (self, self->at, "분기"))
    unit = bul_unit_read_korean (self->at, self->end, &behind);
  if (unit != NULL && unit->dimension == BUL_DIMENSION_MONEY)
    value += read_hundredths (self, &behind);
  if (unit != NULL && unit->dimension == BUL_DIMENSION_HEAT && stood (self, start, "화씨 "))
    unit = &fahrenheit;
  if (unit != NULL && unit->dimension == BUL_DIMENSION_TIME)
    value += read_split (self, &behind);
  if (bul_figure_is_small (value, unit) || is_all_day (self, value))
    flags |= BUL_FIGURE_WEAK;
  /* 10대: teenagers */
  if (value == 10 && stands (self, self->at, "대"))
    flags |= BUL_FIGURE_WEAK;
  self->at = behind;
  value += take_half (self, unit);
  add (self, BUL_FIGURE_NUMBER, value, flags, start)->unit = unit;
}

/* 3분의 2 */
static gboolean
read_fraction (Reader *self, const char *start, double parts)
{
  const char *at = self->at;
  gboolean is_month;
  double value;

  if (!stands (self, at, "분의") || parts < 2)
    return FALSE;
  at = behind_blank (self, at + 2 * SYLLABLE);
  if (at == self->end || !g_ascii_isdigit (*at))
    return FALSE;
  self->at = bul_number_read_korean (at, self->end, &is_month, &value);
  add (self, BUL_FIGURE_NUMBER, value / parts, BUL_FIGURE_WEAK, start);
  return TRUE;
}

/* Behind the colon of 7:40. */
static gboolean
read_colon (Reader *self, const char *start, double hour)
{
  const char *at = self->at;
  guint flags = 0;
  double minute;

  if (self->end - at < 3 || *at != ':' || !g_ascii_isdigit (at[1]) || !g_ascii_isdigit (at[2])
      || hour > 24)
    return FALSE;
  minute = (at[1] - '0') * 10 + (at[2] - '0');
  self->at += 3;
  hour = place_in_day (self, start, hour, minute, &flags);
  add (self, BUL_FIGURE_CLOCK, hour, flags, start);
  return TRUE;
}

/* Whom people call: 119에 신고했다. */
static gboolean
is_telephone (const Reader *self, double value)
{
  static const char *const behind[]
      = { " ", "에 ", "구급", "소방", "구조", "특수", "상황", "신고" };

  return (value == 112 || value == 119)
         && (self->at == self->end || stands_any (self, self->at, behind, G_N_ELEMENTS (behind)));
}

/* 6·25, 3.1절: a day after which something is called. */
static gboolean
read_memorable (Reader *self, const char *start)
{
  guint month = 0;
  guint day = 0;
  const char *p = start;
  const char *dot;

  for (; p < self->end && g_ascii_isdigit (*p) && month < 100; p++)
    month = month * 10 + (guint) (*p - '0');
  dot = p;
  if (!stands (self, p, "·") && !stands (self, p, "."))
    return FALSE;
  p = g_utf8_next_char (p);
  for (; p < self->end && g_ascii_isdigit (*p) && day < 100; p++)
    day = day * 10 + (guint) (*p - '0');
  if (month < 1 || month > 12 || day < 1 || day > 31 || (*dot == '.' && !stands (self, p, "절")))
    return FALSE;
  self->at = dot;
  add (self, BUL_FIGURE_MONTH, month, BUL_FIGURE_WEAK, start);
  self->at = p;
  add (self, BUL_FIGURE_DATE, day, BUL_FIGURE_WEAK, g_utf8_next_char (dot));
  return TRUE;
}

/* At what follows @value. */
static void
read_behind (Reader *self, const char *start, double value, guint flags, const BulUnit *unit)
{
  const char *before;

  for (const char *p = start; p < self->at; p++)
    if ((guchar) *p >= 0x80)
      flags |= BUL_FIGURE_SCALED;
  if (is_about (self, start))
    flags |= BUL_FIGURE_ABOUT;
  if (stands (self, self->at, "여"))
    self->at += SYLLABLE;
  if (self->at < self->end && g_ascii_isalpha (*self->at)
      && bul_unit_read_korean (self->at, self->end, &before) == NULL)
    flags |= BUL_FIGURE_WEAK;
  if (!read_fraction (self, start, value) && !read_colon (self, start, value)
      && !read_clock (self, start, value, flags))
    read_measure (self, start, value, flags, unit);
}

static void
read_digits (Reader *self)
{
  const char *start = self->at;
  const char *before = start > self->text ? g_utf8_prev_char (start) : start;
  const BulUnit *unit = before < start ? bul_unit_of_sign (g_utf8_get_char (before)) : NULL;
  guint flags = is_code (self, start) ? BUL_FIGURE_WEAK : 0;
  gboolean is_month;
  double value;

  if (read_memorable (self, start))
    return;
  self->at = bul_number_read_korean (start, self->end, &is_month, &value);
  if (is_telephone (self, value))
    flags |= BUL_FIGURE_WEAK;
  if (is_month)
    add (self, BUL_FIGURE_MONTH, value, flags, start);
  else
    read_behind (self, start, value, flags, unit);
}

/* 천2백억, 만5천: one of the first unit, which is not said. */
static gboolean
read_unsaid_one (Reader *self, const char *start, const char *run)
{
  static const char *const units[] = { "백", "천", "만", "억" };
  g_autofree char *said = NULL;
  const char *behind;
  gboolean is_month;
  double value;
  gboolean is_unit = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    is_unit = is_unit || strcmp (run, units[i]) == 0;
  if (!is_unit || self->at == self->end || !g_ascii_isdigit (*self->at))
    return FALSE;
  said = g_strdup_printf ("1%.*s", (int) MIN (self->end - start, LONGEST_NUMBER), start);
  behind = bul_number_read_korean (said, said + strlen (said), &is_month, &value);
  if (is_month || (gsize) (behind - said) <= 1 + strlen (run))
    return FALSE;
  self->at = start + (behind - said - 1);
  read_behind (self, start, value, 0, NULL);
  return TRUE;
}

/* --- letters */

/* The month and the day of one that has a name. */
static gboolean
read_holiday (Reader *self)
{
  const char *start = self->at;
  const BulHoliday *holiday = bul_holiday_find_korean (start, (gsize) (self->end - start));

  if (holiday == NULL)
    return FALSE;
  self->at = start + strlen (holiday->name);
  add (self, BUL_FIGURE_MONTH, holiday->month, BUL_FIGURE_WEAK | BUL_FIGURE_WORDS, start);
  add (self, BUL_FIGURE_DATE, holiday->day, BUL_FIGURE_WEAK | BUL_FIGURE_WORDS, start);
  return TRUE;
}

/* Words that are a day or a number by themselves. */
static const struct
{
  const char *word;
  BulFigureKind kind;
  double value;
  const BulUnit *unit;
} words[] = {
  { "어제", BUL_FIGURE_RELATIVE, -1, NULL },    { "어젯밤", BUL_FIGURE_RELATIVE, -1, NULL },
  { "오늘", BUL_FIGURE_RELATIVE, 0, NULL },     { "그제", BUL_FIGURE_RELATIVE, -2, NULL },
  { "그저께", BUL_FIGURE_RELATIVE, -2, NULL },  { "내일", BUL_FIGURE_RELATIVE, 1, NULL },
  { "모레", BUL_FIGURE_RELATIVE, 2, NULL },     { "정오", BUL_FIGURE_CLOCK, 720, NULL },
  { "자정", BUL_FIGURE_CLOCK, 0, NULL },        { "절반", BUL_FIGURE_NUMBER, 0.5, NULL },
  { "지난주", BUL_FIGURE_THAT_WEEK, -1, NULL }, { "이번주", BUL_FIGURE_THAT_WEEK, 0, NULL },
  { "다음주", BUL_FIGURE_THAT_WEEK, 1, NULL },  { "지난달", BUL_FIGURE_THAT_MONTH, -1, NULL },
  { "이달", BUL_FIGURE_THAT_MONTH, 0, NULL },   { "이번달", BUL_FIGURE_THAT_MONTH, 0, NULL },
  { "다음달", BUL_FIGURE_THAT_MONTH, 1, NULL }, { "지난해", BUL_FIGURE_THAT_YEAR, -1, NULL },
  { "작년", BUL_FIGURE_THAT_YEAR, -1, NULL },   { "재작년", BUL_FIGURE_THAT_YEAR, -2, NULL },
  { "올해", BUL_FIGURE_THAT_YEAR, 0, NULL },    { "내년", BUL_FIGURE_THAT_YEAR, 1, NULL },
  { "하루", BUL_FIGURE_NUMBER, 1, &days },      { "이틀", BUL_FIGURE_NUMBER, 2, &days },
  { "사흘", BUL_FIGURE_NUMBER, 3, &days },      { "나흘", BUL_FIGURE_NUMBER, 4, &days },
  { "닷새", BUL_FIGURE_NUMBER, 5, &days },      { "엿새", BUL_FIGURE_NUMBER, 6, &days },
  { "이레", BUL_FIGURE_NUMBER, 7, &days },      { "열흘", BUL_FIGURE_NUMBER, 10, &days },
  { "보름", BUL_FIGURE_NUMBER, 15, &days },
};

static gboolean
read_word (Reader *self, const char *start, const char *run)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize size = strlen (words[i].word);
      guint flags = BUL_FIGURE_WEAK | BUL_FIGURE_WORDS;

      if (strncmp (run, words[i].word, size) != 0 || strcmp (run, "그제야") == 0)
        continue;
      if (words[i].kind == BUL_FIGURE_CLOCK)
        flags |= BUL_FIGURE_HALF;
      self->at = start + size;
      add (self, words[i].kind, words[i].value, flags, start)->unit = words[i].unit;
      self->at = start + strlen (run);
      return TRUE;
    }
  return FALSE;
}

/* 다음 달, 이번 주, 지난 주말 */
static gboolean
read_that_time (Reader *self, const char *start, const char *run)
{
  static const char *const turns[] = { "지난", "이번", "다음" };
  static const struct
  {
    const char *noun;
    BulFigureKind kind;
  } nouns[] = { { "달", BUL_FIGURE_THAT_MONTH },
                { "주말", BUL_FIGURE_THAT_WEEK },
                { "주", BUL_FIGURE_THAT_WEEK } };
  const char *behind = behind_blank (self, self->at);

  for (guint i = 0; behind > self->at && i < G_N_ELEMENTS (turns); i++)
    for (guint j = 0; strcmp (run, turns[i]) == 0 && j < G_N_ELEMENTS (nouns); j++)
      if (stands_noun (self, behind, nouns[j].noun))
        {
          self->at = behind + strlen (nouns[j].noun);
          add (self, nouns[j].kind, (double) i - 1, BUL_FIGURE_WEAK | BUL_FIGURE_WORDS, start);
          return TRUE;
        }
  return FALSE;
}

/* 화요일에 */
static gboolean
read_weekday (Reader *self, const char *start, const char *run)
{
  static const char *const initials[] = { "월", "화", "수", "목", "금", "토", "일" };
  const char *found = strstr (run, "요일");

  if (found == NULL || found - run < SYLLABLE)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (initials); i++)
    if (memcmp (found - SYLLABLE, initials[i], SYLLABLE) == 0)
      {
        self->at = start + (found - run) + 2 * SYLLABLE;
        add (self, BUL_FIGURE_WEEKDAY, i + 1, 0, start + (found - run) - SYLLABLE);
        self->at = start + strlen (run);
        return TRUE;
      }
  return FALSE;
}

/* The numeral that @run begins with and a counter follows, glued to it: 두명이. */
static gboolean
read_glued (Reader *self, const char *start, const char *run)
{
  static const char *const counters[] = { "명", "살", "개", "곳", "마리", "시간", "가지", "척" };
  gsize length = strlen (run);

  for (gsize n = MIN (4 * SYLLABLE, length - SYLLABLE); n >= SYLLABLE && n < length; n -= SYLLABLE)
    {
      double value = bul_numeral_value (run, n, run + n);

      for (guint i = 0; value > 1 && i < G_N_ELEMENTS (counters); i++)
        {
          gsize size = strlen (counters[i]);

          if (strncmp (run + n, counters[i], size) == 0
              && (run[n + size] == '\0' || bul_stem_is_particle (run + n + size)))
            {
              self->at = start + n + size;
              add (self, BUL_FIGURE_NUMBER, value, BUL_FIGURE_WEAK | BUL_FIGURE_WORDS, start);
              self->at = start + length;
              return TRUE;
            }
        }
    }
  return FALSE;
}

/* 열여섯에: what counts nothing is an age, or else of two numerals. */
static void
read_age (Reader *self, const char *start, const char *run)
{
  gsize length = strlen (run);

  for (gsize n = MIN (5 * SYLLABLE, length); n >= 2 * SYLLABLE; n -= SYLLABLE)
    {
      double value = bul_numeral_value (run, n, "살");

      if (value <= 10 || fmod (value, 10) == 0
          || (run[n] != '\0' && !bul_stem_is_particle (run + n)))
        continue;
      self->at = start + n;
      add (self, BUL_FIGURE_NUMBER, value, BUL_FIGURE_WEAK | BUL_FIGURE_WORDS, start);
      self->at = start + length;
      return;
    }
}

/* 열 다섯 명: 열 stands alone. */
static gboolean
skip_tens (Reader *self, const char *run, double *tens)
{
  const char *at = behind_blank (self, self->at);
  const char *end = at;
  gsize size;

  *tens = bul_numeral_take_tens (run, &size);
  if (*tens == 0 || run[size] != '\0' || at == self->at)
    return FALSE;
  while (end < self->end && is_hangul (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  if (end - at > 2 * SYLLABLE
      || bul_numeral_value (at, (gsize) (end - at), behind_blank (self, end)) <= 0)
    return FALSE;
  self->at = end;
  return TRUE;
}

/* 두 척, 열 다섯 마리, 일곱 시 반 */
static gboolean
read_numeral (Reader *self, const char *start, const char *run)
{
  const char *numeral = start;
  guint flags = BUL_FIGURE_WEAK | BUL_FIGURE_WORDS;
  const char *behind;
  const BulUnit *unit;
  double value;
  double tens;

  if (skip_tens (self, run, &tens))
    numeral = behind_blank (self, start + strlen (run));
  behind = behind_blank (self, self->at);
  if (behind == self->at || self->at - numeral > 5 * SYLLABLE)
    return FALSE;
  value = bul_numeral_value (numeral, (gsize) (self->at - numeral), behind);
  if (value <= 0)
    return FALSE;
  if (numeral > start)
    value += tens;
  self->at = behind;
  if (read_clock (self, start, value, BUL_FIGURE_WORDS))
    return TRUE;
  unit = bul_unit_read_korean (behind, self->end, &self->at);
  if (unit == NULL)
    self->at = g_utf8_next_char (behind);
  value += take_half (self, unit);
  add (self, BUL_FIGURE_NUMBER, value, flags, start)->unit = unit;
  return TRUE;
}

/* 백만 달러, 천 원, 천여 명: one syllable is no number unless it is a large one. */
static gboolean
read_sino (Reader *self, const char *start, const char *run)
{
  gsize size;
  double value = bul_numeral_value_sino (run, &size);
  gboolean is_about = strcmp (run + size, "여") == 0;
  const char *end = start + strlen (run);
  const char *behind = behind_blank (self, end);
  const BulUnit *unit;

  if (value < 10 || (run[size] != '\0' && !is_about) || behind == end)
    return FALSE;
  unit = bul_unit_read_korean (behind, self->end, &behind);
  if (unit == NULL && bul_number_native ("두", behind) < 0)
    return FALSE;
  self->at = end;
  add (self, BUL_FIGURE_NUMBER, value,
       BUL_FIGURE_WEAK | BUL_FIGURE_WORDS | BUL_FIGURE_SCALED | (is_about ? BUL_FIGURE_ABOUT : 0),
       start)
      ->unit
      = unit;
  return TRUE;
}

static void
read_hangul (Reader *self)
{
  const char *start = self->at;
  g_autofree char *run = NULL;

  if (read_holiday (self))
    return;
  while (self->at < self->end && is_hangul (g_utf8_get_char (self->at)))
    self->at = g_utf8_next_char (self->at);
  if (self->at - start > 20 * SYLLABLE)
    return;
  run = g_strndup (start, (gsize) (self->at - start));
  if (!read_unsaid_one (self, start, run) && !read_weekday (self, start, run)
      && !read_word (self, start, run) && !read_that_time (self, start, run)
      && !read_numeral (self, start, run) && !read_sino (self, start, run)
      && !read_glued (self, start, run))
    read_age (self, start, run);
}

void
bul_figures_read_korean (GArray *figures, const char *text, guint sentence)
{
  Reader self = { figures, text, text, text + strlen (text), sentence, 0 };

  while (self.at < self.end && figures->len <= BUL_FIGURES_MOST)
    {
      gunichar c = g_utf8_get_char (self.at);

      if (g_ascii_isdigit (*self.at))
        read_digits (&self);
      else if (is_hangul (c))
        read_hangul (&self);
      else
        {
          if (c == '(')
            self.depth++;
          else if (c == ')' && self.depth > 0)
            self.depth--;
          self.at = g_utf8_next_char (self.at);
        }
    }
}
