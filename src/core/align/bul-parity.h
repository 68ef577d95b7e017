/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-fact.h"
#include "bul-lexicon.h"

G_BEGIN_DECLS

/* The sentences of one side of a pair, valid UTF-8 in normal form. */
typedef struct
{
  const char *const *sentences;
  guint n;
} BulParitySide;

/**
 * BulParityOptions:
 * @lexicons: (nullable) (element-type BulLexicon): asked beside our own
 * @day: (nullable): when it is told, so that 18일 and Tuesday can be told apart
 * @is_day_sure: whether “today” is that very day
 */
typedef struct
{
  const GPtrArray *lexicons;
  const GDate *day;
  gboolean is_day_sure;
} BulParityOptions;

/**
 * bul_parity_compare:
 * @options: (nullable)
 *
 * What the two sides of a pair have in common of the facts, and what they do not. What may well be
 * said otherwise, such as a pronoun for a name or “several” for a number in words, is no fact. A
 * side without sentences is not compared.
 *
 * Returns: (transfer full) (element-type BulFact): by kind, in the order of the text
 */
GPtrArray *bul_parity_compare (const BulParitySide *korean,
                               const BulParitySide *english,
                               const BulParityOptions *options);

G_END_DECLS
