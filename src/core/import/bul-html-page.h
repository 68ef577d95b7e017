/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-given-lines.h"
#include "bul-html-tag.h"

G_BEGIN_DECLS

/**
 * BulHtmlBox:
 * @parent: the box around it; of the first, which is the page, the first itself
 * @flags: of BulHtmlTagFlags, by its tag and by its names
 * @first: its first line, from 0
 * @end: the line after its last
 * @next: the box after all those in it
 *
 * An element that begins and ends lines. Boxes stand in the order in which they begin.
 */
typedef struct
{
  guint parent;
  guint flags;
  guint first;
  guint end;
  guint next;
} BulHtmlBox;

/**
 * BulHtmlLine:
 * @box: the innermost box in which it begins
 * @flags: HEADING, TITLE, of all that is around its words
 * @level: of the heading, from 1; else 0
 * @n_bytes: without blanks
 * @n_linked: as many of them lead somewhere else
 *
 * What the structure of a page says of a line.
 */
typedef struct
{
  guint box;
  guint flags;
  guint level;
  guint n_bytes;
  guint n_linked;
} BulHtmlLine;

/**
 * BulHtmlTime:
 * @line: where it stands, from 0
 * @words: what stands before it on that line
 * @at: for machines, such as `2025-03-14T21:05:00+09:00`
 *
 * A `time` element with its time.
 */
typedef struct
{
  guint line;
  char *words;
  char *at;
} BulHtmlTime;

/**
 * BulHtmlPage:
 * @lines: what a reader sees of it, line by line
 * @infos: (element-type BulHtmlLine): one a line
 * @boxes: (element-type BulHtmlBox)
 * @times: (element-type BulHtmlTime)
 * @title: (nullable): that of the window
 * @metas: (element-type utf8 utf8): what else it says of itself, by name: the first of each
 *
 * A page of the web.
 */
typedef struct
{
  BulGivenLines *lines;
  GArray *infos;
  GArray *boxes;
  GArray *times;
  char *title;
  GHashTable *metas;
} BulHtmlPage;

/* Any UTF-8 gives a page. What is nested or split beyond any page that people read has its lines,
 * and no structure. */
BulHtmlPage *bul_html_page_new (const char *text, gsize length);
void bul_html_page_free (BulHtmlPage *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BulHtmlPage, bul_html_page_free)

static inline guint
bul_html_page_count_lines (const BulHtmlPage *self)
{
  return self->infos->len;
}

static inline const BulHtmlLine *
bul_html_page_info (const BulHtmlPage *self, guint i)
{
  return &g_array_index (self->infos, BulHtmlLine, i);
}

static inline BulHtmlBox *
bul_html_page_box (const BulHtmlPage *self, guint i)
{
  return &g_array_index (self->boxes, BulHtmlBox, i);
}

G_END_DECLS
