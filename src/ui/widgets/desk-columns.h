/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DeskColumns:
 *
 * Lays children out in columns of the same width, row by row, the children of a row as high as the
 * highest of them. Where a column would become too narrow there are half as many. A last one that
 * is alone in its row takes all of it.
 */
#define DESK_TYPE_COLUMNS (desk_columns_get_type ())
G_DECLARE_FINAL_TYPE (DeskColumns, desk_columns, DESK, COLUMNS, GtkLayoutManager)

/* @most: columns where there is room; @least_width: pixels of a column */
GtkLayoutManager *desk_columns_new (guint most, int least_width, int spacing);

G_END_DECLS
