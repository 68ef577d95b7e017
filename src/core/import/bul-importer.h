/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-import.h"

G_BEGIN_DECLS

/**
 * BulImporter:
 * @id: names the format
 * @limit: files over this many bytes are refused before they are read; 0: @read sees to it
 * @probe: whether a file is of this format, by its start, see bul-file-head.h, and its name, which
 * may be %NULL
 * @read: reads the bytes of @import's source and adds its stories and findings
 *
 * A file format, read-only: a constant, not an object. To add one, see bul-importers.c.
 */
typedef struct
{
  const char *id;
  gsize limit;
  gboolean (*probe) (const char *head, const char *name);
  gboolean (*read) (BulImport *import, const char *encoding, GError **error);
} BulImporter;

G_END_DECLS
