/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-painter.h"

#include "bul-chars.h"
#include "bul-tracked.h"
#include "desk-style.h"
#include "desk-token.h"

static GArray *
runs_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (DeskRun));
}

static void
append_run (GArray *runs, DeskStyle style, guint start, guint end)
{
  DeskRun run = { style, { start, end } };

  g_array_append_val (runs, run);
}

/* What is open when a line begins, opens at its start. */
static void
open_runs_at_start (guint *opened, const GtkTextIter *start)
{
  g_autoptr (GSList) tags = gtk_text_iter_get_tags (start);

  for (GSList *l = tags; l != NULL; l = l->next)
    {
      DeskStyle style = desk_style_from_tag (l->data);

      if (style < N_DESK_STYLES)
        opened[style] = 1;
    }
}

static void
close_runs_at (GArray *runs, guint *opened, const GtkTextIter *at, guint offset)
{
  g_autoptr (GSList) off = gtk_text_iter_get_toggled_tags (at, FALSE);
  g_autoptr (GSList) on = gtk_text_iter_get_toggled_tags (at, TRUE);

  for (GSList *l = off; l != NULL; l = l->next)
    {
      DeskStyle style = desk_style_from_tag (l->data);

      if (style == N_DESK_STYLES || opened[style] == 0)
        continue;
      append_run (runs, style, opened[style] - 1, offset);
      opened[style] = 0;
    }
  for (GSList *l = on; l != NULL; l = l->next)
    {
      DeskStyle style = desk_style_from_tag (l->data);

      if (style < N_DESK_STYLES)
        opened[style] = offset + 1;
    }
}

/* The runs that the line has now, from one change of tags to the next. */
static GArray *
list_present (const GtkTextIter *start, const GtkTextIter *end)
{
  GArray *runs = runs_new ();
  guint opened[N_DESK_STYLES] = { 0 }; /* 1 + where the run began, 0: not open */
  guint line_start = gtk_text_iter_get_offset (start);
  GtkTextIter at = *start;

  open_runs_at_start (opened, start);
  while (gtk_text_iter_forward_to_tag_toggle (&at, NULL) && gtk_text_iter_compare (&at, end) < 0)
    close_runs_at (runs, opened, &at, gtk_text_iter_get_offset (&at) - line_start);
  for (guint style = 0; style < N_DESK_STYLES; style++)
    if (opened[style] > 0)
      append_run (runs, style, opened[style] - 1, gtk_text_iter_get_offset (end) - line_start);
  return runs;
}

static int
compare_runs (gconstpointer a, gconstpointer b)
{
  const DeskRun *x = a;
  const DeskRun *y = b;

  if (x->style != y->style)
    return x->style < y->style ? -1 : 1;
  if (x->range.start != y->range.start)
    return x->range.start < y->range.start ? -1 : 1;
  return (x->range.end > y->range.end) - (x->range.end < y->range.end);
}

typedef void (*Change) (GtkTextBuffer *buffer,
                        GtkTextTag *tag,
                        const GtkTextIter *start,
                        const GtkTextIter *end);

static void
change_run (GtkTextBuffer *buffer, guint line, const DeskRun *run, Change change)
{
  GtkTextTagTable *table = gtk_text_buffer_get_tag_table (buffer);
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_iter_at_line (buffer, &start, line);
  gtk_text_iter_forward_chars (&start, run->range.start);
  end = start;
  gtk_text_iter_forward_chars (&end, run->range.end - run->range.start);
  change (buffer, desk_style_table_get_tag (table, run->style), &start, &end);
}

/* Changes the runs of @from that are not in @other; both are sorted. */
static void
change_missing (GtkTextBuffer *buffer, guint line, GArray *from, GArray *other, Change change)
{
  guint j = 0;

  for (guint i = 0; i < from->len; i++)
    {
      const DeskRun *run = &g_array_index (from, DeskRun, i);

      while (j < other->len && compare_runs (&g_array_index (other, DeskRun, j), run) < 0)
        j++;
      if (j == other->len || compare_runs (&g_array_index (other, DeskRun, j), run) != 0)
        change_run (buffer, line, run, change);
    }
}

/* The last line has no line end to carry a style. */
static void
clamp_runs (GArray *runs, guint n_chars)
{
  for (guint i = runs->len; i > 0; i--)
    {
      DeskRun *run = &g_array_index (runs, DeskRun, i - 1);

      run->range.end = MIN (run->range.end, n_chars);
      if (bul_range_is_empty (run->range))
        g_array_remove_index_fast (runs, i - 1);
    }
}

/* From places in the block to places in the line. The style of a line takes in what is struck in
 * it; that of words ends where words are struck beside them. */
static void
map_runs (GArray *runs, const DeskLook *look)
{
  guint n_chars = bul_chars_count (look->block->text);

  for (guint i = 0; i < runs->len; i++)
    {
      BulRange *range = &g_array_index (runs, DeskRun, i).range;

      if (range->start == 0 && range->end > n_chars)
        {
          range->end
              = desk_struck_to_line (look->struck, look->block->key, range->end, DESK_AFTER_STRUCK);
          continue;
        }
      range->start
          = desk_struck_to_line (look->struck, look->block->key, range->start, DESK_AFTER_STRUCK);
      range->end
          = desk_struck_to_line (look->struck, look->block->key, range->end, DESK_BEFORE_STRUCK);
    }
}

static void
append_inserted (GArray *runs, const GPtrArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const BulTracked *change = changes->pdata[i];

      if (change->review == NULL && change->end > change->start)
        append_run (runs, DESK_STYLE_INSERTED, change->start, change->end);
    }
}

static void
append_struck (GArray *runs, const DeskLook *look)
{
  const GArray *struck = desk_struck_get (look->struck, look->block->key);
  guint before = 0;

  for (guint i = 0; struck != NULL && i < struck->len; i++)
    {
      const DeskStruckRun *run = &g_array_index (struck, DeskStruckRun, i);
      DeskRun *last = &g_array_index (runs, DeskRun, runs->len - 1);
      guint start = run->at + before;

      before += run->n_chars;
      /* Neighbours are one run in the buffer. */
      if (last->style == DESK_STYLE_DELETED && last->range.end == start)
        last->range.end += run->n_chars;
      else
        append_run (runs, DESK_STYLE_DELETED, start, start + run->n_chars);
    }
}

/* Between words that went and those that came in their place: “118” and “181” are no 118181. */
static void
append_gaps (GArray *runs, const DeskLook *look)
{
  const GArray *struck = desk_struck_get (look->struck, look->block->key);
  guint before = 0;

  for (guint i = 0; struck != NULL && i < struck->len; i++)
    {
      const DeskStruckRun *run = &g_array_index (struck, DeskStruckRun, i);

      before += run->n_chars;
      if (!run->is_below)
        append_run (runs, DESK_STYLE_GAP, run->at + before - 1, run->at + before);
    }
}

static void
append_unbroken (GArray *runs, const char *text, guint start)
{
  g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (BulRange));

  desk_token_append_unbroken (words, text);
  for (guint i = 0; i < words->len; i++)
    {
      BulRange word = g_array_index (words, BulRange, i);

      append_run (runs, DESK_STYLE_UNBROKEN, start + word.start, start + word.end);
    }
}

/* Over the looks of what is struck, for it is in no block either. Neighbours are one run. */
static void
append_notices (GArray *runs, const DeskLook *look)
{
  const GArray *struck = desk_struck_get (look->struck, look->block->key);
  guint before = 0;
  guint start = G_MAXUINT;

  for (guint i = 0; struck != NULL && i < struck->len; i++)
    {
      const DeskStruckRun *run = &g_array_index (struck, DeskStruckRun, i);

      if (run->is_notice && start == G_MAXUINT)
        start = run->at + before;
      if (run->is_notice)
        append_unbroken (runs, run->text, run->at + before);
      before += run->n_chars;
      if (run->is_notice && i + 1 == struck->len)
        append_run (runs, DESK_STYLE_NOTICE_TEXT, start, run->at + before);
    }
}

void
desk_painter_style_line (GtkTextBuffer *buffer, guint line, const DeskLook *look)
{
  g_autoptr (GArray) wanted = runs_new ();
  g_autoptr (GArray) present = NULL;
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_iter_at_line (buffer, &start, line);
  end = start;
  gtk_text_iter_forward_line (&end);
  present = look->is_bare ? runs_new () : list_present (&start, &end);
  desk_style_append_runs (wanted, look->story, look->block);
  append_inserted (wanted, look->changes);
  map_runs (wanted, look);
  append_struck (wanted, look);
  append_gaps (wanted, look);
  append_notices (wanted, look);
  clamp_runs (wanted, gtk_text_iter_get_offset (&end) - gtk_text_iter_get_offset (&start));
  g_array_sort (present, compare_runs);
  g_array_sort (wanted, compare_runs);
  change_missing (buffer, line, present, wanted, gtk_text_buffer_remove_tag);
  change_missing (buffer, line, wanted, present, gtk_text_buffer_apply_tag);
}
