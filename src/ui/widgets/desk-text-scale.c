/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-text-scale.h"

/* What GTK calls a dot in an inch, and how many of them text is as large as usual at. */
#define XFT_UNIT 1024.0
#define USUAL_DPI 96.0

#define MOST_OF_SIGNS 1.5

double
desk_text_scale_get (GtkSettings *settings)
{
  int dpi;

  g_return_val_if_fail (GTK_IS_SETTINGS (settings), 1);

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  return dpi <= 0 ? 1 : dpi / XFT_UNIT / USUAL_DPI;
}

float
desk_text_scale_of_signs (GtkWidget *widget)
{
  return (float) CLAMP (desk_text_scale_get (gtk_widget_get_settings (widget)), 1, MOST_OF_SIGNS);
}
