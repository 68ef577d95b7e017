/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-units-private.h"

G_BEGIN_DECLS

typedef enum
{
  BUL_FIGURE_NUMBER,
  BUL_FIGURE_YEAR,       /* of the calendar */
  BUL_FIGURE_MONTH,      /* 1 to 12 */
  BUL_FIGURE_DATE,       /* the day of a month */
  BUL_FIGURE_WEEKDAY,    /* 1, Monday, to 7 */
  BUL_FIGURE_RELATIVE,   /* days from today */
  BUL_FIGURE_THAT_WEEK,  /* weeks from this one */
  BUL_FIGURE_THAT_MONTH, /* months from this one */
  BUL_FIGURE_THAT_YEAR,  /* years from this one */
  BUL_FIGURE_CLOCK,      /* minutes since midnight, or since noon where the half is not said */
} BulFigureKind;

typedef enum
{
  BUL_FIGURE_WEAK = 1 << 0,   /* often said in other words, or not at all */
  BUL_FIGURE_ABOUT = 1 << 1,  /* said to be no more than near */
  BUL_FIGURE_SCALED = 1 << 2, /* told in thousands or more, and so rounded */
  BUL_FIGURE_HALF = 1 << 3,   /* of a time: whether before or after noon is known */
  BUL_FIGURE_ASIDE = 1 << 4,  /* in brackets */
  BUL_FIGURE_WORDS = 1 << 5,  /* told in letters */
  BUL_FIGURE_PLACE = 1 << 6,  /* the place in a row: 세 번째, 제3차, first */
} BulFigureFlags;

/* A number in a sentence, or what is as good as one. @grain: what it is rounded to, if it is. */
typedef struct
{
  BulFigureKind kind;
  guint flags;
  double value;
  double grain;
  const BulUnit *unit; /* or NULL */
  guint sentence;
  gsize start;      /* bytes */
  gsize number_end; /* without the unit */
  gsize end;
} BulFigure;

/* Up to this a number of things, or of days, is often said in another way: both, the parties; a
 * year. */
#define BUL_FIGURE_SAID 6
#define BUL_FIGURE_SAID_TIME 3

/* Whether it is so small that it may be said in another way. */
gboolean bul_figure_is_small (double value, const BulUnit *unit);

/* A sentence has fewer, and a flood of numbers says nothing. */
#define BUL_FIGURES_MOST 100

/* Appends what is in @text, in order. */
void bul_figures_read_korean (GArray *figures, const char *text, guint sentence);
void bul_figures_read_english (GArray *figures, const char *text, guint sentence);

/* What a number may be rounded to: 100 for 1700, 0.1 for 2.5. */
double bul_figure_grain (double value);

/* Whether one of each language says the same. */
gboolean bul_figures_agree (const BulFigure *korean, const BulFigure *english);

/* Whether one is a share and the other points of one: 3 % and three percentage points. */
gboolean bul_figures_mix_points (const BulFigure *a, const BulFigure *b);

/* What would stand for @english, of @text, if it said what @korean says; %NULL where that takes
 * more than other words in its place. */
char *bul_figure_propose (const BulFigure *korean, const BulFigure *english, const char *text);

/* Whether days that are told in different ways (the 18th, Tuesday, yesterday) are one: 1, or -1 if
 * they are not, or 0 if that cannot be told. @i and @j: which of either list; @day: today;
 * @is_sure: whether “yesterday” can be told from it. */
gint bul_figures_compare_days (const GArray *korean,
                               guint i,
                               const GArray *english,
                               guint j,
                               const GDate *day,
                               gboolean is_sure);

G_END_DECLS
