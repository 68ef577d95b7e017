/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-history.h"
#include "bul-link.h"

G_BEGIN_DECLS

/*
 * The pairs of a story: which sentences of its Korean and its English script answer each other.
 * What the aligner thinks of them is asked for elsewhere and taken in here; what a person says of
 * them is in bul-pairing.h.
 */

/* The script in @language, the original before a translation; %NULL where the story has none. */
BulScript *bul_pairs_get_script (const BulStory *story, BulLanguage language);

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

/**
 * bul_pairs_propose:
 * @proposals: (element-type BulLink): what the aligner thinks; segments and confidence count
 *
 * Makes these the automatic links of the story, as one step. One that is there already stays, with
 * its key; what a person said is not touched.
 */
gboolean bul_pairs_propose (BulHistory *history, const GPtrArray *proposals, GError **error);

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
