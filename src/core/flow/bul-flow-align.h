/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-aligner.h"

G_BEGIN_DECLS

/* What is taken for a sentence of a file. */
typedef enum
{
  BUL_FLOW_CUT_SENTENCES, /* as the languages end them; each line ends one as well */
  BUL_FLOW_CUT_LINES,     /* each line that is not blank */
} BulFlowCut;

/**
 * BulFlowAlignment:
 * @korean, @english: the sentences of both texts, in normal form, without the blanks around them
 * @links: (element-type BulAlignedLink): in the order of the texts; each sentence is in one of them
 */
typedef struct
{
  GStrv korean;
  GStrv english;
  GPtrArray *links;
} BulFlowAlignment;

void bul_flow_alignment_free (BulFlowAlignment *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BulFlowAlignment, bul_flow_alignment_free)

/*
 * Reads two texts and finds which sentences of them say the same. Nothing is kept.
 *
 * @korean_path, @english_path: one of them may be “-”, standard input; @encoding: (nullable): of
 * both, %NULL to find out; @lexicons: (nullable) (element-type BulLexicon): asked beside our own,
 * see bul_flow_pair_read_lexicons(). Errors name the file, say what is safe and what to do;
 * %BUL_ERROR_REFUSED where each text is in the other's language.
 */
BulFlowAlignment *bul_flow_align_files (const char *korean_path,
                                        const char *english_path,
                                        BulFlowCut cut,
                                        const char *encoding,
                                        const GPtrArray *lexicons,
                                        GError **error);

/*
 * Returns: (transfer full): the pairs as a file for translators, in @format (`tmx`, `xliff12`,
 * `xliff2`): the same for the same sentences, always. %NULL with %BUL_ERROR_REFUSED where there are
 * no sentences.
 */
GBytes *bul_flow_align_export (const BulFlowAlignment *self, const char *format, GError **error);

G_END_DECLS
