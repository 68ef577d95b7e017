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

/*
 * Returns: (nullable): the first correction whose wrong words still stand elsewhere, borrowed;
 * @n_places: (out) (optional): how often. One that was withdrawn, or does not know the right words,
 * is left out.
 */
const BulCorrection *bul_standing_find (const BulStory *story, const char *script, guint *n_places);

G_END_DECLS
