/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-lexicon.h"
#include "bul-tie.h"

G_BEGIN_DECLS

/*
 * What confirmed pairs teach about words.
 *
 * Of each pair the words that the lexicon of news, numbers or the sound of names explain are passed
 * over. Every Korean word that is left may be answered by every English one that is; the more there
 * are, the less the pair says of each, as in the first step of IBM Model 1 (Brown et al. 1993) over
 * the words that are left. What pairs say is added up in whole numbers, so that the order in which
 * they come plays no part, and what one has said can be taken off again.
 *
 * Two words answer each other as surely as they are found together and not apart (the cosine of
 * Ochiai, 1957), and as much was said of them: one pair alone proves little.
 */

/* One up where the reading below changes, and with the lexicon that ships: counts that were made by
 * another cannot be taken off. */
guint bul_word_model_get_version (void);

/* Returns: (transfer full) (element-type BulTie): what one pair says, sorted; empty where it says
 * nothing or too much. Both texts are valid UTF-8 in normal form. */
GPtrArray *bul_word_model_read (const char *korean, const char *english);

/* Returns: (transfer full): a lexicon of what is likely. @ties: (element-type BulTie): with the
 * counts of all pairs, sorted by the Korean word */
BulLexicon *bul_word_model_conclude (const GPtrArray *ties);

G_END_DECLS
