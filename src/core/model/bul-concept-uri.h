/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How files of the web name concepts: the codes of IPTC by its addresses, others by a name of ours.
 */

/* Returns: (transfer full): the address of @code; nothing in it has to be escaped. */
char *bul_concept_uri_dup (const char *code);

/*
 * @prefix: for one whose vocabulary is not known
 *
 * Returns: (transfer full) (nullable): the code for @uri, or for what is a code already.
 */
char *bul_concept_uri_dup_code (const char *uri, const char *prefix);

G_END_DECLS
