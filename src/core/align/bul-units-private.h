/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  BUL_DIMENSION_NONE,
  BUL_DIMENSION_MONEY, /* what one is worth in another changes by the day */
  BUL_DIMENSION_SHARE,
  BUL_DIMENSION_POINTS, /* of a share: from 2 % to 3 % is one */
  BUL_DIMENSION_LENGTH,
  BUL_DIMENSION_AREA,
  BUL_DIMENSION_MASS,
  BUL_DIMENSION_VOLUME,
  BUL_DIMENSION_HEAT, /* 1, 2; 0 where nothing is said of the scale */
  BUL_DIMENSION_TIME,
} BulDimension;

/* What a number counts, where that is a measure. @size: in the first unit of its dimension; of
 * money, which currency. */
typedef struct
{
  BulDimension dimension;
  double size;
} BulUnit;

/* The unit that @at begins with, which stands behind a number, and where it ends; %NULL for none.
 */
const BulUnit *bul_unit_read_korean (const char *at, const char *end, const char **behind);
const BulUnit *bul_unit_read_english (const char *at, const char *end, const char **behind);

/* The currency of a sign such as $ or €, which stands before a number; %NULL for any other. */
const BulUnit *bul_unit_of_sign (gunichar sign);

G_END_DECLS
