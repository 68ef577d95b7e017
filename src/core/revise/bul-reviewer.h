/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-history.h"
#include "bul-tracked.h"

G_BEGIN_DECLS

/*
 * Says of @changes (element-type BulTracked), as bul_tracked_list() gave them for the story as it
 * is, that they are right: they enter the ledger, and the text stays. One step. Those that were
 * accepted already are passed over. @base: the revision from which they were counted.
 */
gboolean bul_reviewer_accept (
    BulHistory *history, guint base, const GPtrArray *changes, const char *by, GError **error);

/*
 * Puts the words of @base back in the place of @change, and enters that in the ledger. One step. A
 * line that is gone comes back after the line before it. %BUL_ERROR_REFUSED where it has no place
 * any more.
 */
gboolean bul_reviewer_reject (BulHistory *history,
                              const BulStory *base,
                              const BulTracked *change,
                              const char *by,
                              GError **error);

G_END_DECLS
