/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-chart-painter.h"

#include <math.h>

#include <pango/pangocairo.h>

#include "bul-chart-layout-private.h"
#include "bul-chart-pattern-private.h"

#define LINE_WIDTH 2
#define LEAST_SLOT 12 /* of a category whose points have marks */
#define FOCUS_AWAY 3
#define FOCUS_WIDTH 2

static void
draw_axis (const BulChartLayout *self, cairo_t *cr)
{
  if (self->step == 0)
    return;
  cairo_save (cr);
  bul_chart_set_colour (cr, self->theme->hair);
  for (guint64 value = 0; value <= self->top; value += self->step)
    {
      cairo_rectangle (cr, self->plot.x, round (bul_chart_layout_get_y (self, (guint) value)),
                       self->plot.width, 1);
      cairo_fill (cr);
    }
  cairo_restore (cr);
}

/* What has no other beside it needs no pattern. */
static void
fill (const BulChartLayout *self, cairo_t *cr, guint style, const BulChartBox *box)
{
  BulChartPattern pattern
      = self->chart->series->len == 1 ? BUL_CHART_PLAIN : bul_chart_theme_get_pattern (style);

  bul_chart_fill (cr, self->theme, bul_chart_theme_get_colour (self->theme, style), pattern, box->x,
                  box->y, box->width, box->height);
}

/* Between two pieces of a pile there is a line of the ground. */
static void
draw_area (const BulChartLayout *self, cairo_t *cr, const BulChartArea *area)
{
  const BulChartSeries *series = self->chart->series->pdata[area->series];
  double gap = self->chart->kind == BUL_CHART_BARS && area->box.height > 3 ? 1 : 0;

  fill (self, cr, series->style,
        &(BulChartBox){ area->box.x, area->box.y, area->box.width, area->box.height - gap });
}

static void
draw_line (const BulChartLayout *self, cairo_t *cr, guint series)
{
  guint style = ((BulChartSeries *) self->chart->series->pdata[series])->style;
  guint n = self->chart->categories->len;

  cairo_save (cr);
  bul_chart_set_colour (cr, bul_chart_theme_get_colour (self->theme, style));
  cairo_set_line_width (cr, LINE_WIDTH);
  bul_chart_dash (cr, style);
  for (guint i = 0; i < n; i++)
    cairo_line_to (cr, bul_chart_layout_get_middle (self, i),
                   bul_chart_layout_get_y (self, bul_chart_get (self->chart, series, i)));
  cairo_stroke (cr);
  cairo_restore (cr);
  for (guint i = 0; i < n && (n == 1 || bul_chart_layout_get_slot (self) >= LEAST_SLOT); i++)
    bul_chart_mark (cr, self->theme, style, bul_chart_layout_get_middle (self, i),
                    bul_chart_layout_get_y (self, bul_chart_get (self->chart, series, i)));
}

static void
draw_sample (const BulChartLayout *self, cairo_t *cr, const BulChartSample *sample)
{
  guint style = ((BulChartSeries *) self->chart->series->pdata[sample->series])->style;
  const BulChartBox *box = &sample->box;
  double middle = box->y + box->height / 2;

  if (self->chart->kind != BUL_CHART_LINES)
    {
      fill (self, cr, style, box);
      return;
    }
  cairo_save (cr);
  bul_chart_set_colour (cr, bul_chart_theme_get_colour (self->theme, style));
  cairo_set_line_width (cr, LINE_WIDTH);
  cairo_move_to (cr, box->x, middle);
  cairo_line_to (cr, box->x + box->width, middle);
  cairo_stroke (cr);
  cairo_restore (cr);
  bul_chart_mark (cr, self->theme, style, box->x + box->width / 2, middle);
}

static void
draw_words (const BulChartLayout *self, cairo_t *cr, const BulChartWords *words)
{
  bul_chart_set_colour (cr, words->is_dim ? self->theme->dim : self->theme->text);
  cairo_move_to (cr, words->box.x, words->box.y);
  pango_cairo_show_layout (cr, words->layout);
  cairo_new_path (cr);
}

static void
draw_focus (const BulChartLayout *self, cairo_t *cr, const BulChartBox *box)
{
  cairo_save (cr);
  bul_chart_set_colour (cr, self->theme->text);
  cairo_set_line_width (cr, FOCUS_WIDTH);
  cairo_rectangle (cr, box->x - FOCUS_AWAY, box->y - FOCUS_AWAY, box->width + 2 * FOCUS_AWAY,
                   box->height + 2 * FOCUS_AWAY);
  cairo_stroke (cr);
  cairo_restore (cr);
}

void
bul_chart_layout_draw (const BulChartLayout *self, cairo_t *cr, const BulChartArea *current)
{
  draw_axis (self, cr);
  if (self->chart->kind == BUL_CHART_LINES)
    for (guint i = 0; self->areas->len > 0 && i < self->chart->series->len; i++)
      draw_line (self, cr, i);
  else
    for (guint i = 0; i < self->areas->len; i++)
      draw_area (self, cr, &g_array_index (self->areas, BulChartArea, i));
  for (guint i = 0; i < self->samples->len; i++)
    draw_sample (self, cr, &g_array_index (self->samples, BulChartSample, i));
  for (guint i = 0; i < self->words->len; i++)
    draw_words (self, cr, &g_array_index (self->words, BulChartWords, i));
  if (current != NULL)
    draw_focus (self, cr, &current->box);
}
