/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-furniture-rows-private.h"
#include "bul-slice-private.h"

G_BEGIN_DECLS

/* Whether @line belongs to the page and not to the script. */
BulFurniture bul_furniture_find (BulSlice line);

G_END_DECLS
