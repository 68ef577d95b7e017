/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-block.h"
#include "desk-document.h"

G_BEGIN_DECLS

/* Returns: (transfer full): what a line is and what the margins show of it, for those who hear and
 * do not see it. @n_misspelt: how many of its words are marked as misspelt. */
char *desk_caption_dup (DeskDocument *document, const BulBlock *block, guint n_misspelt);

G_END_DECLS
