/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What fills a shape. Each can be told from the others without its colour. */
typedef enum
{
  BUL_CHART_PLAIN,
  BUL_CHART_HATCH,
  BUL_CHART_DOTS,
  BUL_CHART_ROWS,
  BUL_CHART_HOLLOW,
  BUL_CHART_BACK_HATCH,
  BUL_CHART_COLUMNS,
  BUL_CHART_CROSS,
  BUL_CHART_RINGS,
  BUL_CHART_GRID,
} BulChartPattern;

/* So many series look different; the next looks like the first. */
#define BUL_CHART_N_STYLES 10
#define BUL_CHART_N_COLOURS 5

/* A series of this style is what the first one leaves: hollow, in the same colour. */
#define BUL_CHART_REST 10

/* How charts look. Colours are 0xrrggbb; shapes have a contrast of at least 3 to the ground, words
 * of at least 4.5. */
typedef struct
{
  guint32 ground;
  guint32 text;
  guint32 dim;
  guint32 hair;
  guint32 colours[BUL_CHART_N_COLOURS];
  double frame; /* width of the line around shapes; 0: none but where the shape is hollow */
} BulChartTheme;

extern const BulChartTheme bul_chart_light;
extern const BulChartTheme bul_chart_dark;
/* For eyes that need more contrast: one colour, told apart by pattern alone. */
extern const BulChartTheme bul_chart_light_contrast;
extern const BulChartTheme bul_chart_dark_contrast;

guint32 bul_chart_theme_get_colour (const BulChartTheme *self, guint style);
BulChartPattern bul_chart_theme_get_pattern (guint style);

G_END_DECLS
