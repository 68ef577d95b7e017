/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-find-steps.h"

#include "bul-span.h"

struct _DeskFindSteps
{
  DeskSearch *search;
  DeskView *view; /* weak */
  char *origin;   /* key of the block from which the first place is looked for, or NULL */
  guint origin_offset;
  gboolean is_waiting; /* for the first place */
  int wanted;          /* steps */
};

DeskFindSteps *
desk_find_steps_new (DeskSearch *search)
{
  DeskFindSteps *self = NULL;

  g_return_val_if_fail (DESK_IS_SEARCH (search), NULL);

  self = g_new0 (DeskFindSteps, 1);
  self->search = g_object_ref (search);
  return self;
}

void
desk_find_steps_free (DeskFindSteps *self)
{
  g_clear_weak_pointer (&self->view);
  g_object_unref (self->search);
  g_free (self->origin);
  g_free (self);
}

void
desk_find_steps_set_view (DeskFindSteps *self, DeskView *view)
{
  g_set_weak_pointer (&self->view, view);
}

DeskBuffer *
desk_find_steps_get_buffer (DeskFindSteps *self)
{
  return self->view == NULL ? NULL : desk_view_get_buffer (self->view);
}

/* Where the caret is, or what is selected begins. */
static gboolean
get_place (DeskFindSteps *self, guint *line, guint *offset)
{
  DeskBuffer *buffer = desk_find_steps_get_buffer (self);
  const char *block;
  GtkTextIter start;

  if (buffer == NULL)
    return FALSE;
  gtk_text_buffer_get_selection_bounds (GTK_TEXT_BUFFER (buffer), &start, NULL);
  *line = (guint) gtk_text_iter_get_line (&start);
  return desk_buffer_get_place (buffer, &start, &block, offset);
}

gboolean
desk_find_steps_get_current (DeskFindSteps *self, DeskHit *hit)
{
  guint line;
  guint offset;

  return get_place (self, &line, &offset) && desk_search_get_at (self->search, line, offset, hit);
}

static const char *
get_key (DeskFindSteps *self, const DeskHit *hit)
{
  return desk_buffer_get_block_at_line (desk_find_steps_get_buffer (self), hit->line)->key;
}

void
desk_find_steps_select (DeskFindSteps *self, const DeskHit *hit)
{
  g_autoptr (BulRecord) span
      = (BulRecord *) bul_span_new (get_key (self, hit), hit->range.start, hit->range.end, "");

  desk_view_show_span (self->view, (const BulSpan *) span);
}

static void
show (DeskFindSteps *self, const DeskHit *hit)
{
  desk_view_show_place (self->view, get_key (self, hit), hit->range.start);
}

static gboolean
find_origin (DeskFindSteps *self, GtkTextIter *iter)
{
  DeskBuffer *buffer = desk_find_steps_get_buffer (self);

  if (buffer == NULL)
    return FALSE;
  if (self->origin == NULL
      || !desk_buffer_get_iter_at_place (buffer, self->origin, self->origin_offset,
                                         DESK_AFTER_STRUCK, iter))
    gtk_text_buffer_get_start_iter (GTK_TEXT_BUFFER (buffer), iter);
  return TRUE;
}

void
desk_find_steps_go_back (DeskFindSteps *self)
{
  GtkTextIter origin;
  guint line;
  guint offset;

  if (self->origin == NULL || !find_origin (self, &origin) || !get_place (self, &line, &offset))
    return;
  if (line != (guint) gtk_text_iter_get_line (&origin) || offset != self->origin_offset)
    desk_view_show_place (self->view, self->origin, self->origin_offset);
}

static void
set_origin (DeskFindSteps *self, const char *block, guint offset)
{
  g_free (self->origin);
  self->origin = g_strdup (block);
  self->origin_offset = offset;
}

void
desk_find_steps_begin_at_caret (DeskFindSteps *self)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (desk_find_steps_get_buffer (self));
  GtkTextIter start;
  const char *block = NULL;
  guint offset = 0;

  gtk_text_buffer_get_selection_bounds (buffer, &start, NULL);
  desk_buffer_get_place (DESK_BUFFER (buffer), &start, &block, &offset);
  set_origin (self, block, offset);
}

void
desk_find_steps_forget (DeskFindSteps *self)
{
  g_clear_pointer (&self->origin, g_free);
}

void
desk_find_steps_wait (DeskFindSteps *self)
{
  self->is_waiting = TRUE;
  self->wanted = 0;
}

void
desk_find_steps_wait_no_more (DeskFindSteps *self)
{
  self->is_waiting = FALSE;
}

void
desk_find_steps_stop (DeskFindSteps *self)
{
  self->is_waiting = FALSE;
  self->wanted = 0;
}

/* While one types: the first from the caret on; once all are found, one before it as well. */
static void
show_first (DeskFindSteps *self)
{
  GtkTextIter origin;
  DeskHit hit;

  if (!self->is_waiting || !find_origin (self, &origin))
    return;
  if (desk_search_get_next (self->search, gtk_text_iter_get_line (&origin),
                            self->origin == NULL ? 0 : self->origin_offset, &hit)
      && (hit.line >= (guint) gtk_text_iter_get_line (&origin)
          || desk_search_is_done (self->search)))
    show (self, &hit);
  else if (desk_search_is_done (self->search))
    desk_find_steps_go_back (self);
  else
    return;
  self->is_waiting = FALSE;
}

/* From the place that is shown, or from the caret. What is typed next is looked for from there. */
static void
take_step (DeskFindSteps *self, DeskSearchStep step, gboolean selects)
{
  guint line;
  guint offset;
  DeskHit hit;

  if (!get_place (self, &line, &offset))
    return;
  if (step == desk_search_get_next && desk_search_get_at (self->search, line, offset, &hit))
    offset = hit.range.end;
  if (!step (self->search, line, offset, &hit))
    return;
  if (selects)
    desk_find_steps_select (self, &hit);
  else
    show (self, &hit);
  set_origin (self, get_key (self, &hit), hit.range.start);
}

static void
take_wanted (DeskFindSteps *self, gboolean selects)
{
  if (self->wanted == 0 || !desk_search_is_done (self->search))
    return;
  self->is_waiting = FALSE;
  for (; self->wanted > 0; self->wanted--)
    take_step (self, desk_search_get_next, selects);
  for (; self->wanted < 0; self->wanted++)
    take_step (self, desk_search_get_previous, selects);
}

void
desk_find_steps_add (DeskFindSteps *self, int by, gboolean selects)
{
  self->wanted += by;
  take_wanted (self, selects);
}

void
desk_find_steps_go_on (DeskFindSteps *self, gboolean selects)
{
  show_first (self);
  take_wanted (self, selects);
}
