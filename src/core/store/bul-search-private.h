/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-search-cursor-private.h"
#include "bul-search.h"
#include "bul-store-private.h"

G_BEGIN_DECLS

struct _BulSearch
{
  BulStore *store;
  const BulQuery *query;
  BulSearchPlan *plan;
};

/* From here to the end what is asked of @store ends when it is cancelled. */
void bul_search_begin_cancellable (BulStore *store, GCancellable *cancellable);
void bul_search_end_cancellable (BulStore *store);

G_END_DECLS
