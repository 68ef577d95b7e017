/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-correction.h"
#include "bul-story.h"

G_BEGIN_DECLS

/*
 * How often @was, words that were corrected somewhere, still stands in the story, as whole words
 * with any particle. Passages that a correction of the same words is about do not count, whatever
 * they read. @script: (nullable): key of the only script to look into.
 */
guint bul_standing_count (const BulStory *story, const char *script, const char *was);

/* The same of the wrong words of a correction; 0 for one that was withdrawn or does not know the
 * right words. */
guint
bul_standing_count_of (const BulStory *story, const char *script, const BulCorrection *correction);

/*
 * Returns: (nullable): the first correction of which bul_standing_count_of() counts any, borrowed;
 * @n_places: (out) (optional): how many. Looks through the script once for each.
 */
const BulCorrection *bul_standing_find (const BulStory *story, const char *script, guint *n_places);

G_END_DECLS
