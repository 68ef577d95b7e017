/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-correction.h"
#include "bul-revision.h"
#include "bul-story.h"

G_BEGIN_DECLS

/* Words that read otherwise than they were aired. */
typedef struct
{
  char *script; /* key */
  char *block;  /* key; of a line that is gone, as it was */
  guint number; /* the line's place in its script now, from 1; 0: the line is gone */
  guint start;  /* of the words now, in code points of the line */
  guint end;
  char *was;        /* "": words that came */
  char *now;        /* "": words that went */
  char *correction; /* key of the correction that gives class and reason; NULL: it needs a reason */
} BulAiredChange;

/* The last revision that went on air, or %NULL. */
const BulRevision *bul_aired_get_revision (const BulStory *story);

/* Returns: (transfer full): the story as it was aired; %BUL_ERROR_NOT_FOUND where it never was. */
BulStory *bul_aired_make_story (const BulStory *story, GError **error);

/*
 * Returns: (transfer full) (element-type BulAiredChange): what differs from the text that was
 * aired, in the order of the story. A correction raised since then accounts for the change on which
 * it stands. %BUL_ERROR_NOT_FOUND where the story never was on air.
 */
GPtrArray *bul_aired_list_changes (const BulStory *story, GError **error);

/* How many of @changes need a reason. */
guint bul_aired_count_unreasoned (const GPtrArray *changes);

G_END_DECLS
