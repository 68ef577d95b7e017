/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-range.h"

G_BEGIN_DECLS

/**
 * BulFinding:
 * @line: of the source, from 1; 0 for the whole, or for a line that was made later
 * @code: stable and short, such as `quote-not-closed`
 * @message: for people
 * @block: (nullable): key of the block, where it was found in a story; %NULL for the whole
 * @number: the block's place in its script, from 1; 0 for the whole
 * @range: the words of the block that it is about; empty where it is about all of them
 * @dismissed: whether someone left it as it is
 *
 * What reading or a check noticed. Made again each time, never saved.
 */
typedef struct
{
  guint line;
  char *code;
  char *message;
  char *block;
  guint number;
  BulRange range;
  gboolean dismissed;
} BulFinding;

BulFinding *bul_finding_new (guint line, const char *code, const char *message);
void bul_finding_free (BulFinding *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BulFinding, bul_finding_free)

G_END_DECLS
