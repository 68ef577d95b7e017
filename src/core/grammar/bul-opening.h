/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-look.h"

G_BEGIN_DECLS

/*
 * How a script opens, by which its second copy is known: hashes of its headline and of its first
 * words, 0 where there are none yet. A plain value.
 */
typedef struct
{
  guint32 first;     /* the first paragraph */
  guint32 first_few; /* the same of fewer words */
  guint32 second;    /* the second paragraph */
  guint32 headline;
} BulOpening;

/* Notes a line that is read on air. */
void bul_opening_note (BulOpening *self, const BulLook *line);

/*
 * Whether a second copy begins at @line. It begins as the first does, with its headline, its times
 * or its first mark before that.
 *
 * @closed: whether the script is over; before that it takes more to be sure
 */
gboolean bul_opening_is_repeated (const BulOpening *self,
                                  gboolean closed,
                                  const BulLook *line,
                                  const BulLook *next,
                                  const BulLook *after_next);

gboolean bul_opening_equal (const BulOpening *a, const BulOpening *b);

/* Whether the same of the two is known. */
gboolean bul_opening_is_as_far (const BulOpening *a, const BulOpening *b);

/* Whether @look may be a line of a second copy of the one and not of the other. */
gboolean bul_opening_is_of_one (const BulOpening *a, const BulOpening *b, const BulLook *look);

/* What becomes of @instead where @before becomes @after. */
BulOpening
bul_opening_carry (const BulOpening *before, const BulOpening *after, const BulOpening *instead);

G_END_DECLS
