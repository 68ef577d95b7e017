/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-people-model.h"

G_BEGIN_DECLS

/* Two who may be one, and why. */
#define DESK_TYPE_PAIR_ROW (desk_pair_row_get_type ())
G_DECLARE_FINAL_TYPE (DeskPairRow, desk_pair_row, DESK, PAIR_ROW, GtkBox)

/* @row: a BulFlowDuplicate. */
void desk_pair_row_show (GtkWidget *widget, gconstpointer row);

G_END_DECLS
