/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * What the makers of a page say of an element by its class, its id or its role: FURNITURE of menus,
 * buttons for sharing, comments, other stories; ARTICLE; TITLE, see BulHtmlTagFlags.
 *
 * @names: one or several, with blanks between them
 */
guint bul_html_names_read (const char *names);

G_END_DECLS
