/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-html-survey.h"

G_BEGIN_DECLS

/**
 * BulHtmlArticle:
 * @start: its first line, from 0, with what the page prints before its text
 * @first: the first line of the box in which its text stands
 * @end: the line after the last of that box
 * @core: its first line that is read; @end for an article without any
 * @after: the line behind its last line that is read
 * @headline: the line of its title, or G_MAXUINT
 * @is_told: the page says which box it is
 *
 * One story of a page. It ends where the next one starts.
 */
typedef struct
{
  guint start;
  guint first;
  guint end;
  guint core;
  guint after;
  guint headline;
  gboolean is_told;
} BulHtmlArticle;

/* Returns: (transfer full) (element-type BulHtmlArticle): the stories of the page, at least one. */
GArray *bul_html_article_find (const BulHtmlSurvey *survey);

G_END_DECLS
