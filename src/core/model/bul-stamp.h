/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-record.h"

G_BEGIN_DECLS

typedef enum
{
  BUL_STAMP_ENTERED = 1,
  BUL_STAMP_MODIFIED,
  BUL_STAMP_PUBLISHED,
  BUL_STAMP_AIRED,
} BulStampKind;

extern const char *const bul_stamp_kind_words[];

/**
 * BulStamp:
 * @at: local time as printed, `YYYY-MM-DDTHH:MM` with `:SS` where seconds were printed, and
 *   `YYYY-MM-DD` where only a day was
 * @zone: (nullable): the zone as printed, such as `ET`
 * @block: (nullable): key of the block that prints it
 * @printed: the words that print it
 *
 * A time that the page gives of itself.
 */
typedef struct
{
  BulRecord record;

  BulStampKind kind;
  char *at;
  char *zone;
  char *block;
  char *printed;
} BulStamp;

extern const BulRecordType bul_stamp_type;

G_END_DECLS
