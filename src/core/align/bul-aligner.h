/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-bead-search.h"

G_BEGIN_DECLS

/**
 * BulAlignedLink:
 * @korean, @english: sentences that answer each other, in order, counted from 0; one of both may be
 * empty: what is left out or added
 * @confidence: from 0 to 1, calibrated: of links with 0.9 nine in ten are right
 */
typedef struct
{
  GArray *korean; /* of guint */
  GArray *english;
  double confidence;
} BulAlignedLink;

void bul_aligned_link_free (BulAlignedLink *self);

/* Sentences from @korean and @english on, a bit each from the first, that do not answer each other:
 * no more than three of a language, and none of them in a group. */
typedef struct
{
  guint korean;
  guint english;
  guint8 korean_members;
  guint8 english_members;
} BulAlignerRefusal;

/**
 * BulAlignerOptions:
 * @lexicons: (nullable) (element-type BulLexicon): asked beside our own
 * @korean_groups, @english_groups: (nullable): for each sentence the number of what a person has
 * put together, or 0; what is together stays together and alone, however many they are. Both or
 * neither are given
 * @korean_places, @english_places: (nullable): for each sentence the part that it is in, from the
 * first on; asked only with groups, of which each is within one part. Both or neither are given
 * @refusals: (nullable) (element-type BulAlignerRefusal): what a person took apart; asked only with
 * groups
 * @weights: (nullable): others than those that ship, for fitting them
 */
typedef struct
{
  const GPtrArray *lexicons;
  const guint *korean_groups;
  const guint *english_groups;
  const BulBeadPlace *korean_places;
  const BulBeadPlace *english_places;
  const GArray *refusals;
  const BulBeadWeights *weights;
} BulAlignerOptions;

/*
 * Finds which sentences of two texts say the same. Every sentence of either is in exactly one link.
 * A log-linear model over beads, see bul-bead.h; texts of any length, for long ones are read in
 * windows.
 *
 * @korean and @english: sentences, valid UTF-8 in normal form; @options: (nullable)
 *
 * Returns: (transfer full) (element-type BulAlignedLink): in the order of the texts; %NULL where
 * @options put together what lies too far apart
 */
GPtrArray *bul_aligner_align (const char *const *korean,
                              guint n_korean,
                              const char *const *english,
                              guint n_english,
                              const BulAlignerOptions *options);

G_END_DECLS
