/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-import.h"

G_BEGIN_DECLS

/*
 * Saved pages of the web: the lines that a reader of the page sees. What its structure says of them
 * is given, such as that they are its menu or its title; the lines of the script are read as those
 * of a plain one. It never fails but for bytes that are no text.
 */
gboolean bul_import_html_probe (const char *head, const char *name);
gboolean bul_import_html (BulImport *import, const char *encoding, GError **error);

G_END_DECLS
