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

G_END_DECLS
