/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-db-private.h"
#include "bul-search-phrase-private.h"

G_BEGIN_DECLS

/* Returns: (transfer full) (element-type BulSearchPhrase): the ways in which a word or phrase is
 * looked for in this library: where no story has a word as it was typed, and it may end with a
 * particle, what is before that. %NULL with @error. */
GPtrArray *bul_search_words_list (BulDb *db, const BulQueryNode *leaf, GError **error);

G_END_DECLS
