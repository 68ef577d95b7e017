/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-overtype.h"

/* With these held a key is no letter. */
#define NO_LETTER (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK)

static gboolean
key_pressed_cb (GtkEditable *entry, guint keyval, guint keycode, GdkModifierType state)
{
  gunichar c = gdk_keyval_to_unicode (keyval);

  if (c != 0 && g_unichar_isprint (c) && (state & NO_LETTER) == 0
      && gtk_editable_get_selection_bounds (entry, NULL, NULL))
    gtk_editable_delete_selection (entry);
  return GDK_EVENT_PROPAGATE;
}

void
desk_overtype_add (GtkWidget *entry)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_return_if_fail (GTK_IS_EDITABLE (entry));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), entry);
  gtk_widget_add_controller (entry, keys);
}
