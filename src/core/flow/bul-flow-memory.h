/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-store-memory.h"

G_BEGIN_DECLS

/**
 * BulFlowMatch:
 * @percent: 100 for the same words, from 1 to 99 for others
 * @numbers_differ: a number or a month of one is not in the other, so that what is taken over has
 * to be put right
 * @names_differ: the same of a name, as far as that can be told
 *
 * An entry of the memory that is like a sentence.
 */
typedef struct
{
  BulMemoryEntry *entry;
  guint percent;
  gboolean numbers_differ;
  gboolean names_differ;
} BulFlowMatch;

/* @language: of @words.
 *
 * How much is the same is one less the edit distance of Levenshtein (1966) over words, as a share
 * of the longer sentence: words are the same that have the same stem, numbers that have the same
 * value, however they are written. Texts that differ in no word but in signs are 99.
 *
 * Returns: (transfer full) (element-type BulFlowMatch): at most @n of @least percent or more, the
 * best first, of the same words the newest; or %NULL
 */
GPtrArray *bul_flow_memory_find (
    BulStore *store, BulLanguage language, const char *words, guint least, guint n, GError **error);

/* What was taken from a file. */
typedef struct
{
  guint n_new;
  guint n_there;  /* were there already, or twice in the file */
  guint n_passed; /* lack a side */
  guint n_unsure; /* have both, and the file says that nobody has confirmed them */
} BulFlowMemoryTaken;

/* Keeps the pairs of a file of translators (TMX, XLIFF) as entries of no story. FALSE: those before
 * the trouble are kept; the same file may be taken again. */
gboolean bul_flow_memory_import (
    BulStore *store, const char *path, const char *by, BulFlowMemoryTaken *taken, GError **error);

/* Returns: (transfer full): the whole memory as TMX, the oldest entry first: what
 * bul_flow_memory_import() takes. */
GBytes *bul_flow_memory_export (BulStore *store, GError **error);

G_END_DECLS
