/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-pairs.h"

G_BEGIN_DECLS

/*
 * Sentences of two languages on their way to a story: each becomes a line of the script of its
 * language, and its links say which of them answer each other.
 */
typedef struct _BulBitext BulBitext;

/* @original: the language that was translated from. */
BulBitext *bul_bitext_new (BulLanguage original);
void bul_bitext_free (BulBitext *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BulBitext, bul_bitext_free)

/* @text may stand in a block; @line: of the source, or 0. Returns: the sentence, for a link. */
BulSegment *
bul_bitext_add_sentence (BulBitext *self, BulLanguage language, const char *text, guint line);

/* Adds an automatic link of @segments (element-type BulSegment), which are copied; @confidence:
 * (nullable): as in BulLink. Returns: its key, borrowed. */
const char *
bul_bitext_add_link (BulBitext *self, const GPtrArray *segments, const char *confidence);

/* Returns: (transfer full): the story, once. A language without sentences has no script. */
BulStory *bul_bitext_finish (BulBitext *self);

G_END_DECLS
