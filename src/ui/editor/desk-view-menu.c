/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "bul-history.h"
#include "desk-view-private.h"

/* What is done with the words that are meant. */
static const struct
{
  const char *action;
  const char *label;
} deeds[] = {
  { "win.raise-correction", N_ ("_Raise a Correction…") },
  { "win.new-note", N_ ("Add a _Note…") },
  { "win.tag", N_ ("Add a Ta_g…") },
  { "win.new-term", N_ ("New _Term…") },
};

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

/* A script that is only read, such as one found in the archive, has nobody who does them. */
static void
offer_deeds (DeskView *self)
{
  g_menu_remove_all (self->deeds_menu);
  for (guint i = 0; gtk_text_view_get_editable (GTK_TEXT_VIEW (self)) && i < G_N_ELEMENTS (deeds);
       i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_ (deeds[i].label), deeds[i].action);

      g_menu_item_set_attribute (item, "hidden-when", "s", "action-disabled");
      g_menu_append_item (self->deeds_menu, item);
    }
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
  offer_deeds (self);
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
  offer_deeds (self);
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
  g_autoptr (GMenu) menu = g_menu_new ();

  allow_undo (self);
  self->deeds_menu = g_menu_new ();
  g_menu_append_section (menu, NULL, G_MENU_MODEL (self->spelling_menu));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (self->deeds_menu));
  gtk_text_view_set_extra_menu (GTK_TEXT_VIEW (self), G_MENU_MODEL (menu));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (gesture), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (gesture, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (gesture));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
