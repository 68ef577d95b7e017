/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-chart.h"

static void
category_free (gpointer data)
{
  BulChartCategory *self = data;

  g_free (self->key);
  g_free (self->label);
  g_free (self->short_label);
  g_free (self);
}

static void
series_free (gpointer data)
{
  BulChartSeries *self = data;

  g_free (self->key);
  g_free (self->label);
  g_array_unref (self->values);
  g_free (self);
}

BulChart *
bul_chart_new (BulChartKind kind, const char *name, const char *title, const char *unit)
{
  BulChart *self = g_new0 (BulChart, 1);

  self->kind = kind;
  self->name = g_strdup (name);
  self->title = g_strdup (title);
  self->unit = g_strdup (unit);
  self->categories = g_ptr_array_new_with_free_func (category_free);
  self->series = g_ptr_array_new_with_free_func (series_free);
  return self;
}

void
bul_chart_free (BulChart *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->title);
  g_free (self->unit);
  g_ptr_array_unref (self->categories);
  g_ptr_array_unref (self->series);
  g_free (self);
}

void
bul_chart_add_category (BulChart *self, const char *key, const char *label, const char *short_label)
{
  BulChartCategory *category = g_new0 (BulChartCategory, 1);

  category->key = g_strdup (key);
  category->label = g_strdup (label);
  category->short_label = g_strdup (short_label == NULL ? label : short_label);
  g_ptr_array_add (self->categories, category);
}

void
bul_chart_add_series (BulChart *self, const char *key, const char *label, guint style)
{
  BulChartSeries *series = g_new0 (BulChartSeries, 1);

  series->key = g_strdup (key);
  series->label = g_strdup (label);
  series->style = style;
  series->values = g_array_new (FALSE, TRUE, sizeof (guint));
  g_ptr_array_add (self->series, series);
}

void
bul_chart_set (BulChart *self, guint series, guint category, guint value)
{
  BulChartSeries *row;

  g_return_if_fail (series < self->series->len && category < self->categories->len);

  row = self->series->pdata[series];
  if (row->values->len <= category)
    g_array_set_size (row->values, category + 1);
  g_array_index (row->values, guint, category) = value;
}

guint
bul_chart_get (const BulChart *self, guint series, guint category)
{
  const BulChartSeries *row;

  g_return_val_if_fail (series < self->series->len, 0);

  row = self->series->pdata[series];
  return category < row->values->len ? g_array_index (row->values, guint, category) : 0;
}

guint
bul_chart_get_category_total (const BulChart *self, guint category)
{
  guint total = 0;

  for (guint i = 0; i < self->series->len; i++)
    total += bul_chart_get (self, i, category);
  return total;
}

guint
bul_chart_get_series_total (const BulChart *self, guint series)
{
  guint total = 0;

  for (guint i = 0; i < self->categories->len; i++)
    total += bul_chart_get (self, series, i);
  return total;
}

guint
bul_chart_get_total (const BulChart *self)
{
  guint total = 0;

  for (guint i = 0; i < self->series->len; i++)
    total += bul_chart_get_series_total (self, i);
  return total;
}

guint
bul_chart_get_most (const BulChart *self)
{
  guint most = 0;

  for (guint i = 0; i < self->categories->len; i++)
    {
      if (self->kind != BUL_CHART_LINES)
        most = MAX (most, bul_chart_get_category_total (self, i));
      for (guint j = 0; j < self->series->len; j++)
        most = MAX (most, bul_chart_get (self, j, i));
    }
  return most;
}

const char *
bul_chart_get_row_name (const BulChart *self, guint category)
{
  const BulChartCategory *found;

  g_return_val_if_fail (category < self->categories->len, NULL);

  found = self->categories->pdata[category];
  return self->kind != BUL_CHART_NAMES && found->key != NULL ? found->key : found->label;
}

gboolean
bul_chart_is_empty (const BulChart *self)
{
  return bul_chart_get_most (self) == 0;
}

char *
bul_chart_dup_number (guint value)
{
  return g_strdup_printf ("%'u", value);
}
