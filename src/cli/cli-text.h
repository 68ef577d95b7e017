/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-story.h"

G_BEGIN_DECLS

/* A story as people read it in a terminal: its lines with number, kind and speakers. */
void cli_text_print_story (const BulStory *story);
void cli_text_print_speakers (const BulStory *story);
void cli_text_print_corrections (const BulStory *story);
void cli_text_print_findings (const GPtrArray *findings);

G_END_DECLS
