/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  BUL_HTML_BLOCK = 1 << 0,     /* begins and ends lines */
  BUL_HTML_VOID = 1 << 1,      /* has no content and no end tag */
  BUL_HTML_UNSEEN = 1 << 2,    /* its content is no markup and not shown */
  BUL_HTML_LITERAL = 1 << 3,   /* its content is text, even where that looks like tags */
  BUL_HTML_HIDDEN = 1 << 4,    /* its content is markup and not shown */
  BUL_HTML_FRAME = 1 << 5,     /* around the whole page, said or not */
  BUL_HTML_FURNITURE = 1 << 6, /* what is in it belongs to the page and not to what it tells */
  BUL_HTML_HEADING = 1 << 7,
  BUL_HTML_HEADER = 1 << 8,     /* the same, unless it stands in an article */
  BUL_HTML_ARTICLE = 1 << 9,    /* says that it holds one */
  BUL_HTML_LINES = 1 << 10,     /* line ends in its text are line ends */
  BUL_HTML_TITLE = 1 << 11,     /* is called a title, but is no heading */
  BUL_HTML_CONTAINER = 1 << 12, /* may hold an article, if it is called one */
} BulHtmlTagFlags;

/* An element of HTML that means something to us, a constant; all others stand within a line. */
typedef struct
{
  const char *name;
  guint flags;
} BulHtmlTag;

/* Returns: (nullable): the tag called @name, which is in lower case. */
const BulHtmlTag *bul_html_tag_find (const char *name);

/* The flags of @name, 0 for an element that means nothing. */
guint bul_html_tag_get_flags (const char *name);

G_END_DECLS
