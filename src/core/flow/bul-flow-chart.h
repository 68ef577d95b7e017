/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-chart.h"

G_BEGIN_DECLS

/* @charts: (element-type BulChart)
 *
 * Returns: a table of each below the other, for spreadsheets: what is counted in rows, what it is
 * parted into in columns. */
GBytes *bul_flow_charts_to_csv (const GPtrArray *charts);

G_END_DECLS
