/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-store-adopt.h"

G_BEGIN_DECLS

/*
 * What can still be read of a damaged library. It is read page by page as bytes, without SQLite and
 * with its write-ahead log; nothing is ever written to it. The rows that were found stand in
 * libraries of the moment, from which stories are loaded as usual; nothing in them is proven.
 */
typedef struct
{
  BulStore *reached;   /* what the trees of the tables lead to */
  BulStore *strays;    /* that, and rows of pages to which nothing leads any more */
  GHashTable *adopted; /* uids that were made up for stories whose own row is lost */
  guint n_pages;
  guint n_bad_pages; /* where a table goes on, and which are no pages of a table */
  guint n_bad_rows;  /* that could not be read, or hold what their table cannot hold */
  guint n_strays;    /* rows of pages to which nothing leads */
  guint n_frames;    /* pages that the log had for the library */
  guint n_beside[BUL_STORE_N_BESIDE]; /* what was kept beside the stories */
} BulSalvage;

/* %BUL_ERROR_FOREIGN where not one row is of a story. */
BulSalvage *bul_salvage_read (const char *path, GError **error);
void bul_salvage_free (BulSalvage *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BulSalvage, bul_salvage_free)

G_END_DECLS
