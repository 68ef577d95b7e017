/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-link.h"
#include "bul-story.h"

G_BEGIN_DECLS

/**
 * BulSentences:
 * @segments: (element-type BulSegment): the sentences of one script, in order; those of settled
 * pairs as they are, cut out of the text around them
 * @links: (element-type BulLink): for each the settled pair that it belongs to, or %NULL
 */
typedef struct
{
  GPtrArray *segments;
  GPtrArray *links;
} BulSentences;

BulSentences *bul_sentences_new (const BulStory *story, const BulScript *script);
void bul_sentences_free (BulSentences *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BulSentences, bul_sentences_free)

/* Returns: (transfer full): the words of each, in one line. */
GStrv bul_sentences_dup_words (const BulSentences *self);

/* The place of the sentence that is exactly @segment and belongs to no settled pair, or -1. */
int bul_sentences_find (const BulSentences *self, const BulSegment *segment);

G_END_DECLS
