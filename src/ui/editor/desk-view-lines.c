/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-mover.h"
#include "desk-view-private.h"

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
  g_autoptr (DeskViewSelection) selected = NULL;
  GtkTextIter caret;
  GtkTextIter bound;

  g_return_val_if_fail (DESK_IS_VIEW (self), FALSE);

  if (self->buffer == NULL)
    return FALSE;
  selected = desk_view_selection_new (self);
  if (!move_beside (self, by))
    return FALSE;
  if (selected != NULL && desk_view_selection_find (selected, self, &caret, &bound))
    gtk_text_buffer_select_range (GTK_TEXT_BUFFER (self->buffer), &caret, &bound);
  desk_view_scroll_to_caret (self);
  return TRUE;
}
