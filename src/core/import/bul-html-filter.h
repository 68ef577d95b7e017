/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * A page made ready for libxml2, which takes quadratic time for many attributes in one tag, and for
 * many elements in each other. Only tags and attributes that mean something pass; comments, scripts
 * and styles do not, and what only looks like a tag is made plain text. All that a browser shows is
 * still there.
 */

/* Returns: (transfer full): the page; %NULL where it has more elements than any page that people
 * read. */
GString *bul_html_filter (const char *text, gsize length);

/* Returns: (transfer full): the page's lines, without any other structure. */
GString *bul_html_filter_lines (const char *text, gsize length);

G_END_DECLS
