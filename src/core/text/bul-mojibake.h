/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * bul_mojibake_repair:
 * @line: valid UTF-8 in normal form, without line ends, @length bytes
 * @n_lost: (out) (optional): how many places of the repaired line are gone; untouched for %NULL
 *
 * Reads Korean that was decoded wrongly before it came here: CP949 or UTF-8 read as Latin-1,
 * windows-1252 or Mac OS Roman, UTF-8 read as CP949, or CP949 read as UTF-8 wherever some bytes
 * happened to fit. Each character is made its bytes again, and these are read as what they were.
 * Where a byte is gone, or nobody can tell what it was, U+FFFD stands. What is sound beside the
 * damage, Korean or English, is left as it is.
 *
 * A damaged line is rather left as it is than a sound one touched: a line without two syllables
 * beyond doubt, or in which much else is left, is sound.
 *
 * Returns: (transfer full) (nullable): the line as it must have been, in normal form; %NULL where
 * it is not damaged
 */
char *bul_mojibake_repair (const char *line, gsize length, guint *n_lost);

/* Whether bul_mojibake_repair() would return a line. */
gboolean bul_mojibake_is_damaged (const char *line, gsize length);

G_END_DECLS
