/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-view-private.h"

struct _DeskViewSelection
{
  char *caret_block;
  guint caret_at;
  char *bound_block;
  guint bound_at;
};

void
desk_view_selection_free (DeskViewSelection *selection)
{
  g_free (selection->caret_block);
  g_free (selection->bound_block);
  g_free (selection);
}

void
desk_view_get_marks (DeskView *self, GtkTextIter *caret, GtkTextIter *bound)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);

  gtk_text_buffer_get_iter_at_mark (buffer, caret, gtk_text_buffer_get_insert (buffer));
  gtk_text_buffer_get_iter_at_mark (buffer, bound, gtk_text_buffer_get_selection_bound (buffer));
}

DeskViewSelection *
desk_view_selection_new (DeskView *self)
{
  DeskViewSelection places = { 0 };
  const char *caret_block = NULL;
  const char *bound_block = NULL;
  GtkTextIter caret;
  GtkTextIter bound;

  desk_view_get_marks (self, &caret, &bound);
  if (!desk_buffer_get_place (self->buffer, &caret, &caret_block, &places.caret_at)
      || !desk_buffer_get_place (self->buffer, &bound, &bound_block, &places.bound_at))
    return NULL;
  places.caret_block = g_strdup (caret_block);
  places.bound_block = g_strdup (bound_block);
  return g_memdup2 (&places, sizeof places);
}

gboolean
desk_view_selection_find (const DeskViewSelection *selection,
                          DeskView *self,
                          GtkTextIter *caret,
                          GtkTextIter *bound)
{
  return desk_buffer_get_iter_at_place (self->buffer, selection->caret_block, selection->caret_at,
                                        DESK_AFTER_STRUCK, caret)
         && desk_buffer_get_iter_at_place (self->buffer, selection->bound_block,
                                           selection->bound_at, DESK_AFTER_STRUCK, bound);
}

/* --- while the keys are elsewhere
 *
 * An entry that selects its words there takes the primary selection, and GTK lets go of those of
 * the script. */

void
desk_view_forget_selection (DeskView *self)
{
  g_clear_pointer (&self->left_selection, desk_view_selection_free);
}

static void
leave_cb (DeskView *self)
{
  desk_view_forget_selection (self);
  if (self->buffer != NULL && gtk_text_buffer_get_has_selection (GTK_TEXT_BUFFER (self->buffer)))
    self->left_selection = desk_view_selection_new (self);
}

/* Selects again, where the caret stands as it was left. */
static void
enter_cb (DeskView *self)
{
  GtkTextIter caret;
  GtkTextIter bound;
  GtkTextIter now;
  GtkTextIter other;

  if (self->left_selection != NULL && self->buffer != NULL
      && !gtk_text_buffer_get_has_selection (GTK_TEXT_BUFFER (self->buffer))
      && desk_view_selection_find (self->left_selection, self, &caret, &bound))
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
