/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "bul-figures-private.h"
#include "bul-parity-private.h"
#include "bul-tolls-private.h"

/* Farther apart than this, two numbers are not the same one mistaken; see distance (). */
#define FARTHEST 12.0

/* Bytes between the parts of a time: “a year and 6 months”. */
#define NEAR_BY 5

/* So many are named before “and others”. */
#define MOST_NAMED 4

typedef struct
{
  GArray *figures; /* of BulFigure */
  gint *answers;   /* of each: which one of the other side, or -1 */
} Side;

static BulFactKind
kind_of (const BulFigure *figure)
{
  return figure->kind == BUL_FIGURE_NUMBER ? BUL_FACT_NUMBER : BUL_FACT_DATE;
}

static const BulFigure *
figure_at (const Side *side, guint i)
{
  return &g_array_index (side->figures, BulFigure, i);
}

static gboolean
read_side (Side *side,
           const BulParitySide *texts,
           void (*read) (GArray *figures, const char *text, guint sentence))
{
  side->figures = g_array_new (FALSE, FALSE, sizeof (BulFigure));
  for (guint i = 0; i < texts->n && side->figures->len <= BUL_FIGURES_MOST; i++)
    read (side->figures, texts->sentences[i], i);
  side->answers = g_new (gint, side->figures->len + 1);
  for (guint i = 0; i < side->figures->len; i++)
    side->answers[i] = -1;
  return side->figures->len <= BUL_FIGURES_MOST;
}

static void
clear_side (Side *side)
{
  g_array_unref (side->figures);
  g_free (side->answers);
}

/* --- what agrees */

/* A number that is said twice may answer one that is said once; one of its own is better. */
static void
match (Side *korean, Side *english)
{
  for (guint i = 0; i < korean->figures->len; i++)
    for (guint j = 0; j < english->figures->len; j++)
      {
        if (!bul_figures_agree (figure_at (korean, i), figure_at (english, j)))
          continue;
        if (korean->answers[i] < 0 || english->answers[j] < 0)
          {
            korean->answers[i] = korean->answers[i] < 0 ? (gint) j : korean->answers[i];
            english->answers[j] = english->answers[j] < 0 ? (gint) i : english->answers[j];
          }
      }
}

/* 1년 6개월: both as one, in days. FALSE where the next is no smaller part of it. */
static gboolean
join_times (const Side *side, guint at, BulFigure *joined)
{
  static const BulUnit days = { BUL_DIMENSION_TIME, 1 };
  const BulFigure *a = figure_at (side, at);
  const BulFigure *b = at + 1 < side->figures->len ? figure_at (side, at + 1) : NULL;

  if (b == NULL || a->sentence != b->sentence || a->kind != BUL_FIGURE_NUMBER
      || b->kind != BUL_FIGURE_NUMBER || a->unit == NULL || b->unit == NULL
      || a->unit->dimension != BUL_DIMENSION_TIME || b->unit->dimension != BUL_DIMENSION_TIME
      || a->unit->size <= b->unit->size || b->start - a->end > NEAR_BY)
    return FALSE;
  *joined = *a;
  joined->value = a->value * a->unit->size + b->value * b->unit->size;
  joined->grain = bul_figure_grain (joined->value);
  joined->unit = &days;
  return TRUE;
}

static void
match_times (Side *side, Side *other)
{
  BulFigure joined;

  for (guint i = 0; i < side->figures->len; i++)
    for (guint j = 0; join_times (side, i, &joined) && j < other->figures->len; j++)
      if (figure_at (other, j)->unit != NULL && bul_figures_agree (&joined, figure_at (other, j)))
        {
          side->answers[i] = side->answers[i + 1] = (gint) j;
          other->answers[j] = (gint) i;
        }
}

/* --- what does not */

/* Small for two that are likely meant to be the same. */
static double
distance (const BulFigure *a, const BulFigure *b)
{
  const BulFigure *number = a->kind == BUL_FIGURE_NUMBER ? a : b;
  const BulFigure *other = number == a ? b : a;
  double far = 0;

  if (a->kind != b->kind)
    {
      if (number->kind != BUL_FIGURE_NUMBER || number->unit != NULL
          || (number->flags & BUL_FIGURE_WORDS) != 0
          || (other->kind != BUL_FIGURE_DATE && other->kind != BUL_FIGURE_CLOCK
              && other->kind != BUL_FIGURE_YEAR))
        return FARTHEST;
      return number->value == floor (number->value) ? 10 : FARTHEST;
    }
  /* 25일 is what was mistaken, rather than 성탄절 before it. */
  if (a->kind != BUL_FIGURE_NUMBER)
    return MIN (fabs (a->value - b->value) / 10000, FARTHEST / 2)
           + (((a->flags ^ b->flags) & BUL_FIGURE_WORDS) != 0 ? 1 : 0);
  if (a->unit != NULL && b->unit != NULL)
    far += bul_figures_mix_points (a, b)              ? 1
           : a->unit->dimension != b->unit->dimension ? FARTHEST
           : a->unit->size == b->unit->size           ? 0
                                                      : 1;
  else if (a->unit != NULL || b->unit != NULL)
    far += 8;
  return far + MIN (FARTHEST - 1, fabs (log ((a->value + 0.1) / (b->value + 0.1))));
}

/* A part of a whole; “a quarter” may be of a year. */
static gboolean
is_fraction (const BulFigure *figure)
{
  return figure->unit == NULL && figure->value > 0 && figure->value < 1 && figure->value != 0.25;
}

/* Two that are both told in letters, or not for certain, may be of something else. */
static gboolean
may_differ (const BulFigure *a, const BulFigure *b)
{
  if (((a->flags | b->flags) & BUL_FIGURE_ASIDE) != 0)
    return FALSE;
  if ((a->flags & b->flags & BUL_FIGURE_WEAK) == 0 || (a->flags & b->flags & BUL_FIGURE_PLACE) != 0)
    return TRUE;
  if (a->kind != b->kind)
    return FALSE;
  return a->kind != BUL_FIGURE_NUMBER || (a->value > 1 && b->value > 1)
         || (is_fraction (a) && is_fraction (b));
}

/* The only figure of @side that is a day and that nothing answers, or -1. */
static gint
find_only_day (const Side *side)
{
  gint found = -1;

  for (guint i = 0; i < side->figures->len; i++)
    {
      BulFigureKind kind = figure_at (side, i)->kind;

      if (side->answers[i] >= 0
          || (kind != BUL_FIGURE_DATE && kind != BUL_FIGURE_WEEKDAY && kind != BUL_FIGURE_RELATIVE))
        continue;
      if (found >= 0)
        return -1;
      found = (gint) i;
    }
  return found;
}

/* 18일 and Tuesday: with a calendar they agree or differ. */
static void
match_days (const BulParityOptions *options,
            Side *korean,
            Side *english,
            gint *korean_near,
            gint *english_near)
{
  gint i = find_only_day (korean);
  gint j = find_only_day (english);
  gint same;

  if (i < 0 || j < 0)
    return;
  same = bul_figures_compare_days (korean->figures, (guint) i, english->figures, (guint) j,
                                   options->day, options->is_day_sure);
  if (same > 0)
    {
      korean->answers[i] = j;
      english->answers[j] = i;
    }
  else if (same < 0)
    {
      korean_near[i] = j;
      english_near[j] = i;
    }
}

/* Which figures may stand for which of another kind. */
static gboolean
may_stand_for (const BulFigure *figure, const BulFigure *other)
{
  static const guint substitutes[] = {
    [BUL_FIGURE_DATE] = 1 << BUL_FIGURE_WEEKDAY | 1 << BUL_FIGURE_RELATIVE,
    [BUL_FIGURE_MONTH]
    = 1 << BUL_FIGURE_THAT_MONTH | 1 << BUL_FIGURE_WEEKDAY | 1 << BUL_FIGURE_RELATIVE,
    [BUL_FIGURE_YEAR] = 1 << BUL_FIGURE_THAT_YEAR,
    [BUL_FIGURE_WEEKDAY] = 0,
    [BUL_FIGURE_RELATIVE] = 0,
    [BUL_FIGURE_CLOCK] = 0,
  };

  if (other->kind == BUL_FIGURE_NUMBER)
    /* 지난 25일: three days ago */
    return (figure->kind == BUL_FIGURE_DATE || figure->kind == BUL_FIGURE_YEAR)
           && other->unit != NULL && other->unit->dimension == BUL_DIMENSION_TIME;
  return figure->kind != BUL_FIGURE_NUMBER && (substitutes[figure->kind] & 1u << other->kind) != 0;
}

/* 10 feet (three meters): the same twice, of which the other side needs one. */
static gboolean
is_told_twice (const Side *side, guint at)
{
  const BulFigure *figure = figure_at (side, at);
  const BulFigure *next = at + 1 < side->figures->len ? figure_at (side, at + 1) : NULL;

  return (figure->flags & BUL_FIGURE_ASIDE) != 0
         || (next != NULL && (next->flags & BUL_FIGURE_ASIDE) != 0 && side->answers[at + 1] >= 0);
}

static gboolean
is_excused (const Side *side, guint at, const Side *other)
{
  const BulFigure *figure = figure_at (side, at);

  if ((figure->flags & BUL_FIGURE_WEAK) != 0 || is_told_twice (side, at))
    return TRUE;
  for (guint i = 0; i < other->figures->len; i++)
    if (may_stand_for (figure, figure_at (other, i)))
      return TRUE;
  return FALSE;
}

/* Whether the number of @toll is said of something else on the other side. */
static gboolean
is_said_elsewhere (
    const Side *here, const BulToll *toll, const Side *there, const GArray *others, guint what)
{
  for (guint i = 0; i < others->len; i++)
    {
      const BulToll *other = &g_array_index (others, BulToll, i);

      if (other->what != what
          && bul_figures_agree (figure_at (here, toll->figure), figure_at (there, other->figure)))
        return TRUE;
    }
  return FALSE;
}

/* Three dead and seven hurt is not seven dead and three hurt, though both numbers are there. */
static void
match_tolls (const BulParity *self,
             BulTollKind kind,
             Side *korean,
             Side *english,
             gint *korean_near,
             gint *english_near)
{
  g_autoptr (GArray) here
      = bul_tolls_read (self->korean->sentences, self->korean->n, TRUE, kind, korean->figures);
  g_autoptr (GArray) there
      = bul_tolls_read (self->english->sentences, self->english->n, FALSE, kind, english->figures);

  for (guint i = 0; i < here->len; i++)
    {
      const BulToll *toll = &g_array_index (here, BulToll, i);
      const BulToll *answer = bul_tolls_find (there, toll->what);

      if (answer == NULL
          || bul_figures_agree (figure_at (korean, toll->figure),
                                figure_at (english, answer->figure))
          || !is_said_elsewhere (korean, toll, english, there, toll->what))
        continue;
      korean->answers[toll->figure] = english->answers[answer->figure] = -1;
      korean_near[toll->figure] = (gint) answer->figure;
      english_near[answer->figure] = (gint) toll->figure;
    }
}

/* Whether @words stand right behind @figure, or right before it. */
static gboolean
stands_behind (const BulParitySide *texts, const BulFigure *figure, const char *words)
{
  return g_str_has_prefix (texts->sentences[figure->sentence] + figure->number_end, words);
}

static gboolean
stands_before (const BulParitySide *texts, const BulFigure *figure, const char *words)
{
  const char *text = texts->sentences[figure->sentence];
  gsize size = strlen (words);

  return figure->start >= size && memcmp (text + figure->start - size, words, size) == 0;
}

/* “김 씨 등 3명”: Kim and two others. Korean counts those who are named, English the rest. */
static void
match_others (const BulParity *self, Side *korean, Side *english)
{
  for (guint i = 0; i < korean->figures->len; i++)
    for (guint j = 0; korean->answers[i] < 0 && j < english->figures->len; j++)
      {
        const BulFigure *all = figure_at (korean, i);
        const BulFigure *rest = figure_at (english, j);
        double named = all->value - rest->value;

        if (english->answers[j] >= 0 || all->kind != BUL_FIGURE_NUMBER
            || rest->kind != BUL_FIGURE_NUMBER || named < 1 || named > MOST_NAMED
            || !stands_before (self->korean, all, "등 ")
            || (!stands_behind (self->english, rest, " other")
                && !stands_behind (self->english, rest, " more")))
          continue;
        korean->answers[i] = (gint) j;
        english->answers[j] = (gint) i;
      }
}

static void
find_nearest (const Side *korean, const Side *english, gint *korean_near, gint *english_near)
{
  for (;;)
    {
      double best = FARTHEST;
      gint at[2] = { -1, -1 };

      for (guint i = 0; i < korean->figures->len; i++)
        for (guint j = 0; korean->answers[i] < 0 && korean_near[i] < 0 && j < english->figures->len;
             j++)
          {
            const BulFigure *a = figure_at (korean, i);
            const BulFigure *b = figure_at (english, j);
            double far;

            if (english->answers[j] >= 0 || english_near[j] >= 0 || !may_differ (a, b)
                || (a->kind != b->kind
                    && (is_excused (korean, i, english) || is_excused (english, j, korean))))
              continue;
            far = distance (a, b);
            if (far < best)
              {
                best = far;
                at[0] = (gint) i;
                at[1] = (gint) j;
              }
          }
      if (at[0] < 0)
        return;
      korean_near[at[0]] = at[1];
      english_near[at[1]] = at[0];
    }
}

static BulFact *
tell (BulParity *self, BulLanguage side, const BulFigure *figure)
{
  return bul_parity_tell (self, kind_of (figure), side, figure->sentence, figure->start,
                          figure->end);
}

/* 1년 of 1년 6개월: put in the place of all of it, it would say less. */
static gboolean
is_part_of_time (const Side *side, guint at)
{
  BulFigure joined;

  return join_times (side, at, &joined) || (at > 0 && join_times (side, at - 1, &joined));
}

static void
tell_korean (BulParity *self, const Side *korean, const Side *english, const gint *near)
{
  for (guint i = 0; i < korean->figures->len; i++)
    {
      const BulFigure *figure = figure_at (korean, i);
      gint answer = korean->answers[i] >= 0 ? korean->answers[i] : near[i];
      BulFact *fact;

      if (answer < 0 && is_excused (korean, i, english))
        continue;
      fact = tell (self, BUL_LANGUAGE_KOREAN, figure);
      fact->agrees = korean->answers[i] >= 0;
      if (answer >= 0)
        {
          const BulFigure *there = figure_at (english, (guint) answer);

          bul_parity_tell_there (self, fact, there->sentence, there->start, there->end);
          if (!fact->agrees && !is_part_of_time (korean, i))
            fact->proposal
                = bul_figure_propose (figure, there, self->english->sentences[there->sentence]);
        }
    }
}

static void
tell_english (BulParity *self, const Side *korean, const Side *english, const gint *near)
{
  for (guint j = 0; j < english->figures->len; j++)
    if (english->answers[j] < 0 && near[j] < 0 && !is_excused (english, j, korean))
      tell (self, BUL_LANGUAGE_ENGLISH, figure_at (english, j));
}

void
bul_parity_figures (BulParity *self)
{
  Side korean;
  Side english;
  gboolean few = read_side (&korean, self->korean, bul_figures_read_korean);

  few = read_side (&english, self->english, bul_figures_read_english) && few;
  if (few)
    {
      g_autofree gint *korean_near = g_new (gint, korean.figures->len + 1);
      g_autofree gint *english_near = g_new (gint, english.figures->len + 1);

      for (guint i = 0; i < korean.figures->len; i++)
        korean_near[i] = -1;
      for (guint i = 0; i < english.figures->len; i++)
        english_near[i] = -1;
      match (&korean, &english);
      match_times (&korean, &english);
      match_times (&english, &korean);
      match_others (self, &korean, &english);
      for (guint kind = 0; kind < BUL_TOLL_N_KINDS; kind++)
        match_tolls (self, kind, &korean, &english, korean_near, english_near);
      match_days (self->options, &korean, &english, korean_near, english_near);
      find_nearest (&korean, &english, korean_near, english_near);
      tell_korean (self, &korean, &english, korean_near);
      tell_english (self, &korean, &english, english_near);
    }
  clear_side (&korean);
  clear_side (&english);
}
