/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-classifier-view-private.h"

G_BEGIN_DECLS

/* What a line of words in the head of a page is, before the first line of the script. */

/* The page's frame vouches for it as the title. */
gboolean bul_page_head_is_headline (const BulClassifierState *state, const BulClassifierView *view);

/* It is the page's, and nobody knows what: a button, the name of the site. */
gboolean bul_page_head_is_unknown (const BulClassifierState *state, const BulClassifierView *view);

/* It names the programme. */
gboolean bul_page_head_is_header (const BulClassifierState *state, const BulClassifierView *view);

/* It stands beside the title: a summary, or whose report it is. */
gboolean bul_page_head_is_beside (const BulClassifierState *state, const BulClassifierView *view);

G_END_DECLS
