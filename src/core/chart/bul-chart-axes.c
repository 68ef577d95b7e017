/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "bul-chart-layout-private.h"

#define PLOT_HEIGHT 190
#define LEAST_PLOT 60
#define GAP 8
#define BAR_SHARE 0.62
#define WIDEST_BAR 56
#define POINT 9 /* half of what is meant by a point */
#define LABEL_GAP 8

/* How much is left of the plot: the lines of the axis say what they stand for. */
static double
lay_scale (BulChartLayout *self)
{
  double widest = 0;

  for (guint64 value = 0; value <= self->top; value += self->step)
    {
      g_autofree char *number = bul_chart_dup_number ((guint) value);
      g_autoptr (PangoLayout) words
          = bul_chart_layout_make_words (self, number, BUL_CHART_SMALL, FALSE, 0);
      double width;

      bul_chart_layout_measure (words, &width, NULL);
      widest = MAX (widest, width);
    }
  return widest + GAP;
}

static void
put_scale (BulChartLayout *self)
{
  for (guint64 value = 0; value <= self->top; value += self->step)
    {
      g_autofree char *number = bul_chart_dup_number ((guint) value);

      bul_chart_layout_put (
          self, bul_chart_layout_make_words (self, number, BUL_CHART_SMALL, FALSE, 0),
          self->plot.x - GAP, bul_chart_layout_get_y (self, (guint) value), 1, TRUE);
    }
}

/* Returns: (transfer full): what stands below each category. @widest, @highest: (out) */
static GPtrArray *
make_labels (const BulChartLayout *self, double *widest, double *highest)
{
  GPtrArray *labels = g_ptr_array_new_with_free_func (g_object_unref);

  *widest = 0;
  *highest = 0;
  for (guint i = 0; i < self->chart->categories->len; i++)
    {
      const BulChartCategory *category = self->chart->categories->pdata[i];
      PangoLayout *words
          = bul_chart_layout_make_words (self, category->short_label, BUL_CHART_SMALL, FALSE, 0);
      double width;
      double height;

      pango_layout_set_alignment (words, PANGO_ALIGN_CENTER);
      bul_chart_layout_measure (words, &width, &height);
      *widest = MAX (*widest, width);
      *highest = MAX (*highest, height);
      g_ptr_array_add (labels, words);
    }
  return labels;
}

/* Where there is no room for all, every so manyth; one at the end that would touch its neighbour is
 * left out. */
static void
put_labels (BulChartLayout *self, GPtrArray *labels, double widest)
{
  guint every = (guint) ceil ((widest + LABEL_GAP) / bul_chart_layout_get_slot (self));
  double end = -LABEL_GAP;

  for (guint i = 0; i < labels->len; i += MAX (every, 1))
    {
      double width;
      double height;
      double x;

      bul_chart_layout_measure (labels->pdata[i], &width, &height);
      x = bul_chart_layout_get_middle (self, i) - width / 2;
      x = CLAMP (x, 0, MAX (0, self->width - width));
      if (x < end + LABEL_GAP / 2)
        continue;
      end = x + width;
      bul_chart_layout_put (self, g_object_ref (labels->pdata[i]), x, self->y + height / 2, 0,
                            TRUE);
    }
}

static void
add_area (BulChartLayout *self, guint category, guint series, BulChartBox box, BulChartBox reach)
{
  BulChartArea area = { category, series, box, reach };

  g_array_append_val (self->areas, area);
}

static void
lay_bar (BulChartLayout *self, guint category)
{
  double slot = bul_chart_layout_get_slot (self);
  double width = MAX (1, MIN (slot * BAR_SHARE, WIDEST_BAR));
  double x = bul_chart_layout_get_middle (self, category) - width / 2;
  BulChartBox reach = { self->plot.x + slot * category, self->plot.y, slot, self->plot.height };
  guint below = 0;

  for (guint i = 0; i < self->chart->series->len; i++)
    {
      guint value = bul_chart_get (self->chart, i, category);
      double bottom = bul_chart_layout_get_y (self, below);
      double top = bul_chart_layout_get_y (self, below + value);
      BulChartBox box = { x, top, width, MAX (1, bottom - top) };

      below += value;
      if (value > 0)
        add_area (self, category, i, box, reach);
    }
}

static void
lay_points (BulChartLayout *self, guint category)
{
  double x = bul_chart_layout_get_middle (self, category);

  for (guint i = 0; i < self->chart->series->len; i++)
    {
      guint value = bul_chart_get (self->chart, i, category);
      double y = bul_chart_layout_get_y (self, value);
      BulChartBox box = { x - POINT, y - POINT, 2 * POINT, 2 * POINT };

      if (value > 0)
        add_area (self, category, i, box, box);
    }
}

/* On top of each bar how many it is, where all of them have room for it. */
static void
put_totals (BulChartLayout *self)
{
  g_autoptr (GPtrArray) totals = g_ptr_array_new_with_free_func (g_object_unref);
  double widest = 0;
  double height = 0;

  for (guint i = 0; i < self->chart->categories->len; i++)
    {
      g_autofree char *number
          = bul_chart_dup_number (bul_chart_get_category_total (self->chart, i));
      double width;

      g_ptr_array_add (totals,
                       bul_chart_layout_make_words (self, number, BUL_CHART_SMALL, TRUE, 0));
      bul_chart_layout_measure (totals->pdata[i], &width, &height);
      widest = MAX (widest, width);
    }
  if (widest + 2 > bul_chart_layout_get_slot (self))
    return;
  for (guint i = 0; i < totals->len; i++)
    {
      guint total = bul_chart_get_category_total (self->chart, i);

      if (total > 0)
        bul_chart_layout_put (self, g_object_ref (totals->pdata[i]),
                              bul_chart_layout_get_middle (self, i),
                              bul_chart_layout_get_y (self, total) - height / 2, 0.5, FALSE);
    }
}

void
bul_chart_layout_axes (BulChartLayout *self, double room)
{
  g_autoptr (GPtrArray) labels = NULL;
  double widest;
  double highest;
  double left;
  double above;

  self->step = bul_chart_get_step (bul_chart_get_most (self->chart), &self->top);
  labels = make_labels (self, &widest, &highest);
  left = lay_scale (self);
  /* A total stands on the highest bar. */
  above = 2 * GAP;
  self->plot
      = (BulChartBox){ left, self->y + above, MAX (1, self->width - left),
                       MAX (LEAST_PLOT, room == 0 ? PLOT_HEIGHT : room - above - highest - GAP) };
  self->y = self->plot.y + self->plot.height + GAP;
  put_scale (self);
  put_labels (self, labels, widest);
  self->y += highest;
  for (guint i = 0; i < self->chart->categories->len; i++)
    if (self->chart->kind == BUL_CHART_LINES)
      lay_points (self, i);
    else
      lay_bar (self, i);
  if (self->chart->kind == BUL_CHART_BARS)
    put_totals (self);
}
