/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DeskMonths:
 *
 * How many stories there are of each month, as bars; of each year where the months are too many.
 * Bars are chosen by a click, by dragging over them, or with the arrow keys, Home and End.
 *
 * Signal: `chosen` (value), a date as queries have it, such as 2025-05 or 2025-05..2025-07; %NULL
 * for any.
 */
#define DESK_TYPE_MONTHS (desk_months_get_type ())
G_DECLARE_FINAL_TYPE (DeskMonths, desk_months, DESK, MONTHS, GtkWidget)

/* @facets: (element-type BulSearchFacet): those of other fields are passed over. */
void desk_months_set (DeskMonths *self, const GPtrArray *facets);

/* Days as GDate counts them; 0 and 0: nothing is chosen. */
void desk_months_set_chosen (DeskMonths *self, gint64 first_day, gint64 last_day);

guint desk_months_get_n_bars (DeskMonths *self);

/* What a bar stands for, such as 2025-05 or 2025; and how many there are. */
char *desk_months_dup_value (DeskMonths *self, guint bar);
guint desk_months_get_n (DeskMonths *self, guint bar);

/* As a drag from one bar to another, or a click on one. */
void desk_months_choose (DeskMonths *self, guint from, guint to);

G_END_DECLS
