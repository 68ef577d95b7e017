/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-record.h"

G_BEGIN_DECLS

/**
 * BulDismissal:
 * @key: local key, `d1` …
 * @on: (nullable): key of the block; %NULL for what was found of the whole
 * @code: of the finding; `checked` where nothing was found wrong with the line
 * @by: (nullable): who looked at it
 * @at: (nullable): ISO 8601 with offset
 * @quote: the words of the block as they stood; empty for the whole
 *
 * Someone looked at a finding and left things as they are. It holds as long as the block reads what
 * it read then.
 */
typedef struct
{
  BulRecord record;

  char *key;
  char *on;
  char *code;
  char *by;
  char *at;
  char *quote;
} BulDismissal;

extern const BulRecordType bul_dismissal_type;

G_END_DECLS
