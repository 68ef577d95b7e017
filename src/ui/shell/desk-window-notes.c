/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "bul-checked.h"
#include "bul-notes.h"
#include "desk-window-private.h"

void
desk_window_new_note (DeskWindow *self)
{
  BulPassage passage;

  if (!desk_view_get_selection (desk_window_get_view (self), &passage))
    {
      desk_window_toast (self, _ ("Select the words to be noted first, within one line."));
      return;
    }
  desk_window_show_pane (self, self->notes_toggle);
  desk_notes_pane_begin (self->notes_pane, &passage);
}

/* Words that are selected, or the whole story: the word at the caret means nothing here. */
void
desk_window_tag (DeskWindow *self)
{
  DeskView *view = desk_window_get_view (self);
  DeskBuffer *buffer = desk_view_get_buffer (view);
  BulPassage passage;
  gboolean has_words = buffer != NULL
                       && gtk_text_buffer_get_has_selection (GTK_TEXT_BUFFER (buffer))
                       && desk_view_get_selection (view, &passage);

  desk_window_show_pane (self, self->notes_toggle);
  desk_notes_pane_begin_tag (self->notes_pane, has_words ? &passage : NULL);
}

/* The next line that is read aloud, or NULL. */
static const BulBlock *
find_next_line (const BulStory *story, const char *block)
{
  guint position;
  const BulScript *script = bul_story_find_block (story, block, &position);

  for (guint i = position + 1; script != NULL && i < script->blocks->len; i++)
    {
      const BulBlock *next = script->blocks->pdata[i];

      if (bul_block_kind_is_read (next->kind))
        return next;
    }
  return NULL;
}

/* One key goes down the script; on a line that is checked it takes the mark away, and stays. */
void
desk_window_check_line (DeskWindow *self)
{
  BulHistory *history = desk_document_get_history (self->document);
  const BulStory *story = bul_history_get_story (history);
  g_autofree char *block = g_strdup (desk_view_get_current_block (desk_window_get_view (self)));
  g_autoptr (GError) error = NULL;
  const BulBlock *next;

  if (block == NULL)
    return;
  if (bul_checked_find (story, block) != NULL)
    {
      bul_checked_remove (history, block, &error);
      return;
    }
  if (!bul_checked_add (history, block, desk_library_get_author (self->library), &error))
    {
      desk_window_toast (self, "%s", error->message);
      return;
    }
  next = find_next_line (story, block);
  if (next != NULL)
    desk_view_show_block (desk_window_get_view (self), next->key);
  else
    desk_window_toast (self, _ ("Checked. That was the last line that is read."));
}

void
desk_window_go_to_note (DeskWindow *self, const char *key)
{
  const BulAnnotation *note = bul_notes_find (desk_document_get_story (self->document), key);
  const BulSpan *span = note == NULL ? NULL : bul_notes_get_span (note);

  if (!adw_flap_get_folded (self->inner))
    desk_window_show_pane (self, self->notes_toggle);
  desk_notes_pane_select (self->notes_pane, key);
  if (span != NULL)
    desk_view_show_span (desk_window_get_view (self), span);
}

/* What a flag in the margin stands for is shown beside the script. */
static void
note_pressed_cb (DeskWindow *self, const char *key)
{
  desk_window_show_pane (self, self->notes_toggle);
  desk_notes_pane_select (self->notes_pane, key);
}

void
desk_window_follow_notes (DeskWindow *self, DeskView *view)
{
  g_signal_connect_swapped (view, "note-pressed", G_CALLBACK (note_pressed_cb), self);
}

void
desk_window_notes_init (DeskWindow *self)
{
  g_signal_connect_swapped (self->notes_pane, "left", G_CALLBACK (desk_window_uncover_text), self);
}
