/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-pairs.h"

G_BEGIN_DECLS

/* A line of either script, Korean and English, that begin at the same height. */
typedef struct
{
  guint lines[2];
} DeskPairRow;

/*
 * Returns: (transfer full) (element-type DeskPairRow): what can be level of two scripts whose
 * sentences are paired, later rows later in both. Of pairs that cross the longest row is taken;
 * marks and the like that no pair has go with the pair after them. A line that is empty still is
 * level with the one that it is there for.
 */
GArray *
desk_pair_rows_new (const BulStory *story, const BulScript *korean, const BulScript *english);

G_END_DECLS
