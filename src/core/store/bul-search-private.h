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

G_END_DECLS
