/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-box.h"

void
desk_box_clear (GtkBox *self)
{
  GtkWidget *child;

  g_return_if_fail (GTK_IS_BOX (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (self, child);
}
