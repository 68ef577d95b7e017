/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "bul-figures-private.h"
#include "bul-holidays-private.h"
#include "bul-numbers-private.h"

/* Numbers in letters up to this one are often said otherwise. */
#define MOST_SAID 12

/* Bytes of a word that is a number; none is longer. */
#define LONGEST_WORD 32

typedef struct
{
  GArray *figures;
  const char *text;
  const char *at;
  const char *end;
  guint sentence;
  guint depth; /* of brackets */
} Reader;

static BulFigure *
add (Reader *self, BulFigureKind kind, double value, guint flags, const char *start)
{
  BulFigure figure = {
    .kind = kind,
    .flags = flags | (self->depth > 0 ? BUL_FIGURE_ASIDE : 0),
    .value = value,
    .grain = bul_figure_grain (value),
    .sentence = self->sentence,
    .start = (gsize) (start - self->text),
    .number_end = (gsize) (self->at - self->text),
    .end = (gsize) (self->at - self->text),
  };

  g_array_append_val (self->figures, figure);
  return &g_array_index (self->figures, BulFigure, self->figures->len - 1);
}

static BulFigure *
last_figure (const Reader *self)
{
  BulFigure *last = self->figures->len == 0
                        ? NULL
                        : &g_array_index (self->figures, BulFigure, self->figures->len - 1);

  return last != NULL && last->sentence == self->sentence ? last : NULL;
}

static gboolean
is_letter (const Reader *self, const char *at)
{
  return at < self->end && g_unichar_isalpha (g_utf8_get_char (at));
}

/* Whether @phrase stands at @at as words of their own, whatever the size of its letters. */
static gboolean
stands (const Reader *self, const char *at, const char *phrase)
{
  gsize size = strlen (phrase);

  return (gsize) (self->end - at) >= size && g_ascii_strncasecmp (at, phrase, size) == 0
         && !is_letter (self, at + size);
}

static gboolean
stood (const Reader *self, const char *at, const char *phrase)
{
  gsize size = strlen (phrase);
  const char *start = at - size;

  return (gsize) (at - self->text) >= size && g_ascii_strncasecmp (start, phrase, size) == 0
         && (start == self->text || !g_ascii_isalpha (start[-1]));
}

/* Small letters of the word at @at, with its hyphens; where it ends. */
static char *
read_word_at (const Reader *self, const char *at, const char **behind)
{
  const char *p = at;

  while (p < self->end && p - at < LONGEST_WORD
         && (g_ascii_isalpha (*p) || (*p == '-' && p > at && is_letter (self, p + 1))))
    p++;
  *behind = p;
  return g_ascii_strdown (at, p - at);
}

/* --- times of the day */

static const struct
{
  const char *phrase;
  gboolean is_late;
} parts_of_day[] = {
  { " a.m.", FALSE },
  { " p.m.", TRUE },
  { " a.m", FALSE },
  { " p.m", TRUE },
  { " am", FALSE },
  { " pm", TRUE },
  { "am", FALSE },
  { "pm", TRUE },
  { "a.m.", FALSE },
  { "p.m.", TRUE },
  { " in the morning", FALSE },
  { " this morning", FALSE },
  { " yesterday morning", FALSE },
  { " tomorrow morning", FALSE },
  { " in the afternoon", TRUE },
  { " this afternoon", TRUE },
  { " yesterday afternoon", TRUE },
  { " tomorrow afternoon", TRUE },
  { " in the evening", TRUE },
  { " this evening", TRUE },
  { " yesterday evening", TRUE },
  { " at night", TRUE },
  { " tonight", TRUE },
  { " last night", TRUE },
};

/* At what follows hour and minute. */
static gboolean
read_clock (Reader *self, const char *start, double hour, double minute, gboolean is_sure)
{
  double value = hour * 60 + minute;
  guint flags = hour >= 13 ? BUL_FIGURE_HALF : 0;

  if (hour > 24 || hour != (int) hour)
    return FALSE;
  if (stands (self, self->at, " o'clock") || g_str_has_prefix (self->at, " o’clock"))
    {
      self->at = strchr (self->at, 'k') + 1;
      is_sure = TRUE;
    }
  for (guint i = 0; hour <= 12 && i < G_N_ELEMENTS (parts_of_day); i++)
    if (stands (self, self->at, parts_of_day[i].phrase))
      {
        value = (hour == 12 ? 0 : hour) * 60 + minute + (parts_of_day[i].is_late ? 720 : 0);
        /* twelve at night, two at night */
        if (strcmp (parts_of_day[i].phrase, " at night") == 0 && (hour == 12 || hour < 5))
          value -= 720;
        flags |= BUL_FIGURE_HALF;
        is_sure = TRUE;
        /* “this morning” is a day as well, and read by itself */
        if (!g_str_has_suffix (parts_of_day[i].phrase, "ing")
            && !g_str_has_suffix (parts_of_day[i].phrase, "oon")
            && !g_str_has_suffix (parts_of_day[i].phrase, "ight"))
          self->at += strlen (parts_of_day[i].phrase);
        break;
      }
  if (is_sure)
    add (self, BUL_FIGURE_CLOCK, value, flags, start);
  return is_sure;
}

/* --- what stands around a number */

static gboolean
is_about (const Reader *self, const char *start)
{
  static const char *const before[]
      = { "about",      "around",     "some",       "nearly",        "almost",       "roughly",
          "more than",  "over",       "at least",   "up to",         "close to",     "just over",
          "just under", "less than",  "fewer than", "approximately", "an estimated", "estimated",
          "under",      "as many as", "nearly a",   "almost a",      "as much as" };
  static const char *const behind[] = { " or so", " or more", "-plus", "-odd", " plus" };
  const char *p = start;

  while (p > self->text && (p[-1] == ' ' || p[-1] == '$'))
    p--;
  if (p > self->text && (p[-1] == '~' || p[-1] == '+'))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (before); i++)
    if (stood (self, p, before[i]))
      return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (behind); i++)
    if (stands (self, self->at, behind[i]))
      return TRUE;
  return self->at < self->end && *self->at == '+';
}

/* million, bn: glued to digits or behind a blank. */
static double
read_scale (Reader *self)
{
  static const struct
  {
    const char *word;
    double value;
  } rows[] = { { "m", 1e6 }, { "bn", 1e9 }, { "b", 1e9 }, { "k", 1e3 }, { "tn", 1e12 } };
  const char *at = self->at;
  const char *behind;
  g_autofree char *word = NULL;
  double scale;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (stands (self, at, rows[i].word))
      {
        self->at += strlen (rows[i].word);
        return rows[i].value;
      }
  if (at < self->end && (*at == ' ' || *at == '-'))
    at++;
  word = read_word_at (self, at, &behind);
  scale = bul_number_scale (word);
  if (scale == 0 && strchr (word, '-') != NULL)
    {
      *strchr (word, '-') = '\0';
      scale = bul_number_scale (word);
      behind = at + strlen (word);
    }
  if (scale > 0)
    self->at = behind;
  return scale;
}

/* Whether @start stands right behind a month, or a month follows: 18 March, 18th of March. */
static gboolean
is_day_of_month (const Reader *self, const char *start)
{
  const BulFigure *last = last_figure (self);
  const char *at = self->at;
  const char *behind;
  g_autofree char *word = NULL;
  gboolean is_month = FALSE;
  double value;

  if (last != NULL && last->kind == BUL_FIGURE_MONTH)
    {
      const char *p = self->text + last->end;

      while (p < start && (*p == ' ' || *p == '.'))
        p++;
      if (p == start)
        return TRUE;
    }
  if (at < self->end && *at == ' ')
    at++;
  if (stands (self, at, "of"))
    at += 3;
  if (at >= self->end || !g_ascii_isupper (*at))
    return FALSE;
  word = read_word_at (self, at, &behind);
  return bul_number_from_word (word, TRUE, &is_month, &value) && is_month;
}

/* “a year and a half”, “eight and a half hours”: behind the number. */
static double
take_half (Reader *self)
{
  static const char *const words = " and a half";

  if (!stands (self, self->at, words))
    return 0;
  self->at += strlen (words);
  return 0.5;
}

/* At what follows a number whose kind is not known. */
static void
finish (Reader *self, const char *start, double value, guint flags, const BulUnit *unit)
{
  double half = take_half (self);
  const char *number_end = self->at;
  const char *behind = self->at;
  BulFigure *figure;
  gboolean is_plain = unit == NULL && half == 0 && (flags & BUL_FIGURE_SCALED) == 0;

  if (is_about (self, start))
    flags |= BUL_FIGURE_ABOUT;
  if (is_plain && read_clock (self, start, value, 0, FALSE))
    return;
  if (is_plain && value >= 1 && value <= 31 && value == (int) value
      && is_day_of_month (self, start))
    {
      add (self, BUL_FIGURE_DATE, value, flags, start);
      return;
    }
  value += half;
  if (unit == NULL)
    unit = bul_unit_read_english (self->at, self->end, &behind);
  if (is_plain && unit == NULL && value >= 1800 && value < 2100 && self->at - start <= 5
      && *start != '0' && memchr (start, ',', (gsize) (self->at - start)) == NULL
      && (flags & BUL_FIGURE_WORDS) == 0)
    {
      add (self, BUL_FIGURE_YEAR, value, flags, start);
      return;
    }
  if (bul_figure_is_small (value, unit))
    flags |= BUL_FIGURE_WEAK;
  self->at = behind;
  figure = add (self, BUL_FIGURE_NUMBER, value, flags, start);
  figure->unit = unit;
  figure->number_end = (gsize) (number_end - self->text);
}

/* F-16, G7: a name rather than a number. */
static gboolean
is_code (const Reader *self, const char *start)
{
  const char *p = start;

  if (p > self->text && p[-1] == '-')
    p--;
  return p > self->text && g_ascii_isalpha (p[-1]);
}

/* 4.40 am */
static gboolean
is_dotted_time (const Reader *self, const char *start, double value)
{
  return value < 13 && self->at - start >= 4 && self->at[-3] == '.'
         && (stands (self, self->at, " am") || stands (self, self->at, " pm")
             || stands (self, self->at, "am") || stands (self, self->at, "pm"));
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
  double scale;
  const char *behind;

  self->at = bul_number_read_digits (start, self->end, &is_month, &value);
  if (self->end - self->at >= 3 && *self->at == ':' && g_ascii_isdigit (self->at[1])
      && g_ascii_isdigit (self->at[2]) && value <= 24)
    {
      double minute = (self->at[1] - '0') * 10 + (self->at[2] - '0');

      self->at += 3;
      if (read_clock (self, start, value, minute, TRUE))
        return;
    }
  if (is_dotted_time (self, start, value))
    {
      double hour = floor (value);

      if (read_clock (self, start, hour, round ((value - hour) * 100), FALSE))
        return;
    }
  while ((scale = read_scale (self)) > 0)
    {
      value *= scale;
      flags |= BUL_FIGURE_SCALED;
    }
  if (self->at < self->end && *self->at == 's' && !is_letter (self, self->at + 1))
    self->at++;
  else if (is_letter (self, self->at) && !stands (self, self->at, "am")
           && !stands (self, self->at, "pm")
           && bul_unit_read_english (self->at, self->end, &behind) == NULL)
    {
      /* 4x4, 5G */
      flags |= BUL_FIGURE_WEAK;
      while (is_letter (self, self->at) || (self->at < self->end && g_ascii_isdigit (*self->at)))
        self->at = g_utf8_next_char (self->at);
    }
  finish (self, start, value, flags, unit);
}

/* --- numbers in letters */

/* Words that stand for a number only sometimes. */
static gboolean
is_loose (const char *word)
{
  static const char *const loose[]
      = { "twice",  "second", "third", "fourth",   "fifth",   "sixth", "seventh",
          "eighth", "ninth",  "tenth", "eleventh", "twelfth", "dozen" };

  for (guint i = 0; i < G_N_ELEMENTS (loose); i++)
    if (strcmp (loose[i], word) == 0)
      return TRUE;
  return FALSE;
}

static double
value_of (const char *word)
{
  gboolean is_month;
  double value;

  if (strcmp (word, "one") == 0)
    return 1;
  return bul_number_from_word (word, FALSE, &is_month, &value) ? value : -1;
}

/* three hundred and twenty thousand; behind its last word, NULL where there is no number. */
static const char *
read_composed (const Reader *self, const char *at, double *value, guint *flags)
{
  const char *behind = NULL;
  double total = 0;
  double group = -1;
  guint n_words = 0;

  for (const char *p = at; p < self->end;)
    {
      const char *next;
      g_autofree char *word = read_word_at (self, p, &next);
      double own = value_of (word);
      double scale = bul_number_scale (word);

      if (own > 0
          && (group < 0 || (group >= 20 && (int) group % 10 == 0 && own < 10)
              || (group > 0 && (int) group % 100 == 0 && own < 100)))
        group = MAX (group, 0) + own;
      else if (scale == 100 && group > 0 && group < 100)
        group *= 100;
      else if (scale >= 1000 && group > 0)
        {
          total += group * scale;
          group = 0;
          *flags |= BUL_FIGURE_SCALED;
        }
      else if (n_words == 0 && (strcmp (word, "a") == 0 || strcmp (word, "an") == 0))
        group = 1;
      else if (n_words == 0 || strcmp (word, "and") != 0 || (int) group % 100 != 0)
        break;
      n_words++;
      if (own > 0 || scale > 0)
        {
          behind = next;
          *value = total + MAX (group, 0);
          if (is_loose (word))
            break;
        }
      p = next;
      if (p == self->end || (*p != ' ' && *p != '-'))
        break;
      p++;
    }
  return behind;
}

static gboolean
read_number (Reader *self)
{
  const char *start = self->at;
  const char *behind;
  g_autofree char *first = read_word_at (self, start, &behind);
  guint flags = BUL_FIGURE_WORDS;
  double value = 0;

  behind = read_composed (self, start, &value, &flags);
  if (behind == NULL)
    {
      /* seven-member, three-year-old */
      char *hyphen = strchr (first, '-');

      if (hyphen == NULL)
        return FALSE;
      *hyphen = '\0';
      value = value_of (first);
      if (value <= 0)
        return FALSE;
      behind = start + strlen (first);
    }
  if (value <= MOST_SAID || is_loose (first))
    flags |= BUL_FIGURE_WEAK;
  self->at = behind;
  finish (self, start, value, flags, NULL);
  return TRUE;
}

/* --- words that are a day or a number by themselves */

static const BulUnit share = { BUL_DIMENSION_SHARE, 1 };
static const BulUnit points = { BUL_DIMENSION_POINTS, 1 };
static const BulUnit weeks = { BUL_DIMENSION_TIME, 7 };

static const BulUnit years = { BUL_DIMENSION_TIME, 365.25 };
static const BulUnit months = { BUL_DIMENSION_TIME, 365.25 / 12 };
static const BulUnit days = { BUL_DIMENSION_TIME, 1 };
static const BulUnit hours = { BUL_DIMENSION_TIME, 1 / 24.0 };

static const struct
{
  const char *phrase;
  BulFigureKind kind;
  double value;
  const BulUnit *unit;
} words[] = {
  { "monday", BUL_FIGURE_WEEKDAY, 1, NULL },
  { "tuesday", BUL_FIGURE_WEEKDAY, 2, NULL },
  { "wednesday", BUL_FIGURE_WEEKDAY, 3, NULL },
  { "thursday", BUL_FIGURE_WEEKDAY, 4, NULL },
  { "friday", BUL_FIGURE_WEEKDAY, 5, NULL },
  { "saturday", BUL_FIGURE_WEEKDAY, 6, NULL },
  { "sunday", BUL_FIGURE_WEEKDAY, 7, NULL },
  { "mondays", BUL_FIGURE_WEEKDAY, 1, NULL },
  { "tuesdays", BUL_FIGURE_WEEKDAY, 2, NULL },
  { "wednesdays", BUL_FIGURE_WEEKDAY, 3, NULL },
  { "thursdays", BUL_FIGURE_WEEKDAY, 4, NULL },
  { "fridays", BUL_FIGURE_WEEKDAY, 5, NULL },
  { "saturdays", BUL_FIGURE_WEEKDAY, 6, NULL },
  { "sundays", BUL_FIGURE_WEEKDAY, 7, NULL },
  { "today", BUL_FIGURE_RELATIVE, 0, NULL },
  { "tonight", BUL_FIGURE_RELATIVE, 0, NULL },
  { "this morning", BUL_FIGURE_RELATIVE, 0, NULL },
  { "this afternoon", BUL_FIGURE_RELATIVE, 0, NULL },
  { "this evening", BUL_FIGURE_RELATIVE, 0, NULL },
  { "yesterday", BUL_FIGURE_RELATIVE, -1, NULL },
  { "last night", BUL_FIGURE_RELATIVE, -1, NULL },
  { "the day before yesterday", BUL_FIGURE_RELATIVE, -2, NULL },
  { "tomorrow", BUL_FIGURE_RELATIVE, 1, NULL },
  { "the day after tomorrow", BUL_FIGURE_RELATIVE, 2, NULL },
  { "noon", BUL_FIGURE_CLOCK, 720, NULL },
  { "midday", BUL_FIGURE_CLOCK, 720, NULL },
  { "midnight", BUL_FIGURE_CLOCK, 0, NULL },
  { "a year", BUL_FIGURE_NUMBER, 1, &years },
  { "a month", BUL_FIGURE_NUMBER, 1, &months },
  { "a week", BUL_FIGURE_NUMBER, 1, &weeks },
  { "a day", BUL_FIGURE_NUMBER, 1, &days },
  { "an hour", BUL_FIGURE_NUMBER, 1, &hours },
  { "half", BUL_FIGURE_NUMBER, 0.5, NULL },
  { "half a million", BUL_FIGURE_NUMBER, 5e5, NULL },
  { "half a billion", BUL_FIGURE_NUMBER, 5e8, NULL },
  { "half a trillion", BUL_FIGURE_NUMBER, 5e11, NULL },
  { "half a dozen", BUL_FIGURE_NUMBER, 6, NULL },
  { "a quarter of a million", BUL_FIGURE_NUMBER, 2.5e5, NULL },
  { "around the clock", BUL_FIGURE_NUMBER, 24, &hours },
  { "round-the-clock", BUL_FIGURE_NUMBER, 24, &hours },
  { "around-the-clock", BUL_FIGURE_NUMBER, 24, &hours },
  { "a quarter of a percentage point", BUL_FIGURE_NUMBER, 0.25, &points },
  { "half a percentage point", BUL_FIGURE_NUMBER, 0.5, &points },
  { "a quarter", BUL_FIGURE_NUMBER, 0.25, NULL },
  { "three quarters", BUL_FIGURE_NUMBER, 0.75, NULL },
  { "one third", BUL_FIGURE_NUMBER, 1 / 3.0, NULL },
  { "a third", BUL_FIGURE_NUMBER, 1 / 3.0, NULL },
  { "two thirds", BUL_FIGURE_NUMBER, 2 / 3.0, NULL },
  { "two-thirds", BUL_FIGURE_NUMBER, 2 / 3.0, NULL },
  { "double", BUL_FIGURE_NUMBER, 2, NULL },
  { "doubled", BUL_FIGURE_NUMBER, 2, NULL },
  { "triple", BUL_FIGURE_NUMBER, 3, NULL },
  { "tripled", BUL_FIGURE_NUMBER, 3, NULL },
  { "last week", BUL_FIGURE_THAT_WEEK, -1, NULL },
  { "last weekend", BUL_FIGURE_THAT_WEEK, -1, NULL },
  { "this week", BUL_FIGURE_THAT_WEEK, 0, NULL },
  { "this weekend", BUL_FIGURE_THAT_WEEK, 0, NULL },
  { "next week", BUL_FIGURE_THAT_WEEK, 1, NULL },
  { "next weekend", BUL_FIGURE_THAT_WEEK, 1, NULL },
  { "last month", BUL_FIGURE_THAT_MONTH, -1, NULL },
  { "this month", BUL_FIGURE_THAT_MONTH, 0, NULL },
  { "next month", BUL_FIGURE_THAT_MONTH, 1, NULL },
  { "last year", BUL_FIGURE_THAT_YEAR, -1, NULL },
  { "this year", BUL_FIGURE_THAT_YEAR, 0, NULL },
  { "next year", BUL_FIGURE_THAT_YEAR, 1, NULL },
  { "decade", BUL_FIGURE_NUMBER, 10, &years },
  { "twenties", BUL_FIGURE_NUMBER, 20, NULL },
  { "thirties", BUL_FIGURE_NUMBER, 30, NULL },
  { "forties", BUL_FIGURE_NUMBER, 40, NULL },
  { "fifties", BUL_FIGURE_NUMBER, 50, NULL },
  { "sixties", BUL_FIGURE_NUMBER, 60, NULL },
  { "seventies", BUL_FIGURE_NUMBER, 70, NULL },
  { "eighties", BUL_FIGURE_NUMBER, 80, NULL },
  { "nineties", BUL_FIGURE_NUMBER, 90, NULL },
  { "teenage", BUL_FIGURE_NUMBER, 10, NULL },
  { "teenager", BUL_FIGURE_NUMBER, 10, NULL },
  { "teenagers", BUL_FIGURE_NUMBER, 10, NULL },
  { "teens", BUL_FIGURE_NUMBER, 10, NULL },
  { "both", BUL_FIGURE_NUMBER, 2, NULL },
  { "a couple", BUL_FIGURE_NUMBER, 2, NULL },
  { "a pair", BUL_FIGURE_NUMBER, 2, NULL },
  { "duo", BUL_FIGURE_NUMBER, 2, NULL },
  { "trio", BUL_FIGURE_NUMBER, 3, NULL },
  { "once", BUL_FIGURE_NUMBER, 1, NULL },
  { "first", BUL_FIGURE_NUMBER, 1, NULL },
  { "one", BUL_FIGURE_NUMBER, 1, NULL },
};

/* The month and the day of one that has a name. */
static gboolean
read_holiday (Reader *self)
{
  const char *start = self->at;
  const BulHoliday *holiday = bul_holiday_find_english (start, (gsize) (self->end - start));

  if (holiday == NULL || !stands (self, start, holiday->name))
    return FALSE;
  self->at = start + strlen (holiday->name);
  add (self, BUL_FIGURE_MONTH, holiday->month, BUL_FIGURE_WEAK | BUL_FIGURE_WORDS, start);
  add (self, BUL_FIGURE_DATE, holiday->day, BUL_FIGURE_WEAK | BUL_FIGURE_WORDS, start);
  return TRUE;
}

/* One million is read as a number. */
static gboolean
is_one_of_scale (const Reader *self, const char *start)
{
  const char *behind;
  g_autofree char *next = NULL;

  if (!stands (self, start, "one") || self->end - start < 5 || start[3] != ' ')
    return FALSE;
  next = read_word_at (self, start + 4, &behind);
  return bul_number_scale (next) > 0;
}

static gboolean
read_phrase (Reader *self)
{
  const char *start = self->at;
  gssize best = -1;
  double half;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_tolower (*start) == words[i].phrase[0] && stands (self, start, words[i].phrase)
        && (best < 0 || strlen (words[i].phrase) > strlen (words[best].phrase)))
      best = (gssize) i;
  if (best < 0 || is_one_of_scale (self, start)
      || (words[best].kind == BUL_FIGURE_WEEKDAY && !g_ascii_isupper (*start)))
    return FALSE;
  self->at = start + strlen (words[best].phrase);
  half = words[best].unit == NULL ? 0 : take_half (self);
  add (self, words[best].kind, words[best].value + half,
       words[best].kind == BUL_FIGURE_WEEKDAY
           ? BUL_FIGURE_WEAK
           : BUL_FIGURE_WEAK | BUL_FIGURE_WORDS
                 | (words[best].kind == BUL_FIGURE_CLOCK ? BUL_FIGURE_HALF : 0),
       start)
      ->unit
      = words[best].unit;
  if (strcmp (words[best].phrase, "first") == 0)
    last_figure (self)->flags |= BUL_FIGURE_PLACE;
  return TRUE;
}

/* “May” and “March” are words and names as well. */
static gboolean
is_surely_month (const Reader *self, const char *start)
{
  static const char *const before[]
      = { "in",    "of",   "by",   "since", "until", "last", "this",  "next",
          "early", "late", "from", "on",    "mid",   "and",  "every", "to" };
  const char *p = start;

  if (self->end - self->at >= 2 && *self->at == ' ' && g_ascii_isdigit (self->at[1]))
    return TRUE;
  while (p > self->text && (p[-1] == ' ' || p[-1] == '-'))
    p--;
  if (p > self->text && g_ascii_isdigit (p[-1]))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (before); i++)
    if (stood (self, p, before[i]))
      return TRUE;
  return FALSE;
}

static gboolean
read_month (Reader *self)
{
  const char *start = self->at;
  const char *behind;
  g_autofree char *word = NULL;
  gboolean is_month = FALSE;
  double value;

  if (!g_ascii_isupper (*start))
    return FALSE;
  word = read_word_at (self, start, &behind);
  if (!bul_number_from_word (word, TRUE, &is_month, &value) || !is_month)
    return FALSE;
  self->at = behind;
  add (self, BUL_FIGURE_MONTH, value, is_surely_month (self, start) ? 0 : BUL_FIGURE_WEAK, start);
  return TRUE;
}

/* Seven in ten, seven out of ten: a share as well. */
static void
read_ratio (Reader *self, guint before)
{
  const BulFigure *last = last_figure (self);
  BulFigure *part;
  BulFigure *whole;
  BulFigure ratio;
  const char *between;
  gsize length;

  if (last == NULL || before == 0 || self->figures->len != before + 1)
    return;
  part = &g_array_index (self->figures, BulFigure, before - 1);
  whole = &g_array_index (self->figures, BulFigure, before);
  between = self->text + part->end;
  length = whole->start - MIN (part->end, whole->start);
  if (part->sentence != self->sentence || part->kind != BUL_FIGURE_NUMBER
      || whole->kind != BUL_FIGURE_NUMBER || whole->unit != NULL || part->value >= whole->value
      || !((length == 4 && strncmp (between, " in ", 4) == 0)
           || (length == 8 && strncmp (between, " out of ", 8) == 0)))
    return;
  part->flags |= BUL_FIGURE_WEAK;
  whole->flags |= BUL_FIGURE_WEAK;
  ratio = *whole;
  ratio.start = part->start;
  ratio.value = 100 * part->value / whole->value;
  ratio.unit = &share;
  ratio.grain = bul_figure_grain (ratio.value);
  g_array_append_val (self->figures, ratio);
}

/* The digits of F-16 are read by themselves. */
static void
skip_word (Reader *self)
{
  while (is_letter (self, self->at) || (self->at < self->end && *self->at == '\''))
    self->at = g_utf8_next_char (self->at);
}

static void
read_one (Reader *self)
{
  guint before = self->figures->len;

  if (g_ascii_isdigit (*self->at))
    read_digits (self);
  else if (is_letter (self, self->at))
    {
      if (!read_holiday (self) && !read_phrase (self) && !read_month (self) && !read_number (self))
        skip_word (self);
    }
  else
    {
      if (*self->at == '(')
        self->depth++;
      else if (*self->at == ')' && self->depth > 0)
        self->depth--;
      self->at = g_utf8_next_char (self->at);
    }
  read_ratio (self, before);
}

void
bul_figures_read_english (GArray *figures, const char *text, guint sentence)
{
  Reader self = { figures, text, text, text + strlen (text), sentence, 0 };

  while (self.at < self.end && figures->len <= BUL_FIGURES_MOST)
    read_one (&self);
}
