/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-db-private.h"
#include "bul-query.h"

G_BEGIN_DECLS

/* How a query is answered: statements, and how what they give is put together. */
typedef enum
{
  BUL_SEARCH_NOTHING,
  BUL_SEARCH_TEXT,     /* what search_text has for an expression */
  BUL_SEARCH_SYLLABLE, /* the same of search_syllable */
  BUL_SEARCH_DAYS,     /* every story of some days */
  BUL_SEARCH_ALL_OF,
  BUL_SEARCH_ANY_OF,
  BUL_SEARCH_EXCEPT, /* the first, without the second */
} BulSearchPlanType;

/**
 * BulSearchPlan:
 * @match: an expression of FTS5, made of quoted strings only
 * @first: docids from this to @last
 * @below: (element-type BulSearchPlan)
 */
typedef struct
{
  BulSearchPlanType type;
  char *match;
  gint64 first;
  gint64 last;
  GPtrArray *below;
} BulSearchPlan;

/* Values of fields are looked up now. %NULL with @error. */
BulSearchPlan *bul_search_plan_new (BulDb *db, const BulQuery *query, GError **error);
void bul_search_plan_free (BulSearchPlan *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BulSearchPlan, bul_search_plan_free)

G_END_DECLS
