/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-search-facets-private.h"

G_BEGIN_DECLS

/*
 * How many of some stories have each value; what a tag is about counts once a story.
 *
 * @values: (element-type guint): by the rows of search_value
 * @subjects: (element-type guint): by their numbers
 */
struct _BulSearchTally
{
  GArray *values;
  GArray *subjects;
  GArray *last; /* of guint: the story that was counted last for a subject, from 1 */
  guint n;
};

BulSearchTally *bul_search_tally_new (const struct _BulSearchFacets *facets);
void bul_search_tally_free (BulSearchTally *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BulSearchTally, bul_search_tally_free)

BulSearchTally *bul_search_tally_copy (const BulSearchTally *self);

/* Counts a story, or takes it off. @place: of its values in the pool; @sign: 1 or -1 */
void bul_search_tally_add (BulSearchTally *self,
                           const struct _BulSearchFacets *facets,
                           guint place,
                           int sign);

G_END_DECLS
