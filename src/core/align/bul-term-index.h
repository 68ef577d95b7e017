/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Terms of either language as they are found in sentences. */
typedef struct _BulTermIndex BulTermIndex;

BulTermIndex *bul_term_index_new (void);
void bul_term_index_free (BulTermIndex *self);

/* Both in normal form, one blank between their words. */
void bul_term_index_add (BulTermIndex *self, const char *korean, const char *english);

/* A term in a sentence. */
typedef struct
{
  gsize start; /* bytes */
  gsize end;
  const GPtrArray *answers; /* of char *: what the other language calls it, in the order in which
                             * they were added; owned by the index */
} BulTermPlace;

/*
 * A Korean term is found where a word begins with it and nothing but a particle follows; an English
 * one in any of its forms, whatever small and capital letters. Of terms over each other the longest
 * is found.
 *
 * Returns: (transfer full) (element-type BulTermPlace): in order
 */
GArray *bul_term_index_find_korean (const BulTermIndex *self, const char *sentence);
GArray *bul_term_index_find_english (const BulTermIndex *self, const char *sentence);

/* Whether @term stands in @sentence, found as above, and the bytes from which to which. */
gboolean
bul_term_stands_in_korean (const char *term, const char *sentence, gsize *start, gsize *end);
gboolean
bul_term_stands_in_english (const char *term, const char *sentence, gsize *start, gsize *end);

G_END_DECLS
