/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-revision.h"
#include "bul-story.h"
#include "bul-tracked.h"

G_BEGIN_DECLS

/* The last revision that went on air, or %NULL. */
const BulRevision *bul_aired_get_revision (const BulStory *story);

/*
 * The revision from which changes are counted: what was aired, and before air the first. 0 for a
 * story without revisions.
 */
guint bul_aired_get_base (const BulStory *story);

/* Returns: (transfer full): the story as it was aired; %BUL_ERROR_NOT_FOUND where it never was. */
BulStory *bul_aired_make_story (const BulStory *story, GError **error);

/*
 * Returns: (transfer full) (element-type BulTracked): what differs from the text that was aired.
 * %BUL_ERROR_NOT_FOUND where the story never was on air.
 */
GPtrArray *bul_aired_list_changes (const BulStory *story, GError **error);

G_END_DECLS
