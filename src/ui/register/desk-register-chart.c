/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-register-chart.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "bul-chart-theme.h"
#include "desk-register-item.h"
#include "desk-wording.h"

/* Since the year 0; 0 where @day is none. */
static guint
read_month (const char *day)
{
  guint year;
  guint month;

  if (day == NULL || sscanf (day, "%4u-%2u", &year, &month) != 2 || month < 1 || month > 12)
    return 0;
  return year * 12 + month - 1;
}

static void
add_month (BulChart *chart, guint month)
{
  g_autoptr (GDateTime) date
      = g_date_time_new_utc ((int) (month / 12), (int) (month % 12 + 1), 1, 0, 0, 0);
  g_autofree char *key = g_strdup_printf ("%04u-%02u", month / 12, month % 12 + 1);
  /* Translators: a month and its year, as g_date_time_format() writes them. */
  g_autofree char *label = date == NULL ? NULL : g_date_time_format (date, _ ("%B %Y"));
  g_autofree char *name = date == NULL ? NULL : g_date_time_format (date, "%b");

  if (label != NULL && name != NULL)
    bul_chart_add_category (chart, key, label, g_strstrip (name));
}

/* Each class looks the same whichever others there are. */
static void
add_class (BulChart *chart, guint error_class)
{
  g_autofree char *key = g_strdup_printf ("%u", error_class);

  if (error_class == 0)
    bul_chart_add_series (chart, key, _ ("Notice alone"), BUL_CHART_REST);
  else
    bul_chart_add_series (chart, key, desk_wording_for_class (error_class), error_class - 1);
}

typedef guint Counts[BUL_CLASS_OTHER + 1];

static void
fill (BulChart *chart, const Counts *counts, guint first, guint n_months)
{
  guint n_series = 0;

  for (guint month = 0; month < n_months; month++)
    add_month (chart, first + month);
  for (guint i = 0; i <= BUL_CLASS_OTHER; i++)
    {
      /* What tells no correction stands on top. */
      guint error_class = (i + 1) % (BUL_CLASS_OTHER + 1);
      guint total = 0;

      for (guint month = 0; month < n_months; month++)
        total += counts[month][error_class];
      if (total == 0)
        continue;
      add_class (chart, error_class);
      for (guint month = 0; month < n_months; month++)
        bul_chart_set (chart, n_series, month, counts[month][error_class]);
      n_series++;
    }
}

/* What was aired on no day that is known is in none of the bars. */
static guint
count_since (const GPtrArray *items, guint first)
{
  guint n = 0;

  for (guint i = 0; i < items->len; i++)
    {
      guint month = read_month (desk_register_item_get_row (items->pdata[i])->aired);

      n += month != 0 && month >= first;
    }
  return n;
}

static BulChart *
begin (guint total, guint n_months)
{
  g_autofree char *months
      = g_strdup_printf (ngettext ("%u month", "%u months", n_months), n_months);
  /* Translators: the title of a chart: so many corrections, in so many months. */
  g_autofree char *title
      = g_strdup_printf (_ ("Corrections by month and class: %u in %s"), total, months);

  return bul_chart_new (BUL_CHART_BARS, "corrections", title, NULL);
}

BulChart *
desk_register_chart_new (const GPtrArray *items, guint n_months)
{
  BulChart *chart;
  g_autofree Counts *counts = g_new0 (Counts, n_months);
  guint last = 0;
  guint first;

  for (guint i = 0; i < items->len; i++)
    last = MAX (last, read_month (desk_register_item_get_row (items->pdata[i])->aired));
  if (last == 0)
    return begin (0, n_months);
  first = last + 1 - MIN (n_months, last + 1);
  chart = begin (count_since (items, first), last - first + 1);
  for (guint i = 0; i < items->len; i++)
    {
      const BulRegisterRow *row = desk_register_item_get_row (items->pdata[i]);
      guint month = read_month (row->aired);

      if (month >= first && month != 0 && row->error_class <= BUL_CLASS_OTHER)
        counts[month - first][row->error_class]++;
    }
  fill (chart, (const Counts *) counts, first, last - first + 1);
  return chart;
}

guint
desk_register_chart_get_class (const BulChart *chart, guint series)
{
  const BulChartSeries *found = chart->series->pdata[series];

  return (guint) g_ascii_strtoull (found->key, NULL, 10);
}
