/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* XML over this many bytes is refused; a story carries its source, a third longer in base64. */
#define BUL_XML_GATE_LIMIT (64u * 1024 * 1024)

/**
 * bul_xml_gate:
 *
 * Every XML file from outside passes here before anything else reads it. What could make a reader
 * fill the memory, run for ever or open other files is refused with %BUL_ERROR_HOSTILE, what is not
 * well-formed or not in Unicode with %BUL_ERROR_INVALID, and a file over the limit with
 * %BUL_ERROR_TOO_LARGE. What passes is well-formed XML 1.0 without any declarations, so that a
 * parser that is less careful may have it.
 */
gboolean bul_xml_gate (GBytes *bytes, GError **error);

G_END_DECLS
