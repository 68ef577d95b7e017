/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-mover.h"
#include "desk-view-private.h"

/* A place that outlives its line's move. */
typedef struct
{
  char *block;
  guint offset;
} Place;

static void
take_place (DeskView *self, const GtkTextIter *iter, Place *place)
{
  const char *block = NULL;

  desk_buffer_get_place (self->buffer, iter, &block, &place->offset);
  place->block = g_strdup (block);
}

static gboolean
find_place (DeskView *self, const Place *place, GtkTextIter *iter)
{
  return place->block != NULL
         && desk_buffer_get_iter_at_place (self->buffer, place->block, place->offset,
                                           DESK_AFTER_STRUCK, iter);
}

/* The lines that are selected, if in part, or the one of the caret. A line whose end is selected
 * with the one before is none of them. */
static void
get_lines (DeskView *self, guint *first, guint *last)
{
  GtkTextIter start;
  GtkTextIter end;

  desk_view_get_marks (self, &start, &end);
  gtk_text_iter_order (&start, &end);
  *first = (guint) gtk_text_iter_get_line (&start);
  *last = (guint) gtk_text_iter_get_line (&end);
  if (*last > *first && gtk_text_iter_starts_line (&end))
    (*last)--;
}

/* The line beside them goes to their other side, so that whatever is known of them stays. */
static gboolean
move_beside (DeskView *self, int by)
{
  const BulScript *script = desk_buffer_get_script (self->buffer);
  BulHistory *history = desk_document_get_history (desk_buffer_get_document (self->buffer));
  guint first;
  guint last;

  get_lines (self, &first, &last);
  if (script == NULL || (by < 0 ? first == 0 : last + 1 >= script->blocks->len))
    return FALSE;
  return bul_mover_move (history, script->key, by < 0 ? first - 1 : last + 1, by < 0 ? last : first,
                         NULL);
}

gboolean
desk_view_move_lines (DeskView *self, int by)
{
  GtkTextIter caret;
  GtkTextIter bound;
  Place caret_place;
  Place bound_place;
  gboolean done;

  g_return_val_if_fail (DESK_IS_VIEW (self), FALSE);

  if (self->buffer == NULL)
    return FALSE;
  desk_view_get_marks (self, &caret, &bound);
  take_place (self, &caret, &caret_place);
  take_place (self, &bound, &bound_place);
  done = move_beside (self, by);
  if (done && find_place (self, &caret_place, &caret) && find_place (self, &bound_place, &bound))
    gtk_text_buffer_select_range (GTK_TEXT_BUFFER (self->buffer), &caret, &bound);
  if (done)
    desk_view_scroll_to_caret (self);
  g_free (caret_place.block);
  g_free (bound_place.block);
  return done;
}
