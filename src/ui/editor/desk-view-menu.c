/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-history.h"
#include "desk-view-private.h"

/* What can be taken back is the history's, and the items of the text view's own menu say so. */
static void
allow_undo (DeskView *self)
{
  BulHistory *history = self->buffer == NULL
                            ? NULL
                            : desk_document_get_history (desk_buffer_get_document (self->buffer));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "text.undo",
                                 history != NULL && bul_history_can_undo (history));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "text.redo",
                                 history != NULL && bul_history_can_redo (history));
}

/* The text view opens its menu afterwards. */
static void
pressed_cb (DeskView *self, int n_press, double x, double y, GtkGesture *gesture)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextIter iter;
  int left;
  int top;

  allow_undo (self);
  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, x, y, &left, &top);
  gtk_text_view_get_iter_at_location (view, &iter, left, top);
  desk_view_ask_for_word (self, &iter);
}

/* Words that are selected are meant from their start, as the key that goes to the next misspelt
 * word leaves them. */
static gboolean
key_pressed_cb (DeskView *self, guint keyval, guint keycode, GdkModifierType state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  GtkTextIter start;

  if (self->buffer == NULL
      || !((keyval == GDK_KEY_Menu && modifiers == 0)
           || (keyval == GDK_KEY_F10 && modifiers == GDK_SHIFT_MASK)))
    return GDK_EVENT_PROPAGATE;
  allow_undo (self);
  gtk_text_buffer_get_selection_bounds (GTK_TEXT_BUFFER (self->buffer), &start, NULL);
  desk_view_ask_for_word (self, &start);
  return GDK_EVENT_PROPAGATE;
}

/* The window knows whose undo it is: of the script, of a pair of sentences. */
static void
undo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.undo", NULL);
}

static void
redo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.redo", NULL);
}

void
desk_view_menu_class_init (GtkWidgetClass *widget_class)
{
  /* These come before the text view's own, which know of no history but the buffer's. */
  gtk_widget_class_install_action (widget_class, "text.undo", NULL, undo);
  gtk_widget_class_install_action (widget_class, "text.redo", NULL, redo);
}

void
desk_view_menu_init (DeskView *self)
{
  GtkGesture *gesture = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  allow_undo (self);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (gesture), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (gesture, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (gesture));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
