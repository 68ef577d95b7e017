/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-link.h"
#include "bul-story.h"

G_BEGIN_DECLS

/*
 * The pairs of a story: which sentences of its Korean and its English script answer each other.
 * How they come about is in bul-proposals.h and bul-pairing.h.
 */

/* The script in @language, the original before a translation; %NULL where the story has none. */
BulScript *bul_pairs_get_script (const BulStory *story, BulLanguage language);

/* The language that is translated: of the original, and Korean where that is no matter. */
BulLanguage bul_pairs_get_source (const BulStory *story);

/* Whether a person said what it is to be: it constrains how the rest is paired. */
gboolean bul_pairs_is_settled (const BulLink *link);

/* The link @key, or %NULL. Borrowed. */
const BulLink *bul_pairs_find (const BulStory *story, const char *key);

/* Returns: (transfer container) (element-type BulLink): all but rejected links, in the order of the
 * texts; those that have lost all their words are the last. */
GPtrArray *bul_pairs_list (const BulStory *story);

/* Puts segments in the order of the texts, Korean before English. */
void bul_pairs_sort_segments (const BulStory *story, GPtrArray *segments);

/* Whether @a and @b have a word in common: both in one line, and not apart. */
gboolean bul_pairs_overlap (const BulSpan *a, const BulSpan *b);

typedef struct
{
  guint n_links; /* all but rejected ones */
  guint n_confirmed;
  guint n_stale;
  guint n_doubtful; /* automatic, with less than %BUL_PAIRS_DOUBTFUL */
} BulPairsCount;

/* An automatic link below this is worth a look. */
#define BUL_PAIRS_DOUBTFUL 0.6

BulPairsCount bul_pairs_count (const BulStory *story);
gboolean bul_pairs_is_doubtful (const BulLink *link);

G_END_DECLS
