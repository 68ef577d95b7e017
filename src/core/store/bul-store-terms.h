/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-store.h"
#include "bul-term.h"

G_BEGIN_DECLS

/* The terms of a library, each with the dictionary that it came from. What is forgotten stays, and
 * can be recalled. */

/* Keeps terms (element-type BulTerm) that have a source; those that are there already, forgotten
 * or not, are passed over. FALSE: those before the last batch are kept. @n_new: (out): how many
 * were new */
gboolean bul_store_add_terms (BulStore *self, const GPtrArray *terms, guint *n_new, GError **error);

/* Returns: (transfer full) (element-type BulTerm): all that are kept, by their numbers; or %NULL */
GPtrArray *bul_store_list_terms (BulStore *self, GError **error);

/* Returns: (transfer full) (element-type BulTerm): at most @n that have @words in either language,
 * the shortest first, whatever small and capital letters of ASCII; or %NULL */
GPtrArray *bul_store_find_terms (BulStore *self, const char *words, guint n, GError **error);

/* A dictionary, and how many of its terms are kept. */
typedef struct
{
  char *source;
  guint n_terms;
  char *by; /* who kept the last of them, and when */
  char *at;
} BulTermSource;

void bul_term_source_free (BulTermSource *self);

/* Returns: (transfer full) (element-type BulTermSource): by their names; or %NULL */
GPtrArray *bul_store_list_term_sources (BulStore *self, GError **error);

/* Forgets term @number. %BUL_ERROR_NOT_FOUND where there is none that is kept. */
gboolean bul_store_forget_term (BulStore *self, gint64 number, GError **error);

/* Keeps one term that hands gave, under no dictionary but @source, also where it was forgotten.
 * @is_new: (out): whether it was not kept already. Returns: its number, or 0. */
gint64 bul_store_keep_term (BulStore *self, const BulTerm *term, gboolean *is_new, GError **error);

/* Takes that back. */
gboolean bul_store_recall_term (BulStore *self, gint64 number, GError **error);

/* The same for all terms of a dictionary. @n: (out): how many. */
gboolean bul_store_forget_terms (BulStore *self, const char *source, guint *n, GError **error);
gboolean bul_store_recall_terms (BulStore *self, const char *source, guint *n, GError **error);

G_END_DECLS
