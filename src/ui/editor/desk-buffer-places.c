/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-buffer-private.h"

#include "bul-chars.h"
#include "desk-style.h"

DeskPlace
desk_buffer_find_place (DeskBuffer *self, const GtkTextIter *iter)
{
  guint line = gtk_text_iter_get_line (iter);
  guint offset = gtk_text_iter_get_line_offset (iter);
  const BulBlock *block = desk_buffer_get_block_at_line (self, line);

  return (DeskPlace){ line, block == NULL
                                ? offset
                                : desk_struck_to_block (self->struck, block->key, offset) };
}

void
desk_buffer_find_iter (DeskBuffer *self, DeskPlace place, DeskSide side, GtkTextIter *iter)
{
  const BulBlock *block = desk_buffer_get_block_at_line (self, place.line);

  gtk_text_buffer_get_iter_at_line (GTK_TEXT_BUFFER (self), iter, place.line);
  if (place.offset == DESK_LINE_END)
    {
      if (!gtk_text_iter_ends_line (iter))
        gtk_text_iter_forward_to_line_end (iter);
      return;
    }
  if (block != NULL)
    place.offset = desk_struck_to_line (self->struck, block->key, place.offset, side);
  gtk_text_iter_forward_chars (iter, place.offset);
}

gboolean
desk_buffer_get_place (DeskBuffer *self, const GtkTextIter *iter, const char **block, guint *offset)
{
  const BulBlock *found = desk_buffer_get_block_at_line (self, gtk_text_iter_get_line (iter));

  if (found == NULL)
    return FALSE;
  *block = found->key;
  *offset = desk_buffer_find_place (self, iter).offset;
  return TRUE;
}

gboolean
desk_buffer_get_iter_at_place (
    DeskBuffer *self, const char *block, guint offset, DeskSide side, GtkTextIter *iter)
{
  const BulScript *script = desk_buffer_get_script (self);
  int line = script == NULL || block == NULL ? -1 : bul_script_find_block (script, block);
  const BulBlock *found = line < 0 ? NULL : script->blocks->pdata[line];

  if (found == NULL)
    return FALSE;
  desk_buffer_find_iter (self, (DeskPlace){ line, MIN (offset, bul_chars_count (found->text)) },
                         side, iter);
  return TRUE;
}

GtkTextIter
desk_buffer_get_iter_in_line (DeskBuffer *self,
                              const GtkTextIter *line,
                              guint offset,
                              DeskSide side)
{
  GtkTextIter iter;
  GtkTextIter end = *line;

  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  desk_buffer_find_iter (self, (DeskPlace){ gtk_text_iter_get_line (line), offset }, side, &iter);
  return gtk_text_iter_compare (&iter, &end) > 0 ? end : iter;
}

char *
desk_buffer_dup_text (DeskBuffer *self, const GtkTextIter *start, const GtkTextIter *end)
{
  GString *text = g_string_new (NULL);
  GtkTextTag *struck = desk_style_table_get_tag (
      gtk_text_buffer_get_tag_table (GTK_TEXT_BUFFER (self)), DESK_STYLE_DELETED);
  GtkTextIter at = *start;

  while (gtk_text_iter_compare (&at, end) < 0)
    {
      gboolean is_struck = gtk_text_iter_has_tag (&at, struck);
      GtkTextIter next = at;

      if (!gtk_text_iter_forward_to_tag_toggle (&next, struck)
          || gtk_text_iter_compare (&next, end) > 0)
        next = *end;
      if (!is_struck)
        {
          g_autofree char *part = gtk_text_iter_get_text (&at, &next);

          g_string_append (text, part);
        }
      at = next;
    }
  return g_string_free (text, FALSE);
}

static const BulBlock *
get_caret (DeskBuffer *self, GtkTextIter *caret)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);

  gtk_text_buffer_get_iter_at_mark (buffer, caret, gtk_text_buffer_get_insert (buffer));
  return desk_buffer_get_block_at_line (self, gtk_text_iter_get_line (caret));
}

gboolean
desk_buffer_get_before_struck (DeskBuffer *self, GtkTextIter *iter)
{
  DeskStruckGroup group;
  const BulBlock *block;

  g_return_val_if_fail (DESK_IS_BUFFER (self), FALSE);

  block = get_caret (self, iter);
  if (block == NULL
      || !desk_struck_find_before (self->struck, block->key, gtk_text_iter_get_line_offset (iter),
                                   &group))
    return FALSE;
  gtk_text_iter_set_line_offset (iter, group.start);
  return TRUE;
}

gboolean
desk_buffer_get_after_struck (DeskBuffer *self, GtkTextIter *iter)
{
  DeskStruckGroup group;
  const BulBlock *block;

  g_return_val_if_fail (DESK_IS_BUFFER (self), FALSE);

  block = get_caret (self, iter);
  if (block == NULL
      || !desk_struck_find_below (self->struck, block->key, gtk_text_iter_get_line_offset (iter),
                                  &group))
    return FALSE;
  gtk_text_iter_forward_chars (iter, group.end - group.start);
  return TRUE;
}
