/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-search-plan-private.h"

G_BEGIN_DECLS

/* Goes over what answers to a plan, the newest first. */
typedef struct _BulSearchCursor BulSearchCursor;

typedef enum
{
  BUL_SEARCH_UNSCORED,
  BUL_SEARCH_SCORED, /* how much each is about what is looked for is told, at a price */
} BulSearchScoring;

/* @last: docids up to this; @plan is borrowed. */
BulSearchCursor *bul_search_cursor_new (
    BulDb *db, const BulSearchPlan *plan, gint64 last, BulSearchScoring scoring, GError **error);
void bul_search_cursor_free (BulSearchCursor *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BulSearchCursor, bul_search_cursor_free)

BulDbStep bul_search_cursor_step (BulSearchCursor *self, GError **error);
gint64 bul_search_cursor_get_docid (const BulSearchCursor *self);
double bul_search_cursor_get_score (const BulSearchCursor *self);

G_END_DECLS
