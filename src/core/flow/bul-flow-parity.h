/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-fact.h"
#include "bul-history.h"
#include "bul-link.h"
#include "bul-story.h"

G_BEGIN_DECLS

/* The words of a line that say a fact. @block: its key; %NULL where the side has none. */
typedef struct
{
  char *block;
  BulRange range;
  char *text;
} BulFlowPlace;

/**
 * BulFlowFact:
 * @kind: of what sort
 * @link: (nullable): key of the pair; %NULL for a sentence that is in none
 * @side: the language that says it; where the two say something else, Korean
 * @agrees: whether both sides say it, so that there is nothing to do
 * @dismissed: whether someone left it as it is
 * @korean, @english: where it stands on either side
 * @proposal: (nullable): what could stand in the place of @english, so that it says what the Korean
 * says
 * @wanted: (nullable): of a term: what it is to be called on the other side
 * @code: in bul-finding-codes.h, borrowed
 * @message: what is to be said of it, for people
 *
 * A fact of a pair: what both languages of a story have to say alike.
 */
typedef struct
{
  BulFactKind kind;
  char *link;
  BulLanguage side;
  gboolean agrees;
  gboolean dismissed;
  BulFlowPlace korean;
  BulFlowPlace english;
  char *proposal;
  char *wanted;
  const char *code;
  char *message;
} BulFlowFact;

void bul_flow_fact_free (BulFlowFact *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BulFlowFact, bul_flow_fact_free)

/*
 * What the two languages of a story say alike of the facts, pair by pair, and what they do not;
 * also sentences of pairs with one side. Made anew from the text as it stands, in the order of
 * bul_pairs_list(). Nothing is said of a link that a person confirmed as left out or added.
 *
 * @lexicons: (nullable) (element-type BulLexicon): asked beside our own
 *
 * Returns: (transfer full) (element-type BulFlowFact)
 */
GPtrArray *bul_flow_parity (const BulStory *story, const GPtrArray *lexicons);

/* The same of one pair: what changes while it is typed. */
GPtrArray *
bul_flow_parity_of (const BulStory *story, const BulLink *link, const GPtrArray *lexicons);

/* Whether it is to be shown as something to look at: it differs, and nobody left it so. */
gboolean bul_flow_fact_is_open (const BulFlowFact *self);

/* Says that it is right as it is; holds until a line that it stands in changes. One step. */
gboolean bul_flow_parity_dismiss (BulHistory *history,
                                  const BulFlowFact *fact,
                                  const char *by,
                                  GError **error);

G_END_DECLS
