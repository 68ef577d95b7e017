/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "bul-correction.h"
#include "bul-story.h"

G_BEGIN_DECLS

/* How far a correction, or a story, is: a sign and a word. */
#define DESK_TYPE_STATE_PILL (desk_state_pill_get_type ())
G_DECLARE_FINAL_TYPE (DeskStatePill, desk_state_pill, DESK, STATE_PILL, GtkBox)

GtkWidget *desk_state_pill_new (void);

void desk_state_pill_show (DeskStatePill *self, BulCorrectionState state);

void desk_state_pill_show_story (DeskStatePill *self, BulStoryState state);

/* A reply or a follow-up was asked for, and nothing is written yet. */
void desk_state_pill_show_asked (DeskStatePill *self);

/* The word that is shown, borrowed. */
const char *desk_state_pill_get_words (DeskStatePill *self);

G_END_DECLS
