/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-search-plan-private.h"

G_BEGIN_DECLS

/*
 * All that answers to a plan, the newest first: where the plan is one term, faster than a cursor
 * goes over it.
 *
 * @cancellable: (nullable): that of bul_db_begin_cancellable (), which this is called within
 * @docids: (element-type gint64): gets them
 */
gboolean bul_search_sweep (BulDb *db,
                           const BulSearchPlan *plan,
                           GArray *docids,
                           GCancellable *cancellable,
                           GError **error);

G_END_DECLS
