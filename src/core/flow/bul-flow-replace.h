/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-replacer.h"
#include "bul-store.h"

G_BEGIN_DECLS

/* Returns: (transfer full) (element-type BulReplacement): what @with would replace in a story, and
 * nothing is changed; %BUL_ERROR_NOT_FOUND where there is none. */
GPtrArray *bul_flow_list_replacements (
    BulStore *store, const char *uid, BulFinder *finder, const char *with, GError **error);

/* Replaces it and saves that as a revision by @by, whose number is in @revision. Returns: (transfer
 * full) (element-type BulReplacement): what was replaced; %NULL, and nothing was changed. */
GPtrArray *bul_flow_replace (BulStore *store,
                             const char *uid,
                             BulFinder *finder,
                             const char *with,
                             const char *by,
                             guint *revision,
                             GError **error);

G_END_DECLS
