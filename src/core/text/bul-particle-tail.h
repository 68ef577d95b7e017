/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BulParticleTail:
 * @n_between: what stands between the word and its particle: closing quote marks, an aside in
 * brackets
 * @n_chars: the particles, up to the end of the Hangul
 * @n_form: the first of them as far as its form depends on the word; 0: it does not
 *
 * The particles after a word, in code points: 에서는, 이라고도, ’을.
 */
typedef struct
{
  guint n_between;
  guint n_chars;
  guint n_form;
  guint row;
} BulParticleTail;

/**
 * bul_particle_tail_read:
 * @text: what follows a word
 * @tail: (out): untouched for %FALSE
 *
 * Returns: %TRUE where @text begins with particles and with nothing else that belongs to the word:
 * not for the 방 of 친서방
 */
gboolean bul_particle_tail_read (const char *text, BulParticleTail *tail);

/**
 * bul_particle_tail_fit:
 * @was: the text before the particle as it was when @tail was read
 * @now: the text before it as it will be
 *
 * Returns: (nullable): the form that fits @now, for the first @n_form characters; %NULL where they
 * are to stay: nothing depends on the word, its sound cannot be told, or both forms are right
 */
const char *bul_particle_tail_fit (const BulParticleTail *tail, const char *was, const char *now);

/**
 * bul_particle_tail_count_shared:
 * @was: words that were replaced
 * @now: the words that stand for them
 *
 * A number that is replaced is replaced with all that is written together with it: 118명과 by
 * 181명과. What was wrong is the number and what it counts, not the particle, which differs in
 * another sentence.
 *
 * Returns: how many characters of particles both end with, after a number and what it counts; 0 for
 * other words, whose last syllable cannot be told from a particle (회의)
 */
guint bul_particle_tail_count_shared (const char *was, const char *now);

G_END_DECLS
