/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-chart.h"
#include "bul-flow-people.h"
#include "bul-statistics.h"
#include "bul-vocabulary.h"

G_BEGIN_DECLS

/* What is shown of a ranking; the rest is in the table of all that there are. */
#define BUL_FLOW_STATISTICS_MOST_NAMES 12
#define BUL_FLOW_STATISTICS_MOST_LINES 5

/* What was found, counted, and what is known of those it is about. */
typedef struct
{
  BulStatistics *counts;
  BulFlowPeople *people; /* who is heard, the names of one person together; nobody who is veiled */
  BulVocabulary *vocabulary;
} BulFlowStatistics;

/* Counts what @search finds, on the thread of @store; @facets are refreshed first. It can be
 * cancelled: G_IO_ERROR_CANCELLED. */
BulFlowStatistics *bul_flow_statistics_new (BulStore *store,
                                            BulSearchFacets *facets,
                                            BulSearch *search,
                                            GCancellable *cancellable,
                                            GError **error);
void bul_flow_statistics_free (BulFlowStatistics *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BulFlowStatistics, bul_flow_statistics_free)

/* Soundbites of all who are named. */
guint bul_flow_statistics_count_bites (const BulFlowStatistics *self);

/**
 * bul_flow_statistics_list_charts:
 * @language: that tags are called in, `ko` or `en`
 * @most_months: where there are more they are put together to years
 *
 * Months and years are called as in a query, “2026-01”; classes of corrections by their words.
 *
 * Returns: (transfer full) (element-type BulChart): what was counted, as charts: stories,
 * programmes, speakers, tags, corrections. There are always these, empty ones among them.
 */
GPtrArray *bul_flow_statistics_list_charts (const BulFlowStatistics *self,
                                            const char *language,
                                            guint most_months);

G_END_DECLS
