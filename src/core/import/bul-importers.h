/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-import.h"

G_BEGIN_DECLS

/* Files over this many bytes are refused before they are read. */
#define BUL_IMPORT_LIMIT (16u * 1024 * 1024)

/*
 * Reads @bytes as the first format that claims them: see bul-importers.c. Whatever none claims is a
 * plain script. @name is the file's name or %NULL; @options %NULL: nothing is known of the bytes,
 * and nothing is repaired.
 *
 * Returns: (transfer full): or %NULL with an error of %BUL_ERROR for what is not text, hostile or
 * not ours.
 */
BulImport *bul_importers_read (GBytes *bytes,
                               const char *name,
                               const BulImportOptions *options,
                               GError **error);

G_END_DECLS
