/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-story.h"

G_BEGIN_DECLS

/*
 * The story as it was, with its lines cut and joined as those of @story are now. A line that was
 * cut in two has lost no words and another has gained none; told line by line it would seem so.
 *
 * Returns: (transfer full) (nullable): %NULL where no line of @base was cut or joined
 */
BulStory *bul_relined_make (const BulStory *base, const BulStory *story);

/* The same of a story that is given away. @past: (transfer full) (nullable). Returns: (transfer
 * full) (nullable): @past where nothing was cut or joined. */
BulStory *bul_relined_take (BulStory *past, const BulStory *story);

G_END_DECLS
