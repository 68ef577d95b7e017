/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BulDecoded:
 * @text: UTF-8 that XML can hold, ended by a zero byte; not normalised, line ends as they were
 * @encoding: `UTF-8`, `CP949`, `windows-1252`, `UTF-16LE`, `UTF-16BE`, `ISO-2022-KR`, or the name
 * that was asked for
 * @line_ends: `lf`, `crlf`, `cr`, `mixed` or `none`
 * @had_bom: the mark is not part of @text
 * @guessed: no encoding fits every byte, and @encoding is the likeliest
 * @n_replaced: how many bytes or characters could not be kept and read U+FFFD
 * @replaced_line: the line of the first of them, from 1; else 0
 *
 * Bytes read as text.
 */
typedef struct
{
  char *text;
  gsize length;
  const char *encoding;
  const char *line_ends;
  gboolean had_bom;
  gboolean guessed;
  guint n_replaced;
  guint replaced_line;
} BulDecoded;

/**
 * bul_decode:
 * @encoding: (nullable): a name, as iconv or Windows has it; %NULL to find out
 *
 * Korean and English text is told apart by rule: a byte order mark; UTF-16 by its zero bytes; the
 * escape of ISO-2022-KR; UTF-8; CP949 where its Hangul is that of real words; else the likeliest,
 * with @guessed set. An encoding that is named must fit every byte.
 *
 * Returns: (transfer full): or %NULL with %BUL_ERROR_NOT_TEXT, or %BUL_ERROR_NOT_FOUND for a name
 * that nobody knows
 */
BulDecoded *bul_decode (GBytes *bytes, const char *encoding, GError **error);

void bul_decoded_free (BulDecoded *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BulDecoded, bul_decoded_free)

G_END_DECLS
