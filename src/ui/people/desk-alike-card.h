/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "bul-flow-duplicates.h"

G_BEGIN_DECLS

/**
 * DeskAlikeCard:
 *
 * Somebody who may be the person whose page it stands on, and why.
 *
 * Signals: `judged` (same), when it was said whether it is; `shown` (), when the other one is to be
 * looked at.
 */
#define DESK_TYPE_ALIKE_CARD (desk_alike_card_get_type ())
G_DECLARE_FINAL_TYPE (DeskAlikeCard, desk_alike_card, DESK, ALIKE_CARD, GtkBox)

/* @other: one of the two; both stay as long as the card does. */
GtkWidget *desk_alike_card_new (const BulFlowDuplicate *pair, const BulFlowPerson *other);

const BulFlowPerson *desk_alike_card_get_other (DeskAlikeCard *self);

/* The one that keys are about. */
void desk_alike_card_set_current (DeskAlikeCard *self, gboolean current);

G_END_DECLS
