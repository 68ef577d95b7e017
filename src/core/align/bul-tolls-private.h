/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-figures-private.h"

G_BEGIN_DECLS

/* What is counted of a whole: the dead and the hurt, votes for and against, men and women; or what
 * is measured in one place and another. */
typedef enum
{
  BUL_TOLL_SORTS,
  BUL_TOLL_PLACES,
  BUL_TOLL_N_KINDS,
} BulTollKind;

typedef struct
{
  guint what;   /* the row of what is counted */
  guint figure; /* which of the figures says how many */
} BulToll;

/* The tolls of @n sentences, where every number stands beside what it counts and nothing is said
 * twice; none otherwise. @figures: those of the sentences, in order. Free with g_array_unref (). */
GArray *bul_tolls_read (const char *const *sentences,
                        guint n,
                        gboolean is_korean,
                        BulTollKind kind,
                        const GArray *figures);

/* What counts @what in @tolls, or %NULL. */
const BulToll *bul_tolls_find (const GArray *tolls, guint what);

G_END_DECLS
