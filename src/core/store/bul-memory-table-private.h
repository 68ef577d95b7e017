/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-db-private.h"

G_BEGIN_DECLS

/* Keeps the confirmed pairs of the story in row @story, and withdraws those that are confirmed no
 * more, inside the transaction that saves it. One that is confirmed again is the entry that it was.
 */
gboolean bul_memory_table_update (BulDb *db, gint64 story, GError **error);

/* Writes the tokens of some entries that have none yet, inside a transaction. */
gboolean bul_memory_table_index (BulDb *db, GError **error);

/* Returns: (transfer full): a set of the tokens of @text, each once. */
GHashTable *bul_memory_table_list_words (const char *text);

G_END_DECLS
