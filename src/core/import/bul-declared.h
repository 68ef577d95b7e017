/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-decode.h"

G_BEGIN_DECLS

/*
 * Reads bytes that may say themselves how they are encoded: `charset` of a page, `encoding` of an
 * XML declaration. It is often a lie, so a byte order mark and bytes that are UTF-8 through and
 * through come first, and after a declaration that does not fit what bul_decode() finds out. Every
 * Korean name of eight bits is read as CP949, which holds what they all hold and what is written
 * under them.
 *
 * @encoding: (nullable): a name that was asked for, which wins
 *
 * Returns: (transfer full): or %NULL, as bul_decode()
 */
BulDecoded *bul_declared_decode (GBytes *bytes, const char *encoding, GError **error);

G_END_DECLS
