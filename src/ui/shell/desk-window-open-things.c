/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "bul-notes.h"
#include "desk-window-private.h"

/* What waits for a decision: a finding, a note that is open, or a correction that is not published.
 */
typedef struct
{
  guint line; /* from 1 */
  guint offset;
  guint finding; /* its number, or 0 */
  const BulCorrection *correction;
  const BulAnnotation *note;
} Thing;

static void
append_findings (GArray *things, DeskDocument *document)
{
  const GPtrArray *open = desk_findings_get_open (desk_document_get_findings (document));
  const BulStory *story = desk_document_get_story (document);
  guint position;

  for (guint i = 0; i < open->len; i++)
    {
      const BulFinding *finding = open->pdata[i];
      Thing thing = { finding->number, finding->range.start, i + 1, NULL, NULL };

      if (finding->block != NULL
          && bul_story_find_block (story, finding->block, &position)
                 == bul_story_get_script (story))
        g_array_append_val (things, thing);
    }
}

static void
append_corrections (GArray *things, const BulStory *story)
{
  for (guint i = 0; i < story->corrections->len; i++)
    {
      const BulCorrection *correction = story->corrections->pdata[i];
      const BulSpan *span = correction->spans->len == 0 ? NULL : correction->spans->pdata[0];
      Thing thing = { 0, 0, 0, correction, NULL };
      guint position;

      if (!bul_correction_is_open (correction) || span == NULL || span->orphan || span->on == NULL
          || bul_story_find_block (story, span->on, &position) != bul_story_get_script (story))
        continue;
      thing.line = position + 1;
      thing.offset = span->start;
      g_array_append_val (things, thing);
    }
}

static void
append_notes (GArray *things, const BulStory *story)
{
  for (guint i = 0; i < story->annotations->len; i++)
    {
      const BulAnnotation *note = story->annotations->pdata[i];
      const BulSpan *span = bul_notes_get_span (note);
      Thing thing = { 0, 0, 0, NULL, note };
      guint position;

      if (note->state == BUL_ANNOTATION_RESOLVED || span == NULL
          || bul_story_find_block (story, span->on, &position) != bul_story_get_script (story))
        continue;
      thing.line = position + 1;
      thing.offset = span->start;
      g_array_append_val (things, thing);
    }
}

static int
compare_things (gconstpointer a, gconstpointer b)
{
  const Thing *x = a;
  const Thing *y = b;

  if (x->line != y->line)
    return x->line < y->line ? -1 : 1;
  return (x->offset > y->offset) - (x->offset < y->offset);
}

/* What is shown has its words selected: it begins where they do. */
static Thing
get_place (DeskWindow *self)
{
  DeskBuffer *buffer = desk_view_get_buffer (self->script);
  GtkTextIter start;
  GtkTextIter end;
  const char *block;
  guint offset = 0;

  gtk_text_buffer_get_selection_bounds (GTK_TEXT_BUFFER (buffer), &start, &end);
  desk_buffer_get_place (buffer, &start, &block, &offset);
  return (Thing){ gtk_text_iter_get_line (&start) + 1, offset, 0, NULL, NULL };
}

/* The next one in the direction, around the end. */
static const Thing *
find_thing (const GArray *things, const Thing *place, int direction)
{
  for (guint i = 0; i < things->len; i++)
    {
      guint at = direction > 0 ? i : things->len - 1 - i;
      const Thing *thing = &g_array_index (things, Thing, at);

      if (compare_things (thing, place) * direction > 0)
        return thing;
    }
  return &g_array_index (things, Thing, direction > 0 ? 0 : things->len - 1);
}

static void
go (DeskWindow *self, int direction)
{
  g_autoptr (GArray) things = g_array_new (FALSE, FALSE, sizeof (Thing));
  const Thing *thing;
  Thing place;

  if (self->document == NULL)
    return;
  append_findings (things, self->document);
  append_corrections (things, desk_document_get_story (self->document));
  append_notes (things, desk_document_get_story (self->document));
  if (things->len == 0)
    {
      desk_window_toast (self, _ ("Nothing is open in this script."));
      return;
    }
  g_array_sort (things, compare_things);
  place = get_place (self);
  thing = find_thing (things, &place, direction);
  if (thing->finding > 0)
    {
      desk_window_go_to_finding (self, thing->finding);
      return;
    }
  if (thing->note != NULL)
    {
      desk_window_go_to_note (self, thing->note->key);
      return;
    }
  if (!adw_flap_get_folded (self->inner))
    desk_window_show_pane (self, self->corrections_toggle);
  desk_corrections_pane_select (self->corrections_pane, thing->correction->key);
  desk_view_show_span (self->script, thing->correction->spans->pdata[0]);
}

void
desk_window_next_open (DeskWindow *self)
{
  go (self, 1);
}

void
desk_window_previous_open (DeskWindow *self)
{
  go (self, -1);
}
