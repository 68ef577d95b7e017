/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "bul-figures-private.h"

static const char *const numerals[]
    = { "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten" };

static const char *const weekdays[]
    = { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" };

static const char *const months[]
    = { "January", "February", "March",     "April",   "May",      "June",
        "July",    "August",   "September", "October", "November", "December" };

/* 1,234.5 */
static char *
with_commas (double value)
{
  g_autofree char *digits = g_strdup_printf ("%.0f", floor (value));
  GString *out = g_string_new (NULL);
  gsize length = strlen (digits);
  double rest = value - floor (value);

  for (gsize i = 0; i < length; i++)
    {
      if (i > 0 && (length - i) % 3 == 0)
        g_string_append_c (out, ',');
      g_string_append_c (out, digits[i]);
    }
  if (rest > 1e-6)
    {
      char decimals[G_ASCII_DTOSTR_BUF_SIZE];

      g_ascii_formatd (decimals, sizeof decimals, "%.6g", rest);
      g_string_append (out, strchr (decimals, '.') == NULL ? "" : strchr (decimals, '.'));
    }
  return g_string_free (out, FALSE);
}

/* 1.7 billion; 1,234,567 where that would lose something. */
static char *
with_scale (double value)
{
  static const struct
  {
    double scale;
    const char *word;
  } scales[] = { { 1e12, "trillion" }, { 1e9, "billion" }, { 1e6, "million" } };

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      double scaled = value / scales[i].scale;
      g_autofree char *digits = NULL;

      if (scaled < 1 || fabs (scaled * 1000 - round (scaled * 1000)) > 1e-6)
        continue;
      digits = with_commas (scaled);
      return g_strdup_printf ("%s %s", digits, scales[i].word);
    }
  return with_commas (value);
}

/* As the words that are there tell theirs. */
static char *
tell_number (double value, const BulFigure *there, const char *words)
{
  gboolean is_capital = g_ascii_isupper (*words);
  char *told;

  if ((there->flags & BUL_FIGURE_WORDS) != 0 && value == floor (value)
      && value < G_N_ELEMENTS (numerals))
    {
      told = g_strdup (numerals[(guint) value]);
      if (is_capital)
        *told = g_ascii_toupper (*told);
      return told;
    }
  return value >= 1e6 ? with_scale (value) : with_commas (value);
}

/* Another unit, or a fraction in letters. */
static gboolean
needs_other_words (const BulFigure *korean, const BulFigure *english)
{
  const BulUnit *a = korean->unit;
  const BulUnit *b = english->unit;

  if (a != NULL && b != NULL && (a->dimension != b->dimension || a->size != b->size))
    return TRUE;
  return korean->kind == BUL_FIGURE_NUMBER && korean->value < 1
         && (english->flags & BUL_FIGURE_WORDS) != 0;
}

char *
bul_figure_propose (const BulFigure *korean, const BulFigure *english, const char *text)
{
  g_autofree char *number = NULL;

  if (korean->kind != english->kind || needs_other_words (korean, english))
    return NULL;
  switch (korean->kind)
    {
    case BUL_FIGURE_NUMBER:
      number = tell_number (korean->value, english, text + english->start);
      return g_strdup_printf ("%s%.*s", number, (int) (english->end - english->number_end),
                              text + english->number_end);
    case BUL_FIGURE_YEAR:
    case BUL_FIGURE_DATE:
      return g_strdup_printf ("%.0f", korean->value);
    case BUL_FIGURE_MONTH:
      return g_strdup (months[(guint) korean->value - 1]);
    case BUL_FIGURE_WEEKDAY:
      return g_strdup (weekdays[(guint) korean->value - 1]);
    default:
      return NULL;
    }
}
