/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-chart-layout-private.h"

#include <glib/gi18n.h>
#include <pango/pangocairo.h>

/* Fonts of files, where no screen says which. */
#define FAMILY "Cantarell, Noto Sans CJK KR, NanumGothic, Noto Sans, Sans"

/* Pixels of the letters of a screen where nobody asked for others. */
#define USUAL_SIZE 14.67
#define USUAL_RESOLUTION 96
#define LEAST_SCALE 0.7
#define MOST_SCALE 3

#define LINE_GAP 8
#define LEGEND_GAP 14
#define SAMPLE_WIDTH 16
#define SAMPLE_HEIGHT 12
#define SAMPLE_GAP 6
#define EMPTY_HEIGHT 120

static void
clear_words (gpointer data)
{
  g_object_unref (((BulChartWords *) data)->layout);
}

PangoLayout *
bul_chart_layout_make_words (
    const BulChartLayout *self, const char *text, double size, gboolean bold, double most)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font
      = pango_font_description_copy (pango_context_get_font_description (self->context));

  pango_font_description_set_absolute_size (font, size * self->scale * PANGO_SCALE);
  pango_font_description_set_weight (font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (layout, text, -1);
  if (most > 0)
    {
      pango_layout_set_width (layout, (int) (most * PANGO_SCALE));
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
    }
  return layout;
}

void
bul_chart_layout_measure (PangoLayout *layout, double *width, double *height)
{
  PangoRectangle area;

  pango_layout_get_extents (layout, NULL, &area);
  if (width != NULL)
    *width = (double) area.width / PANGO_SCALE;
  if (height != NULL)
    *height = (double) area.height / PANGO_SCALE;
}

void
bul_chart_layout_put (
    BulChartLayout *self, PangoLayout *words, double x, double y, double align, gboolean is_dim)
{
  BulChartWords row = { words, { x, y, 0, 0 }, is_dim };

  bul_chart_layout_measure (words, &row.box.width, &row.box.height);
  row.box.x = x - row.box.width * align;
  row.box.y = y - row.box.height / 2;
  g_array_append_val (self->words, row);
}

double
bul_chart_layout_get_slot (const BulChartLayout *self)
{
  return self->plot.width / MAX (self->chart->categories->len, 1);
}

double
bul_chart_layout_get_middle (const BulChartLayout *self, guint category)
{
  return self->plot.x + bul_chart_layout_get_slot (self) * (category + 0.5);
}

double
bul_chart_layout_get_y (const BulChartLayout *self, guint value)
{
  return self->plot.y + self->plot.height - self->plot.height * value / MAX (self->top, 1);
}

guint
bul_chart_get_step (guint most, guint *top)
{
  static const guint rounds[] = { 1, 2, 5 };
  guint64 step = 1;
  guint64 power = 1;
  guint64 highest;

  for (guint i = 0; (most + step - 1) / step > 4; i++)
    {
      power = i % G_N_ELEMENTS (rounds) == 2 ? power * 10 : power;
      step = power * rounds[(i + 1) % G_N_ELEMENTS (rounds)];
    }
  highest = MAX ((most + step - 1) / step, 1) * step;
  *top = (guint) MIN (highest, G_MAXUINT);
  return (guint) step;
}

/* The title, and dim beside it what is counted. */
static void
lay_title (BulChartLayout *self)
{
  PangoLayout *title
      = bul_chart_layout_make_words (self, self->chart->title, BUL_CHART_TITLE, TRUE, self->width);
  double width;
  double height;
  double unit_width = 0;
  double line;

  bul_chart_layout_measure (title, &width, &height);
  line = height / pango_layout_get_line_count (title);
  bul_chart_layout_put (self, title, 0, self->y + height / 2, 0, FALSE);
  if (self->chart->unit != NULL)
    {
      PangoLayout *unit
          = bul_chart_layout_make_words (self, self->chart->unit, BUL_CHART_SMALL, FALSE, 0);

      bul_chart_layout_measure (unit, &unit_width, NULL);
      if (width + LINE_GAP + unit_width > self->width)
        {
          bul_chart_layout_put (self, unit, 0, self->y + height + line / 2, 0, TRUE);
          height += line;
        }
      else
        bul_chart_layout_put (self, unit, width + LINE_GAP, self->y + height - line / 2, 0, TRUE);
      width += LINE_GAP + unit_width;
    }
  self->title_end = width;
  self->y += height;
}

static double
measure_legend (const BulChartLayout *self, GPtrArray *labels)
{
  double total = 0;

  for (guint i = 0; i < labels->len; i++)
    {
      double width;

      bul_chart_layout_measure (labels->pdata[i], &width, NULL);
      total += SAMPLE_WIDTH + SAMPLE_GAP + width + (i > 0 ? LEGEND_GAP : 0);
    }
  return total;
}

/* Beside the title where there is room, else below it in as many lines as it takes. */
static void
lay_legend (BulChartLayout *self)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  double line;
  double x;
  double total;
  gboolean is_beside;

  for (guint i = 0; i < self->chart->series->len; i++)
    {
      const BulChartSeries *series = self->chart->series->pdata[i];

      g_ptr_array_add (labels,
                       bul_chart_layout_make_words (self, series->label, BUL_CHART_TEXT, FALSE,
                                                    self->width - SAMPLE_WIDTH - SAMPLE_GAP));
    }
  bul_chart_layout_measure (labels->pdata[0], NULL, &line);
  total = measure_legend (self, labels);
  is_beside = self->title_end + 2 * LEGEND_GAP + total <= self->width;
  x = is_beside ? self->width - total : 0;
  self->y += is_beside ? -line : LINE_GAP / 2;
  for (guint i = 0; i < labels->len; i++)
    {
      BulChartSample sample = { i, { 0, 0, SAMPLE_WIDTH, SAMPLE_HEIGHT } };
      double width;
      double height;

      bul_chart_layout_measure (labels->pdata[i], &width, &height);
      if (x > 0 && x + SAMPLE_WIDTH + SAMPLE_GAP + width > self->width + 0.5)
        {
          x = 0;
          self->y += line;
        }
      sample.box.x = x;
      sample.box.y = self->y + (line - SAMPLE_HEIGHT) / 2;
      g_array_append_val (self->samples, sample);
      bul_chart_layout_put (self, labels->pdata[i], x + SAMPLE_WIDTH + SAMPLE_GAP,
                            self->y + height / 2, 0, FALSE);
      self->y += height - line;
      x += SAMPLE_WIDTH + SAMPLE_GAP + width + LEGEND_GAP;
    }
  self->y += line;
}

static void
lay_empty (BulChartLayout *self, double room)
{
  PangoLayout *words = bul_chart_layout_make_words (self, _ ("There is nothing to count here."),
                                                    BUL_CHART_TEXT, FALSE, self->width);
  double height;

  pango_layout_set_alignment (words, PANGO_ALIGN_CENTER);
  bul_chart_layout_measure (words, NULL, &height);
  room = MAX (room, MAX (height, EMPTY_HEIGHT));
  bul_chart_layout_put (self, words, 0, self->y + room / 2, 0, TRUE);
  self->y += room;
}

static PangoContext *
make_context (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family_static (font, FAMILY);
  pango_context_set_font_description (context, font);
  pango_font_description_free (font);
  /* Hanja have Korean shapes. */
  pango_context_set_language (context, pango_language_from_string ("ko"));
  return context;
}

/* People who want larger letters have them everywhere. */
static double
get_scale (PangoContext *context)
{
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = (double) pango_font_description_get_size (font) / PANGO_SCALE;
  double resolution = pango_cairo_context_get_resolution (context);

  if (size <= 0)
    return 1;
  if (!pango_font_description_get_size_is_absolute (font))
    size *= (resolution <= 0 ? USUAL_RESOLUTION : resolution) / 72;
  return CLAMP (size / USUAL_SIZE, LEAST_SCALE, MOST_SCALE);
}

BulChartLayout *
bul_chart_layout_new (const BulChart *chart,
                      const BulChartTheme *theme,
                      PangoContext *context,
                      double width,
                      double height)
{
  BulChartLayout *self = g_new0 (BulChartLayout, 1);
  double room;

  self->chart = chart;
  self->theme = theme;
  self->context = context == NULL ? make_context () : g_object_ref (context);
  self->scale = get_scale (self->context);
  self->width = width;
  self->areas = g_array_new (FALSE, TRUE, sizeof (BulChartArea));
  self->words = g_array_new (FALSE, TRUE, sizeof (BulChartWords));
  self->samples = g_array_new (FALSE, TRUE, sizeof (BulChartSample));
  g_array_set_clear_func (self->words, clear_words);
  lay_title (self);
  if (!bul_chart_is_empty (chart) && chart->series->len > 1)
    lay_legend (self);
  self->y += LINE_GAP;
  room = MAX (0, height - self->y);
  if (bul_chart_is_empty (chart))
    lay_empty (self, room);
  else if (chart->kind == BUL_CHART_NAMES)
    bul_chart_layout_names (self, room);
  else
    bul_chart_layout_axes (self, room);
  self->height = MAX (self->y, height);
  return self;
}

void
bul_chart_layout_free (BulChartLayout *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->areas);
  g_array_unref (self->words);
  g_array_unref (self->samples);
  g_object_unref (self->context);
  g_free (self);
}

double
bul_chart_layout_get_height (const BulChartLayout *self)
{
  return self->height;
}

const GArray *
bul_chart_layout_get_areas (const BulChartLayout *self)
{
  return self->areas;
}

const GArray *
bul_chart_layout_get_words (const BulChartLayout *self)
{
  return self->words;
}

static gboolean
contains (const BulChartBox *box, double x, double y)
{
  return x >= box->x && x < box->x + box->width && y >= box->y && y < box->y + box->height;
}

/* Of the shapes of one pile the nearest is meant, so that a low one can be hit. */
const BulChartArea *
bul_chart_layout_find (const BulChartLayout *self, double x, double y)
{
  const BulChartArea *nearest = NULL;
  double least = 0;

  for (guint i = 0; i < self->areas->len; i++)
    {
      const BulChartArea *area = &g_array_index (self->areas, BulChartArea, i);
      double away = MAX (area->box.y - y, y - area->box.y - area->box.height);

      if (!contains (&area->reach, x, y) || (nearest != NULL && away >= least))
        continue;
      nearest = area;
      least = away;
    }
  return nearest;
}
