/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-query.h"
#include "bul-token.h"

G_BEGIN_DECLS

/* Words as the index is asked for them: one of the ways in which a leaf of a query may stand in a
 * text. */
typedef struct
{
  char *text; /* with the marks of the tokenizer */
  BulTokenMode mode;
} BulSearchPhrase;

/* Returns: (transfer full) (element-type BulSearchPhrase): the ways of a word or phrase, one at
 * least. A word is found with any particle, its stem, a blank within, and by its Han sign. */
GPtrArray *bul_search_phrase_list (const BulQueryNode *leaf);

/* Returns: (transfer full) (nullable) (element-type BulSearchPhrase): the ways of what a word is if
 * its end is a particle after all: of 친서가 as of 친서, though 휴가 and 회의 are nouns that end
 * so. %NULL where there is no such doubt. */
GPtrArray *bul_search_phrase_list_of_stem (const BulQueryNode *leaf);

/* Whether it is one syllable, which has an index of its own. */
gboolean bul_search_phrase_is_syllable (const BulSearchPhrase *self);

/* Adds it to an expression of FTS5. */
void bul_search_phrase_append (const BulSearchPhrase *self, GString *match);

G_END_DECLS
