/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-chart-pattern-private.h"

#include <math.h>

#define STEP 5.0
#define STROKE 1.5
#define DOT 1.1
#define RING 1.6
#define THIN 1.4
#define MARK 4.0

void
bul_chart_set_colour (cairo_t *cr, guint32 colour)
{
  cairo_set_source_rgb (cr, (colour >> 16 & 0xff) / 255.0, (colour >> 8 & 0xff) / 255.0,
                        (colour & 0xff) / 255.0);
}

/* What a pattern is made of, over the rectangle that is clipped to. */
typedef void (*Lines) (cairo_t *cr, double x, double y, double width, double height);

static void
draw_hatch (cairo_t *cr, double x, double y, double width, double height)
{
  for (double at = -height; at < width; at += STEP)
    {
      cairo_move_to (cr, x + at, y + height);
      cairo_line_to (cr, x + at + height, y);
    }
  cairo_stroke (cr);
}

static void
draw_back_hatch (cairo_t *cr, double x, double y, double width, double height)
{
  for (double at = -height; at < width; at += STEP)
    {
      cairo_move_to (cr, x + at, y);
      cairo_line_to (cr, x + at + height, y + height);
    }
  cairo_stroke (cr);
}

static void
draw_rows (cairo_t *cr, double x, double y, double width, double height)
{
  for (double at = STEP / 2; at < height; at += STEP)
    {
      cairo_move_to (cr, x, y + height - at);
      cairo_line_to (cr, x + width, y + height - at);
    }
  cairo_stroke (cr);
}

static void
draw_columns (cairo_t *cr, double x, double y, double width, double height)
{
  for (double at = STEP / 2; at < width; at += STEP)
    {
      cairo_move_to (cr, x + at, y);
      cairo_line_to (cr, x + at, y + height);
    }
  cairo_stroke (cr);
}

static void
draw_cross (cairo_t *cr, double x, double y, double width, double height)
{
  draw_hatch (cr, x, y, width, height);
  draw_back_hatch (cr, x, y, width, height);
}

static void
draw_grid (cairo_t *cr, double x, double y, double width, double height)
{
  draw_rows (cr, x, y, width, height);
  draw_columns (cr, x, y, width, height);
}

static void
add_circles (cairo_t *cr, double x, double y, double width, double height, double radius)
{
  for (double down = STEP / 2; down < height + radius; down += STEP)
    for (double across = STEP / 2; across < width + radius; across += STEP)
      {
        cairo_new_sub_path (cr);
        cairo_arc (cr, x + across, y + height - down, radius, 0, 2 * G_PI);
      }
}

static void
draw_dots (cairo_t *cr, double x, double y, double width, double height)
{
  add_circles (cr, x, y, width, height, DOT);
  cairo_fill (cr);
}

static void
draw_rings (cairo_t *cr, double x, double y, double width, double height)
{
  cairo_set_line_width (cr, 1);
  add_circles (cr, x, y, width, height, RING);
  cairo_stroke (cr);
}

/* Whether the shape is full of its colour and the pattern is of the ground, or the other way. */
static const struct
{
  Lines draw; /* NULL: nothing in it */
  gboolean is_full;
} patterns[BUL_CHART_N_STYLES] = {
  [BUL_CHART_PLAIN] = { NULL, TRUE },
  [BUL_CHART_HATCH] = { draw_hatch, TRUE },
  [BUL_CHART_DOTS] = { draw_dots, TRUE },
  [BUL_CHART_ROWS] = { draw_rows, TRUE },
  [BUL_CHART_HOLLOW] = { NULL, FALSE },
  [BUL_CHART_BACK_HATCH] = { draw_back_hatch, FALSE },
  [BUL_CHART_COLUMNS] = { draw_columns, FALSE },
  [BUL_CHART_CROSS] = { draw_cross, FALSE },
  [BUL_CHART_RINGS] = { draw_rings, FALSE },
  [BUL_CHART_GRID] = { draw_grid, FALSE },
};

void
bul_chart_fill (cairo_t *cr,
                const BulChartTheme *theme,
                guint32 colour,
                BulChartPattern pattern,
                double x,
                double y,
                double width,
                double height)
{
  gboolean is_full = patterns[pattern].is_full;
  double frame = is_full && theme->frame == 0 ? 0 : MAX (theme->frame, THIN);

  if (width <= 0 || height <= 0)
    return;
  cairo_save (cr);
  cairo_rectangle (cr, x, y, width, height);
  cairo_clip (cr);
  bul_chart_set_colour (cr, is_full ? colour : theme->ground);
  cairo_paint (cr);
  bul_chart_set_colour (cr, is_full ? theme->ground : colour);
  cairo_set_line_width (cr, STROKE);
  if (patterns[pattern].draw != NULL)
    patterns[pattern].draw (cr, x, y, width, height);
  if (frame > 0)
    {
      bul_chart_set_colour (cr, colour);
      cairo_set_line_width (cr, 2 * frame); /* half of it is clipped away */
      cairo_rectangle (cr, x, y, width, height);
      cairo_stroke (cr);
    }
  cairo_restore (cr);
}

static void
add_polygon (cairo_t *cr, double x, double y, guint n_corners, double turned)
{
  for (guint i = 0; i < n_corners; i++)
    {
      double angle = turned + 2 * G_PI * i / n_corners;

      cairo_line_to (cr, x + 1.2 * MARK * cos (angle), y + 1.2 * MARK * sin (angle));
    }
  cairo_close_path (cr);
}

/* Circle, square, triangle, diamond, triangle upside down; the second round of them is hollow. */
void
bul_chart_mark (cairo_t *cr, const BulChartTheme *theme, guint style, double x, double y)
{
  static const struct
  {
    guint n_corners; /* 0: a circle */
    double turned;
  } forms[BUL_CHART_N_COLOURS] = {
    { 0, 0 }, { 4, G_PI / 4 }, { 3, -G_PI / 2 }, { 4, 0 }, { 3, G_PI / 2 },
  };
  guint form = style % BUL_CHART_N_COLOURS;
  guint32 colour = bul_chart_theme_get_colour (theme, style);
  gboolean is_full = bul_chart_theme_get_pattern (style) < BUL_CHART_N_COLOURS;

  cairo_save (cr);
  cairo_new_path (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  if (forms[form].n_corners == 0)
    cairo_arc (cr, x, y, MARK, 0, 2 * G_PI);
  else
    add_polygon (cr, x, y, forms[form].n_corners, forms[form].turned);
  bul_chart_set_colour (cr, is_full ? colour : theme->ground);
  cairo_fill_preserve (cr);
  bul_chart_set_colour (cr, colour);
  cairo_set_line_width (cr, THIN);
  cairo_stroke (cr);
  cairo_restore (cr);
}

void
bul_chart_dash (cairo_t *cr, guint style)
{
  static const double dashes[BUL_CHART_N_COLOURS][4] = {
    { 1, 0, 1, 0 }, { 8, 3, 8, 3 }, { 2, 3, 2, 3 }, { 9, 3, 2, 3 }, { 5, 3, 5, 3 },
  };
  guint row = style % BUL_CHART_N_COLOURS;

  cairo_set_dash (cr, dashes[row], row == 0 ? 0 : 4, 0);
}
