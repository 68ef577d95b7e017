/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define BUL_PHONEMES_MOST 40

/**
 * BulPhonemes:
 * @sounds: one letter a sound, as in the tables of bul-phonemes.c
 * @syllable: of a Hangul word: which syllable each sound belongs to, from 0
 * @n_syllables: of a Hangul word; 0 of an English one
 * @cost: of leaving all sounds out
 * @rest: of a Hangul word: what it costs to end the name behind each syllable
 *
 * How a word sounds, so far that a foreign name can be told in either spelling.
 */
typedef struct
{
  char sounds[BUL_PHONEMES_MOST + 1];
  guint8 syllable[BUL_PHONEMES_MOST];
  guint length;
  guint n_syllables;
  float cost;
  float rest[BUL_PHONEMES_MOST];
} BulPhonemes;

/* @word: of Hangul alone. FALSE where it is too long for a name. */
gboolean bul_phonemes_from_korean (const char *word, BulPhonemes *phonemes);

/* @word: small letters of ASCII. */
gboolean bul_phonemes_from_english (const char *word, BulPhonemes *phonemes);

/* Whether two words begin so that they may sound alike; their first two sounds tell. */
gboolean bul_phonemes_may_be_alike (const BulPhonemes *korean, const BulPhonemes *english);

/**
 * bul_phonemes_compare:
 * @is_name: as bul_phonemes_judge() will be told
 * @n_syllables: (out): how many of its syllables the name takes; particles may follow
 *
 * A weighted edit distance, in which sounds that Hangul cannot tell apart cost little.
 *
 * Returns: 1 for the same sounds, 0 for two that bul_phonemes_judge() would not take for the same
 */
float bul_phonemes_compare (const BulPhonemes *korean,
                            const BulPhonemes *english,
                            gboolean is_name,
                            guint *n_syllables);

/* The same for names that are pronounced in no way their letters tell: below what
 * bul_phonemes_compare() tells from nothing. */
float bul_phonemes_compare_vaguely (const BulPhonemes *korean, const BulPhonemes *english);

/* How sure a likeness of @similarity makes that a name of @n_syllables is the same, from 0 to 1;
 * @is_name: the English word begins with a capital, else it may be a loan word at most. */
float bul_phonemes_judge (float similarity, guint n_syllables, gboolean is_name);

G_END_DECLS
