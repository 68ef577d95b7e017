/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-lexicon.h"

G_BEGIN_DECLS

/* What two words may have in common. */
typedef enum
{
  BUL_ECHO_ANY,    /* any of the others */
  BUL_ECHO_WORD,   /* the lexicon has them, or they sound alike */
  BUL_ECHO_NAME,   /* they sound alike */
  BUL_ECHO_NUMBER, /* the same number or month */
  BUL_ECHO_LATIN,  /* the same in Latin letters */
  BUL_ECHO_N_CHANNELS,
} BulEchoChannel;

/* Which of three sentences in a row are meant, from the first: 1, 3, 7, or 5 for the outer two. */
typedef enum
{
  BUL_ECHO_ONE,
  BUL_ECHO_TWO,
  BUL_ECHO_THREE,
  BUL_ECHO_OUTER,
  BUL_ECHO_N_SPANS,
} BulEchoSpan;

/**
 * BulEchoSide:
 * @lengths: of each sentence, as bul_words_measure()
 * @mass: what each sentence would echo if all of it did
 * @signs: what it holds besides words, of %BulSign
 * @heard: for each span, channel, first sentence of the span on the other side and sentence on this
 * one: how much of the latter the span echoes
 * @pieces: the first piece of each sentence, and the end of all: what is taken for one sentence may
 * hold several, joined by a person, or by whoever wrote the text
 * @piece_mass, @piece_heard: as @mass and @heard, of each piece, whatever the channel
 */
typedef struct
{
  guint n;
  double *lengths;
  float *mass;
  guint8 *signs;
  float *heard[BUL_ECHO_N_SPANS][BUL_ECHO_N_CHANNELS];
  guint *pieces;
  float *piece_mass;
  float *piece_heard[BUL_ECHO_N_SPANS];
} BulEchoSide;

/* How much of the sentences of one language is heard in those of the other. */
typedef struct
{
  BulEchoSide korean;
  BulEchoSide english;
} BulEchoes;

/*
 * @korean and @english: the sentences, valid UTF-8 in normal form. @lexicons: (element-type
 * BulLexicon): all are asked. A word that echoes in many sentences counts for little, for it proves
 * little.
 */
BulEchoes *bul_echoes_new (const char *const *korean,
                           guint n_korean,
                           const char *const *english,
                           guint n_english,
                           const GPtrArray *lexicons);
void bul_echoes_free (BulEchoes *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BulEchoes, bul_echoes_free)

/* How much of sentence @at of @side is heard in the @span that begins at @first of the other side,
 * which has @n_other sentences. */
static inline float
bul_echo_heard (
    const BulEchoSide *side, BulEchoSpan span, BulEchoChannel channel, guint first, guint at)
{
  return side->heard[span][channel][first * side->n + at];
}

/* The same of one piece, in all channels. */
static inline float
bul_echo_heard_piece (const BulEchoSide *side, BulEchoSpan span, guint first, guint piece)
{
  return side->piece_heard[span][first * side->pieces[side->n] + piece];
}

G_END_DECLS
