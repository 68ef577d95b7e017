/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "bul-chart-theme.h"
#include "bul-chart.h"

G_BEGIN_DECLS

/**
 * DeskChart:
 *
 * A chart on a screen. What it tells is its accessible description; its shapes are gone over with
 * the arrow keys, and said one by one.
 *
 * Signal: `chosen` (category, series: guint), when a shape was clicked, or Enter pressed on it.
 */
#define DESK_TYPE_CHART (desk_chart_get_type ())
G_DECLARE_FINAL_TYPE (DeskChart, desk_chart, DESK, CHART, GtkWidget)

GtkWidget *desk_chart_new (void);

/* @chart: (transfer full) (nullable): nothing is painted without one. */
void desk_chart_take (DeskChart *self, BulChart *chart);

/* Borrowed, until another is taken. */
const BulChart *desk_chart_get (DeskChart *self);

/* What shapes are in it, and where: the middle of one, in the widget. Returns: whether it is there.
 */
gboolean desk_chart_find (DeskChart *self, guint category, guint series, double *x, double *y);

/* How charts look that are painted now. */
const BulChartTheme *desk_chart_get_theme (void);

G_END_DECLS
