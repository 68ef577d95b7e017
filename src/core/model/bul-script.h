/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-block.h"

G_BEGIN_DECLS

typedef enum
{
  BUL_SCRIPT_ORIGINAL = 1,
  BUL_SCRIPT_TRANSLATION,
} BulScriptRole;

extern const char *const bul_script_role_words[];

/**
 * BulScript:
 * @key: local key, `k1` …
 * @language: `ko`, `en`; %NULL where it is not known
 * @blocks: (element-type BulBlock): its lines, in order
 *
 * One language version of a story.
 */
typedef struct
{
  BulRecord record;

  char *key;
  char *language;
  BulScriptRole role;
  GPtrArray *blocks;
} BulScript;

extern const BulRecordType bul_script_type;

BulScript *bul_script_new (const char *key, const char *language);

/* Returns: the block's place, or -1. */
int bul_script_find_block (const BulScript *self, const char *key);

/* How many lines both begin with, and how many after these both end with, told by their keys. */
void bul_script_match_ends (const BulScript *self,
                            const BulScript *other,
                            guint *n_first,
                            guint *n_last);

/* Returns: (nullable): the text of the first headline, borrowed. */
const char *bul_script_get_headline (const BulScript *self);

G_END_DECLS
