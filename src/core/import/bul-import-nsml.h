/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-import.h"

G_BEGIN_DECLS

/* See bul-importer.h. */
gboolean bul_import_nsml_probe (const char *head, const char *name);

/*
 * Reads stories as the iNEWS newsroom system hands them out: fields, a body of paragraphs with the
 * presenter's instructions, and cues that are anchored in it. It looks like HTML, is no XML, and is
 * found with tags that do not match.
 */
gboolean bul_import_nsml (BulImport *import, const char *encoding, GError **error);

G_END_DECLS
