/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-import.h"

G_BEGIN_DECLS

/* See bul-importer.h. */
gboolean bul_import_tmx_probe (const char *head, const char *name);

/*
 * Reads TMX, versions 1.1 to 1.4: the memory of a translator, of which each unit is a pair. Units
 * of stories of ours are told apart by the stories that they name.
 */
gboolean bul_import_tmx (BulImport *import, const char *encoding, GError **error);

G_END_DECLS
