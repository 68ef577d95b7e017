/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "bul-correction.h"
#include "bul-story.h"

G_BEGIN_DECLS

/* The record of one error, and what the public is told of it. */
#define DESK_TYPE_CORRECTION_CARD (desk_correction_card_get_type ())
G_DECLARE_FINAL_TYPE (
    DeskCorrectionCard, desk_correction_card, DESK, CORRECTION_CARD, GtkListBoxRow)

GtkWidget *desk_correction_card_new (void);

void desk_correction_card_show (DeskCorrectionCard *self,
                                const BulStory *story,
                                const BulCorrection *correction);

/* Key of the correction that was last shown. */
const char *desk_correction_card_get_key (DeskCorrectionCard *self);

G_END_DECLS
