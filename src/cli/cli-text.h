/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-story.h"

G_BEGIN_DECLS

/* A story as people read it in a terminal: its lines with number, kind and speakers. */
void cli_text_print_story (const BulStory *story);
void cli_text_print_speakers (const BulStory *story);
void cli_text_print_corrections (const BulStory *story);
/* What was noticed of a file, or of the lines of a story. */
void cli_text_print_findings (const GPtrArray *findings);
void cli_text_print_story_findings (const BulStory *story);

G_END_DECLS
