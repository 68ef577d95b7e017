/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-block.h"
#include "bul-range.h"

G_BEGIN_DECLS

/* Appends to @ranges (element-type BulRange), in order, the words of a block of @kind that are
 * heard on air: no labels and no names of who speaks, no credits; of a soundbite its quote. */
void bul_heard_append (GArray *ranges, BulBlockKind kind, const char *text);

G_END_DECLS
