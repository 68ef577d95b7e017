/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-edit.h"
#include "bul-story.h"

G_BEGIN_DECLS

/*
 * Keeps spans on their words. After @edit was applied, tells the edits that it entails: the new
 * `spans` of each annotation, tag and correction that stands in the block, and what a correction
 * now reads; the new `segments` of each link, and whether it is stale.
 *
 * Words typed at either edge of a span stay outside, but a segment is a sentence: it takes in what
 * goes on from it. Words taken out shrink it; a span without
 * words becomes an orphan and keeps its quote. Words put in where words were taken out by the same
 * edit are a replacement: a span that held any of the old words holds the new ones. A split or a
 * join moves spans to the block where their words are; a span across a split becomes two. The
 * dismissals of a block that is gone go with it: what it read will not be read again.
 *
 * Returns: (transfer full) (element-type BulEdit): in the order in which they are to be applied.
 */
GPtrArray *bul_spans_follow (const BulStory *story, const BulEdit *edit);

G_END_DECLS
