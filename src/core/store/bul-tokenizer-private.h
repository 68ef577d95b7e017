/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-sqlite-private.h"

/*
 * Teaches a connection of SQLite the tokenizers “koen” and “ko1” that the search tables are made
 * with, and the function search_score (TABLE), which tells how much a row is about what is looked
 * for. Before that a connection can read all tables but those. Returns: a code of SQLite.
 */
int bul_tokenizer_register (sqlite3 *handle);
