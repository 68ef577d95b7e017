/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-finding.h"
#include "bul-story.h"

G_BEGIN_DECLS

/* One script that is looked at, and what was found so far. */
typedef struct
{
  const BulStory *story;
  const BulScript *script;
  GPtrArray *findings; /* of BulFinding */
  gsize n_searched;    /* bytes, so far */
} BulCheck;

const BulBlock *bul_check_get_block (const BulCheck *self, guint i);

/* Tells @code of block @i, at the words of @range; empty: of all of it. */
void bul_check_tell (BulCheck *self, guint i, const char *code, BulRange range);

/* The same for the @length bytes at @start of the block's text. */
void
bul_check_tell_bytes (BulCheck *self, guint i, const char *code, const char *start, gsize length);

/* Before @n_bytes are searched: whether that may still be done. No real script comes near the end
 * of it, and one made to take for ever ends there. */
gboolean bul_check_may_search (BulCheck *self, gsize n_bytes);

/* The checks; each looks at the whole script. */
void bul_check_lines (BulCheck *self);
void bul_check_copy (BulCheck *self);
void bul_check_dates (BulCheck *self);
void bul_check_names (BulCheck *self);
void bul_check_words (BulCheck *self);

G_END_DECLS
