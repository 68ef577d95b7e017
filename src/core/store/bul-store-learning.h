/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-store.h"
#include "bul-tie.h"

G_BEGIN_DECLS

/*
 * What the memory teaches of words: for each Korean and English word in how many of its entries
 * both stand. What an entry says is added when it is kept, and taken off when it is withdrawn or
 * forgotten, some entries at a time.
 */

/**
 * BulLesson:
 * @memory: number of the entry
 * @is_kept: whether it is to be learned, or else to be forgotten again
 * @ties: (nullable) (element-type BulTie): what it says; the store asks for nothing but words and
 * mass
 */
typedef struct
{
  gint64 memory;
  gboolean is_kept;
  char *korean;
  char *english;
  GPtrArray *ties;
} BulLesson;

void bul_lesson_free (BulLesson *self);

/* Gives up what was counted by another version of the reading, and counts by @version from now on.
 */
gboolean bul_store_start_learning (BulStore *self, guint version, GError **error);

/* Whether there is something to learn; cheap. FALSE as well where that cannot be told. */
gboolean bul_store_has_lessons (BulStore *self);

/* Returns: (transfer full) (element-type BulLesson): at most @n entries of which the counts do not
 * know yet, without ties, the oldest first; or %NULL */
GPtrArray *bul_store_list_lessons (BulStore *self, guint n, GError **error);

/* Adds or takes off what @lessons (element-type BulLesson) say, in one transaction. One that
 * somebody else has taken meanwhile is passed over. */
gboolean bul_store_learn (BulStore *self, const GPtrArray *lessons, GError **error);

/* Returns: (transfer full) (element-type BulTie): those of which enough was said to matter, sorted;
 * or %NULL */
GPtrArray *bul_store_list_ties (BulStore *self, GError **error);

G_END_DECLS
