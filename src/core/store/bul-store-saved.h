/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-search.h"

G_BEGIN_DECLS

/*
 * Queries that people come back to, each with a name of its own, and what came into the library
 * since somebody looked at what they find.
 */

/**
 * BulSavedSearch:
 * @seen: counts the stories of a library; those above it came since
 */
typedef struct
{
  char *name;
  char *query;
  char *by;
  char *at;
  gint64 seen;
} BulSavedSearch;

BulSavedSearch *bul_saved_search_copy (const BulSavedSearch *self);
void bul_saved_search_free (BulSavedSearch *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BulSavedSearch, bul_saved_search_free)

/* Returns: (transfer full) (element-type BulSavedSearch): in the order in which they came. */
GPtrArray *bul_store_list_saved (BulStore *self, GError **error);

/* Returns: (transfer full): %BUL_ERROR_NOT_FOUND where none has the name. */
BulSavedSearch *bul_store_find_saved (BulStore *self, const char *name, GError **error);

/* Keeps @query under @name, in the place of what had the name; all that there is was seen.
 * %BUL_ERROR_REFUSED where the name or the query says nothing. */
gboolean bul_store_save_query (
    BulStore *self, const char *name, const char *query, const char *by, GError **error);

/* Puts back what was taken out, or saved over, as it was. */
gboolean bul_store_put_saved_back (BulStore *self, const BulSavedSearch *saved, GError **error);

/* %BUL_ERROR_REFUSED where another has the name @to; %BUL_ERROR_NOT_FOUND where none has @name. */
gboolean bul_store_rename_saved (BulStore *self, const char *name, const char *to, GError **error);
gboolean bul_store_remove_saved (BulStore *self, const char *name, GError **error);

/* Somebody looks at what it finds: nothing of that is new any more. */
gboolean bul_store_see_saved (BulStore *self, const char *name, GError **error);

/* How many of what @search finds came since @seen. */
gboolean bul_search_count_since (
    BulSearch *search, gint64 seen, GCancellable *cancellable, guint *n, GError **error);

G_END_DECLS
