/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-pattern.h"
#include "bul-range.h"
#include "bul-story.h"

G_BEGIN_DECLS

/*
 * Looks for a pattern in the lines of a story, one line at a time, so that whoever asks may rest
 * in between. What the story does not read any more is not found. All the time that it takes is
 * counted: a regular expression that needs too much of it is given up.
 */
typedef struct _BulFinder BulFinder;

/* @pattern: (transfer full) */
BulFinder *bul_finder_new (BulPattern *pattern);
void bul_finder_free (BulFinder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BulFinder, bul_finder_free)

const BulPattern *bul_finder_get_pattern (const BulFinder *self);

/* Forgets how much time it took so far. */
void bul_finder_rest (BulFinder *self);

/* Returns: (transfer full) (element-type BulPatternMatch): as bul_pattern_list(); %NULL with
 * %BUL_ERROR_REFUSED where it takes too long. */
GArray *bul_finder_look (BulFinder *self, const BulBlock *block, const char *with, GError **error);

/* Words that were found. */
typedef struct
{
  const BulScript *script; /* borrowed, as is the block, until the next edit */
  const BulBlock *block;
  guint number; /* the block's place in its script, from 1 */
  BulRange range;
} BulHit;

/* Returns: (transfer full) (element-type BulHit): in the order of the story. @script: (nullable):
 * key of the only script to look into. */
GArray *
bul_finder_list (BulFinder *self, const BulStory *story, const char *script, GError **error);

G_END_DECLS
