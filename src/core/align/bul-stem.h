/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What dictionaries know a Hangul word by: it without particles and the endings of 하다 and 되다.
 */
char *bul_stem_korean (const char *word);

/* Whether @rest, what is behind a stem, is a particle as a whole. */
gboolean bul_stem_is_particle (const char *rest);

/* The same of an English word, folded: forms of one word have one stem, which is no word itself. */
char *bul_stem_english (const char *word);

/**
 * bul_stem_part_verb:
 * @syllable: one of Hangul
 * @rest: what follows it in its word
 * @stems: (out caller-allocates): what it may be in the stem
 *
 * Parts the last syllable of a verb's stem from an ending that has run together with it: 졌 of
 * 떨어졌다 is 지 of 떨어지, 듭 of 만듭니다 is 들 of 만들.
 *
 * Returns: how many of @stems it may be
 */
guint bul_stem_part_verb (gunichar syllable, const char *rest, gunichar stems[2]);

G_END_DECLS
