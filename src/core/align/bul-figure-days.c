/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "bul-figures-private.h"

/* Bytes between a month and its day: “3월 18일”, “18th of March”. */
#define BETWEEN 6

/* Days within which a day is told without its month. */
#define NEAR_BY 12

static const BulFigure *
figure_at (const GArray *figures, guint i)
{
  return i < figures->len ? &g_array_index (figures, BulFigure, i) : NULL;
}

/* The month that stands beside the day of a month, or 0. */
static guint
find_month (const GArray *figures, guint at, const GDate *day)
{
  const BulFigure *date = figure_at (figures, at);
  const BulFigure *before = at > 0 ? figure_at (figures, at - 1) : NULL;
  const BulFigure *behind = figure_at (figures, at + 1);

  if (before != NULL && before->kind == BUL_FIGURE_MONTH && before->sentence == date->sentence
      && date->start - before->end <= BETWEEN)
    return (guint) before->value;
  /* 지난달 25일 */
  if (before != NULL && before->kind == BUL_FIGURE_THAT_MONTH && before->sentence == date->sentence
      && date->start - before->end <= BETWEEN)
    return ((guint) g_date_get_month (day) + 11 + (guint) (gint) before->value) % 12 + 1;
  if (behind != NULL && behind->kind == BUL_FIGURE_MONTH && behind->sentence == date->sentence
      && behind->start - date->end <= BETWEEN)
    return (guint) behind->value;
  return 0;
}

/* The day of that number nearest to @day, in @month or in any. */
static gboolean
find_nearest (const GDate *day, guint number, guint month, GDate *found)
{
  gint least = G_MAXINT;

  for (gint step = -12; step <= 12; step++)
    {
      gint months = (gint) g_date_get_year (day) * 12 + (gint) g_date_get_month (day) - 1 + step;
      GDateYear year = (GDateYear) (months / 12);
      guint own = (guint) (months % 12) + 1;
      GDate candidate;
      gint off;

      if ((month != 0 && own != month)
          || !g_date_valid_dmy ((GDateDay) number, (GDateMonth) own, year))
        continue;
      g_date_clear (&candidate, 1);
      g_date_set_dmy (&candidate, (GDateDay) number, (GDateMonth) own, year);
      off = abs (g_date_days_between (day, &candidate));
      if (off < least)
        {
          least = off;
          *found = candidate;
        }
    }
  return least < G_MAXINT;
}

/* Which day it is; FALSE for a weekday, which is one of many. */
static gboolean
resolve (const GArray *figures, guint at, const GDate *day, gboolean is_sure, GDate *found)
{
  const BulFigure *figure = figure_at (figures, at);

  if (figure->kind == BUL_FIGURE_DATE)
    {
      guint month = find_month (figures, at, day);

      return find_nearest (day, (guint) figure->value, month, found)
             && (month != 0 || abs (g_date_days_between (day, found)) <= NEAR_BY);
    }
  if (figure->kind != BUL_FIGURE_RELATIVE || !is_sure)
    return FALSE;
  *found = *day;
  if (figure->value < 0)
    g_date_subtract_days (found, (guint) -figure->value);
  else
    g_date_add_days (found, (guint) figure->value);
  return TRUE;
}

gint
bul_figures_compare_days (const GArray *korean,
                          guint i,
                          const GArray *english,
                          guint j,
                          const GDate *day,
                          gboolean is_sure)
{
  const BulFigure *a = figure_at (korean, i);
  const BulFigure *b = figure_at (english, j);
  GDate x;
  GDate y;
  gboolean has_x;
  gboolean has_y;

  if (day == NULL || a->kind == b->kind)
    return 0;
  has_x = resolve (korean, i, day, is_sure, &x);
  has_y = resolve (english, j, day, is_sure, &y);
  if (has_x && has_y)
    return g_date_compare (&x, &y) == 0 ? 1 : -1;
  if (has_x && b->kind == BUL_FIGURE_WEEKDAY)
    return (gint) g_date_get_weekday (&x) == (gint) b->value ? 1 : -1;
  if (has_y && a->kind == BUL_FIGURE_WEEKDAY)
    return (gint) g_date_get_weekday (&y) == (gint) a->value ? 1 : -1;
  return 0;
}
