/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "bul-figures-private.h"

/* How far what is converted may be off: 100 miles, 160 km. */
#define CONVERTED 0.05
#define CONVERTED_TIME 0.02

double
bul_figure_grain (double value)
{
  double grain = value >= 1e9 ? 1 : 1e-4;
  double units = round (value / grain);

  if (units <= 0)
    return grain;
  while (units >= 10 && fmod (units, 10) == 0)
    {
      units /= 10;
      grain *= 10;
    }
  return grain;
}

gboolean
bul_figure_is_small (double value, const BulUnit *unit)
{
  return unit == NULL ? value <= BUL_FIGURE_SAID
                      : unit->dimension == BUL_DIMENSION_TIME && value <= BUL_FIGURE_SAID_TIME;
}

static gboolean
is_same (double a, double b)
{
  return fabs (a - b) <= 1e-6 * MAX (fabs (a), fabs (b));
}

/* 1,683 for 1,700, where that is said to be near, or told in large units. */
static gboolean
is_rounded (const BulFigure *coarse, const BulFigure *fine)
{
  double off = fabs (coarse->value - fine->value);

  if (fine->grain >= coarse->grain || coarse->value <= 0)
    return FALSE;
  if ((coarse->flags & BUL_FIGURE_ABOUT) != 0)
    return off < coarse->grain;
  return (coarse->flags & BUL_FIGURE_SCALED) != 0 && coarse->value >= 10 * coarse->grain
         && off <= coarse->grain * 0.501;
}

static gboolean
is_converted (const BulFigure *a, const BulFigure *b)
{
  double x;
  double y;

  if (a->unit->dimension == BUL_DIMENSION_HEAT)
    return fabs (a->value * 1.8 + 32 - b->value) <= 1.5
           || fabs (b->value * 1.8 + 32 - a->value) <= 1.5;
  if (a->unit->dimension == BUL_DIMENSION_MONEY || a->unit->size == b->unit->size)
    return FALSE;
  x = a->value * a->unit->size;
  y = b->value * b->unit->size;
  return fabs (x - y)
         <= (a->unit->dimension == BUL_DIMENSION_TIME ? CONVERTED_TIME : CONVERTED) * MAX (x, y);
}

/* 50 % and one half. */
static gboolean
is_share_of (const BulFigure *share, const BulFigure *part)
{
  return share->unit != NULL && share->unit->dimension == BUL_DIMENSION_SHARE && part->value < 1
         && fabs (share->value - part->value * 100) < 4;
}

gboolean
bul_figures_mix_points (const BulFigure *a, const BulFigure *b)
{
  BulDimension x = a->unit == NULL ? BUL_DIMENSION_NONE : a->unit->dimension;
  BulDimension y = b->unit == NULL ? BUL_DIMENSION_NONE : b->unit->dimension;

  return (x == BUL_DIMENSION_SHARE && y == BUL_DIMENSION_POINTS)
         || (x == BUL_DIMENSION_POINTS && y == BUL_DIMENSION_SHARE);
}

static gboolean
is_bare_degree (const BulUnit *unit)
{
  return unit->dimension == BUL_DIMENSION_HEAT && unit->size == 0;
}

static gboolean
numbers_agree (const BulFigure *a, const BulFigure *b)
{
  gboolean is_alike
      = a->unit != NULL && b->unit != NULL && a->unit->dimension == b->unit->dimension;
  gboolean is_equal = is_same (a->value, b->value) || is_rounded (a, b) || is_rounded (b, a);

  if (is_alike && is_converted (a, b))
    return TRUE;
  if ((is_alike && a->unit->size != b->unit->size && !is_bare_degree (a->unit)
       && !is_bare_degree (b->unit))
      || bul_figures_mix_points (a, b))
    return FALSE;
  return is_equal || is_share_of (a, b) || is_share_of (b, a);
}

static gboolean
clocks_agree (const BulFigure *a, const BulFigure *b)
{
  if ((a->flags & BUL_FIGURE_HALF) != 0 && (b->flags & BUL_FIGURE_HALF) != 0)
    return fmod (a->value, 1440) == fmod (b->value, 1440);
  return fmod (a->value, 720) == fmod (b->value, 720);
}

gboolean
bul_figures_agree (const BulFigure *a, const BulFigure *b)
{
  const BulFigure *number = a->kind == BUL_FIGURE_NUMBER ? a : b;
  const BulFigure *other = number == a ? b : a;

  if (a->kind == b->kind)
    return a->kind == BUL_FIGURE_CLOCK    ? clocks_agree (a, b)
           : a->kind == BUL_FIGURE_NUMBER ? numbers_agree (a, b)
                                          : a->value == b->value;
  if (number->kind != BUL_FIGURE_NUMBER)
    return FALSE;
  switch (other->kind)
    {
    case BUL_FIGURE_CLOCK:
      return number->unit == NULL && number->value <= 24
             && fmod (number->value * 60, 720) == fmod (other->value, 720);
    case BUL_FIGURE_YEAR:
      return number->value == other->value || number->value == fmod (other->value, 100);
    case BUL_FIGURE_DATE:
    case BUL_FIGURE_MONTH:
      return number->value == other->value;
    default:
      return FALSE;
    }
}
