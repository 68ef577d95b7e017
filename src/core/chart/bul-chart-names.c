/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-chart-layout-private.h"

#define ROW_GAP 14
#define GAP 10
#define BAR 12
#define LEAST_BAR 2

/* Names take no more than this share of the width; longer ones take more lines. */
#define NAMES_SHARE 0.45

/* A row: its name, how many, and how high it is. */
typedef struct
{
  PangoLayout *name;
  PangoLayout *number;
  double name_width;
  double number_width;
  double height;
} Row;

static void
clear_row (gpointer data)
{
  Row *row = data;

  g_object_unref (row->name);
  g_object_unref (row->number);
}

static GArray *
make_rows (const BulChartLayout *self)
{
  GArray *rows = g_array_new (FALSE, TRUE, sizeof (Row));

  g_array_set_clear_func (rows, clear_row);
  for (guint i = 0; i < self->chart->categories->len; i++)
    {
      const BulChartCategory *category = self->chart->categories->pdata[i];
      g_autofree char *number
          = bul_chart_dup_number (bul_chart_get_category_total (self->chart, i));
      Row row = { NULL };

      row.name = bul_chart_layout_make_words (self, category->label, BUL_CHART_TEXT, FALSE,
                                              self->width * NAMES_SHARE);
      row.number = bul_chart_layout_make_words (self, number, BUL_CHART_TEXT, TRUE, 0);
      bul_chart_layout_measure (row.name, &row.name_width, &row.height);
      bul_chart_layout_measure (row.number, &row.number_width, NULL);
      g_array_append_val (rows, row);
    }
  return rows;
}

static void
lay_row (BulChartLayout *self, const Row *row, guint i, double height)
{
  double middle = self->y + height / 2;
  guint value = bul_chart_get_category_total (self->chart, i);
  double width = self->plot.width * value / MAX (bul_chart_get_most (self->chart), 1);
  BulChartArea area = { i, 0 };

  width = value == 0 ? 0 : MAX (LEAST_BAR, width);
  area.box = (BulChartBox){ self->plot.x, middle - BAR / 2.0, width, BAR };
  area.reach = (BulChartBox){ 0, self->y, self->width, height };
  if (value > 0)
    g_array_append_val (self->areas, area);
  bul_chart_layout_put (self, g_object_ref (row->name), 0, middle, 0, FALSE);
  bul_chart_layout_put (self, g_object_ref (row->number), self->plot.x + width + GAP, middle, 0,
                        FALSE);
}

void
bul_chart_layout_names (BulChartLayout *self, double room)
{
  g_autoptr (GArray) rows = make_rows (self);
  double names = 0;
  double numbers = 0;
  double total = 0;
  double more;

  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);

      names = MAX (names, row->name_width);
      numbers = MAX (numbers, row->number_width);
      total += row->height + ROW_GAP;
    }
  more = MAX (0, room - total) / rows->len;
  self->plot = (BulChartBox){ names + GAP, self->y,
                              MAX (1, self->width - names - numbers - 2 * GAP), total };
  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);
      double height = row->height + ROW_GAP + more;

      lay_row (self, row, i, height);
      self->y += height;
    }
}
