/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-search-tally-private.h"

G_BEGIN_DECLS

/*
 * Tells what was counted: field by field, what most have first; months the newest first.
 *
 * @months: months since the year 0 → how many
 * @most: of a field, those that most have; 0: all. Months and what tags are about are all told.
 * Returns: (transfer full) (element-type BulSearchFacet)
 */
GPtrArray *bul_search_facet_list (const struct _BulSearchFacets *facets,
                                  const BulSearchTally *tally,
                                  GHashTable *months,
                                  guint most);

G_END_DECLS
