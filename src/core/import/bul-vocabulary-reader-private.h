/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-vocabulary-reader.h"

G_BEGIN_DECLS

/* What the readers of all formats build: concepts by the name that their file gives them. */
typedef struct
{
  const char *prefix;
  GPtrArray *concepts; /* of BulConcept: owned, in their order */
  GHashTable *by_code;
  GHashTable *also; /* BulConcept → what it is called besides, and is below, as it is gathered */
  GHashTable *addresses; /* address → code, of those whose file gives them both */
  GPtrArray *findings;   /* of BulFinding: what was strange */
  guint n_passed_over;
} BulVocabularyReader;

/* The concept with this code or address, begun where there is none; %NULL for what is no code.
 * Borrowed. */
BulConcept *bul_vocabulary_reader_get (BulVocabularyReader *self, const char *name);

/* A name in a language of the web, `ko` or `en-GB`; other languages are left out. @language may be
 * %NULL: by its letters. */
typedef enum
{
  BUL_VOCABULARY_NAME,
  BUL_VOCABULARY_OTHER_NAME,
  BUL_VOCABULARY_NOTE,
} BulVocabularyWords;

void bul_vocabulary_reader_add_words (BulVocabularyReader *self,
                                      BulConcept *concept,
                                      BulVocabularyWords what,
                                      const char *language,
                                      const char *words);

/* @parent: a code or an address. */
void bul_vocabulary_reader_add_parent (BulVocabularyReader *self,
                                       BulConcept *concept,
                                       const char *parent);

void
bul_vocabulary_reader_set_match (BulVocabularyReader *self, BulConcept *concept, const char *match);
void
bul_vocabulary_reader_set_merged (BulVocabularyReader *self, BulConcept *concept, const char *into);

/* The formats. FALSE with @error where the file as a whole is none. */
gboolean bul_vocabulary_reader_read_skos (BulVocabularyReader *self, GBytes *bytes, GError **error);
gboolean bul_vocabulary_reader_read_json (BulVocabularyReader *self, GBytes *bytes, GError **error);
gboolean
bul_vocabulary_reader_read_turtle (BulVocabularyReader *self, const char *text, GError **error);
gboolean
bul_vocabulary_reader_read_table (BulVocabularyReader *self, GBytes *bytes, GError **error);

G_END_DECLS
