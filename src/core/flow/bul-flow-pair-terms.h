/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-segment.h"

G_BEGIN_DECLS

/**
 * BulFlowPairTerm:
 * @words: as they stand in the sentence
 * @answer: what the other language calls it; where it has several words for it, the one that stands
 * there, or else the first
 * @is_kept: whether the other side has it
 * @is_stray: the other side has it, and this one says nothing that it stands for: @words are not in
 * the sentence
 *
 * A term of the desk in one side of a pair.
 */
typedef struct
{
  char *words;
  char *answer;
  gboolean is_kept;
  gboolean is_stray;
} BulFlowPairTerm;

/*
 * The terms of @lexicons (nullable; element-type BulLexicon) that stand in @words, which are in
 * @language; each is given once. Behind them come those that stand in @other alone.
 *
 * @other: (nullable): what answers @words in the other language
 *
 * Returns: (transfer full) (element-type BulFlowPairTerm): in the order of the text
 */
GPtrArray *bul_flow_pair_terms (const GPtrArray *lexicons,
                                BulLanguage language,
                                const char *words,
                                const char *other);

G_END_DECLS
