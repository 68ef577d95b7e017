/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-db-private.h"

G_BEGIN_DECLS

/*
 * Returns: (transfer full): the codes that `tag:` and what was typed behind it ask for: by any name
 * of the library's vocabulary, with all that is below it; an empty set where it knows none of them.
 */
GHashTable *bul_search_tags_collect (BulDb *db, const char *typed, GError **error);

G_END_DECLS
