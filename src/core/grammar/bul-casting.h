/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-keys.h"
#include "bul-parts.h"
#include "bul-story.h"

G_BEGIN_DECLS

/*
 * Who is heard in which block. Speakers are numbered by first appearance: the anchor who reads the
 * lead, the reporter whom the hand-off names, the people of the soundbites. Within a story the same
 * name is the same speaker; a voice that only has a role is a speaker of its own each time, for two
 * residents are two people.
 */

/* Gives every block of @script its speakers, making them as needed. For importers: @story is being
 * built. */
void bul_casting_assign (BulStory *story, BulScript *script, BulKeys *keys);

/*
 * Adds to @edits what a change of @block, now of @kind and in @section, entails: a new speaker for
 * a soundbite or turn that has none, or the name and title of a speaker who is heard nowhere else.
 * A name shared by several blocks is never changed by typing in one of them. A paragraph that
 * becomes one of a lead or report is read by the anchor or reporter of the story; where somebody
 * said later that nobody is heard in it, that stays.
 */
void bul_casting_follow (GPtrArray *edits,
                         const BulStory *story,
                         const BulScript *script,
                         const BulBlock *block,
                         BulBlockKind kind,
                         BulSection section,
                         BulKeys *keys);

/*
 * Returns: (transfer full) (nullable): occasion, place, age …, as printed behind the title in the
 * first soundbite of @speaker that has any.
 */
char *bul_casting_dup_details (const BulStory *story, const BulSpeaker *speaker);

G_END_DECLS
