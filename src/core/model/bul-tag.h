/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-record.h"

G_BEGIN_DECLS

/**
 * BulTag:
 * @key: local key, `t1` …
 * @code: of the concept, as prefix:name
 * @spans: (element-type BulSpan): the words; none where it is on the whole story
 *
 * A concept put on a story or on words of it, by whom and when.
 */
typedef struct
{
  BulRecord record;

  char *key;
  char *code;
  char *by;
  char *at;
  GPtrArray *spans;
} BulTag;

extern const BulRecordType bul_tag_type;

G_END_DECLS
