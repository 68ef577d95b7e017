/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-record.h"

G_BEGIN_DECLS

typedef enum
{
  BUL_CHANGE_ACCEPTED = 1,
  BUL_CHANGE_REJECTED,
} BulChangeState;

extern const char *const bul_change_state_words[];

/**
 * BulChange:
 * @key: local key, `h1` …
 * @base: number of the revision from which the change was measured
 * @block: key of the block, which may be gone since
 * @was: the words of the base; "" for words that came
 * @now: the words that stood there instead when somebody looked; "" for words that went
 *
 * What became of a change: an entry of a ledger from which nothing is ever taken. A change is
 * reviewed as long as it is what it was then.
 */
typedef struct
{
  BulRecord record;

  char *key;
  guint base;
  char *block;
  BulChangeState state;
  char *by;
  char *at;
  char *was;
  char *now;
} BulChange;

extern const BulRecordType bul_change_type;

G_END_DECLS
