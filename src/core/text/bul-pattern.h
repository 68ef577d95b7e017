/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BulPatternFlags:
 * @BUL_PATTERN_WORD: whole words and whole numbers only: 27 is not in 127, 1,027 or 3.27; a
 * particle makes another word of it
 * @BUL_PATTERN_REGEX: the text is a regular expression of Perl's kind
 * @BUL_PATTERN_CASE: a and A are two letters
 * @BUL_PATTERN_PARTICLES: particles are told from the word: with %BUL_PATTERN_WORD a word is found
 * whatever particle follows it; where the word is replaced the particle takes the form that fits
 */
typedef enum
{
  BUL_PATTERN_WORD = 1 << 0,
  BUL_PATTERN_REGEX = 1 << 1,
  BUL_PATTERN_CASE = 1 << 2,
  BUL_PATTERN_PARTICLES = 1 << 3,
} BulPatternFlags;

/**
 * BulPatternMatch:
 * @start: where the words begin that were found
 * @particle_start: the particle after them whose form depends on them; empty where there is none
 * @with: (nullable): what is to come for the words; %NULL where that was not asked
 * @particle: (nullable): what is to come for the particle; %NULL where it stays as it is
 *
 * All in code points, ends exclusive.
 */
typedef struct
{
  guint start;
  guint end;
  guint particle_start;
  guint particle_end;
  char *with;
  char *particle;
} BulPatternMatch;

/*
 * What is looked for in a text. Letters and syllables are the same however they are put together
 * (NFC, NFD), and in either case where nothing else is said.
 */
typedef struct _BulPattern BulPattern;

/* %NULL with %BUL_ERROR_INVALID for a regular expression that is none, and for no text at all. */
BulPattern *bul_pattern_new (const char *text, BulPatternFlags flags, GError **error);
void bul_pattern_free (BulPattern *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BulPattern, bul_pattern_free)

/* Whether @with can replace what is found: for a regular expression it may refer to groups, by \1
 * or \g<name>. */
gboolean bul_pattern_check_replacement (const BulPattern *self, const char *with, GError **error);

/**
 * bul_pattern_list:
 * @text: valid UTF-8, one line
 * @with: (nullable): what is to come for what is found
 *
 * A regular expression may take so many steps and no more: %BUL_ERROR_REFUSED.
 *
 * Returns: (transfer full) (element-type BulPatternMatch): what is found, from left to right, none
 * over another, none empty
 */
GArray *
bul_pattern_list (const BulPattern *self, const char *text, const char *with, GError **error);

G_END_DECLS
