/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-entry.h"

void
desk_entry_set_text (GtkEntry *entry, const char *text)
{
  g_return_if_fail (GTK_IS_ENTRY (entry) && text != NULL);

  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (entry)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_editable_set_enable_undo (GTK_EDITABLE (entry), FALSE);
  gtk_editable_set_enable_undo (GTK_EDITABLE (entry), TRUE);
}
