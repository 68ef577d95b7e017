/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A stretch of a block's text, in code points, @end exclusive: the unit GtkTextIter counts in. */
typedef struct
{
  guint start;
  guint end;
} BulRange;

#define BUL_RANGE_EMPTY ((BulRange){ 0, 0 })

static inline gboolean
bul_range_is_empty (BulRange range)
{
  return range.end <= range.start;
}

G_END_DECLS
