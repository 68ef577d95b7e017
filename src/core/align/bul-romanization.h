/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Whether @english is a way to write the given name that @korean begins with. Koreans spell their
 * names as they like; what nobody writes for a syllable is another name.
 *
 * @korean: a word of Hangul, without the family name; a title or particles may follow. @english:
 * small letters, hyphens count for nothing.
 */
gboolean bul_romanization_matches (const char *korean, const char *english);

G_END_DECLS
