/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * bul_porter_stem:
 * @word: letters a to z; changed in place, with no zero byte at its end
 *
 * The stem that English words share, by the rules of M. F. Porter, “An algorithm for suffix
 * stripping”, Program 14 (3), 1980: elections and elected give elect.
 *
 * Returns: the bytes of the stem, never more than @length
 */
gsize bul_porter_stem (char *word, gsize length);

G_END_DECLS
