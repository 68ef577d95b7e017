/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-view-private.h"

#include "bul-chars.h"
#include "desk-token.h"

/* How far from the top edge a place is brought that was jumped to. */
#define JUMP_ALIGN 0.2

/* A place of the script, to be shown once the syllable is in. */
typedef struct
{
  char *block;
  guint offset;
} Place;

static void
jump (DeskView *self)
{
  GtkTextMark *caret = gtk_text_buffer_get_insert (GTK_TEXT_BUFFER (self->buffer));

  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self), caret, 0, TRUE, 0, JUMP_ALIGN);
}

static gboolean
jump_later_cb (GtkWidget *view, GdkFrameClock *clock, gpointer data)
{
  if (gtk_widget_get_height (view) == 0)
    return G_SOURCE_CONTINUE;
  if (DESK_VIEW (view)->buffer != NULL)
    jump (DESK_VIEW (view));
  return G_SOURCE_REMOVE;
}

/* In a view that has no size yet the place would be one of a view of no height: below all lines. */
static void
jump_to_caret (DeskView *self)
{
  if (gtk_widget_get_height (GTK_WIDGET (self)) > 0)
    jump (self);
  else
    gtk_widget_add_tick_callback (GTK_WIDGET (self), jump_later_cb, NULL, NULL);
}

/* The end of a line that was selected with its line end belongs to the line. */
static gboolean
get_bounds (DeskView *self, GtkTextIter *start, GtkTextIter *end)
{
  GtkTextIter line_end;

  if (!gtk_text_buffer_get_selection_bounds (GTK_TEXT_BUFFER (self->buffer), start, end))
    return FALSE;
  line_end = *start;
  if (gtk_text_iter_forward_line (&line_end) && gtk_text_iter_equal (&line_end, end))
    gtk_text_iter_backward_char (end);
  return TRUE;
}

/* Who selects by words takes the blank before them along, and means the words. Blanks alone are
 * meant. */
static void
trim (const char *text, BulPassage *passage)
{
  guint n_before = 0;
  guint n_words = 0;
  const char *p = g_utf8_offset_to_pointer (text, passage->at);

  for (guint i = 0; i < passage->n_chars; i++, p = g_utf8_next_char (p))
    if (!bul_chars_is_blank (g_utf8_get_char (p)))
      n_words = i + 1;
    else if (n_words == 0)
      n_before = i + 1;
  if (n_words == 0)
    return;
  passage->at += n_before;
  passage->n_chars = n_words - n_before;
}

gboolean
desk_view_get_selection (DeskView *self, BulPassage *passage)
{
  GtkTextIter start;
  GtkTextIter end;
  const BulBlock *block;
  const char *key;
  guint end_at;

  g_return_val_if_fail (DESK_IS_VIEW (self), FALSE);

  if (self->buffer == NULL)
    return FALSE;
  if (!get_bounds (self, &start, &end))
    {
      desk_view_find_caret (self, &start);
      end = start;
    }
  block = desk_buffer_get_block_at_line (self->buffer, gtk_text_iter_get_line (&start));
  if (block == NULL || gtk_text_iter_get_line (&start) != gtk_text_iter_get_line (&end))
    return FALSE;
  passage->block = block->key;
  desk_buffer_get_place (self->buffer, &start, &key, &passage->at);
  desk_buffer_get_place (self->buffer, &end, &key, &end_at);
  passage->n_chars = end_at - passage->at;
  trim (block->text, passage);
  if (passage->n_chars == 0)
    {
      BulRange word = desk_token_find (block->text, passage->at);

      passage->at = word.start;
      passage->n_chars = word.end - word.start;
    }
  return passage->n_chars > 0;
}

void
desk_view_get_selection_area (DeskView *self, GdkRectangle *area)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  BulPassage passage;
  GtkTextIter start;
  GtkTextIter end;
  GdkRectangle last;

  g_return_if_fail (DESK_IS_VIEW (self) && self->buffer != NULL);

  desk_view_find_caret (self, &start);
  end = start;
  if (desk_view_get_selection (self, &passage))
    {
      desk_buffer_get_iter_at_place (self->buffer, passage.block, passage.at, DESK_AFTER_STRUCK,
                                     &start);
      desk_buffer_get_iter_at_place (self->buffer, passage.block, passage.at + passage.n_chars,
                                     DESK_BEFORE_STRUCK, &end);
    }
  gtk_text_view_get_iter_location (view, &start, area);
  gtk_text_view_get_iter_location (view, &end, &last);
  /* Words over two rows: a popover below their first row would hide the second. */
  if (last.y == area->y)
    area->width = MAX (1, last.x - area->x);
  area->height = last.y + last.height - area->y;
  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, area->x, area->y, &area->x,
                                         &area->y);
}

static void
show_span_cb (DeskView *self, gpointer data)
{
  g_autoptr (BulRecord) record = data;
  const BulSpan *span = (const BulSpan *) record;
  GtkTextIter start;
  GtkTextIter end;

  if (self->buffer == NULL
      || !desk_buffer_get_iter_at_place (self->buffer, span->on, span->start, DESK_AFTER_STRUCK,
                                         &start)
      || !desk_buffer_get_iter_at_place (self->buffer, span->on, span->end, DESK_BEFORE_STRUCK,
                                         &end))
    return;
  gtk_text_buffer_select_range (GTK_TEXT_BUFFER (self->buffer), &end, &start);
  jump_to_caret (self);
}

void
desk_view_show_span (DeskView *self, const BulSpan *span)
{
  g_return_if_fail (DESK_IS_VIEW (self) && span != NULL);

  desk_view_commit (self, show_span_cb, bul_record_copy (span));
}

void
desk_view_show_range (DeskView *self, const char *block, BulRange range)
{
  GtkTextIter start;
  GtkTextIter end;

  if (!desk_buffer_get_iter_at_place (self->buffer, block, range.start, DESK_AFTER_STRUCK, &start)
      || !desk_buffer_get_iter_at_place (self->buffer, block, range.end, DESK_BEFORE_STRUCK, &end))
    return;
  gtk_text_buffer_select_range (GTK_TEXT_BUFFER (self->buffer), &end, &start);
  jump_to_caret (self);
}

static void
show_place_cb (DeskView *self, gpointer data)
{
  Place *place = data;
  GtkTextIter iter;

  if (self->buffer != NULL
      && desk_buffer_get_iter_at_place (self->buffer, place->block, place->offset,
                                        DESK_AFTER_STRUCK, &iter))
    {
      desk_view_place_caret (self, &iter);
      jump_to_caret (self);
    }
  g_free (place->block);
  g_free (place);
}

void
desk_view_show_place (DeskView *self, const char *block, guint offset)
{
  Place *place = g_new (Place, 1);

  g_return_if_fail (DESK_IS_VIEW (self) && block != NULL);

  place->block = g_strdup (block);
  place->offset = offset;
  desk_view_commit (self, show_place_cb, place);
}

void
desk_view_show_block (DeskView *self, const char *block)
{
  desk_view_show_place (self, block, 0);
}

typedef guint (*FindFinding) (DeskFindings *findings,
                              const BulScript *script,
                              guint line,
                              guint offset);

/* A finding that is shown has its words selected: it begins where they do. */
static guint
find_finding (DeskView *self, FindFinding find)
{
  const BulScript *script = self->buffer == NULL ? NULL : desk_buffer_get_script (self->buffer);
  GtkTextIter start;
  GtkTextIter end;
  const char *block;
  guint offset = 0;

  if (script == NULL)
    return 0;
  gtk_text_buffer_get_selection_bounds (GTK_TEXT_BUFFER (self->buffer), &start, &end);
  desk_buffer_get_place (self->buffer, &start, &block, &offset);
  return find (desk_view_get_findings (self), script, gtk_text_iter_get_line (&start) + 1, offset);
}

guint
desk_view_get_next_finding (DeskView *self)
{
  g_return_val_if_fail (DESK_IS_VIEW (self), 0);

  return find_finding (self, desk_findings_get_next);
}

guint
desk_view_get_previous_finding (DeskView *self)
{
  g_return_val_if_fail (DESK_IS_VIEW (self), 0);

  return find_finding (self, desk_findings_get_previous);
}

gboolean
desk_view_get_caret (DeskView *self, char **block, guint *offset)
{
  GtkTextIter caret;
  const char *key;

  g_return_val_if_fail (DESK_IS_VIEW (self), FALSE);

  if (self->buffer == NULL)
    return FALSE;
  desk_view_find_caret (self, &caret);
  if (!desk_buffer_get_place (self->buffer, &caret, &key, offset))
    return FALSE;
  *block = g_strdup (key);
  return TRUE;
}

const char *
desk_view_get_current_block (DeskView *self)
{
  g_return_val_if_fail (DESK_IS_VIEW (self), NULL);

  return self->current_block;
}

static void
step (DeskView *self, gboolean (*go) (BulHistory *history))
{
  guint n_edits = self->buffer == NULL ? 0 : desk_buffer_count_edits (self->buffer);
  GtkTextIter iter;

  if (self->buffer == NULL
      || !go (desk_document_get_history (desk_buffer_get_document (self->buffer))))
    return;
  /* What was taken back may be elsewhere: a pair of sentences, or the story's other script; or the
   * script that was shown here itself. */
  if (self->buffer == NULL || desk_buffer_count_edits (self->buffer) == n_edits)
    return;
  if (desk_buffer_get_last_edit (self->buffer, &iter))
    desk_view_place_caret (self, &iter);
  desk_view_scroll_to_caret (self);
}

static void
undo_cb (DeskView *self, gpointer data)
{
  step (self, bul_history_undo);
}

static void
redo_cb (DeskView *self, gpointer data)
{
  step (self, bul_history_redo);
}

void
desk_view_undo (DeskView *self)
{
  g_return_if_fail (DESK_IS_VIEW (self));

  desk_view_commit (self, undo_cb, NULL);
}

void
desk_view_redo (DeskView *self)
{
  g_return_if_fail (DESK_IS_VIEW (self));

  desk_view_commit (self, redo_cb, NULL);
}

/* The words are selected; where none came, the caret stands behind those that went. */
void
desk_view_show_change (DeskView *self, const DeskReviewItem *item)
{
  const BulBlock *block;
  GtkTextIter start;
  GtkTextIter end;

  g_return_if_fail (DESK_IS_VIEW (self) && self->buffer != NULL);

  block = desk_buffer_get_block_at_line (self->buffer, item->line);
  if (block == NULL
      || !desk_buffer_get_iter_at_place (self->buffer, block->key, item->start, DESK_AFTER_STRUCK,
                                         &start)
      || !desk_buffer_get_iter_at_place (self->buffer, block->key, item->end, DESK_BEFORE_STRUCK,
                                         &end))
    return;
  if (item->start == item->end)
    end = start;
  gtk_text_buffer_select_range (GTK_TEXT_BUFFER (self->buffer), &end, &start);
  jump_to_caret (self);
}

gboolean
desk_view_get_bounds (DeskView *self, guint *line, guint *start, guint *end)
{
  GtkTextIter first;
  GtkTextIter last;
  const char *block;

  g_return_val_if_fail (DESK_IS_VIEW (self), FALSE);

  if (self->buffer == NULL)
    return FALSE;
  gtk_text_buffer_get_selection_bounds (GTK_TEXT_BUFFER (self->buffer), &first, &last);
  *line = gtk_text_iter_get_line (&first);
  if (!desk_buffer_get_place (self->buffer, &first, &block, start))
    return FALSE;
  *end = *start;
  return gtk_text_iter_get_line (&last) != gtk_text_iter_get_line (&first)
         || desk_buffer_get_place (self->buffer, &last, &block, end);
}

gboolean
desk_view_show_last_edit (DeskView *self)
{
  GtkTextIter iter;

  g_return_val_if_fail (DESK_IS_VIEW (self), FALSE);

  if (self->buffer == NULL || !desk_buffer_get_last_edit (self->buffer, &iter))
    return FALSE;
  desk_view_place_caret (self, &iter);
  jump_to_caret (self);
  return TRUE;
}

guint
desk_view_count_lines (DeskView *self)
{
  g_return_val_if_fail (DESK_IS_VIEW (self), 0);

  return self->buffer == NULL
             ? 0
             : (guint) gtk_text_buffer_get_line_count (GTK_TEXT_BUFFER (self->buffer));
}

void
desk_view_go_to_line (DeskView *self, guint number)
{
  GtkTextIter iter;

  g_return_if_fail (DESK_IS_VIEW (self));
  g_return_if_fail (number >= 1 && number <= desk_view_count_lines (self));

  gtk_text_buffer_get_iter_at_line (GTK_TEXT_BUFFER (self->buffer), &iter, (int) number - 1);
  desk_view_place_caret (self, &iter);
  jump_to_caret (self);
}
