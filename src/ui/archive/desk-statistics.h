/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "bul-chart.h"
#include "desk-finder.h"

G_BEGIN_DECLS

/**
 * DeskStatistics:
 *
 * What a query finds, counted and drawn: the figures that are looked at first, charts, and what
 * they tell in words. What was counted before stays, dimmed, until something else is.
 *
 * Signal: `toggled` (field, value), once for each thing that is to be asked for, or not any more,
 * when a shape was chosen.
 */
#define DESK_TYPE_STATISTICS (desk_statistics_get_type ())
G_DECLARE_FINAL_TYPE (DeskStatistics, desk_statistics, DESK, STATISTICS, AdwBin)

/* The button stands elsewhere, and offers to save what is shown. */
void desk_statistics_join (DeskStatistics *self, GtkMenuButton *save);

/* Counts what @question finds, unless that is shown already. What was asked before is given up.
 * @finder: (nullable) */
void desk_statistics_ask (DeskStatistics *self, DeskFinder *finder, const DeskQuestion *question);

/* Stories were saved: the same is counted once more, at once or when it is in sight again. */
void desk_statistics_refresh (DeskStatistics *self);

/* Nothing that was asked is wanted any more. */
void desk_statistics_stop (DeskStatistics *self);

/* As keys in an entry above it ask for: one down goes there, more scroll by a page. */
void desk_statistics_move (DeskStatistics *self, int by);

/* Returns: (transfer container) (element-type BulChart): what is shown, the chart with @name alone
 * or, where that is %NULL, all. Borrowed until others are shown. */
GPtrArray *desk_statistics_list_charts (DeskStatistics *self, const char *name);

G_END_DECLS
