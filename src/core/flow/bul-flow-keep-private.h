/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-flow.h"

G_BEGIN_DECLS

/*
 * The first half of bul_flow_keep(): decides for each story of @import. Those that are new get
 * their first revision and are added to @fresh, still to be saved; one of our own XML that goes on
 * from what the library has is saved at once. @kept: (element-type BulFlowKept): what becomes of
 * each is added.
 */
gboolean bul_flow_sort_out (BulStore *store,
                            BulImport *import,
                            const char *by,
                            GPtrArray *fresh,
                            GStrv *uids,
                            GArray *kept,
                            GError **error);

G_END_DECLS
