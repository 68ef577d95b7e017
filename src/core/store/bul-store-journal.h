/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-journal.h"
#include "bul-store.h"

G_BEGIN_DECLS

/*
 * Keeps what was done to a story since a revision, as bul_history_make_journal() gives it: one
 * small transaction, durable when it returns, that adds only what is new. A story may have several
 * journals, each of another writer or of another base; none of them goes but by
 * bul_store_save_journaled() and bul_store_drop_journal().
 *
 * %BUL_ERROR_CONFLICT, and nothing is changed: the library does not have the steps that it goes on
 * from, or another program writes it; then tell the history, and the next is whole.
 * %BUL_ERROR_NOT_FOUND: the story is gone, or never had the revision that the edits were made from.
 */
gboolean bul_store_write_journal (BulStore *self, const BulJournal *journal, GError **error);

/*
 * Returns: (transfer full) (element-type BulJournal): the journals of the story, or of all stories
 * for %NULL, the newest first.
 */
GPtrArray *bul_store_load_journals (BulStore *self, const char *uid, GError **error);

/* Takes a journal away, with all that it holds. %BUL_ERROR_NOT_FOUND where there is none. */
gboolean bul_store_drop_journal (BulStore *self, const char *uuid, GError **error);

G_END_DECLS
