/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-buffer-private.h"
#include "desk-painter.h"
#include "desk-striker.h"

/* So many lines get their looks at once; where there are more, those around the caret do, and the
 * others soon after: nobody sees them yet. */
#define AT_ONCE 80

/* Microseconds that the others may take at a time, so that a key need not wait. */
#define SLICE 4000

/* After what is painted now, but before GTK lays out lines that nobody sees: it would do so again
 * once they have their looks. */
#define PRIORITY (GDK_PRIORITY_REDRAW + 2)

typedef enum
{
  FRESH = 1, /* has had no looks yet */
  WORN,
} Staleness;

void
desk_buffer_make_stale (DeskBuffer *self, const char *block)
{
  g_hash_table_insert (self->stale, g_strdup (block), GINT_TO_POINTER (WORN));
}

void
desk_buffer_make_fresh (DeskBuffer *self, const char *block)
{
  g_hash_table_insert (self->stale, g_strdup (block), GINT_TO_POINTER (FRESH));
}

static void
style_line (DeskBuffer *self, const BulScript *script, guint line)
{
  const BulBlock *block = script->blocks->pdata[line];
  DeskChanges *tracked = desk_document_get_changes (self->document);
  g_autoptr (GPtrArray) changes = desk_changes_list_in_line (tracked, script, line + 1);
  DeskLook look = { desk_document_get_story (self->document), block, changes, self->struck, FALSE };

  self->playing = TRUE;
  desk_striker_strike (GTK_TEXT_BUFFER (self), self->struck, block->key, line,
                       self->shows_struck
                           ? desk_striker_list (tracked, look.story, script, line, changes)
                           : desk_struck_runs_new ());
  self->playing = FALSE;
  /* What is struck at the start of a line may have taken on the looks of the line before. */
  look.is_bare = GPOINTER_TO_INT (g_hash_table_lookup (self->stale, block->key)) == FRESH
                 && desk_struck_get (self->struck, block->key) == NULL;
  desk_painter_style_line (GTK_TEXT_BUFFER (self), line, &look);
  g_hash_table_remove (self->stale, block->key);
}

static gboolean
is_stale (DeskBuffer *self, const BulScript *script, guint line)
{
  return g_hash_table_contains (self->stale, ((const BulBlock *) script->blocks->pdata[line])->key);
}

static guint
get_caret_line (DeskBuffer *self)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextIter caret;

  gtk_text_buffer_get_iter_at_mark (buffer, &caret, gtk_text_buffer_get_insert (buffer));
  return gtk_text_iter_get_line (&caret);
}

/* From the last to the first: where the looks of a line end GTK looks for the next change of looks,
 * and would go through all lines below that have none yet. */
static void
style_between (DeskBuffer *self, const BulScript *script, guint start, guint end)
{
  for (guint i = MIN (end, script->blocks->len); i > start; i--)
    if (is_stale (self, script, i - 1))
      style_line (self, script, i - 1);
}

static void
style_around (DeskBuffer *self, const BulScript *script, guint line)
{
  style_between (self, script, line - MIN (line, AT_ONCE / 2), line + AT_ONCE / 2);
}

/* The nearest to the caret first. Keys of lines that are gone meanwhile are left in the end. */
static gboolean
style_some_cb (gpointer data)
{
  DeskBuffer *self = data;
  const BulScript *script = desk_buffer_get_script (self);
  gint64 end = g_get_monotonic_time () + SLICE;
  guint n_lines = script == NULL ? 0 : script->blocks->len;
  guint caret = MIN (get_caret_line (self), n_lines);
  gboolean is_over = FALSE;

  for (guint i = 0; i < n_lines && !is_over; i++)
    {
      guint below = caret + i;

      if (below < n_lines && is_stale (self, script, below))
        style_line (self, script, below);
      if (i < caret && is_stale (self, script, caret - i - 1))
        style_line (self, script, caret - i - 1);
      is_over = g_get_monotonic_time () > end;
    }
  desk_buffer_note_caret (self);
  if (is_over)
    return G_SOURCE_CONTINUE;
  g_hash_table_remove_all (self->stale);
  self->looks_idle = 0;
  return G_SOURCE_REMOVE;
}

void
desk_buffer_refresh_looks (DeskBuffer *self)
{
  const BulScript *script = desk_buffer_get_script (self);
  guint n_stale = g_hash_table_size (self->stale);

  if (script == NULL || n_stale == 0)
    {
      g_hash_table_remove_all (self->stale);
      return;
    }
  if (n_stale > AT_ONCE)
    {
      style_around (self, script, get_caret_line (self));
      if (self->looks_idle == 0)
        self->looks_idle = g_idle_add_full (PRIORITY, style_some_cb, self, NULL);
      return;
    }
  style_between (self, script, 0, script->blocks->len);
  g_hash_table_remove_all (self->stale);
}

static gboolean
look_ahead_cb (gpointer data)
{
  DeskBuffer *self = data;
  const BulScript *script = desk_buffer_get_script (self);

  self->ahead_idle = 0;
  if (script != NULL)
    style_around (self, script, MIN (get_caret_line (self), script->blocks->len));
  desk_buffer_note_caret (self);
  return G_SOURCE_REMOVE;
}

void
desk_buffer_look_ahead (DeskBuffer *self)
{
  if (self->looks_idle != 0 && self->ahead_idle == 0)
    self->ahead_idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, look_ahead_cb, self, NULL);
}
