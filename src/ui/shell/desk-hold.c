/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-hold.h"

/* So many frames without a move are the end. */
#define REST 4

typedef struct
{
  GtkTextView *view;
  GtkTextBuffer *buffer;
  GtkTextMark *mark;
  GtkWidget *root;            /* where hands are watched */
  GtkEventController *events; /* of it */
  guint tick;
  guint idle;
  double value;
  guint n_rests;
  gboolean is_over;
} Hold;

static const char *const name = "desk-hold";

static void
end (Hold *self)
{
  g_object_set_data (G_OBJECT (self->view), name, NULL);
  g_signal_handlers_disconnect_by_data (self->view, self);
  g_clear_handle_id (&self->idle, g_source_remove);
  gtk_widget_remove_tick_callback (GTK_WIDGET (self->view), self->tick);
  gtk_widget_remove_controller (self->root, self->events);
  gtk_text_buffer_delete_mark (self->buffer, self->mark);
  g_object_unref (self->buffer);
  g_free (self);
}

static double
get_value (Hold *self)
{
  return gtk_adjustment_get_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view)));
}

/*
 * Above the first line there is a margin, which belongs to it. The view must not be asked for that
 * line as well: it would come to the line, without the margin, as late as it has laid out the last.
 */
static void
scroll (Hold *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &iter, self->mark);
  if (gtk_text_iter_is_start (&iter))
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_lower (adjustment));
  else
    gtk_text_view_scroll_to_mark (self->view, self->mark, 0, TRUE, 0, 0);
}

/* Its turn comes after all that lays out lines. */
static gboolean
idle_cb (gpointer data)
{
  Hold *self = data;
  gboolean has_moved;

  self->idle = 0;
  if (self->is_over || gtk_text_view_get_buffer (self->view) != self->buffer)
    {
      end (self);
      return G_SOURCE_REMOVE;
    }
  has_moved = get_value (self) != self->value;
  scroll (self);
  has_moved = has_moved || get_value (self) != self->value;
  self->n_rests = has_moved ? 0 : self->n_rests + 1;
  self->value = get_value (self);
  if (self->n_rests >= REST)
    end (self);
  return G_SOURCE_REMOVE;
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Hold *self = data;

  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_LOW, idle_cb, self, NULL);
  return G_SOURCE_CONTINUE;
}

static gboolean
event_cb (Hold *self, GdkEvent *event)
{
  switch (gdk_event_get_event_type (event))
    {
    case GDK_KEY_PRESS:
    case GDK_BUTTON_PRESS:
    case GDK_SCROLL:
    case GDK_TOUCH_BEGIN:
      self->is_over = TRUE;
      break;
    default:
      break;
    }
  return GDK_EVENT_PROPAGATE;
}

void
desk_hold_top (GtkTextView *view, const GtkTextIter *iter)
{
  Hold *before = NULL;
  Hold *self = NULL;

  g_return_if_fail (GTK_IS_TEXT_VIEW (view) && gtk_widget_get_root (GTK_WIDGET (view)) != NULL);

  before = g_object_get_data (G_OBJECT (view), name);
  if (before != NULL)
    end (before);
  self = g_new0 (Hold, 1);
  self->view = view;
  self->buffer = g_object_ref (gtk_text_view_get_buffer (view));
  self->mark = gtk_text_buffer_create_mark (self->buffer, NULL, iter, TRUE);
  self->root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (view)));
  self->events = gtk_event_controller_legacy_new ();
  gtk_event_controller_set_propagation_phase (self->events, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (self->events, "event", G_CALLBACK (event_cb), self);
  gtk_widget_add_controller (self->root, self->events);
  self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (view), tick_cb, self, NULL);
  g_signal_connect_swapped (view, "destroy", G_CALLBACK (end), self);
  g_object_set_data (G_OBJECT (view), name, self);
  scroll (self);
}

gboolean
desk_hold_is_on (GtkTextView *view)
{
  g_return_val_if_fail (GTK_IS_TEXT_VIEW (view), FALSE);

  return g_object_get_data (G_OBJECT (view), name) != NULL;
}
