/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-record.h"

G_BEGIN_DECLS

/*
 * The value of a field as one string and back, for every type but a list: words, decimal numbers,
 * keys apart by a blank, base64. %NULL is “not said”. The setter returns %FALSE, and changes
 * nothing, for a value that the field cannot hold.
 */
char *bul_scalar_dup (gconstpointer record, const BulField *field);
gboolean bul_scalar_set (gpointer record, const BulField *field, const char *value);

G_END_DECLS
