/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * DeskWrap:
 *
 * Puts the children of its widget one behind the other, each as wide as it likes to be, and in
 * another row where there is no more room.
 */
#define DESK_TYPE_WRAP (desk_wrap_get_type ())
G_DECLARE_FINAL_TYPE (DeskWrap, desk_wrap, DESK, WRAP, GtkLayoutManager)

/* @spacing: between children of a row, and @row_spacing between rows. */
GtkLayoutManager *desk_wrap_new (int spacing, int row_spacing);

G_END_DECLS
