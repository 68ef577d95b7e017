/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-chart.h"
#include "bul-statistics.h"

G_BEGIN_DECLS

/* What is shown of a ranking; the rest is in the table of all that there are. */
#define BUL_FLOW_STATISTICS_MOST_NAMES 12
#define BUL_FLOW_STATISTICS_MOST_LINES 5

/* Returns: (transfer full) (element-type BulChart): what was counted, as charts: stories,
 * programmes, speakers, tags, corrections. There are always these, empty ones among them. */
GPtrArray *bul_flow_statistics_list_charts (const BulStatistics *statistics);

G_END_DECLS
