/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether @text begins as TBX does, of version 2 (`martif`) or 3 (`tbx`). */
gboolean bul_tbx_probe (const char *text);

/*
 * Reads the terms of a term base, in either style (DCA, DCT); @text passes bul_xml_gate() first.
 *
 * Returns: (transfer full): a line for each Korean and English term of one concept, with a tab
 * between; empty where no concept has both. %NULL with the gate's error.
 */
char *bul_tbx_dup_table (const char *text, GError **error);

G_END_DECLS
