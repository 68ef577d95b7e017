/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * bul_validate:
 * @bytes: XML that has passed bul_xml_gate()
 * @findings: (element-type BulFinding): takes what is wrong, by line: `rng` against the grammar,
 * `sch` against the rules of what belongs together
 *
 * Validates against the schema that is shipped.
 *
 * Returns: %TRUE where that could be done, whatever was found; %FALSE with an error otherwise.
 */
gboolean bul_validate (GBytes *bytes, GPtrArray *findings, GError **error);

/* What it validates against: `bulletin-1.rng` is the grammar, `bulletin-1.sch` the rules.
 * Returns: (transfer full) */
GBytes *bul_validate_load_schema (const char *name);

G_END_DECLS
