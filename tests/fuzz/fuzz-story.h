/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-import.h"

G_BEGIN_DECLS

/* What holds of every story that was read, whatever it was read from. Each of these ends the
 * program where it does not. */

/* Blocks have texts that may stand in a block, keys of their own, parts within their texts, and
 * speakers that the story has. */
void fuzz_story_check (const BulStory *story);

/* A finding that has a row in the table of findings, and is not about a place before the first. */
void fuzz_story_check_finding (const BulFinding *finding);

/* Written as XML and read again it is the same, to the byte. */
void fuzz_story_check_xml (const BulStory *story);

G_END_DECLS
