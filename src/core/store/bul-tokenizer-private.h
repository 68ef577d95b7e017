/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-sqlite-private.h"

/*
 * What search_sweep (TABLE, sweep) hands every row to that has the phrase which the table is asked
 * for, in the order of rowids and a third as dear as rows of a statement. It is bound as a pointer
 * of the type BUL_SWEEP. The function gives 0 and does nothing where more than one phrase is asked
 * for.
 */
typedef struct
{
  int (*take) (void *data, sqlite3_int64 rowid); /* a code of SQLite; not SQLITE_OK ends it */
  void *data;
} BulSweep;

#define BUL_SWEEP "bul-sweep"

/*
 * Teaches a connection of SQLite the tokenizers “koen” and “ko1” that the search tables are made
 * with, and the functions search_score (TABLE), which tells how much a row is about what is looked
 * for, and search_sweep (TABLE, sweep). Before that a connection can read all tables but those.
 * Returns: a code of SQLite.
 */
int bul_tokenizer_register (sqlite3 *handle);
