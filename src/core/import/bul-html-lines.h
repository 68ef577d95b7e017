/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  BUL_HTML_LINE_FURNITURE = 1 << 0, /* by its tags or their names it belongs to the page */
  BUL_HTML_LINE_ARTICLE = 1 << 1,   /* it stands in the article */
  BUL_HTML_LINE_AFTER = 1 << 2,     /* it stands behind the article */
  BUL_HTML_LINE_TITLE = 1 << 3,     /* in a heading, or in what is called a title */
  BUL_HTML_LINE_LINKS = 1 << 4,     /* all of it leads somewhere else */
} BulHtmlLineFlags;

/* @time: (nullable): what `<time datetime>` in it says. */
typedef struct
{
  char *text;
  char *time;
  guint flags;
} BulHtmlLine;

/**
 * bul_html_lines_read:
 * @text: a page in UTF-8, of any quality
 * @has_article: (out): whether one part of it is the article
 *
 * The lines that a browser would show of a page, from top to bottom, blank ones left out. What is
 * hidden, scripts and styles are no lines. The article is the part that says that it is one, by its
 * tag or its name, and has most of the words.
 *
 * Returns: (transfer full) (element-type BulHtmlLine)
 */
GArray *bul_html_lines_read (const char *text, gsize length, gboolean *has_article);

G_END_DECLS
