/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-store.h"

G_BEGIN_DECLS

/* What a library holds beside its stories. */
typedef enum
{
  BUL_STORE_PEOPLE,
  BUL_STORE_CONCEPTS, /* of its vocabulary */
  BUL_STORE_RECEIPTS, /* of tags */
  BUL_STORE_SEARCHES, /* that were saved */
  BUL_STORE_N_BESIDE,
} BulStoreBeside;

/* Takes over what @from knows beside its stories, as far as it can be read; the stories are there
 * already, by their uids. @n: (array fixed-size=BUL_STORE_N_BESIDE) (out): how many of each */
gboolean bul_store_adopt (BulStore *self, BulStore *from, guint *n, GError **error);

G_END_DECLS
