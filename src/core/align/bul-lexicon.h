/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-term-index.h"

G_BEGIN_DECLS

/* Which English stems answer a Korean word, and how surely, from 0 to 1. */
typedef struct _BulLexicon BulLexicon;

typedef struct
{
  const char *stem; /* English, owned by the lexicon */
  float weight;
} BulGloss;

BulLexicon *bul_lexicon_new (void);
void bul_lexicon_free (BulLexicon *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BulLexicon, bul_lexicon_free)

/* Our own lexicon of news, which comes with the program. */
const BulLexicon *bul_lexicon_get_news (void);

/*
 * Adds a pair as a dictionary gives it: 하다, 되다 and the like are left off @korean; of an English
 * gloss of several words each word counts for less. @weight: of a gloss of one word.
 */
void bul_lexicon_add (BulLexicon *self, const char *korean, const char *english, float weight);

/* Adds a term that a desk has agreed upon: it answers for sure, and the other side of a pair is to
 * have it; see bul_lexicon_get_terms(). */
void bul_lexicon_add_term (BulLexicon *self, const char *korean, const char *english);

/* Returns: (nullable): the terms, where there are any. */
const BulTermIndex *bul_lexicon_get_terms (const BulLexicon *self);

/* Adds what was learnt: @key and @stem as bul_words_read() gives stems, @weight as it is. */
void bul_lexicon_teach (BulLexicon *self, const char *key, const char *stem, float weight);

/*
 * Adds the rows of a tab-separated text: Korean, English, and a weight, which may be left out.
 * Several English words or phrases may stand in one field, with commas or semicolons between. Rows
 * that begin with # are remarks.
 *
 * Returns: how many pairs were taken
 */
guint bul_lexicon_add_table (BulLexicon *self, const char *text);

/*
 * Appends to @glosses (element-type BulGloss) all that is known of @word, with @stem: of the whole
 * word, of its beginning where particles or more follow, of the parts of a compound. The same stem
 * may be given several times.
 */
void
bul_lexicon_look_up (const BulLexicon *self, const char *word, const char *stem, GArray *glosses);

/* A number that is another where the entries are: of words and glosses, not of their order. */
guint bul_lexicon_get_fingerprint (const BulLexicon *self);

/* Whether some Korean word is answered by @stem, of an English word. */
gboolean bul_lexicon_has_stem (const BulLexicon *self, const char *stem);

/* Whether the Korean @word is known as it is, with nothing behind it. */
gboolean bul_lexicon_has_word (const BulLexicon *self, const char *word);

G_END_DECLS
