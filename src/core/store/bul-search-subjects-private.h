/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-db-private.h"
#include "bul-search-facets-private.h"

G_BEGIN_DECLS

/*
 * Which subjects a tag counts for: its own, and all that are broader, for those who ask for a
 * broader one find it too. What was merged counts for what took its place.
 */
typedef struct _BulSearchSubjects BulSearchSubjects;

BulSearchSubjects *bul_search_subjects_new (void);
void bul_search_subjects_free (BulSearchSubjects *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BulSearchSubjects, bul_search_subjects_free)

/* Takes in what the vocabulary reads now. @values: (element-type BulSearchFacetValue): by their
 * numbers, some without a word */
gboolean bul_search_subjects_refresh (BulSearchSubjects *self,
                                      BulDb *db,
                                      const GArray *values,
                                      GError **error);

/* Returns: (element-type guint): numbers of the subjects for which a value counts; %NULL where it
 * is no tag. Borrowed. */
const GArray *bul_search_subjects_get (const BulSearchSubjects *self, guint value);

/* Another one whenever some value counts for others than before. */
guint bul_search_subjects_get_version (const BulSearchSubjects *self);

guint bul_search_subjects_get_n (const BulSearchSubjects *self);
/* Borrowed. */
const char *bul_search_subjects_get_code (const BulSearchSubjects *self, guint subject);

G_END_DECLS
