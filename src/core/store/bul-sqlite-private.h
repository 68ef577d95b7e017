/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What is compiled twice, for the library and for the module that a shell loads, calls SQLite by
 * way of whoever loaded it. */
#ifdef BUL_SQLITE_MODULE
#include <sqlite3ext.h>
SQLITE_EXTENSION_INIT3
#else
#include <sqlite3.h>
#endif
