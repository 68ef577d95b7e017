/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Returns: bytes of the longest start of @data that is UTF-8; a zero byte counts as a character. */
gsize bul_scan_valid (const guchar *data, gsize length);

/* Returns: bytes of the broken character that @data begins with. */
gsize bul_scan_broken (const guchar *data, gsize length);

/**
 * bul_scan_plain:
 * @text: valid UTF-8
 *
 * Passes over characters that are NFC by themselves, never join with what stands before them, and
 * may stand in XML. It stops early rather than late: by less than %BUL_SCAN_BLOCK bytes and a
 * character before the first one that needs a closer look, and that look may find it plain.
 *
 * Returns: how many bytes were passed over, whole characters
 */
gsize bul_scan_plain (const char *text, gsize length);

#define BUL_SCAN_BLOCK ((gsize) 16)

G_END_DECLS
