/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Returns: (transfer full): @xml, UTF-8, with blanks for its declaration, which is about bytes that
 * it no longer is made of, and for a document type that names another file and declares nothing:
 * nothing is ever fetched. Lines stay lines. One that declares something is left for the gate.
 */
GBytes *bul_xml_prologue_blank (const char *xml);

G_END_DECLS
