/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-journal.h"
#include "bul-store.h"

G_BEGIN_DECLS

/*
 * Edits that are in no revision: someone else saved before them, or the program ended. A journal
 * stays until it is taken or dropped.
 */

/* Returns: (transfer full): the story as whoever wrote @journal had it; @base, where that is not
 * %NULL, gets the revision that they began from. Of a damaged journal, as far as it is proven. */
BulStory *bul_flow_make_version (const BulStory *story,
                                 const BulJournal *journal,
                                 BulStory **base,
                                 GError **error);

/*
 * Makes a new revision that reads as @journal has the story; the corrections and notices of both
 * stand in it. The journal goes with that. Returns: the number of the revision, or 0.
 */
guint
bul_flow_take_journal (BulStore *store, const BulJournal *journal, const char *by, GError **error);

/*
 * The same of edits that a window holds: @version is the story as it has them, on the revision that
 * they began from. @journal: (nullable): where they are kept meanwhile, if they are already, and go
 * with the revision.
 */
guint bul_flow_take_own (
    BulStore *store, const BulStory *version, const char *journal, const char *by, GError **error);

/* Takes edits that a window holds out of the library, if they are in it already. */
gboolean bul_flow_drop_own (BulStore *store, const char *journal, GError **error);

G_END_DECLS
