/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "bul-story.h"

G_BEGIN_DECLS

/* One voice: number, name, title, how much of the story it has, and a menu of what can be done. */
#define DESK_TYPE_SPEAKER_CARD (desk_speaker_card_get_type ())
G_DECLARE_FINAL_TYPE (DeskSpeakerCard, desk_speaker_card, DESK, SPEAKER_CARD, GtkListBoxRow)

GtkWidget *desk_speaker_card_new (void);

void
desk_speaker_card_show (DeskSpeakerCard *self, const BulStory *story, const BulSpeaker *speaker);

/* Of the speaker that was last shown; or %NULL. */
const char *desk_speaker_card_get_key (DeskSpeakerCard *self);

void desk_speaker_card_open_menu (DeskSpeakerCard *self);

/* Key of the first line in which the speaker is heard, as it was when last shown; or %NULL. */
const char *desk_speaker_card_get_block (DeskSpeakerCard *self);

G_END_DECLS
