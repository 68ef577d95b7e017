/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-revision.h"
#include "bul-story.h"

G_BEGIN_DECLS

/* The last revision, or %NULL. */
const BulRevision *bul_past_get_last (const BulStory *story);

/* Whether the story is what its last revision's hash says, given the revision before. */
gboolean bul_past_is_proven (const BulStory *story);

/*
 * Takes back what the last revision changed, and the revision: the story is as it was before it.
 * FALSE, with %BUL_ERROR_DAMAGED, where its edits do not fit; the story is then of no use.
 */
gboolean bul_past_step_back (BulStory *story, GError **error);

/*
 * Returns: (transfer full): the story as it was at revision @number, proven by its hash. %NULL with
 * %BUL_ERROR_NOT_FOUND, or with %BUL_ERROR_DAMAGED where it cannot be proven.
 */
BulStory *bul_past_make (const BulStory *story, guint number, GError **error);

G_END_DECLS
