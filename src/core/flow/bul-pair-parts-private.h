/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-script.h"

G_BEGIN_DECLS

/**
 * BulPairPart:
 * @lines: where it begins in the Korean and in the English script
 * @is_line: it is one line of either: a line of a translation with the one it was written for
 * @is_joined: it is one with the part before, because a person said so
 *
 * A stretch of both scripts whose sentences answer each other and none outside of it.
 */
typedef struct
{
  guint lines[2];
  gboolean is_line;
  gboolean is_joined;
} BulPairPart;

/* Returns: (transfer full) (element-type BulPairPart): all of both scripts, in order. Parts begin
 * with the sections that both have, and with each line of a translation that was written here. */
GArray *bul_pair_parts_new (const BulScript *korean, const BulScript *english);

/* The number of the part of a line; @side: 0 for Korean, 1 for English. */
guint bul_pair_parts_find (const GArray *parts, guint side, guint line);

/* Makes one of the parts @first to @last, which keep their numbers. */
void bul_pair_parts_join (GArray *parts, guint first, guint last);

G_END_DECLS
