/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Longer ones are no terms but sentences. */
#define BUL_TERMS_LONGEST 200

/* A dictionary with more terms is refused. */
#define BUL_TERMS_MOST 200000

/*
 * Reads a dictionary: a term base (TBX), or a table apart by tabs of which each row holds a term in
 * Korean and one in English, in either order; several English ones have semicolons between. A
 * first row that names the columns is none, nor are those that begin with #.
 *
 * @text: valid UTF-8; @findings: (element-type BulFinding): gets what is strange: rows that are
 * passed over
 *
 * Returns: (transfer full) (element-type BulTerm): in the order of the text, in normal form; %NULL
 * with an error
 */
GPtrArray *bul_terms_read (const char *text, GPtrArray *findings, GError **error);

G_END_DECLS
