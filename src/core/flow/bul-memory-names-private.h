/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-words.h"

G_BEGIN_DECLS

/*
 * Whether a sentence of the memory names somebody or something that the one that was asked for does
 * not, or the other way round, as far as that can be told: an English word with a capital within a
 * sentence, or a Korean word that sounds like one in the translation.
 *
 * @asked, @kept: (element-type BulWord): the two sentences, of one language; @translation: of @kept
 */
gboolean bul_memory_names_differ (const GArray *asked,
                                  const GArray *kept,
                                  const GArray *translation,
                                  gboolean is_korean);

/* Whether two words of one language are the same: numbers by their value, words by their stem. */
gboolean bul_memory_is_same (const BulWord *one, const BulWord *other);

G_END_DECLS
