/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-finding.h"
#include "bul-story.h"

G_BEGIN_DECLS

/*
 * What is odd about a story: as its lines are read, their characters, and what one line says
 * against another. Found again whenever it is asked for, from the text as it stands; a line has a
 * code once at most. What someone dismissed is there too, and says so.
 *
 * Returns: (transfer full) (element-type BulFinding): of the whole first, then by line.
 */
GPtrArray *bul_checker_find (const BulStory *story);

G_END_DECLS
