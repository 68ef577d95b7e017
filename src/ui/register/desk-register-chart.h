/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-chart.h"

G_BEGIN_DECLS

/**
 * desk_register_chart_new:
 * @items: (element-type DeskRegisterItem): in any order
 * @n_months: the last ones, up to the latest that has any
 *
 * Corrections by month and class. Keys of categories are months (YYYY-MM), those of series numbers
 * of classes. It is empty where no row has a day.
 */
BulChart *desk_register_chart_new (const GPtrArray *items, guint n_months);

/* The class that a series stands for; 0: notices that tell no correction. */
guint desk_register_chart_get_class (const BulChart *chart, guint series);

G_END_DECLS
