/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-finding.h"
#include "bul-history.h"

G_BEGIN_DECLS

/**
 * DeskFindings:
 *
 * What is odd about an open story, found again once the hands rest: never while they type. A
 * dismissal shows at once. Where the story is long another thread looks at a copy of it.
 *
 * Findings that are not dismissed are numbered from 1, by line; the margin and the cards show the
 * same number. Until they are found again they may name a line that is gone, or words that are
 * shorter by now.
 *
 * Signal: `changed` (), when others are found than before.
 */
#define DESK_TYPE_FINDINGS (desk_findings_get_type ())
G_DECLARE_FINAL_TYPE (DeskFindings, desk_findings, DESK, FINDINGS, GObject)

/* @history is shared. */
DeskFindings *desk_findings_new (BulHistory *history);

/* What facts are looked up in beside our own lexicon (element-type BulLexicon); nobody may change
 * it any more. */
void desk_findings_set_lexicons (DeskFindings *self, GPtrArray *lexicons);

/* Of BulFinding: those that are open, in order of their numbers, and those that were dismissed.
 * Borrowed until the next `changed`. */
const GPtrArray *desk_findings_get_open (DeskFindings *self);
const GPtrArray *desk_findings_get_dismissed (DeskFindings *self);

/* The number of the first open finding of @block, or 0. Those of the same block follow it. */
guint desk_findings_get_first (DeskFindings *self, const char *block);

/* The number of the first open finding behind a place, or the last before it, around the end; 0:
 * there is none in any line. @line counts from 1, @offset code points. */
guint
desk_findings_get_next (DeskFindings *self, const BulScript *script, guint line, guint offset);
guint
desk_findings_get_previous (DeskFindings *self, const BulScript *script, guint line, guint offset);

G_END_DECLS
