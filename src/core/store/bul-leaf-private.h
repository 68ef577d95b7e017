/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-pages-private.h"

G_BEGIN_DECLS

typedef enum
{
  BUL_LEAF_NULL,
  BUL_LEAF_NUMBER,
  BUL_LEAF_REAL,
  BUL_LEAF_TEXT,
  BUL_LEAF_BLOB,
} BulLeafType;

typedef struct
{
  BulLeafType type;
  gint64 number;
  const guint8 *bytes; /* into the row's payload; not ended by a zero */
  gsize length;
} BulLeafValue;

/* One row of a table as it lies in a page. */
typedef struct
{
  gint64 rowid;
  GArray *values; /* of BulLeafValue */
  guint8 *payload;
  gboolean cut; /* pages of a long value are missing: they read as nothing */
} BulLeafRow;

void bul_leaf_row_free (BulLeafRow *row);

/* What page @number says that it is. */
gboolean bul_leaf_is_leaf (BulPages *pages, guint number);
gboolean bul_leaf_is_inner (BulPages *pages, guint number);

/* Returns: (transfer full) (element-type guint): the pages below an inner page, in order. */
GArray *bul_leaf_list_children (BulPages *pages, guint number);

/*
 * Returns: (transfer full) (element-type BulLeafRow): every row of a leaf that can be read; @n_bad
 * counts those that cannot. @used: (nullable): gets the pages of long values.
 */
GPtrArray *bul_leaf_read_rows (BulPages *pages, guint number, GHashTable *used, guint *n_bad);

G_END_DECLS
