/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "bul-finding.h"
#include "bul-story.h"

G_BEGIN_DECLS

/**
 * DeskFindingCard:
 *
 * One finding: how much it matters, its number and line, what it says, the words, what to do; the
 * current one says as well how it came about.
 *
 * Signal: `dismiss` (), when its button is pressed: to leave things as they are, or to show a
 * finding again that was left so. Signal: `repair` (), to put the line right as the card shows.
 */
#define DESK_TYPE_FINDING_CARD (desk_finding_card_get_type ())
G_DECLARE_FINAL_TYPE (DeskFindingCard, desk_finding_card, DESK, FINDING_CARD, GtkListBoxRow)

GtkWidget *desk_finding_card_new (void);

/* @number: as the margin shows it; 0 for one that was dismissed. */
void desk_finding_card_show (DeskFindingCard *self,
                             const BulStory *story,
                             const BulFinding *finding,
                             guint number);

void desk_finding_card_set_current (DeskFindingCard *self, gboolean current);

/* Of the finding that is shown; @block is %NULL for the whole story. Borrowed. */
const char *desk_finding_card_get_code (DeskFindingCard *self);
const char *desk_finding_card_get_block (DeskFindingCard *self);
BulRange desk_finding_card_get_range (DeskFindingCard *self);

/* Returns: (nullable): how the line must have read that was decoded wrongly. Borrowed. */
const char *desk_finding_card_get_repaired (DeskFindingCard *self);
gboolean desk_finding_card_get_dismissed (DeskFindingCard *self);

G_END_DECLS
