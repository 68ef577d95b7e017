/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

#include "bul-chart-theme.h"
#include "bul-chart.h"

G_BEGIN_DECLS

/* A chart in its place: where each shape and each word of it stands. Lengths are pixels of a screen
 * at scale 1. */
typedef struct _BulChartLayout BulChartLayout;

typedef struct
{
  double x;
  double y;
  double width;
  double height;
} BulChartBox;

/* A shape that stands for a count: a bar, a piece of a pile, a point. */
typedef struct
{
  guint category;
  guint series;
  BulChartBox box;
  BulChartBox reach; /* where a pointer means it */
} BulChartArea;

/* Words as they stand. */
typedef struct
{
  PangoLayout *layout;
  BulChartBox box;
  gboolean is_dim;
} BulChartWords;

/**
 * bul_chart_layout_new:
 * @chart: borrowed, unchanged until the layout is freed
 * @theme: the same
 * @context: (nullable): what fonts are taken from; %NULL for files
 * @height: 0 for as high as it needs to be
 */
BulChartLayout *bul_chart_layout_new (const BulChart *chart,
                                      const BulChartTheme *theme,
                                      PangoContext *context,
                                      double width,
                                      double height);
void bul_chart_layout_free (BulChartLayout *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BulChartLayout, bul_chart_layout_free)

double bul_chart_layout_get_height (const BulChartLayout *self);

/* Borrowed: (element-type BulChartArea), category by category; those that count nothing are not
 * there. */
const GArray *bul_chart_layout_get_areas (const BulChartLayout *self);

/* Borrowed: (element-type BulChartWords) */
const GArray *bul_chart_layout_get_words (const BulChartLayout *self);

/* Returns: (nullable): the shape that is meant at a point. */
const BulChartArea *bul_chart_layout_find (const BulChartLayout *self, double x, double y);

/* Returns: the step of an axis that shows @most with few lines. @top: (out): the highest line */
guint bul_chart_get_step (guint most, guint *top);

G_END_DECLS
