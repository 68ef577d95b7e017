/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-db-private.h"
#include "bul-journal.h"

G_BEGIN_DECLS

/* The rows of a journal. All are called inside a transaction. */

/*
 * Brings the rows of @journal up to date; @story is the story's row, @mark its writer's. One that
 * holds nothing goes. %BUL_ERROR_CONFLICT where the library does not have the steps that it goes on
 * from.
 */
gboolean bul_journal_table_write (
    BulDb *db, const BulJournal *journal, gint64 story, guint mark, GError **error);

/* Whether there was one or not. */
gboolean bul_journal_table_remove (BulDb *db, const char *uuid, GError **error);

/* The mark of the journal @uuid; 0 where there is none. */
gboolean bul_journal_table_get_mark (BulDb *db, const char *uuid, guint *mark, GError **error);

/*
 * Returns: (transfer full) (element-type BulJournal): the journals of story @uid, or of all for
 * %NULL, the newest first; @marks gets the mark of each, as guint. Where a byte was changed, steps
 * are read as far as they are proven.
 */
GPtrArray *bul_journal_table_load (BulDb *db, const char *uid, GArray *marks, GError **error);

G_END_DECLS
