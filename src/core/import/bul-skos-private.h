/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-vocabulary-reader-private.h"

G_BEGIN_DECLS

/* What SKOS says of concepts, whatever its files are written in. Properties are whole addresses. */

#define BUL_SKOS "http://www.w3.org/2004/02/skos/core#"
#define BUL_RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define BUL_SKOS_NOTATION BUL_SKOS "notation"

/* @property, for ever; or %NULL where nothing is taken from it. */
const char *bul_skos_find_property (const char *property);

/* Whether only a concept can have it. */
gboolean bul_skos_is_of_concepts (const char *property);

/* A code that stands with a concept is better than its @address. It is to be known before anything
 * else is added, for what is broader may be named before it comes. */
void bul_skos_add_notation (BulVocabularyReader *reader, const char *address, const char *notation);

/* Adds what @property says with @words; nothing where it is none that is understood. @language:
 * (nullable) */
void bul_skos_add_words (BulVocabularyReader *reader,
                         BulConcept *concept,
                         const char *property,
                         const char *language,
                         const char *words);

/* The same of what leads to another concept. */
void bul_skos_add_address (BulVocabularyReader *reader,
                           BulConcept *concept,
                           const char *property,
                           const char *address);

G_END_DECLS
