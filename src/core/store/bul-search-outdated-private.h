/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-search-document-private.h"

G_BEGIN_DECLS

/*
 * Stories whose save did not wait until they can be found by what they say now. What the search
 * tables hold of them is kept until it can be taken out: the rest of it is in search_document.
 */

/* Whether the story in row @story is one of them. */
gboolean bul_search_outdated_has (BulDb *db, gint64 story, gboolean *has, GError **error);

/* Keeps @document, which the search tables hold of a story that is about to change. */
gboolean bul_search_outdated_add (BulDb *db,
                                  gint64 story,
                                  const BulSearchDocument *document,
                                  GError **error);

/* Takes a story away. @document: (out) (transfer full): what the search tables hold of it, %NULL
 * where it was none of them, or they were made anew meanwhile */
gboolean
bul_search_outdated_take (BulDb *db, gint64 story, BulSearchDocument **document, GError **error);

/* @story: (out): the row of the first, 0 where there is none */
gboolean bul_search_outdated_get_first (BulDb *db, gint64 *story, GError **error);

G_END_DECLS
