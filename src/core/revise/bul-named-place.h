/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  BUL_NAMED_HEAD = 1, /* tells who is heard: it always changes with the speaker */
  BUL_NAMED_WORDS,    /* in a sentence, where another may be meant */
  BUL_NAMED_QUOTE,    /* in what somebody said */
} BulNamedSort;

/**
 * BulNamedPlace:
 * @block: key
 * @number: the block's place in its script, from 1
 * @at: in code points, where @was stands and @now will
 * @particle_at: where @particle_was stands, which must then read @particle_now; %NULL where none
 * changes
 *
 * A place in the text that names a speaker.
 */
typedef struct
{
  BulNamedSort sort;
  char *block;
  guint number;
  guint at;
  char *was;
  char *now;
  guint particle_at;
  const char *particle_was;
  const char *particle_now;
} BulNamedPlace;

/* Whether @place changes with the speaker without being asked about. */
static inline gboolean
bul_named_place_is_head (const BulNamedPlace *place)
{
  return place->sort == BUL_NAMED_HEAD;
}

G_END_DECLS
