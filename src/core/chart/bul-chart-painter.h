/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "bul-chart-layout.h"

G_BEGIN_DECLS

/* The one way in which charts are painted: on screens, on paper and into files. The ground is what
 * was there. @current: (nullable): the shape that has the focus, in a frame */
void bul_chart_layout_draw (const BulChartLayout *self, cairo_t *cr, const BulChartArea *current);

/* Bytes of a whole file, @width pixels wide and as high as it needs to be; %NULL is an error. What
 * the chart tells stands in it as words, too. */
GBytes *
bul_chart_to_svg (const BulChart *chart, const BulChartTheme *theme, double width, GError **error);

/* @scale: pixels of the picture for one of the width */
GBytes *bul_chart_to_png (
    const BulChart *chart, const BulChartTheme *theme, double width, double scale, GError **error);

G_END_DECLS
