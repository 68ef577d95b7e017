/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-import.h"

G_BEGIN_DECLS

/* See bul-importer.h. */
gboolean bul_import_xliff2_probe (const char *head, const char *name);

/*
 * Reads XLIFF 2.0, 2.1 and 2.2: each `file` of it is a text, cut into segments.
 */
gboolean bul_import_xliff2 (BulImport *import, const char *encoding, GError **error);

G_END_DECLS
