/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-slice-private.h"

G_BEGIN_DECLS

/* A person, and what they are, side by side in a label. */
typedef struct
{
  BulSlice name;
  BulSlice title;
} BulCalling;

/*
 * Parts a label without strokes into a name and what stands beside it: behind a comma, a dash or a
 * bar (“이름, 직함”, “Name - Title”), or, in Korean, with a blank between (“어촌계장 정만복”,
 * “표지훈 교사”). FALSE, and @calling is untouched, where it is not certain that both are there.
 */
gboolean bul_calling_read (BulSlice label, BulCalling *calling);

/* Whether the second field of a label names the person whom the first says what they are of:
 * “양봉 농민/반석호”. */
gboolean bul_calling_is_turned (BulSlice first, BulSlice second);

/* Whether all of @names, parted by @length bytes at @between, may be names in Latin letters. */
gboolean bul_calling_are_names (BulSlice names, const char *between, gsize length);

/* “Jr.”, “M.D.”: what goes on with a name behind a comma. */
gboolean bul_calling_is_suffix (BulSlice words);

G_END_DECLS
