/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-record.h"

G_BEGIN_DECLS

/*
 * The value of any field as one string and back: as in bul-scalar.h, and for a list the canonical
 * XML of its records with bare keys. %NULL is “not said”. The setter returns %FALSE, and changes
 * nothing, for a value that the field cannot hold.
 */
char *bul_value_dup (gconstpointer record, const BulField *field);
gboolean bul_value_set (gpointer record, const BulField *field, const char *value);

G_END_DECLS
