/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-finder.h"
#include "bul-history.h"

G_BEGIN_DECLS

/**
 * BulReplacement:
 * @script: key
 * @block: key
 * @number: the block's place in its script, from 1
 * @range: of @before in the line: the words, and the particle after them where it changes
 * @in_quote: some of it is said in a soundbite: somebody's words
 * @left: what stands in the line before it
 * @right: what stands in the line after it
 *
 * One place where words are to be replaced, for a person to look at before it is done.
 */
typedef struct
{
  char *script;
  char *block;
  guint number;
  BulRange range;
  gboolean in_quote;
  char *left;
  char *before;
  char *after;
  char *right;

  /* The two edits that it is. */
  BulRange words;
  char *with;
  BulRange particle;
  char *fitting; /* NULL: the particle stays */
} BulReplacement;

void bul_replacement_free (BulReplacement *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BulReplacement, bul_replacement_free)

/* Returns: the last words of @left, or the first ones of @right, @n_chars at most, and “…” where
 * something is left out. */
char *bul_replacement_dup_left (const BulReplacement *self, guint n_chars);
char *bul_replacement_dup_right (const BulReplacement *self, guint n_chars);

/* Returns: (transfer full) (element-type BulReplacement): the places of one line at which @with
 * makes a difference, or %NULL: %BUL_ERROR_REFUSED also where a line would not be one any more. */
GPtrArray *bul_replacer_list_in_block (
    BulFinder *finder, const BulScript *script, guint position, const char *with, GError **error);

/* Returns: the same for a story. @script: (nullable): key of the only script to look into. */
GPtrArray *bul_replacer_list (
    BulFinder *finder, const BulStory *story, const char *script, const char *with, GError **error);

/*
 * Replaces, as one step. @replacements (element-type BulReplacement) are in the order in which they
 * were listed. What is said about the words stays on them, as when they are typed over. %FALSE with
 * %BUL_ERROR_CONFLICT where a place does not read any more as it did; nothing is changed then.
 */
gboolean bul_replacer_apply (BulHistory *history, const GPtrArray *replacements, GError **error);

G_END_DECLS
