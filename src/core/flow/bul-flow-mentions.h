/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-corrector.h"
#include "bul-flow-people.h"

G_BEGIN_DECLS

/*
 * Where people are named in what is read of a story. A name is what somebody in a list of people is
 * called, to the letter: its particle, or its genitive, is not part of it. Who speaks is told by
 * the story's speakers; their names in front of their words are no mentions.
 */

/*
 * The name that @passage is in, or is; where nobody is called so, what is likely to be one there:
 * a Korean word without its particle, a row of English words that begin with capitals.
 *
 * Returns: %FALSE where there are no words. @name->block is borrowed from @passage.
 */
gboolean bul_flow_mentions_find_at (const BulFlowPeople *people,
                                    const BulStory *story,
                                    const BulPassage *passage,
                                    BulPassage *name);

/*
 * The next mention behind @after in its script, around the end, of which no tag says who is meant.
 *
 * Returns: %FALSE where there is none. @next->block is borrowed from @story.
 */
gboolean bul_flow_mentions_find_next (const BulFlowPeople *people,
                                      const BulStory *story,
                                      const BulPassage *after,
                                      BulPassage *next);

/* Whether a tag on words that @name overlaps says who is meant. */
gboolean bul_flow_mentions_is_told (const BulStory *story, const BulPassage *name);

G_END_DECLS
