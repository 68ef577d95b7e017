/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "desk-asker.h"
#include "desk-tag-deed.h"

G_BEGIN_DECLS

/**
 * DeskSelectionBar:
 *
 * How many of the stories that were found are ticked, and what can be done to them. It comes up
 * with the first tick. What is decided here is told, and how far it came is shown.
 *
 * Signals: `decided` (deed, a DeskTagDeed); `exported` (docids, a GArray of gint64), when those
 * stories are to be exported; `stopped` (), when what is under way is to be ended;
 * `left` (), when the keys go back to the list.
 */
#define DESK_TYPE_SELECTION_BAR (desk_selection_bar_get_type ())
G_DECLARE_FINAL_TYPE (DeskSelectionBar, desk_selection_bar, DESK, SELECTION_BAR, AdwBin)

/* What it is about. */
void desk_selection_bar_join (DeskSelectionBar *self, DeskFoundList *list, DeskAsker *asker);

/* Wants the tags of the stories that are ticked to be opened; where none is, of all that are found.
 * They are once desk_selection_bar_settle() finds all of them known. @last: (nullable): code of the
 * tag that was given last */
void desk_selection_bar_tag (DeskSelectionBar *self, const char *last);
/* Wants the same stories to be exported, once they are known. */
void desk_selection_bar_export (DeskSelectionBar *self);
void desk_selection_bar_settle (DeskSelectionBar *self);

/* Whether the tags are open; and the key that says yes, to them. */
gboolean desk_selection_bar_is_open (DeskSelectionBar *self);
void desk_selection_bar_yes (DeskSelectionBar *self);

/* Tags were changed: what stories are sorted by is counted once more. The list stays. */
void desk_selection_bar_count_again (DeskSelectionBar *self);

/* So many of @n stories are done with; the same number says that all are. @name: what is done */
void
desk_selection_bar_show_progress (DeskSelectionBar *self, const char *name, guint n_done, guint n);

G_END_DECLS
