/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-search-facet.h"
#include "bul-search.h"

G_BEGIN_DECLS

/*
 * What stories are sorted by, all of a library in memory, some 45 bytes a story: so that what was
 * found is counted by programme, month, speaker, tag, language, state and correction while it is
 * gone over. Kept from one search to the next.
 */
typedef struct _BulSearchFacets BulSearchFacets;

BulSearchFacets *bul_search_facets_new (void);
void bul_search_facets_free (BulSearchFacets *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BulSearchFacets, bul_search_facets_free)

/* Takes in what was saved since the last time; all of it the first time. */
gboolean bul_search_facets_refresh (BulSearchFacets *self,
                                    BulStore *store,
                                    GCancellable *cancellable,
                                    GError **error);

/**
 * bul_search_facets_count:
 * @most: so many of a field at most, those that most have; 0: all. Tags and months are all told.
 * @n: (out): how many were found in all
 *
 * Returns: (transfer full) (element-type BulSearchFacet): field by field, what most have first;
 * months the newest first
 */
GPtrArray *bul_search_facets_count (BulSearchFacets *self,
                                    BulSearch *search,
                                    guint most,
                                    GCancellable *cancellable,
                                    guint *n,
                                    GError **error);

/* The same, and @docids (element-type gint64) gets every one that was found, the newest first:
 * where each stands is known then, and the last is as near as the first. */
GPtrArray *bul_search_facets_gather (BulSearchFacets *self,
                                     BulSearch *search,
                                     GArray *docids,
                                     guint most,
                                     GCancellable *cancellable,
                                     GError **error);

G_END_DECLS
