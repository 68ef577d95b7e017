/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-search-document-private.h"

G_BEGIN_DECLS

/*
 * The search tables, kept beside the stories in the same transactions, but for stories that are put
 * off: see bul-search-outdated-private.h. A library whose tables hold
 * tokens of another version than ours is saved to without them, and they are made anew later.
 */

/*
 * What the tables hold of a story that is about to change, row 0 for a new one. @before: (out)
 * (transfer full) (nullable): to be handed to bul_search_table_update() once it has changed
 */
gboolean
bul_search_table_prepare (BulDb *db, gint64 story, BulSearchDocument **before, GError **error);

/*
 * Puts in what the story reads now, in the place of @before. @waiting: (nullable) (element-type
 * BulSearchDocument): gets a story that is new instead, to be written with others in the same
 * transaction: FTS5 keeps in memory only what comes in the order of docids.
 */
gboolean bul_search_table_update (
    BulDb *db, gint64 story, const BulSearchDocument *before, GPtrArray *waiting, GError **error);

/* Keeps what the tables hold of a story that is about to change, so that it can be brought up to
 * date in a later transaction. @is_put_off: (out): FALSE for one that they do not hold, which can
 * not */
gboolean bul_search_table_put_off (BulDb *db, gint64 story, gboolean *is_put_off, GError **error);

/* Puts in what one of the stories that were put off reads now. @left: (out): whether there was any
 */
gboolean bul_search_table_bring_up (BulDb *db, gboolean *left, GError **error);

GPtrArray *bul_search_table_make_waiting (void);
gboolean bul_search_table_write_waiting (BulDb *db, GPtrArray *waiting, GError **error);

/* Puts in the next story that is missing, from those after row @upto on, which moves on to it.
 * @found: (out): whether there was any left to look at. */
gboolean bul_search_table_fill (
    BulDb *db, gint64 *upto, gboolean *found, GPtrArray *waiting, GError **error);

/* Every story is in the tables, but they are in more pieces than they need to be. */
#define BUL_SEARCH_TABLE_FULL (G_MAXINT64 - 1)

/* How far the tables are filled: at least BUL_SEARCH_TABLE_FULL where every story is in them, -1
 * where what they hold is no use. */
gboolean bul_search_table_get_progress (BulDb *db, gint64 *upto, GError **error);
gboolean bul_search_table_set_progress (BulDb *db, gint64 upto, GError **error);

/* Says that the pieces of which they are made are to become one. */
gboolean bul_search_table_start_merge (BulDb *db, GError **error);

/* Puts some of them together. @left: (out): whether there is more to do */
gboolean bul_search_table_merge (BulDb *db, gboolean *left, GError **error);

/* Says that what they hold is no use. */
gboolean bul_search_table_give_up (BulDb *db, GError **error);

/* Takes some of what is in them out. @left: (out): whether there is more; else they are of use
 * again, and nothing is in them. */
gboolean bul_search_table_clear (BulDb *db, gboolean *left, GError **error);

G_END_DECLS
