/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-chart-layout.h"

G_BEGIN_DECLS

/* What says which series is which: a sample of it. */
typedef struct
{
  guint series;
  BulChartBox box;
} BulChartSample;

struct _BulChartLayout
{
  const BulChart *chart;
  const BulChartTheme *theme;
  PangoContext *context;
  double scale; /* of words: 1 where letters have their usual size */
  double width;
  double height;
  double y;         /* where the next thing goes while it is laid out */
  double title_end; /* x */
  BulChartBox plot; /* between axes; what lies beside names */
  guint step;       /* between the lines of the axis; 0: there is none */
  guint top;        /* what the highest of them says */
  GArray *areas;
  GArray *words;
  GArray *samples; /* of BulChartSample */
};

/* Sizes of words. */
#define BUL_CHART_TITLE 14.5
#define BUL_CHART_TEXT 12.5
#define BUL_CHART_SMALL 11.5

/* Words that are broken at @most pixels; 0: in one line. */
PangoLayout *bul_chart_layout_make_words (
    const BulChartLayout *self, const char *text, double size, gboolean bold, double most);
void bul_chart_layout_measure (PangoLayout *layout, double *width, double *height);

/* Puts them down, and takes them. @align: the share of their width that is left of @x, and of their
 * height above @y. */
void bul_chart_layout_put (
    BulChartLayout *self, PangoLayout *words, double x, double y, double align, gboolean is_dim);

/* How wide a category is, and where the middle of it stands. */
double bul_chart_layout_get_slot (const BulChartLayout *self);
double bul_chart_layout_get_middle (const BulChartLayout *self, guint category);

/* Where a count stands in the plot. */
double bul_chart_layout_get_y (const BulChartLayout *self, guint value);

/* Each lays out what is below the title. @room: the height that is left; 0: as much as it needs. */
void bul_chart_layout_axes (BulChartLayout *self, double room);
void bul_chart_layout_names (BulChartLayout *self, double room);

G_END_DECLS
