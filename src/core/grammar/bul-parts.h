/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-block.h"
#include "bul-range.h"

G_BEGIN_DECLS

/* One voice named in an attribution; either range may be empty (no name: a role only). */
typedef struct
{
  BulRange name;
  BulRange title;
} BulPartsSpeaker;

/* One production credit: a role and the names that stand after it. */
typedef struct
{
  BulRange role;
  GArray *names; /* of BulRange */
} BulPartsCredit;

/**
 * BulParts:
 *
 * The parts of one block, as ranges into its text: found again after each edit, never stored. A
 * part that is not there is an empty range or an empty array. Where one range must be read as text,
 * bul_parts_dup() copies it.
 */
typedef struct
{
  BulRange marker;      /* section or bite label that shares the block with words */
  GArray *speakers;     /* of BulPartsSpeaker: bite and turn */
  GArray *details;      /* of BulRange: slash fields after the title, in order */
  BulRange attribution; /* bite: from its opening bracket or label to its colon, inclusive; or
                         * behind the words, with both brackets */
  BulRange quote;       /* bite: words between the outer quote marks, or all the words */
  BulRange reporter; /* handoff, signoff; from the first name to the last where it names several */
  BulRange broadcaster; /* signoff */
  BulRange place;       /* handoff, signoff */
  GArray *credits;      /* of BulPartsCredit: credits */
} BulParts;

/* Returns: (transfer full): the parts of a block of @kind that reads @text. */
BulParts *bul_parts_new (BulBlockKind kind, const char *text);
void bul_parts_free (BulParts *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BulParts, bul_parts_free)

/* Returns: (transfer full) (element-type BulRange): each name of the reporters of @text. */
GArray *bul_parts_list_reporters (const BulParts *self, const char *text);

/* Returns: (transfer full) (nullable): the words of @range in @text, %NULL where it is empty. */
char *bul_parts_dup (const char *text, BulRange range);

G_END_DECLS
