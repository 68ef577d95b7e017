/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Rows under titles, for spreadsheets. In the files that are made of it no cell is a formula,
 * whatever it holds. */
typedef struct _BulTable BulTable;

/**
 * bul_table_new:
 * @name: a literal: what its sheet is called
 * @titles: borrowed for good
 */
BulTable *bul_table_new (const char *name, const char *const *titles, guint n_columns);
void bul_table_free (BulTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BulTable, bul_table_free)

/* @fields: one for each column, copied; %NULL is empty */
void bul_table_add (BulTable *self, const char *const *fields);

GBytes *bul_table_write_csv (const BulTable *self, GError **error);
/* %BUL_ERROR_TOO_LARGE for more rows than a sheet holds. The same rows make the same bytes. */
GBytes *bul_table_write_xlsx (const BulTable *self, GError **error);

G_END_DECLS
