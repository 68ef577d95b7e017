/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-history.h"
#include "bul-store.h"

G_BEGIN_DECLS

/* A story of the library that may be another one in its other language.
 * @score: from 0 to 1, see bul_flow_counterpart_score() */
typedef struct
{
  BulStory *story;
  double score;
} BulFlowCounterpart;

void bul_flow_counterpart_free (BulFlowCounterpart *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BulFlowCounterpart, bul_flow_counterpart_free)

/* From this score on a story is worth to be shown as a counterpart. */
#define BUL_FLOW_COUNTERPART_LIKELY 0.4

/*
 * How much of either story is heard in the other, from 0 to 1. For each sentence the one of the
 * other language is looked for in which most of its numbers, names and words of the lexicon are
 * (bul-echo.h); what they have in common is added up and divided by what there is, on either side,
 * and the score is the harmonic mean of both. What stands in many sentences counts for little, so
 * that two stories of the same day about other things have little in common.
 *
 * 0 where one of them has no script in Korean, or the other none in English.
 */
double bul_flow_counterpart_score (const BulStory *story, const BulStory *other);

/*
 * The stories that may be @story in the language that it lacks: of the same day, in that one
 * language alone, and not of another house; with a score from %BUL_FLOW_COUNTERPART_LIKELY on.
 *
 * Returns: (transfer full) (element-type BulFlowCounterpart): the likeliest first; none where
 * @story has both languages, or no day. %NULL with an error where the library cannot be read.
 */
GPtrArray *bul_flow_counterparts (BulStore *store, const BulStory *story, GError **error);

/* As bul_counterpart_take(), and who has the same name in both languages is one speaker. */
gboolean bul_flow_counterpart_take (BulHistory *history, const BulStory *other, GError **error);

G_END_DECLS
