/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-import.h"

G_BEGIN_DECLS

/* See bul-importer.h. */
gboolean bul_import_mos_probe (const char *head, const char *name);

/*
 * Reads stories as newsroom systems send them to a prompter or a media server over MOS: the
 * `roStorySend` message, or a `storyBody` alone. The file passes bul_xml_gate() first.
 */
gboolean bul_import_mos (BulImport *import, const char *encoding, GError **error);

G_END_DECLS
