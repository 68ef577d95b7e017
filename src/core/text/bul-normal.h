/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * bul_normal_form:
 * @length: in bytes, or -1 where @text ends with a zero byte
 *
 * The form in which text is kept, taken on wherever it enters: NFC, but the compatibility
 * ideographs U+F900–FA0B stay what they are, for KS X 1001 has each of them as a character of its
 * own. What XML cannot hold becomes U+FFFD. @text is valid UTF-8.
 */
char *bul_normal_form (const char *text, gssize length);

/* The same of a text that the caller needs no more: most are in that form already, and handed back.
 *
 * @text: (transfer full): ends with a zero byte behind @length bytes */
char *bul_normal_form_take (char *text, gsize length);

/* g_utf8_normalize () of valid UTF-8, but never %NULL: where memory runs out GLib ends the program,
 * and so does this, for half a text is worse than none. */
char *bul_normalize (const char *text, gssize length, GNormalizeMode mode);

/* A form for comparing, never kept: letters of one case, every canonical equivalent made one. */
char *bul_fold (const char *text, gssize length);

G_END_DECLS
