/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-query.h"

G_BEGIN_DECLS

/* So many of what was found have this value; a month is a date such as 2025-06. A tag counts for
 * what is broader, too. */
typedef struct
{
  BulQueryField field;
  char *value;
  guint n;
  guint n_values; /* how many values of the field were counted */
} BulSearchFacet;

G_END_DECLS
