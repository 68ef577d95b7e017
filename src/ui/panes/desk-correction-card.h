/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "bul-correction.h"
#include "bul-story.h"

G_BEGIN_DECLS

/**
 * DeskCorrectionCard:
 *
 * The record of one error, and what the public is told of it.
 *
 * Signal: `worded` (const char *notice, const char *language, guint use, const char *words): what
 * hands made of one of its texts; %NULL is to be written again.
 */
#define DESK_TYPE_CORRECTION_CARD (desk_correction_card_get_type ())
G_DECLARE_FINAL_TYPE (
    DeskCorrectionCard, desk_correction_card, DESK, CORRECTION_CARD, GtkListBoxRow)

GtkWidget *desk_correction_card_new (void);

void desk_correction_card_show (DeskCorrectionCard *self,
                                const BulStory *story,
                                const BulCorrection *correction);

/* Tells now of what was typed into a notice; see desk_notice_text_settle(). */
void desk_correction_card_settle (DeskCorrectionCard *self);

/* The uid of the story, and the key of the correction, that were last shown. */
const char *desk_correction_card_get_story (DeskCorrectionCard *self);
const char *desk_correction_card_get_key (DeskCorrectionCard *self);

G_END_DECLS
