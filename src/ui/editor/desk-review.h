/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-corrector.h"
#include "bul-tracked.h"
#include "desk-buffer.h"

G_BEGIN_DECLS

/* A change of the script that is shown, where it is told of: a line that went is told of at the end
 * of the one before it. */
typedef struct
{
  guint line;  /* of the buffer */
  guint start; /* of the words that came, in code points of the line's block */
  guint end;
  BulTracked *change;
} DeskReviewItem;

/* Returns: (transfer full) (element-type DeskReviewItem): the changes that nobody accepted, in the
 * order of the text. Their reviews are valid until the next edit. */
GArray *desk_review_list (DeskBuffer *buffer);

/* Returns: (transfer full) (element-type DeskReviewItem): those of which no correction says why. */
GArray *desk_review_list_unreasoned (DeskBuffer *buffer);

/* How many of @items begin before the place, or at it. */
guint desk_review_count_to (const GArray *items, guint line, guint offset);

/* The first of @items that touches the words between two places of one line; -1: none. */
int desk_review_find (const GArray *items, guint line, guint start, guint end);

/*
 * What to raise a correction on: the words that came, with a neighbour where none came or none
 * went; of a line that went, the end of the one before it. @passage is where they stand, its block
 * borrowed from the story. Returns: (transfer full) (nullable): what they read before; %NULL where
 * there is nothing beside them.
 */
char *desk_review_dup_was (DeskBuffer *buffer, const DeskReviewItem *item, BulPassage *passage);

G_END_DECLS
