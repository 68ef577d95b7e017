/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "bul-revision.h"

G_BEGIN_DECLS

/**
 * DeskRevisionCard:
 *
 * A saved point of a story: its number, what was done, when and by whom, and whether it went on
 * air. The current one offers what can be done with it.
 *
 * Signals: `compare` () and `restore` (), when their button is pressed.
 */
#define DESK_TYPE_REVISION_CARD (desk_revision_card_get_type ())
G_DECLARE_FINAL_TYPE (DeskRevisionCard, desk_revision_card, DESK, REVISION_CARD, GtkListBoxRow)

GtkWidget *desk_revision_card_new (void);

/* @is_now: whether the story reads as it does, so that there is nothing to do. */
void desk_revision_card_show (DeskRevisionCard *self, const BulRevision *revision, gboolean is_now);

void desk_revision_card_set_current (DeskRevisionCard *self, gboolean current);

/* Of the revision that was last shown. */
guint desk_revision_card_get_number (DeskRevisionCard *self);

G_END_DECLS
