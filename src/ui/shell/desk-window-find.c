/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "desk-window-private.h"

void
desk_window_uncover_text (DeskWindow *self)
{
  if (adw_flap_get_folded (self->inner))
    adw_flap_set_reveal_flap (self->inner, FALSE);
}

void
desk_window_find (DeskWindow *self)
{
  desk_window_uncover_text (self);
  desk_find_bar_find (self->find_bar);
}

void
desk_window_replace (DeskWindow *self)
{
  desk_window_uncover_text (self);
  desk_find_bar_replace (self->find_bar);
}

void
desk_window_next_match (DeskWindow *self)
{
  desk_find_bar_next (self->find_bar);
}

void
desk_window_previous_match (DeskWindow *self)
{
  desk_find_bar_previous (self->find_bar);
}

/* The key that says yes on every desk: to what is ticked where the hands are in the bar, to what is
 * written where they are in a field. */
void
desk_window_yes (DeskWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (desk_find_bar_yes (self->find_bar) || (self->raise != NULL && desk_raise_yes (self->raise)))
    return;
  if (GTK_IS_TEXT (focus))
    gtk_widget_activate (focus);
  else
    desk_window_accept_change (self);
}

static void
closed_cb (DeskWindow *self)
{
  if (self->document != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->script));
}

static void
replaced_cb (DeskWindow *self, guint n_places)
{
  desk_window_toast_undo (
      self, ngettext ("Replaced in %u place.", "Replaced in %u places.", n_places), n_places);
}

/* In the script Escape puts the bar away; the caret stays. It is asked before the input method,
 * which may take Escape for the end of typing Hangul. */
static gboolean
key_pressed_cb (DeskWindow *self, guint keyval)
{
  if (keyval != GDK_KEY_Escape || !desk_find_bar_is_open (self->find_bar))
    return GDK_EVENT_PROPAGATE;
  desk_find_bar_close (self->find_bar);
  return GDK_EVENT_STOP;
}

void
desk_window_find_init (DeskWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->script), keys);
  g_signal_connect_swapped (self->find_bar, "closed", G_CALLBACK (closed_cb), self);
  g_signal_connect_swapped (self->find_bar, "replaced", G_CALLBACK (replaced_cb), self);
}
