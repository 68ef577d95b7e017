/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-story.h"

G_BEGIN_DECLS

/* Whether a file begins as our own XML does, or as any XML does, or is called so; see
 * bul-importer.h. A script may begin with `<앵커>` and is none. */
gboolean bul_import_xml_probe (const char *head, const char *name);
gboolean bul_import_xml_probe_any (const char *head, const char *name);

/**
 * bul_import_xml:
 * @bytes: a story in our own XML, not yet seen by bul_xml_gate()
 * @findings: (element-type BulFinding): takes what was passed over or put right
 *
 * Reading adds nothing to the story and takes nothing away: exported again, it is the same bytes.
 * What a hand has changed in between is checked like anything from outside.
 *
 * Returns: (transfer full): or %NULL with %BUL_ERROR_HOSTILE, %BUL_ERROR_TOO_LARGE,
 * %BUL_ERROR_NEWER where a later version of the format is needed, or %BUL_ERROR_INVALID.
 */
BulStory *bul_import_xml (GBytes *bytes, GPtrArray *findings, GError **error);

G_END_DECLS
