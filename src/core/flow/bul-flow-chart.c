/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-flow-chart.h"

#include <glib/gi18n.h>

#include "bul-csv.h"

static void
append_fields (GString *csv, const GPtrArray *fields)
{
  bul_csv_append_row (csv, (const char *const *) fields->pdata, fields->len);
}

static void
add_number (GPtrArray *fields, guint value)
{
  g_ptr_array_add (fields, g_strdup_printf ("%u", value));
}

static void
append_head (GString *csv, const BulChart *chart)
{
  g_autoptr (GPtrArray) fields = g_ptr_array_new ();
  gboolean has_total = chart->kind != BUL_CHART_LINES && chart->series->len > 1;

  g_ptr_array_add (fields, chart->title);
  for (guint i = 0; i < chart->series->len; i++)
    g_ptr_array_add (fields, ((BulChartSeries *) chart->series->pdata[i])->label);
  if (has_total)
    g_ptr_array_add (fields, (gpointer) _ ("Total"));
  append_fields (csv, fields);
}

static void
append_category (GString *csv, const BulChart *chart, guint i)
{
  g_autoptr (GPtrArray) fields = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (fields, g_strdup (bul_chart_get_row_name (chart, i)));
  for (guint j = 0; j < chart->series->len; j++)
    add_number (fields, bul_chart_get (chart, j, i));
  if (chart->kind != BUL_CHART_LINES && chart->series->len > 1)
    add_number (fields, bul_chart_get_category_total (chart, i));
  append_fields (csv, fields);
}

GBytes *
bul_flow_charts_to_csv (const GPtrArray *charts)
{
  GString *csv = g_string_new (BUL_CSV_MARK);

  for (guint i = 0; i < charts->len; i++)
    {
      const BulChart *chart = charts->pdata[i];

      if (i > 0)
        bul_csv_append_row (csv, (const char *const[]){ NULL }, 1);
      append_head (csv, chart);
      for (guint j = 0; j < chart->categories->len; j++)
        append_category (csv, chart, j);
    }
  return g_string_free_to_bytes (csv);
}
