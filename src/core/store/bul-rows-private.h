/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-db-private.h"
#include "bul-leaf-private.h"

G_BEGIN_DECLS

/*
 * Puts rows that were read from bytes into tables of ours. Text that is no text any more gets
 * replacement characters; a word that no vocabulary has becomes the plainest one.
 */
typedef struct _BulRows BulRows;

/* @db: a library of the moment, with our tables and nothing in them; borrowed. */
BulRows *bul_rows_new (BulDb *db, GError **error);
void bul_rows_free (BulRows *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BulRows, bul_rows_free)

/* Tables are counted from 0, parents before what belongs to them. */
guint bul_rows_get_n_tables (BulRows *self);
const char *bul_rows_get_name (BulRows *self, guint table);
/* Where a new library has the root of the table's tree. */
guint bul_rows_get_usual_root (BulRows *self, guint table);

/* Whether @table is one that stories are searched by, or what the memory teaches of words: its rows
 * are none of ours to put in. */
gboolean bul_rows_is_made_anew (BulRows *self, guint table);

/* Those of @rows that fit go into @table; how many did. What stands there already stays. */
guint bul_rows_insert (BulRows *self, guint table, const GPtrArray *rows);

/* The table that rows of a page of unknown origin fit best, or -1. */
int bul_rows_guess (BulRows *self, const GPtrArray *rows);

G_END_DECLS
