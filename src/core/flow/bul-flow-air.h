/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-corrector.h"
#include "bul-store.h"

G_BEGIN_DECLS

/*
 * Saves the story as a revision that is marked as what went on air, and is never written over.
 * @at: (nullable): when it did, ISO 8601 with offset. Returns: its number, or 0;
 * %BUL_ERROR_REFUSED where the story is as it was aired already and no other time is given.
 */
guint
bul_flow_air (BulStore *store, const char *uid, const char *at, const char *by, GError **error);

/* What comes to a story that goes on air, but for the mark of its revision. */
gboolean bul_flow_set_aired (BulHistory *history, GError **error);

/*
 * The words to raise a correction on: a change since the story was aired that reads @now for @was
 * and needs a reason; else where it reads @was, as bul_corrector_find() tells.
 */
gboolean bul_flow_find_passage (const BulStory *story,
                                const char *was,
                                const char *now,
                                guint number,
                                BulPassage *passage,
                                GError **error);

G_END_DECLS
