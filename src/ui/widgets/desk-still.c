/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-still.h"

typedef struct
{
  graphene_rect_t bounds; /* in the frame before */
  gboolean was_seen;
  DeskStillDone done;
  gpointer data;
} Still;

/* Frames come before what has changed is laid out: what is the same in two was laid out between. */
static gboolean
frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Still *self = data;
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (widget));
  graphene_rect_t bounds;
  gboolean is_seen = gtk_widget_get_mapped (widget) && root != NULL
                     && gtk_widget_compute_bounds (widget, root, &bounds);
  gboolean is_still = is_seen && self->was_seen && graphene_rect_equal (&bounds, &self->bounds);

  self->was_seen = is_seen;
  if (is_seen)
    self->bounds = bounds;
  if (!is_still)
    return G_SOURCE_CONTINUE;
  self->done (self->data);
  return G_SOURCE_REMOVE;
}

guint
desk_still_wait (GtkWidget *widget, DeskStillDone done, gpointer data)
{
  Still *self;

  g_return_val_if_fail (GTK_IS_WIDGET (widget) && done != NULL, 0);

  self = g_new0 (Still, 1);
  self->done = done;
  self->data = data;
  return gtk_widget_add_tick_callback (widget, frame_cb, self, g_free);
}

void
desk_still_stop (GtkWidget *widget, guint *id)
{
  g_return_if_fail (id != NULL);

  if (*id != 0)
    gtk_widget_remove_tick_callback (widget, *id);
  *id = 0;
}
