/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-story.h"

G_BEGIN_DECLS

/*
 * Stories that leave the house together, in a folder of their own: each a file in a folder of its
 * bulletin (`xml`, with its schema beside them, `text`), or all of them as one table (`csv`,
 * `xlsx`); and what is in it, with hashes, which is written last. A folder without it is not whole.
 */
typedef struct _BulFlowCollection BulFlowCollection;

gboolean bul_flow_collection_has_format (const char *format);

/* Makes @folder; one that has something in it is refused with %BUL_ERROR_REFUSED. */
BulFlowCollection *bul_flow_collection_new (const char *folder, const char *format, GError **error);
void bul_flow_collection_free (BulFlowCollection *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BulFlowCollection, bul_flow_collection_free)

/* Returns: (transfer full): the path of its file below the folder; an empty one where it went into
 * the table; %NULL on failure. */
char *bul_flow_collection_add (BulFlowCollection *self, const BulStory *story, GError **error);

/* @query: what they were found by, for the manifest. */
gboolean bul_flow_collection_finish (BulFlowCollection *self, const char *query, GError **error);

guint bul_flow_collection_count (const BulFlowCollection *self);

G_END_DECLS
