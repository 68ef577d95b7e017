/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-import.h"

G_BEGIN_DECLS

/* See bul-importer.h. */
gboolean bul_import_xliff12_probe (const char *head, const char *name);

/*
 * Reads XLIFF 1.2, and 1.0 and 1.1, which are read alike: each `file` of it is a text.
 */
gboolean bul_import_xliff12 (BulImport *import, const char *encoding, GError **error);

G_END_DECLS
