/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-hands.h"

/* The letter before what is struck goes; the caret stays where it is, behind. */
gboolean
desk_hands_backspace (GtkTextView *view, DeskBuffer *buffer)
{
  GtkTextBuffer *text = GTK_TEXT_BUFFER (buffer);
  GtkTextIter before;

  if (gtk_text_buffer_get_has_selection (text) || !desk_buffer_get_before_struck (buffer, &before))
    return FALSE;
  gtk_text_view_reset_im_context (view);
  gtk_text_buffer_backspace (text, &before, TRUE, gtk_text_view_get_editable (view));
  gtk_text_view_scroll_mark_onscreen (view, gtk_text_buffer_get_insert (text));
  return TRUE;
}

gboolean
desk_hands_copy (GtkTextView *view, DeskBuffer *buffer, gboolean cut)
{
  GtkTextBuffer *text = GTK_TEXT_BUFFER (buffer);
  g_autofree char *words = NULL;
  g_autofree char *shown = NULL;
  GtkTextIter start;
  GtkTextIter end;

  if (!gtk_text_buffer_get_selection_bounds (text, &start, &end))
    return FALSE;
  words = desk_buffer_dup_text (buffer, &start, &end);
  shown = gtk_text_iter_get_slice (&start, &end);
  if (g_strcmp0 (words, shown) == 0)
    return FALSE;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (view)), words);
  if (cut)
    gtk_text_buffer_delete_selection (text, TRUE, gtk_text_view_get_editable (view));
  return TRUE;
}

/* A word to the left of the caret is one before what is struck there; to the right of it, behind
 * the lines below, the line ends. */
void
desk_hands_begin_delete (DeskBuffer *buffer, int count)
{
  GtkTextBuffer *text = GTK_TEXT_BUFFER (buffer);
  GtkTextIter beyond;

  if (gtk_text_buffer_get_has_selection (text)
      || !(count < 0 ? desk_buffer_get_before_struck (buffer, &beyond)
                     : desk_buffer_get_after_struck (buffer, &beyond)))
    return;
  desk_buffer_set_caret_free (buffer, TRUE);
  gtk_text_buffer_place_cursor (text, &beyond);
}

void
desk_hands_end_delete (DeskBuffer *buffer)
{
  desk_buffer_set_caret_free (buffer, FALSE);
}
