/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-story.h"

G_BEGIN_DECLS

/*
 * What there is to look at in a story: what bul_checker_find() says of its lines, and the facts
 * that its two languages do not say alike. See bul-flow-parity.h for these with all that is known
 * of them. First what is about the whole, then script by script, by line.
 *
 * @lexicons: (nullable) (element-type BulLexicon): asked beside our own, see
 * bul_flow_pair_read_lexicons(); their terms are to be kept
 *
 * Returns: (transfer full) (element-type BulFinding)
 */
GPtrArray *bul_flow_findings (const BulStory *story, const GPtrArray *lexicons);

G_END_DECLS
