/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-flow-figures.h"

#include <glib/gi18n.h>

#include "bul-chart.h"

#define MINUTE 60
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)
#define DAYS_OF_YEAR 365.25

/* What is less is told as nothing. */
#define LEAST_RATE 0.05

/* Where nothing can be told. */
#define NOTHING "–"

static void
figure_free (gpointer data)
{
  BulFlowFigure *self = data;

  g_free (self->value);
  g_free (self->what);
  g_free (self->note);
  g_free (self);
}

/* All are taken. */
static void
add (GPtrArray *figures, char *value, const char *what, char *note)
{
  BulFlowFigure *figure = g_new (BulFlowFigure, 1);

  *figure = (BulFlowFigure){ value, g_strdup (what), note };
  g_ptr_array_add (figures, figure);
}

/* Of few stories in a long time a day has none to speak of. */
static char *
dup_rate (guint n, gint64 n_days)
{
  double a_day = (double) n / (double) n_days;

  if (a_day >= LEAST_RATE)
    /* Translators: so many stories, in the mean of all days. */
    return g_strdup_printf (_ ("%.1f a day"), a_day);
  if (a_day * DAYS_OF_YEAR >= LEAST_RATE)
    /* Translators: so many stories, in the mean of all years. */
    return g_strdup_printf (_ ("%.1f a year"), a_day * DAYS_OF_YEAR);
  return g_strdup ("");
}

static void
add_stories (GPtrArray *figures, const BulStatistics *statistics)
{
  guint n = statistics->n_stories;
  gint64 n_days = statistics->last_day - statistics->first_day + 1;

  add (figures, bul_chart_dup_number (n), ngettext ("story", "stories", n),
       statistics->first_day == 0 || n_days < 2 ? g_strdup ("") : dup_rate (n, n_days));
}

static void
add_both (GPtrArray *figures, const BulStatistics *statistics)
{
  guint n = statistics->n_stories;
  g_autofree char *both = bul_chart_dup_number (statistics->n_both);

  add (figures,
       n == 0 ? g_strdup (NOTHING)
              /* Translators: a share. */
              : g_strdup_printf (_ ("%.0f %%"), 100.0 * statistics->n_both / n),
       _ ("have both languages"),
       g_strdup_printf (ngettext ("%s story", "%s stories", statistics->n_both), both));
}

static void
add_corrections (GPtrArray *figures, const BulStatistics *statistics)
{
  guint n = statistics->n_corrections;

  add (figures, bul_chart_dup_number (n),
       ngettext ("published correction", "published corrections", n),
       statistics->n_stories == 0
           ? g_strdup ("")
           : g_strdup_printf (_ ("%.1f per 100 stories"), 100.0 * n / statistics->n_stories));
}

/* Returns: (transfer full): as exact as it is of use. */
static char *
dup_time (gint64 seconds)
{
  if (seconds < 2 * HOUR)
    /* Translators: minutes. */
    return g_strdup_printf (_ ("%d min"), (int) ((seconds + MINUTE - 1) / MINUTE));
  if (seconds < 2 * DAY)
    /* Translators: hours. */
    return g_strdup_printf (_ ("%d h"), (int) ((seconds + HOUR / 2) / HOUR));
  return g_strdup_printf (_ ("%d days"), (int) ((seconds + DAY / 2) / DAY));
}

static void
add_delay (GPtrArray *figures, const BulStatistics *statistics)
{
  guint n = statistics->n_timed;
  g_autofree char *timed = bul_chart_dup_number (n);

  add (figures, n == 0 ? g_strdup (NOTHING) : dup_time (statistics->median_delay),
       _ ("median, air to correction"),
       n == 0
           ? g_strdup (_ ("no times are known"))
           /* Translators: of so many corrections it is known when they were published. */
           : g_strdup_printf (
               ngettext ("of %s whose times are known", "of %s whose times are known", n), timed));
}

GPtrArray *
bul_flow_figures_list (const BulStatistics *statistics)
{
  GPtrArray *figures = g_ptr_array_new_with_free_func (figure_free);

  add_stories (figures, statistics);
  add_both (figures, statistics);
  add_corrections (figures, statistics);
  add_delay (figures, statistics);
  return figures;
}
