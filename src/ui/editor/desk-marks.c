/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-marks.h"

GtkTextTag *
desk_marks_get_tag (DeskBuffer *buffer, DeskStyle style)
{
  return desk_style_table_get_tag (gtk_text_buffer_get_tag_table (GTK_TEXT_BUFFER (buffer)), style);
}

void
desk_marks_find_bounds (
    DeskBuffer *buffer, guint line, BulRange range, GtkTextIter *start, GtkTextIter *end)
{
  GtkTextIter at;

  gtk_text_buffer_get_iter_at_line (GTK_TEXT_BUFFER (buffer), &at, line);
  *start = desk_buffer_get_iter_in_line (buffer, &at, range.start, DESK_AFTER_STRUCK);
  *end = desk_buffer_get_iter_in_line (buffer, &at, range.end, DESK_BEFORE_STRUCK);
}

void
desk_marks_clear_line (DeskBuffer *buffer, DeskStyle style, guint line)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_iter_at_line (GTK_TEXT_BUFFER (buffer), &start, line);
  end = start;
  gtk_text_iter_forward_line (&end);
  gtk_text_buffer_remove_tag (GTK_TEXT_BUFFER (buffer), desk_marks_get_tag (buffer, style), &start,
                              &end);
}
