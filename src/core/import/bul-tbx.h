/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether @text begins as TBX does, of version 2 (`martif`) or 3 (`tbx`). */
gboolean bul_tbx_probe (const char *text);

/*
 * Reads the terms of a term base, in either style (DCA, DCT); @text passes bul_xml_gate() first.
 * Appends to @terms (element-type BulTerm) one for each Korean and English term of one concept. One
 * that is said to be deprecated is none.
 *
 * @n_passed: (out): concepts that lack one of the languages
 *
 * FALSE with the gate's error.
 */
gboolean bul_tbx_read (const char *text, GPtrArray *terms, guint *n_passed, GError **error);

G_END_DECLS
