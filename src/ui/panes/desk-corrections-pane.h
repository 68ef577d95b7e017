/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-pane.h"

G_BEGIN_DECLS

/* What was wrong in the story, and what the public is told of it. */
#define DESK_TYPE_CORRECTIONS_PANE (desk_corrections_pane_get_type ())
G_DECLARE_FINAL_TYPE (DeskCorrectionsPane, desk_corrections_pane, DESK, CORRECTIONS_PANE, DeskPane)

/* The card of the correction @key gets the ring and is scrolled to. */
void desk_corrections_pane_select (DeskCorrectionsPane *self, const char *key);
/* The same, and its words are selected in the script where they still stand. */
void desk_corrections_pane_go_to (DeskCorrectionsPane *self, const char *key);

/* Tells the story now of what was typed into its notices. */
void desk_corrections_pane_settle (DeskCorrectionsPane *self);

G_END_DECLS
