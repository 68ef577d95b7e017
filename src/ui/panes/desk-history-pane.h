/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-pane.h"

G_BEGIN_DECLS

/**
 * DeskHistoryPane:
 *
 * What is known of the story as a whole, to be put right, and its revisions, newest first.
 *
 * Signals: `compare` (guint number), to show a revision beside the story as it is; `restored`
 * (guint number), after the story reads as that revision again; `failed` (const char *words), where
 * it could not.
 */
#define DESK_TYPE_HISTORY_PANE (desk_history_pane_get_type ())
G_DECLARE_FINAL_TYPE (DeskHistoryPane, desk_history_pane, DESK, HISTORY_PANE, DeskPane)

/* Makes the story read as it did in revision @number, in one step that undo takes back. */
void desk_history_pane_restore (DeskHistoryPane *self, guint number);

G_END_DECLS
