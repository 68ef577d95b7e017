/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-pane.h"

G_BEGIN_DECLS

/* Who is heard in the story, by number. */
#define DESK_TYPE_SPEAKERS_PANE (desk_speakers_pane_get_type ())
G_DECLARE_FINAL_TYPE (DeskSpeakersPane, desk_speakers_pane, DESK, SPEAKERS_PANE, DeskPane)

/* The card of a speaker; %NULL where there is none. */
GtkWidget *desk_speakers_pane_find_card (DeskSpeakersPane *self, const char *speaker);

/* Key of the speaker whose card has the focus; or %NULL. Valid until the cards are shown anew. */
const char *desk_speakers_pane_get_focused (DeskSpeakersPane *self);

G_END_DECLS
