/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-striker.h"

#include <string.h>

#include "bul-chars.h"
#include "bul-notice.h"
#include "desk-style.h"

/* A line break that parts no lines of the buffer. */
#define LINE_SEPARATOR "\xe2\x80\xa8"

/* No hands did it: nobody is to be told, and no history. */
static GtkTextBufferClass *
get_class (void)
{
  return g_type_class_peek (GTK_TYPE_TEXT_BUFFER);
}

void
desk_striker_unstrike (GtkTextBuffer *buffer, DeskStruck *struck, const char *block, guint line)
{
  const GArray *runs = desk_struck_get (struck, block);

  if (runs == NULL)
    return;
  for (guint i = runs->len; i > 0; i--)
    {
      const DeskStruckRun *run = &g_array_index (runs, DeskStruckRun, i - 1);
      guint before = 0;
      GtkTextIter start;
      GtkTextIter end;

      for (guint j = 0; j + 1 < i; j++)
        before += g_array_index (runs, DeskStruckRun, j).n_chars;
      gtk_text_buffer_get_iter_at_line (buffer, &start, line);
      gtk_text_iter_forward_chars (&start, run->at + before);
      end = start;
      gtk_text_iter_forward_chars (&end, run->n_chars);
      get_class ()->delete_range (buffer, &start, &end);
    }
  desk_struck_set (struck, block, NULL);
}

static void
append_gone (GArray *runs, const GPtrArray *gone, guint at, gboolean before)
{
  for (guint i = 0; i < gone->len; i++)
    {
      const BulTracked *change = gone->pdata[i];
      g_autofree char *text = before ? g_strconcat (change->was, LINE_SEPARATOR, NULL)
                                     : g_strconcat (LINE_SEPARATOR, change->was, NULL);

      if (change->review != NULL)
        continue;
      if (before)
        desk_struck_runs_append (runs, at, text);
      else
        desk_struck_runs_append_below (runs, at, text);
    }
}

static void
append_notice_in (
    GArray *runs, const BulNotice *notice, const char *tags, const char *language, guint at)
{
  const BulNoticeText *text = bul_notice_get_text (notice, language, BUL_USE_PAGE);
  g_autofree char *words = NULL;

  if (text == NULL || *text->text == '\0')
    return;
  words = g_strconcat (LINE_SEPARATOR, tags, "  ", text->text, NULL);
  /* A line of the buffer is one of the script. */
  g_strdelimit (words, "\r\n", ' ');
  desk_struck_runs_append_notice (runs, at, words);
}

/* As on the page: first in the language of the script, then in the other. */
static void
append_notices (GArray *runs, const BulStory *story, const BulScript *script, guint at)
{
  const char *language = g_strcmp0 (script->language, "ko") == 0 ? "ko" : "en";

  for (guint i = 0; i < story->notices->len; i++)
    {
      const BulNotice *notice = story->notices->pdata[i];
      g_autofree char *keys = g_strjoinv (" · ", notice->corrections);
      g_autofree char *tags = g_utf8_strup (keys, -1);

      if (notice->published_at == NULL || !bul_notice_is_live (notice, story->corrections))
        continue;
      append_notice_in (runs, notice, tags, language, at);
      append_notice_in (runs, notice, tags, g_str_equal (language, "ko") ? "en" : "ko", at);
    }
}

GArray *
desk_striker_list (DeskChanges *source,
                   const BulStory *story,
                   const BulScript *script,
                   guint line,
                   const GPtrArray *changes)
{
  const BulBlock *block = script->blocks->pdata[line];
  GArray *runs = desk_struck_runs_new ();
  g_autoptr (GPtrArray) after = NULL;

  if (line == 0)
    {
      g_autoptr (GPtrArray) first = desk_changes_list_gone (source, script, NULL);

      append_gone (runs, first, 0, TRUE);
    }
  for (guint i = 0; i < changes->len; i++)
    {
      const BulTracked *change = changes->pdata[i];

      if (change->review == NULL && *change->was != '\0')
        desk_struck_runs_append (runs, change->start, change->was);
    }
  after = desk_changes_list_gone (source, script, block);
  append_gone (runs, after, bul_chars_count (block->text), FALSE);
  if (block->kind == BUL_BLOCK_NOTICES)
    append_notices (runs, story, script, bul_chars_count (block->text));
  return runs;
}

static gboolean
are_same (const GArray *a, const GArray *b)
{
  if (a == NULL || a->len != b->len)
    return a == NULL && b->len == 0;
  for (guint i = 0; i < a->len; i++)
    {
      const DeskStruckRun *x = &g_array_index (a, DeskStruckRun, i);
      const DeskStruckRun *y = &g_array_index (b, DeskStruckRun, i);

      if (x->at != y->at || x->is_below != y->is_below || x->is_notice != y->is_notice
          || strcmp (x->text, y->text) != 0)
        return FALSE;
    }
  return TRUE;
}

/* Between the letters of a word that is marked as misspelt. */
static void
unmark (GtkTextBuffer *buffer, const GtkTextIter *end, const DeskStruckRun *run)
{
  GtkTextIter start = *end;

  gtk_text_iter_backward_chars (&start, run->n_chars);
  gtk_text_buffer_remove_tag (
      buffer,
      desk_style_table_get_tag (gtk_text_buffer_get_tag_table (buffer), DESK_STYLE_MISSPELT),
      &start, end);
}

static void
insert (GtkTextBuffer *buffer, GtkTextIter *at, const DeskStruckRun *run)
{
  get_class ()->insert_text (buffer, at, run->text, strlen (run->text));
}

/* A caret that stands where the words end stays there, above the lines. Nobody is told, for nothing
 * moved: an input method would end the syllable that is being composed. */
static void
insert_below (GtkTextBuffer *buffer, GtkTextIter *at, const DeskStruckRun *run)
{
  g_autoptr (GSList) marks = gtk_text_iter_get_marks (at);
  guint told = g_signal_lookup ("mark-set", GTK_TYPE_TEXT_BUFFER);
  int offset = gtk_text_iter_get_offset (at);
  GtkTextIter place;

  insert (buffer, at, run);
  g_signal_handlers_block_matched (buffer, G_SIGNAL_MATCH_ID, told, 0, NULL, NULL, NULL);
  gtk_text_buffer_get_iter_at_offset (buffer, &place, offset);
  for (const GSList *l = marks; l != NULL; l = l->next)
    if (!gtk_text_mark_get_left_gravity (l->data))
      gtk_text_buffer_move_mark (buffer, l->data, &place);
  g_signal_handlers_unblock_matched (buffer, G_SIGNAL_MATCH_ID, told, 0, NULL, NULL, NULL);
}

void
desk_striker_strike (
    GtkTextBuffer *buffer, DeskStruck *struck, const char *block, guint line, GArray *runs)
{
  if (are_same (desk_struck_get (struck, block), runs))
    {
      g_array_unref (runs);
      return;
    }
  desk_striker_unstrike (buffer, struck, block, line);
  for (guint i = runs->len; i > 0; i--)
    {
      const DeskStruckRun *run = &g_array_index (runs, DeskStruckRun, i - 1);
      GtkTextIter at;

      gtk_text_buffer_get_iter_at_line (buffer, &at, line);
      gtk_text_iter_forward_chars (&at, run->at);
      if (run->is_below)
        insert_below (buffer, &at, run);
      else
        insert (buffer, &at, run);
      unmark (buffer, &at, run);
    }
  desk_struck_set (struck, block, runs);
}
