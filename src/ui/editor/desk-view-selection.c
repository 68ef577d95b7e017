/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-view-private.h"

/* What was selected as the keys went elsewhere. An entry that selects its words there takes the
 * primary selection, and GTK lets go of those of the script. */
struct _DeskViewSelection
{
  char *caret_block;
  guint caret_at;
  char *bound_block;
  guint bound_at;
};

void
desk_view_forget_selection (DeskView *self)
{
  if (self->left_selection == NULL)
    return;
  g_free (self->left_selection->caret_block);
  g_free (self->left_selection->bound_block);
  g_clear_pointer (&self->left_selection, g_free);
}

void
desk_view_get_marks (DeskView *self, GtkTextIter *caret, GtkTextIter *bound)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);

  gtk_text_buffer_get_iter_at_mark (buffer, caret, gtk_text_buffer_get_insert (buffer));
  gtk_text_buffer_get_iter_at_mark (buffer, bound, gtk_text_buffer_get_selection_bound (buffer));
}

static void
leave_cb (DeskView *self)
{
  DeskViewSelection left = { 0 };
  const char *caret_block = NULL;
  const char *bound_block = NULL;
  GtkTextIter caret;
  GtkTextIter bound;

  desk_view_forget_selection (self);
  if (self->buffer == NULL || !gtk_text_buffer_get_has_selection (GTK_TEXT_BUFFER (self->buffer)))
    return;
  desk_view_get_marks (self, &caret, &bound);
  if (!desk_buffer_get_place (self->buffer, &caret, &caret_block, &left.caret_at)
      || !desk_buffer_get_place (self->buffer, &bound, &bound_block, &left.bound_at))
    return;
  left.caret_block = g_strdup (caret_block);
  left.bound_block = g_strdup (bound_block);
  self->left_selection = g_memdup2 (&left, sizeof left);
}

/* Selects again, where the caret stands as it was left. */
static void
enter_cb (DeskView *self)
{
  const DeskViewSelection *left = self->left_selection;
  GtkTextIter caret;
  GtkTextIter bound;
  GtkTextIter now;
  GtkTextIter other;

  if (left != NULL && self->buffer != NULL
      && !gtk_text_buffer_get_has_selection (GTK_TEXT_BUFFER (self->buffer))
      && desk_buffer_get_iter_at_place (self->buffer, left->caret_block, left->caret_at,
                                        DESK_AFTER_STRUCK, &caret)
      && desk_buffer_get_iter_at_place (self->buffer, left->bound_block, left->bound_at,
                                        DESK_AFTER_STRUCK, &bound))
    {
      desk_view_get_marks (self, &now, &other);
      if (gtk_text_iter_equal (&now, &caret))
        gtk_text_buffer_select_range (GTK_TEXT_BUFFER (self->buffer), &caret, &bound);
    }
  desk_view_forget_selection (self);
}

void
desk_view_selection_init (DeskView *self)
{
  GtkEventController *controller = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (controller, "enter", G_CALLBACK (enter_cb), self);
  g_signal_connect_swapped (controller, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}
