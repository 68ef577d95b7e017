/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "bul-query-field.h"
#include "bul-vocabulary.h"
#include "desk-saved-list.h"

G_BEGIN_DECLS

/**
 * DeskFacets:
 *
 * What the stories that were found are sorted by, and how many there are of each. It shows what is
 * asked for, and keeps nothing of its own: a click is told, and becomes a part of the query.
 *
 * Signals: `toggled` (field, value); `dated` (value), a date as queries have it or %NULL for any.
 */
#define DESK_TYPE_FACETS (desk_facets_get_type ())
G_DECLARE_FINAL_TYPE (DeskFacets, desk_facets, DESK, FACETS, AdwBin)

/* @text: the query; @facets: (element-type BulSearchFacet): kept */
void desk_facets_show (DeskFacets *self, const char *text, GPtrArray *facets);

/* What tags are called. */
void desk_facets_set_vocabulary (DeskFacets *self, const BulVocabulary *vocabulary);

/* The queries that were saved, which stand above them. */
DeskSavedList *desk_facets_get_saved (DeskFacets *self);

G_END_DECLS
