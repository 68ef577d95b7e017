/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-pane.h"

G_BEGIN_DECLS

/* What is odd about the story: to be gone to, put right, or left as it is. Signal: `dismissed` ().
 */
#define DESK_TYPE_FINDINGS_PANE (desk_findings_pane_get_type ())
G_DECLARE_FINAL_TYPE (DeskFindingsPane, desk_findings_pane, DESK, FINDINGS_PANE, DeskPane)

/* Who dismisses. */
void desk_findings_pane_set_author (DeskFindingsPane *self, const char *author);

/* The card of the open finding with that number gets the ring and is scrolled to. */
void desk_findings_pane_select (DeskFindingsPane *self, guint number);

/* Goes to that finding in the script, and puts the caret there. */
void desk_findings_pane_show (DeskFindingsPane *self, guint number);

G_END_DECLS
