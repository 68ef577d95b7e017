/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-history.h"
#include "bul-lexicon.h"
#include "bul-store.h"

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

/*
 * What that would do, as proposals for bul_proposals_take(), which may be done where the story is
 * still the same. Any thread may ask, of a story that nobody changes meanwhile.
 *
 * Returns: (transfer full) (element-type BulLink), or %NULL
 */
GPtrArray *bul_flow_pair_propose (const BulStory *story, const GPtrArray *lexicons, GError **error);

/*
 * Returns: (transfer full) (element-type BulLexicon): what is asked beside our own lexicon of news:
 * @dictionary, a file of a user's own, where one is named; the terms of @store, and what its
 * confirmed pairs taught, unless it is %NULL. %NULL with an error that names the file.
 */
GPtrArray *bul_flow_pair_read_lexicons (BulStore *store, const char *dictionary, GError **error);

G_END_DECLS
