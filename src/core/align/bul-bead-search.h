/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-bead.h"

G_BEGIN_DECLS

/* One step of the answer: which bead stands where, and how sure each of its parts is, from 0 to 1.
 */
typedef struct
{
  guint kind;
  guint korean;
  guint english;
  double confidence[2];
} BulBead;

/* Sentences from the first of either language on, of which @members answer each other. */
typedef struct
{
  guint korean;
  guint english;
  BulBeadPart members;
} BulBeadRefusal;

/* Where a sentence stands: sentences of different parts never answer each other, and parts come one
 * after the other in either text. */
typedef struct
{
  guint part;
  float alone; /* what it costs that it answers nothing; less than 0: it may still be answered */
} BulBeadPlace;

/**
 * BulBeadMask:
 * @korean, @english: for each sentence, the group it was put in by hand, or 0. Sentences of a group
 * answer each other and nothing else; a group of one language answers none.
 * @korean_places, @english_places: (nullable): for each sentence; both or neither
 * @refusals: (nullable) (element-type BulBeadRefusal): what a person said does not answer each
 * other, with other sentences beside them neither; or is not left out
 */
typedef struct
{
  const guint *korean;
  const guint *english;
  const BulBeadPlace *korean_places;
  const BulBeadPlace *english_places;
  const GArray *refusals;
} BulBeadMask;

/* The sum over all ways, and what training needs to see of each bead: see bul_bead_search_all(). */
typedef void (*BulBeadFunc) (guint kind, guint korean, guint english, double share, gpointer data);

/*
 * The likeliest way (Viterbi), with the share of all ways that link the sentences of a part as it
 * does (forward-backward). @mask: (nullable)
 *
 * Returns: (transfer full) (element-type BulBead): from the start of both texts to their ends;
 * %NULL where @mask allows no way
 */
GArray *
bul_bead_search (const BulEchoes *echoes, const BulBeadWeights *weights, const BulBeadMask *mask);

/*
 * Calls @func for each bead at each place with its share in all ways that @mask allows.
 *
 * Returns: the logarithm of the sum over all ways; minus infinity where there is none
 */
double bul_bead_search_all (const BulEchoes *echoes,
                            const BulBeadWeights *weights,
                            const BulBeadMask *mask,
                            BulBeadFunc func,
                            gpointer data);

G_END_DECLS
