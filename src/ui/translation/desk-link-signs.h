/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-pairs.h"

G_BEGIN_DECLS

/* How a pair is shown, and told. */
typedef enum
{
  DESK_LINK_CONFIRMED,
  DESK_LINK_AUTOMATIC,
  DESK_LINK_DOUBTFUL,
  DESK_LINK_STALE,
  DESK_LINK_ALONE, /* automatic: one language has nothing that answers */
  DESK_LINK_ALONE_CONFIRMED,
} DeskLinkLook;

DeskLinkLook desk_link_signs_get_look (const BulLink *link);

/* The sides that still have words. */
gboolean desk_link_signs_has (const BulLink *link, BulLanguage language);

/* Returns: (transfer full): what the pair is, in words: “doubtful, 41 %”. */
char *desk_link_signs_dup_words (const BulStory *story, const BulLink *link);

/* Whether the pair's one sentence stands beside a line that is still to be written. */
gboolean desk_link_signs_is_unwritten (const BulStory *story, const BulLink *link);

/* Whether somebody has to look at it still: it is stale or doubtful. */
gboolean desk_link_signs_is_open (const BulLink *link);

G_END_DECLS
