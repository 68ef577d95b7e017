/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the makers of a page say of an element by its class, its id or its role. */
typedef enum
{
  BUL_HTML_NAMES_FURNITURE = 1 << 0, /* a menu, buttons for sharing, comments, other stories … */
  BUL_HTML_NAMES_ARTICLE = 1 << 1,   /* the text of the article */
  BUL_HTML_NAMES_TITLE = 1 << 2,     /* its title */
} BulHtmlNamesFlags;

/* @names: one or several, with blanks between them. */
guint bul_html_names_read (const char *names);

G_END_DECLS
