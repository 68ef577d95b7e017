/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "bul-chars.h"
#include "bul-history.h"
#include "desk-view-private.h"

/* Of each word the first letter is a capital. */
static char *
make_title (const char *words)
{
  g_autofree char *small = g_utf8_strdown (words, -1);
  GString *title = g_string_new (NULL);
  gboolean is_first = TRUE;

  for (const char *at = small; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      g_string_append_unichar (title, is_first ? g_unichar_totitle (c) : c);
      is_first = !g_unichar_isalnum (c) && c != '\'' && c != 0x2019;
    }
  return g_string_free (title, FALSE);
}

/* small, Small, SMALL, and small again */
static char *
turn (const char *words)
{
  g_autofree char *small = g_utf8_strdown (words, -1);
  g_autofree char *title = make_title (words);

  if (g_str_equal (words, small))
    return g_str_equal (title, small) ? g_utf8_strup (words, -1) : g_steal_pointer (&title);
  if (g_str_equal (words, title))
    {
      g_autofree char *capitals = g_utf8_strup (words, -1);

      return g_str_equal (capitals, title) ? g_steal_pointer (&small) : g_steal_pointer (&capitals);
    }
  return g_steal_pointer (&small);
}

gboolean
desk_view_change_case (DeskView *self)
{
  BulPassage passage;
  const BulBlock *block;
  BulHistory *history;
  g_autofree char *key = NULL;
  g_autofree char *words = NULL;
  g_autofree char *turned = NULL;
  gboolean done;

  g_return_val_if_fail (DESK_IS_VIEW (self), FALSE);

  if (self->buffer == NULL || !desk_view_get_selection (self, &passage))
    return FALSE;
  history = desk_document_get_history (desk_buffer_get_document (self->buffer));
  block = bul_story_find (bul_history_get_story (history), passage.block);
  words = bul_chars_slice (block->text, passage.at, passage.at + passage.n_chars);
  turned = turn (words);
  if (g_str_equal (words, turned))
    return FALSE;
  key = g_strdup (passage.block);
  bul_history_begin (history, _ ("Change case"));
  done = bul_history_replace (history, key, passage.at, passage.n_chars, turned, NULL);
  bul_history_end (history);
  desk_view_show_range (self, key, (BulRange){ passage.at, passage.at + bul_chars_count (turned) });
  return done;
}
