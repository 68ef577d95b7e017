/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-import.h"

G_BEGIN_DECLS

/* A saved page of the web: its first element, its document type or its name says so. */
gboolean bul_import_html_probe (const char *head, const char *name);

/*
 * Reads a page as a script: what a browser shows of it, line by line. Lines that belong to the page
 * by its tags are given as furniture, all others are read by their words.
 */
gboolean bul_import_html (BulImport *import, const char *encoding, GError **error);

G_END_DECLS
