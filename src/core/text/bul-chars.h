/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Texts are valid UTF-8 and offsets into them count code points, as in GtkTextIter. An offset
 * beyond the end stands for the end.
 */

guint bul_chars_count (const char *text);
char *bul_chars_slice (const char *text, guint start, guint end);

gsize bul_chars_to_byte (const char *text, guint offset);

/* A byte within a character counts as the place before that character. */
guint bul_chars_from_byte (const char *text, gsize byte);

/**
 * bul_chars_find:
 * @at: (out): where @needle first occurs at or after @from; untouched where it does not
 *
 * Returns: %TRUE where it was found. An empty @needle is nowhere.
 */
gboolean bul_chars_find (const char *text, const char *needle, guint from, guint *at);

/* Any text: %TRUE where it may stand in a block, which is one line that XML can hold. */
gboolean bul_chars_valid_block_text (const char *text);

/* What shows nothing: Unicode's spaces, and those of no width that web pages leave behind. */
gboolean bul_chars_is_blank (gunichar c);

/* What XML 1.0 cannot hold, not even escaped. */
gboolean bul_chars_is_forbidden (gunichar c);

/* Returns: the first character of @text, @length bytes long, that is not blank. */
const char *bul_chars_trim (const char *text, gsize length, gsize *trimmed_length);

G_END_DECLS
