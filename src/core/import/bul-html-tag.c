/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-html-tag.h"

#include <stdlib.h>
#include <string.h>

#define BLOCK BUL_HTML_BLOCK
#define BOX (BUL_HTML_BLOCK | BUL_HTML_CONTAINER)
#define STORY (BUL_HTML_BLOCK | BUL_HTML_CONTAINER | BUL_HTML_ARTICLE)
#define HEADING (BUL_HTML_BLOCK | BUL_HTML_HEADING)
#define PAGE (BUL_HTML_BLOCK | BUL_HTML_FURNITURE)
#define HEADER (BUL_HTML_BLOCK | BUL_HTML_CONTAINER | BUL_HTML_HEADER)
#define LITERAL (BUL_HTML_BLOCK | BUL_HTML_FURNITURE | BUL_HTML_LITERAL)

/* Sorted by name. */
static const BulHtmlTag tags[] = {
  { "address", BLOCK },
  { "area", BUL_HTML_VOID },
  { "article", STORY },
  { "aside", PAGE },
  { "audio", PAGE },
  { "base", BUL_HTML_VOID },
  { "blockquote", BOX },
  { "body", BUL_HTML_FRAME },
  { "br", BLOCK | BUL_HTML_VOID },
  { "button", PAGE },
  { "canvas", PAGE },
  { "caption", BLOCK },
  { "center", BOX },
  { "col", BUL_HTML_VOID },
  { "dd", BOX },
  { "details", BLOCK },
  { "dialog", PAGE },
  { "dir", BLOCK },
  { "div", BOX },
  { "dl", BLOCK },
  { "dt", BLOCK },
  { "embed", BUL_HTML_VOID },
  { "fieldset", PAGE },
  { "figcaption", PAGE },
  { "figure", PAGE },
  { "footer", PAGE },
  { "form", HEADER },
  { "frame", BUL_HTML_VOID },
  { "frameset", BUL_HTML_FRAME },
  { "h1", HEADING | BUL_HTML_TITLE },
  { "h2", HEADING },
  { "h3", HEADING },
  { "h4", HEADING },
  { "h5", HEADING },
  { "h6", HEADING },
  { "head", BUL_HTML_FRAME },
  { "header", HEADER },
  { "hgroup", BLOCK },
  { "hr", BLOCK | BUL_HTML_VOID },
  { "html", BUL_HTML_FRAME },
  { "iframe", BUL_HTML_UNSEEN },
  { "img", BUL_HTML_VOID },
  { "input", BUL_HTML_VOID },
  { "legend", BLOCK },
  { "li", BLOCK },
  { "link", BUL_HTML_VOID },
  { "listing", BLOCK | BUL_HTML_LINES },
  { "main", STORY },
  { "map", PAGE },
  { "menu", PAGE },
  { "meta", BUL_HTML_VOID },
  { "nav", PAGE },
  { "noembed", BUL_HTML_UNSEEN },
  { "noframes", BUL_HTML_UNSEEN },
  { "noscript", PAGE },
  { "object", PAGE },
  { "ol", BLOCK },
  { "optgroup", PAGE },
  { "option", PAGE },
  { "p", BLOCK },
  { "param", BUL_HTML_VOID },
  { "pre", BOX | BUL_HTML_LINES },
  { "script", BUL_HTML_UNSEEN },
  { "section", BOX },
  { "select", PAGE },
  { "source", BUL_HTML_VOID },
  { "style", BUL_HTML_UNSEEN },
  { "summary", BLOCK },
  { "svg", PAGE },
  { "table", BLOCK },
  { "tbody", BLOCK },
  { "td", BOX },
  { "template", BUL_HTML_HIDDEN },
  { "textarea", LITERAL },
  { "tfoot", BLOCK },
  { "th", BOX },
  { "thead", BLOCK },
  { "title", BUL_HTML_HIDDEN | BUL_HTML_LITERAL },
  { "tr", BLOCK },
  { "track", BUL_HTML_VOID },
  { "ul", BLOCK },
  { "video", PAGE },
  { "wbr", BUL_HTML_VOID },
  { "xmp", BLOCK | BUL_HTML_LITERAL | BUL_HTML_LINES },
};

static int
compare_name (const void *name, const void *tag)
{
  return strcmp (name, ((const BulHtmlTag *) tag)->name);
}

const BulHtmlTag *
bul_html_tag_find (const char *name)
{
  return bsearch (name, tags, G_N_ELEMENTS (tags), sizeof tags[0], compare_name);
}

guint
bul_html_tag_get_flags (const char *name)
{
  const BulHtmlTag *tag = bul_html_tag_find (name);

  return tag == NULL ? 0 : tag->flags;
}
