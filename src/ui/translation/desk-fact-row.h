/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "bul-flow-parity.h"

G_BEGIN_DECLS

/**
 * DeskFactRow:
 *
 * What the two sides of a pair say of a number, a date or a name, and what can be done where that
 * is not the same.
 */
#define DESK_TYPE_FACT_ROW (desk_fact_row_get_type ())
G_DECLARE_FINAL_TYPE (DeskFactRow, desk_fact_row, DESK, FACT_ROW, GtkBox)

/* @number: from 1, which its buttons tell the window */
GtkWidget *desk_fact_row_new (const BulFlowFact *fact, guint number);

G_END_DECLS
