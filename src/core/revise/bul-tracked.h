/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-block.h"
#include "bul-change.h"
#include "bul-story.h"

G_BEGIN_DECLS

/* Words that read otherwise than in the version from which changes are counted. */
typedef struct
{
  char *script; /* key */
  char *block;  /* key; of a line that is gone, as it was */
  guint number; /* the line's place in its script now, from 1; 0: the line is gone */
  guint start;  /* of the words now, in code points of the line */
  guint end;
  char *was;        /* "": words that came */
  char *now;        /* "": words that went */
  char *correction; /* key of the correction that gives class and reason, or NULL */
  const BulChange
      *review; /* of the story: somebody accepted it, and it is the same still; or NULL */
} BulTracked;

/*
 * Returns: (transfer full) (element-type BulTracked): what differs between @base, the story as it
 * was at that revision (see bul_history_make_past() and bul_relined_take()), and @story, in the
 * order of the story. A correction raised since then accounts for the change on which it stands.
 * @story must outlive what is returned.
 */
GPtrArray *bul_tracked_list (const BulStory *base, const BulStory *story);

/*
 * Returns: (transfer full) (element-type BulTracked): the same of one line, from left to right.
 * @was: (nullable): as it was in @base, %NULL for a line that came; @now: (nullable): %NULL for one
 * that went; @script: key; @number: the line's place in it now, 0 where it went.
 */
GPtrArray *bul_tracked_list_in_line (const BulStory *base,
                                     const BulBlock *was,
                                     const BulStory *story,
                                     const char *script,
                                     const BulBlock *now,
                                     guint number);

void bul_tracked_free (gpointer change);

/* How many of @changes need a reason, and how many nobody has accepted. */
guint bul_tracked_count_unreasoned (const GPtrArray *changes);
guint bul_tracked_count_unreviewed (const GPtrArray *changes);

G_END_DECLS
