/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-vocabulary.h"

G_BEGIN_DECLS

/* A vocabulary over this many bytes is refused, and one with more concepts. */
#define BUL_VOCABULARY_LIMIT ((gsize) 32 * 1024 * 1024)
#define BUL_VOCABULARY_MOST 50000

/*
 * Reads a vocabulary, told by its bytes: SKOS as RDF/XML or Turtle; JSON of ours, of NewsCodes, or
 * an object of codes with their names; a table apart by commas or tabs whose first line names the
 * columns. What has no name in Korean or English, or no code that could be one, is passed over.
 *
 * @prefix: of codes that have none
 * @findings: (element-type BulFinding): gets what was strange, and in which lines
 * @n_passed_over: (out): how many concepts were
 */
BulVocabulary *bul_vocabulary_reader_read (
    GBytes *bytes, const char *prefix, GPtrArray *findings, guint *n_passed_over, GError **error);

G_END_DECLS
