/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "bul-chart-theme.h"

G_BEGIN_DECLS

void bul_chart_set_colour (cairo_t *cr, guint32 colour);

/* Fills a rectangle with shapes only, so that a file of vectors holds vectors. */
void bul_chart_fill (cairo_t *cr,
                     const BulChartTheme *theme,
                     guint32 colour,
                     BulChartPattern pattern,
                     double x,
                     double y,
                     double width,
                     double height);

/* The mark of a point on the line of a series: its form tells it from others. */
void bul_chart_mark (cairo_t *cr, const BulChartTheme *theme, guint style, double x, double y);

/* How the line of a series is broken. */
void bul_chart_dash (cairo_t *cr, guint style);

G_END_DECLS
