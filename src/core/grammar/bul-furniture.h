/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-slice-private.h"

G_BEGIN_DECLS

typedef enum
{
  BUL_FURNITURE_NONE,
  BUL_FURNITURE_HERE, /* belongs to the page wherever it stands: a button, a picture credit */
  BUL_FURNITURE_TAIL, /* comes after the story: tip block, copyright, e-mail */
} BulFurniture;

/* Whether @line belongs to the page and not to the script. */
BulFurniture bul_furniture_find (BulSlice line);

G_END_DECLS
