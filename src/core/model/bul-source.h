/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-record.h"

G_BEGIN_DECLS

/**
 * BulSource:
 * @sha256: of the bytes, lower-case hex
 * @encoding: as it was read, such as `UTF-8` or `CP949`
 * @line_ends: (nullable): `lf`, `crlf`, `cr` or `mixed`; %NULL for a text of one line
 * @path: (nullable): the file's name without its folder
 * @bytes: what was imported, to the byte
 *
 * Where a story came from.
 */
typedef struct
{
  BulRecord record;

  char *sha256;
  char *encoding;
  char *line_ends;
  char *path;
  GBytes *bytes;
} BulSource;

extern const BulRecordType bul_source_type;

/* Makes the hash. @path may hold folders; only the name is kept. */
BulSource *bul_source_new (GBytes *bytes, const char *path);

G_END_DECLS
