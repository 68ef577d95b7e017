/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-html-page.h"

G_BEGIN_DECLS

/* What a page calls itself, in its window and to other programs: often with the name of the house
 * before or behind it. */
typedef struct
{
  char *text;   /* (nullable): without that name */
  GStrv parts;  /* of the window's title */
  GStrv folded; /* forms to compare lines with */
} BulHtmlTitle;

BulHtmlTitle *bul_html_title_new (const BulHtmlPage *page);
void bul_html_title_free (BulHtmlTitle *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BulHtmlTitle, bul_html_title_free)

/* Whether @line is the title, or most of it. */
gboolean bul_html_title_is (const BulHtmlTitle *self, const char *line, gsize length);

/* (nullable): the part of it that names a programme, and nothing else. */
const char *bul_html_title_get_programme (const BulHtmlTitle *self);

G_END_DECLS
