/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-correction.h"
#include "bul-notice.h"
#include "bul-speaker.h"
#include "bul-story.h"

G_BEGIN_DECLS

/* What the window calls the words of the model, in the language of the person at the desk. */
const char *desk_wording_for_class (BulClass error_class);
const char *desk_wording_for_weight (BulWeight weight);
const char *desk_wording_for_found_by (BulFoundBy found_by);
const char *desk_wording_for_correction_state (BulCorrectionState state);
const char *desk_wording_for_story_state (BulStoryState state);
/* Why a notice is published. */
const char *desk_wording_for_basis (BulBasis basis);
const char *desk_wording_for_role (BulSpeakerRole role);
const char *desk_wording_for_section (BulSection section);
const char *desk_wording_for_language (const char *language);

/* Returns: (transfer full): what sort of public act a notice is, of words such as “correction
 * reply”. */
char *desk_wording_dup_kinds (const char *kinds);

/* Returns: (transfer full): the local key as people see it: `c1` is C1. */
char *desk_wording_dup_tag (const char *key);

/* Returns: (transfer full): where the line @block stands, such as “Report · ¶ 2”; empty if it is
 * gone. */
char *desk_wording_dup_place (const BulStory *story, const char *block);

/* Returns: (transfer full): the clock time of @at (ISO 8601), with seconds, or the date before
 * today. */
char *desk_wording_dup_time (const char *at);

/* Returns: (transfer full): @day (which begins YYYY-MM-DD) as people say it; empty where it is no
 * day. */
char *desk_wording_dup_day (const char *day);

/* Returns: (transfer full): @at (ISO 8601) as people say it, such as “Yesterday 22:46”; and to the
 * second, with its zone. */
char *desk_wording_dup_when (const char *at);
char *desk_wording_dup_exact_time (const char *at);

/* Returns: (transfer full): @day (YYYY-MM-DD; nullable) in few letters: “18 Mar”. */
char *desk_wording_dup_short_day (const char *day);

/* What a button says that moves a correction on from @state, with its mnemonic; %NULL where there
 * is nothing to be done. @next: (out) (optional): where it is moved to. */
const char *desk_wording_for_next_state (BulCorrectionState state, BulCorrectionState *next);

G_END_DECLS
