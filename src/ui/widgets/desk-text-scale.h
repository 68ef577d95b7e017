/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How many times as large as usual the desktop wants text; 1 where it does not say. What has room
 * for text in pixels follows `notify::gtk-xft-dpi` of the settings. */
double desk_text_scale_get (GtkSettings *settings);

/* How many times as large as usual what is painted beside the words of @widget is: up to half as
 * large again, for the words need the room. */
float desk_text_scale_of_signs (GtkWidget *widget);

G_END_DECLS
