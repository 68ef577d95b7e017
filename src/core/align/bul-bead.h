/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-echo.h"

G_BEGIN_DECLS

/*
 * A bead is a step over both texts at once (Gale and Church 1993): some sentences of each, and how
 * they answer each other. Beads that cross, and beads with something left out in the middle, are
 * beads of their own.
 */

#define BUL_BEAD_N_KINDS 15
#define BUL_BEAD_N_FEATURES 23

/* Sentences of a bead that answer each other; bits count from the first sentence of the bead. */
typedef struct
{
  guint8 korean;
  guint8 english;
} BulBeadPart;

typedef struct
{
  const char *id;
  guint8 n_korean; /* sentences that it steps over */
  guint8 n_english;
  guint8 n_parts;
  BulBeadPart parts[2];
} BulBeadKind;

extern const BulBeadKind bul_bead_kinds[BUL_BEAD_N_KINDS];

typedef enum
{
  BUL_BEAD_LENGTH, /* how far the lengths are from what is usual, by their variance */
  BUL_BEAD_RATIO,  /* the same by their ratio */
  BUL_BEAD_SIZE,   /* how long it is */
  BUL_BEAD_WORDS,  /* echoes, by channel */
  BUL_BEAD_NAMES,
  BUL_BEAD_NUMBERS,
  BUL_BEAD_LATIN,
  BUL_BEAD_COVERED, /* how much of either side is heard in the other */
  BUL_BEAD_COVERED_BOTH,
  BUL_BEAD_ECHOES,  /* all echoes */
  BUL_BEAD_WEAKEST, /* how much of that piece is heard of which least is */
  BUL_BEAD_PIECES,  /* how far both sides are from having as many pieces */
  BUL_BEAD_ADDED,   /* how much is heard only for that member which adds least */
  BUL_BEAD_QUOTES,  /* both quote; only one does */
  BUL_BEAD_QUOTES_ONE,
  BUL_BEAD_ASKS,
  BUL_BEAD_ASKS_ONE,
  BUL_BEAD_INSIDE, /* both begin, or end, in the midst of a quotation; only one does */
  BUL_BEAD_INSIDE_ONE,
  BUL_BEAD_UNSTOPPED, /* both end without a stop, as headlines do; only one does */
  BUL_BEAD_UNSTOPPED_ONE,
  BUL_BEAD_DIAGONAL, /* how far from its place in the text */
  BUL_BEAD_ENDS,     /* it begins or ends the text */
} BulBeadFeature;

/**
 * BulBeadWeights:
 * @bias: of each kind
 * @one: of the features of one sentence to one; @many: of all others that link
 * @korean_alone, @english_alone: by the length of a sentence that answers none
 */
typedef struct
{
  double bias[BUL_BEAD_N_KINDS];
  double one[BUL_BEAD_N_FEATURES];
  double many[BUL_BEAD_N_FEATURES];
  double korean_alone;
  double english_alone;
} BulBeadWeights;

#define BUL_BEAD_N_WEIGHTS (sizeof (BulBeadWeights) / sizeof (double))

/* Fitted for the lexicon of news by tests/bench/fit-aligner.c. */
extern const BulBeadWeights bul_bead_weights;

/* Whether @part links one sentence to one. */
gboolean bul_bead_part_is_one (const BulBeadPart *part);

/* The features of a part that links, of a bead that begins at @korean and @english. They are the
 * same for every bead that this part may belong to. */
void bul_bead_measure (const BulEchoes *echoes,
                       const BulBeadPart *part,
                       guint korean,
                       guint english,
                       double features[BUL_BEAD_N_FEATURES]);

/* What a sentence of either language that answers none is weighed by. */
double bul_bead_measure_korean_alone (const BulEchoes *echoes, guint at);
double bul_bead_measure_english_alone (const BulEchoes *echoes, guint at);

/* The weighted sum over all that a part has, of a bead that begins at this place. */
double bul_bead_score_part (const BulEchoes *echoes,
                            const BulBeadWeights *weights,
                            const BulBeadPart *part,
                            guint korean,
                            guint english);

G_END_DECLS
