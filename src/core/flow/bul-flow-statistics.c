/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-flow-statistics.h"

#include <glib/gi18n.h>

#include "bul-chart-theme.h"
#include "bul-enum.h"

/* Beside an axis January and the first month say the year. */
static void
add_months (BulChart *chart, const BulStatistics *statistics)
{
  for (guint i = 0; i < statistics->n_months; i++)
    {
      guint month = statistics->first_month + i;
      g_autofree char *label = g_strdup_printf ("%04u-%02u", month / 12, month % 12 + 1);
      g_autofree char *number = g_strdup_printf ("%u", month % 12 + 1);

      bul_chart_add_category (chart, label, label, i == 0 || month % 12 == 0 ? label : number);
    }
}

static void
set_months (BulChart *chart, guint series, const GArray *months)
{
  for (guint i = 0; i < months->len && i < chart->categories->len; i++)
    bul_chart_set (chart, series, i, g_array_index (months, guint, i));
}

static BulChart *
make_stories (const BulStatistics *statistics)
{
  BulChart *chart = bul_chart_new (BUL_CHART_BARS, "stories", _ ("Stories by month"), NULL);

  add_months (chart, statistics);
  bul_chart_add_series (chart, NULL, _ ("Stories"), 0);
  set_months (chart, 0, statistics->stories);
  return chart;
}

static BulChart *
make_programmes (const BulStatistics *statistics)
{
  BulChart *chart = bul_chart_new (BUL_CHART_NAMES, "programmes", _ ("Stories by programme"), NULL);

  bul_chart_add_series (chart, NULL, _ ("Stories"), 0);
  for (guint i = 0; i < statistics->programmes->len && i < BUL_FLOW_STATISTICS_MOST_NAMES; i++)
    {
      const BulStatisticsValue *value = statistics->programmes->pdata[i];

      bul_chart_add_category (chart, value->value, value->value, NULL);
      bul_chart_set (chart, 0, i, value->n);
    }
  return chart;
}

static int
compare_voices (gconstpointer a, gconstpointer b)
{
  const BulVoice *one = *(const BulVoice *const *) a;
  const BulVoice *other = *(const BulVoice *const *) b;

  if (one->n_bites != other->n_bites)
    return one->n_bites > other->n_bites ? -1 : 1;
  return g_strcmp0 (one->name, other->name);
}

static BulChart *
make_speakers (const BulStatistics *statistics)
{
  BulChart *chart
      = bul_chart_new (BUL_CHART_NAMES, "speakers", _ ("Most heard speakers"), _ ("soundbites"));
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  for (guint i = 0; i < statistics->voices->len; i++)
    g_ptr_array_add (sorted, statistics->voices->pdata[i]);
  g_ptr_array_sort (sorted, compare_voices);
  bul_chart_add_series (chart, NULL, _ ("Soundbites"), 0);
  for (guint i = 0; i < sorted->len && i < BUL_FLOW_STATISTICS_MOST_NAMES; i++)
    {
      const BulVoice *voice = sorted->pdata[i];

      bul_chart_add_category (chart, voice->name, voice->name, NULL);
      bul_chart_set (chart, 0, i, voice->n_bites);
    }
  return chart;
}

static BulChart *
make_tags (const BulStatistics *statistics)
{
  BulChart *chart = bul_chart_new (BUL_CHART_LINES, "tags", _ ("Tags by month"), _ ("stories"));

  add_months (chart, statistics);
  for (guint i = 0; i < statistics->tags->len && i < BUL_FLOW_STATISTICS_MOST_LINES; i++)
    {
      const BulStatisticsValue *value = statistics->tags->pdata[i];

      bul_chart_add_series (chart, value->value, value->value, i);
      set_months (chart, i, value->months);
    }
  return chart;
}

static guint
sum (const GArray *months)
{
  guint total = 0;

  for (guint i = 0; i < months->len; i++)
    total += g_array_index (months, guint, i);
  return total;
}

/* Each class looks the same whichever others there are. */
static BulChart *
make_corrections (const BulStatistics *statistics)
{
  BulChart *chart
      = bul_chart_new (BUL_CHART_BARS, "corrections", _ ("Published corrections by month"), NULL);
  guint n = 0;

  add_months (chart, statistics);
  for (guint i = 0; i <= BUL_CLASS_OTHER; i++)
    {
      const char *word = i == 0 ? "none" : bul_enum_to_word (bul_class_words, i);

      if (sum (statistics->corrections[i]) == 0)
        continue;
      bul_chart_add_series (chart, word, word, i == 0 ? BUL_CHART_REST : i - 1);
      set_months (chart, n++, statistics->corrections[i]);
    }
  return chart;
}

GPtrArray *
bul_flow_statistics_list_charts (const BulStatistics *statistics)
{
  GPtrArray *charts = g_ptr_array_new_with_free_func ((GDestroyNotify) bul_chart_free);

  g_ptr_array_add (charts, make_stories (statistics));
  g_ptr_array_add (charts, make_programmes (statistics));
  g_ptr_array_add (charts, make_speakers (statistics));
  g_ptr_array_add (charts, make_tags (statistics));
  g_ptr_array_add (charts, make_corrections (statistics));
  return charts;
}
