/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-story.h"

G_BEGIN_DECLS

/* Fills in what the lines of the page say of the story: page date, programme, stamps. */
void bul_page_read (BulStory *story, const BulScript *script);

/* Gives a later story of a page what only its head says: programme, page date, times. */
void bul_page_inherit (BulStory *story, const BulStory *first);

G_END_DECLS
