/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-store-terms.h"

G_BEGIN_DECLS

/* The text of a dictionary; @path “-” is standard input; @encoding: (nullable): to be found. Errors
 * name the file. */
char *bul_flow_dup_dictionary (const char *path, const char *encoding, GError **error);

/* What was taken from a dictionary. */
typedef struct
{
  char *source;
  guint n_new;
  guint n_there;       /* were there already, or twice in the file */
  GPtrArray *findings; /* of BulFinding: what is strange, with the line */
} BulFlowTermsTaken;

void bul_flow_terms_taken_free (BulFlowTermsTaken *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BulFlowTermsTaken, bul_flow_terms_taken_free)

/*
 * Keeps the terms of a dictionary, see bul_terms_read(), in the library.
 *
 * @source: (nullable): what it is to be called; %NULL for the name of the file
 *
 * Returns: (transfer full): %NULL with %BUL_ERROR_INVALID where there is no term in it; those
 * before the trouble are kept, and the same file may be taken again.
 */
BulFlowTermsTaken *bul_flow_terms_import (BulStore *store,
                                          const char *path,
                                          const char *encoding,
                                          const char *source,
                                          const char *by,
                                          GError **error);

G_END_DECLS
