/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-history.h"
#include "bul-lexicon.h"

G_BEGIN_DECLS

/*
 * Pairs the sentences of a story's Korean and English script: what a person settled stays and
 * constrains the rest, which is paired anew. One step, or part of the one that is open, so that a
 * deed of bul-pairing.h and what follows from it are taken back together.
 *
 * A sentence is what is heard on air, and the headline; the name of who speaks is none.
 *
 * @lexicons: (nullable) (element-type BulLexicon): asked beside our own
 *
 * FALSE with %BUL_ERROR_REFUSED where the story lacks one of the scripts.
 */
gboolean bul_flow_pair (BulHistory *history, const GPtrArray *lexicons, GError **error);

G_END_DECLS
