/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "bul-spoken.h"

G_BEGIN_DECLS

/**
 * DeskRateRow:
 *
 * How fast somebody reads one language: a number to set, or to be measured by reading aloud.
 *
 * Property: `rate` (uint), syllables or words a minute.
 */
#define DESK_TYPE_RATE_ROW (desk_rate_row_get_type ())
G_DECLARE_FINAL_TYPE (DeskRateRow, desk_rate_row, DESK, RATE_ROW, AdwActionRow)

GtkWidget *desk_rate_row_new (BulSpoken language, guint rate);

guint desk_rate_row_get_rate (DeskRateRow *self);
void desk_rate_row_set_rate (DeskRateRow *self, guint rate);

G_END_DECLS
