/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-store-vocabulary.h"

G_BEGIN_DECLS

/*
 * Changes of the vocabulary that stories are tagged with. The first of them makes what the library
 * used so far its own. Merging changes stories as well: see bul-flow-tag.h. All of them are refused
 * with %BUL_ERROR_REFUSED or %BUL_ERROR_NOT_FOUND, and nothing is changed, where they make no
 * sense.
 */

/* Makes the vocabulary that the program knows by itself the library's own, where it has none. */
gboolean bul_flow_vocabulary_adopt (BulStore *store, GError **error);

/* The concept that a person means by @words: a code, the end of one, or a name in either language;
 * %BUL_ERROR_NOT_FOUND where it is none, and with what to do. Borrowed from @vocabulary. */
const BulConcept *
bul_flow_vocabulary_look_up (const BulVocabulary *vocabulary, const char *words, GError **error);

/* The same for what stories may be given: not what is retired. */
const BulConcept *
bul_flow_vocabulary_choose (const BulVocabulary *vocabulary, const char *words, GError **error);

/* Adds a concept; one that is retired comes back with what is said of it now. Its names and broader
 * ones are checked. */
gboolean bul_flow_vocabulary_add (BulStore *store, const BulConcept *concept, GError **error);

/* Gives the concept with the code of @concept all that @concept says. */
gboolean bul_flow_vocabulary_set (BulStore *store, const BulConcept *concept, GError **error);

/* Puts it below @parent, or below none for %NULL. */
gboolean
bul_flow_vocabulary_move (BulStore *store, const char *code, const char *parent, GError **error);

/* It is given to stories no more; those that have it keep it. */
gboolean bul_flow_vocabulary_retire (BulStore *store, const char *code, GError **error);

/* What an import did, or would do. */
typedef struct
{
  guint n_new;
  guint n_changed;
  guint n_same;
} BulFlowVocabularyChange;

/* Takes the concepts of @vocabulary into the library: new ones, and those with a code that it has
 * in their place. What is not in @vocabulary stays, and so does what was merged here. A library
 * that had none has only these afterwards, with the names of those that the program knows. */
gboolean bul_flow_vocabulary_take (BulStore *store,
                                   const BulVocabulary *vocabulary,
                                   BulFlowVocabularyChange *change,
                                   GError **error);

/* Returns: (transfer full): what the file at @path holds, see bul_vocabulary_reader_read(); codes
 * that have no prefix get the name of the file. Errors name the file. */
BulVocabulary *bul_flow_vocabulary_read_file (const char *path,
                                              GPtrArray *findings,
                                              guint *n_passed_over,
                                              GError **error);

/* Returns: (transfer full): the library's vocabulary in @format (`skos`, `turtle`, `json`, `csv`):
 * what it has of its own, or the starter. */
GBytes *bul_flow_vocabulary_export (BulStore *store, const char *format, GError **error);

G_END_DECLS
