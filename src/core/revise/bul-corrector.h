/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-correction.h"
#include "bul-history.h"

G_BEGIN_DECLS

/* Words of a story: @block is a key, the offsets count code points. */
typedef struct
{
  const char *block;
  guint at;
  guint n_chars;
} BulPassage;

/*
 * Finds the one place where the story reads @was. @number is a block's place in its script counted
 * from 1, or 0 for all. Whole words and whole numbers come first: 27 is not found in 127 while 27
 * itself stands somewhere. Refused with %BUL_ERROR_NOT_FOUND, or %BUL_ERROR_AMBIGUOUS naming the
 * places.
 * @passage->block is borrowed from @story.
 */
gboolean bul_corrector_find (
    const BulStory *story, const char *was, guint number, BulPassage *passage, GError **error);

/* What a person says of an error; all strings borrowed. */
typedef struct
{
  BulPassage passage; /* the words as they stand: they read @was, or already @now */
  const char *was;
  const char *now;
  BulClass error_class;
  BulWeight weight;    /* 0: changes the meaning */
  BulFoundBy found_by; /* 0: the newsroom */
  const char *reason;
  const char *by;
} BulCorrectionDraft;

/*
 * Raises a correction, as one step: the words are put right where they are not yet, the record is
 * added, and a notice with its texts in Korean and English for the page and for the air. Where the
 * same words were wrong elsewhere in the story, the record names the first correction of them.
 *
 * Returns: (transfer full): the correction's key; %NULL where it was refused, and nothing is
 * changed.
 */
char *bul_corrector_raise (BulHistory *history, const BulCorrectionDraft *draft, GError **error);

G_END_DECLS
