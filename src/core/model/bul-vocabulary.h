/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-concept.h"

G_BEGIN_DECLS

/*
 * Concepts in their order, each with a code of its own, found by code and by any of their names.
 * What is broader is looked for among its concepts; a code that leads nowhere, or around in a
 * circle, leads nowhere.
 */
typedef struct _BulVocabulary BulVocabulary;

BulVocabulary *bul_vocabulary_new (void);
void bul_vocabulary_free (BulVocabulary *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BulVocabulary, bul_vocabulary_free)

/* The subjects of broadcast news that the program knows by itself; a library that has no vocabulary
 * of its own uses them. Constant, and valid for ever. */
const BulVocabulary *bul_vocabulary_get_starter (void);

/* Returns: (transfer full): with copies of all its concepts. */
BulVocabulary *bul_vocabulary_copy (const BulVocabulary *self);

/* Whether both have the same concepts, which say the same, in the same order. */
gboolean bul_vocabulary_equal (const BulVocabulary *self, const BulVocabulary *other);

/* @concept: (transfer full): takes the place of the one with its code, or goes to the end. */
void bul_vocabulary_add (BulVocabulary *self, BulConcept *concept);

/* (element-type BulConcept), borrowed: in their order. */
const GPtrArray *bul_vocabulary_get_concepts (const BulVocabulary *self);

/* All are borrowed, and may be %NULL. */
const BulConcept *bul_vocabulary_find (const BulVocabulary *self, const char *code);
/* The same, or what took its place. */
const BulConcept *bul_vocabulary_resolve (const BulVocabulary *self, const char *code);
/* What is called @name in either language, or besides; what took its place where it was merged. */
const BulConcept *bul_vocabulary_find_by_name (const BulVocabulary *self, const char *name);
/* What a person means by @words: a code, the part of one behind its colon, or a name. */
const BulConcept *bul_vocabulary_look_up (const BulVocabulary *self, const char *words);

/* Whether @code is below @other, however far. */
gboolean bul_vocabulary_is_below (const BulVocabulary *self, const char *code, const char *other);

/* Returns: (transfer container) (element-type BulConcept): those right below @code, or those that
 * are below none for %NULL, in their order; without those that were merged. */
GPtrArray *bul_vocabulary_list_below (const BulVocabulary *self, const char *code);

/*
 * Returns: (transfer full): a set of the codes that answer to what was typed: those of each concept
 * that is called @typed, of all that are below it, and of those that they took the place of; %NULL
 * where no concept is.
 */
GHashTable *bul_vocabulary_collect (const BulVocabulary *self, const char *typed);

/* The same for one code, itself included. */
GHashTable *bul_vocabulary_collect_below (const BulVocabulary *self, const char *code);

/* A concept with how far it stands below the top. */
typedef struct
{
  const BulConcept *concept;
  guint depth;
} BulVocabularyRow;

/* Returns: (transfer full) (element-type BulVocabularyRow): each concept once, behind the first of
 * its broader ones; those that were merged where they would stand. */
GArray *bul_vocabulary_list_tree (const BulVocabulary *self);

G_END_DECLS
