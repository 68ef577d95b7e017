/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-query.h"
#include "bul-store.h"

G_BEGIN_DECLS

/*
 * A query as it is asked of a library, on the thread of its store. What it takes long for can be
 * cancelled: G_IO_ERROR_CANCELLED. Dates of stories are in the order of hits: the newest first.
 */
typedef struct _BulSearch BulSearch;

/* A story that answers; @docid says where it stands in the order, until the story is saved again.
 */
typedef struct
{
  gint64 docid;
  double score; /* 0 where nobody asked for it */
} BulSearchHit;

/* Values of fields are looked up now. Both are borrowed. */
BulSearch *bul_search_new (BulStore *store, const BulQuery *query, GError **error);
void bul_search_free (BulSearch *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BulSearch, bul_search_free)

/*
 * @before: the docid of the last hit that is known, so that the next page is given; G_MAXINT64 for
 * the first. @n: at most so many.
 *
 * Returns: (transfer full) (element-type BulSearchHit): the newest
 */
GArray *bul_search_list_newest (
    BulSearch *self, gint64 before, guint n, GCancellable *cancellable, GError **error);

/* The same of those that are most about it, among the newest 20,000. */
GArray *bul_search_list_best (BulSearch *self, guint n, GCancellable *cancellable, GError **error);

/* Returns: (transfer full) (element-type utf8): the uids of all that there are, the newest first.
 */
GPtrArray *bul_search_list_uids (BulSearch *self, GCancellable *cancellable, GError **error);

/* Returns: (transfer full) (element-type utf8): the uids of those that stand at @docids
 * (element-type gint64), in their order, without those that were saved again under another. */
GPtrArray *bul_search_list_uids_at (BulStore *store,
                                    const GArray *docids,
                                    GCancellable *cancellable,
                                    GError **error);

/* How many there are, to the last one. */
gboolean bul_search_count (BulSearch *self, GCancellable *cancellable, guint *n, GError **error);

/* Returns: (transfer full): what a list shows of a hit; %NULL with %BUL_ERROR_NOT_FOUND where it
 * was saved again meanwhile. */
BulStoreRow *bul_search_load_row (BulSearch *self, gint64 docid, GError **error);

/* Where words of a query stand. */
typedef struct
{
  char *script; /* key */
  char *block;  /* key */
  guint number; /* of the block in its script, from 1 */
  BulRange range;
  char *text; /* of the block */
} BulSearchPlace;

/* Returns: (transfer full) (element-type BulSearchPlace): the first @most places in the story, in
 * its order, none over another. */
GPtrArray *bul_search_list_places (BulSearch *self, gint64 docid, guint most, GError **error);

/*
 * Whether every story of the library can be found. A library that an earlier program made, or one
 * whose tables another version of the tokenizer filled, has to be prepared first.
 */
gboolean bul_search_is_ready (BulStore *store, gboolean *ready, GError **error);

/* Prepares some more stories, and lets others write in between. @left: (out): about how many are
 * left, 0 where it is done. The store is open for writing, or reads a copy of its own. */
gboolean bul_search_prepare (BulStore *store, guint *left, GError **error);

/* Whether stories are found by what they said before they were saved last, which
 * bul_search_tend() and bul_search_prepare() end. */
gboolean bul_search_is_behind (BulStore *store, gboolean *behind, GError **error);

/*
 * What a save leaves until it is durable: puts in what stories read now that were saved with
 * bul_store_save_journaled(). Each save leaves a piece of what they are found by, too: joins some
 * of these, for some milliseconds. FALSE: stories are found by what they said before, and none is
 * lost.
 */
gboolean bul_search_tend (BulStore *store, GError **error);

/* Whether something failed for that what stories are found by is damaged. */
gboolean bul_search_is_damaged (BulStore *store);

/* Says so to the library: bul_search_prepare() makes it anew. */
gboolean bul_search_give_up (BulStore *store, GError **error);

G_END_DECLS
