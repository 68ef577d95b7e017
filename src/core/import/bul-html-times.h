/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-html-page.h"
#include "bul-story.h"

G_BEGIN_DECLS

/* Makes stamps of lines of furniture or of the page's head, from @first to before @end, whose time
 * only the page's structure tells. */
void bul_html_times_give (const BulHtmlPage *page, guint first, guint end);

/* Gives @story the times that the page says of itself and prints nowhere. */
void bul_html_times_add_metas (const BulHtmlPage *page, BulStory *story);

G_END_DECLS
