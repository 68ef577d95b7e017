/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "bul-story.h"

G_BEGIN_DECLS

/* One voice: number, name, title, and how much of the story it has. */
#define DESK_TYPE_SPEAKER_CARD (desk_speaker_card_get_type ())
G_DECLARE_FINAL_TYPE (DeskSpeakerCard, desk_speaker_card, DESK, SPEAKER_CARD, GtkListBoxRow)

GtkWidget *desk_speaker_card_new (void);

void
desk_speaker_card_show (DeskSpeakerCard *self, const BulStory *story, const BulSpeaker *speaker);

/* Key of the first line in which the speaker is heard, as it was when last shown; or %NULL. */
const char *desk_speaker_card_get_block (DeskSpeakerCard *self);

G_END_DECLS
