/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The mark of its encoding, without which spreadsheets do not read Hangul. */
#define BUL_CSV_MARK "\xef\xbb\xbf"

/* One line; no field of it is taken for a formula. Fields may be %NULL. */
void bul_csv_append_row (GString *out, const char *const *fields, guint n);

G_END_DECLS
