/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-segment.h"

G_BEGIN_DECLS

typedef enum
{
  BUL_LINK_AUTOMATIC = 1, /* the aligner's opinion, which may change whenever it is asked */
  BUL_LINK_CONFIRMED,     /* a person said that both sides say the same */
  BUL_LINK_STALE,         /* the words of a side changed since */
  BUL_LINK_REJECTED,      /* a person said that they do not */
} BulLinkState;

extern const char *const bul_link_state_words[];

/**
 * BulLink:
 * @key: local key, `l1` …
 * @confidence: (nullable): how sure the aligner was, from 0 to 1 with four digits: `0.9731`;
 * %NULL for what a person put together
 * @revision: the first revision of the story that holds what @by said; 0 where nobody said anything
 * @by, @at: who confirmed or rejected it last, and when
 * @segments: (element-type BulSegment): sentences that answer each other, Korean and English; one
 * language may be missing: what the translation left out or added
 * @korean, @english: (nullable): the words of either side as @by saw them
 *
 * Which sentences of a story's two scripts say the same. A story holds both languages as scripts of
 * its own, so that a link stays within one story and one revision counts for both sides.
 *
 * The state is bul_link_make_state() of the rest, always: a confirmed link whose words change is
 * stale, and if they are changed back it is confirmed again.
 */
typedef struct
{
  BulRecord record;

  char *key;
  BulLinkState state;
  char *confidence;
  guint revision;
  char *by;
  char *at;
  GPtrArray *segments;
  char *korean;
  char *english;
} BulLink;

extern const BulRecordType bul_link_type;

/* Returns: (transfer full): the words of one side, without the blanks around each segment; %NULL
 * where it has none. */
char *bul_link_dup_words (const BulLink *self, BulLanguage language);

/* The words of that side as they were when a person looked, borrowed; %NULL where there were none.
 */
const char *bul_link_get_checked (const BulLink *self, BulLanguage language);

/* Whether the words of that side are not those that a person saw. */
gboolean bul_link_is_changed (const BulLink *self, BulLanguage language);

/* What the state is, as the words are now. */
BulLinkState bul_link_make_state (const BulLink *self);

/* How many segments of that side still have their words. */
guint bul_link_count (const BulLink *self, BulLanguage language);

/* From 0 to 1; 1 where a person put the link together. */
double bul_link_get_confidence (const BulLink *self);

/* Returns: (transfer full): as the field holds it. */
char *bul_link_format_confidence (double confidence);

G_END_DECLS
