/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gmodule.h>
#include <sqlite3ext.h>

#include "bul-tokenizer-private.h"

SQLITE_EXTENSION_INIT1

/* The name by which SQLite finds it in bulletin-search.so. */
G_MODULE_EXPORT int
sqlite3_bulletinsearch_init (sqlite3 *handle, char **message, const sqlite3_api_routines *api);

/* What `.load bulletin-search` of the shell of SQLite calls: it can read the search tables then. */
int
sqlite3_bulletinsearch_init (sqlite3 *handle, char **message, const sqlite3_api_routines *api)
{
  sqlite3_api = api;
  return bul_tokenizer_register (handle);
}
