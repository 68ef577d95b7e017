/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-rows.h"

G_BEGIN_DECLS

/* Where the words stand in a prompter of this width: x and width; the rest is nothing. */
graphene_rect_t desk_prompter_paint_get_column (int width);

/* The rows, rolled so far that @y is at the mark, and the mark. */
void desk_prompter_paint (GtkWidget *widget, GtkSnapshot *snapshot, DeskRows *rows, double y);

G_END_DECLS
