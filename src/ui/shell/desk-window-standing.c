/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "bul-chars.h"
#include "bul-span.h"
#include "bul-standing.h"
#include "desk-review.h"
#include "desk-window-private.h"

typedef GArray *(*List) (DeskBuffer *buffer);

/* Wrong words, and the right ones. */
typedef struct
{
  char *was;
  char *now;
} Readings;

static void
readings_clear (Readings *self)
{
  g_clear_pointer (&self->was, g_free);
  g_clear_pointer (&self->now, g_free);
}

static gboolean
still_stand (DeskBuffer *buffer, const Readings *readings)
{
  const BulStory *story = desk_document_get_story (desk_buffer_get_document (buffer));

  return readings->was != NULL && readings->now != NULL
         && bul_standing_count (story, desk_buffer_get_script (buffer)->key, readings->was) > 0;
}

/* Of the change at the caret. A correction that says why it was made knows the words better: of
 * 1.7 billion only the figure was changed, and 1.7 stands elsewhere for something else. */
static gboolean
read_change (DeskView *view, List list, Readings *readings)
{
  DeskBuffer *buffer = desk_view_get_buffer (view);
  g_autoptr (GArray) items = list (buffer);
  BulPassage passage;
  guint line;
  guint start;
  guint end;
  int found = desk_view_get_bounds (view, &line, &start, &end)
                  ? desk_review_find (items, line, start, end)
                  : -1;
  const DeskReviewItem *item = found < 0 ? NULL : &g_array_index (items, DeskReviewItem, found);

  if (item == NULL || item->change->number == 0 || item->change->correction != NULL)
    return FALSE;
  readings->was = desk_review_dup_was (buffer, item, &passage);
  if (readings->was == NULL)
    return FALSE;
  readings->now = bul_chars_slice (desk_buffer_get_block_at_line (buffer, line)->text, passage.at,
                                   passage.at + passage.n_chars);
  return still_stand (buffer, readings);
}

static gboolean
is_at (const BulCorrection *correction, const BulBlock *block, guint start, guint end)
{
  for (guint i = 0; i < correction->spans->len; i++)
    {
      const BulSpan *span = correction->spans->pdata[i];

      if (g_strcmp0 (span->on, block->key) == 0 && span->start <= end && start <= span->end)
        return TRUE;
    }
  return FALSE;
}

/* Of the correction at the caret. */
static gboolean
read_correction (DeskView *view, Readings *readings)
{
  DeskBuffer *buffer = desk_view_get_buffer (view);
  const BulStory *story = desk_document_get_story (desk_buffer_get_document (buffer));
  guint line;
  guint start;
  guint end;

  if (!desk_view_get_bounds (view, &line, &start, &end))
    return FALSE;
  for (guint i = 0; i < story->corrections->len; i++)
    {
      const BulCorrection *correction = story->corrections->pdata[i];

      if (!is_at (correction, desk_buffer_get_block_at_line (buffer, line), start, end))
        continue;
      readings_clear (readings);
      readings->was = g_strdup (correction->was);
      readings->now = g_strdup (correction->now);
      if (still_stand (buffer, readings))
        return TRUE;
    }
  return FALSE;
}

static gboolean
read_first (DeskView *view, Readings *readings)
{
  DeskBuffer *buffer = desk_view_get_buffer (view);
  const BulCorrection *correction
      = bul_standing_find (desk_document_get_story (desk_buffer_get_document (buffer)),
                           desk_buffer_get_script (buffer)->key, NULL);

  readings_clear (readings);
  if (correction == NULL)
    return FALSE;
  readings->was = g_strdup (correction->was);
  readings->now = g_strdup (correction->now);
  return TRUE;
}

static const List lists[] = { desk_review_list, desk_review_list_unreasoned };

/* Returns: (transfer full) (nullable): the wrong words at the caret, or those of the correction
 * that was raised last, though they stand nowhere in this script any more. */
static char *
dup_wrong_words (DeskWindow *self)
{
  const GPtrArray *corrections = desk_document_get_story (self->document)->corrections;
  Readings readings = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (lists) && readings.was == NULL; i++)
    read_change (self->script, lists[i], &readings);
  if (readings.was == NULL)
    read_correction (self->script, &readings);
  if (readings.was == NULL && corrections->len > 0)
    readings.was
        = g_strdup (((const BulCorrection *) corrections->pdata[corrections->len - 1])->was);
  g_clear_pointer (&readings.now, g_free);
  return readings.was;
}

/* Words that are looked for in other stories once this one is saved. */
typedef struct
{
  DeskWindow *window;
  char *words;
} Elsewhere;

static void
elsewhere_free (Elsewhere *self)
{
  g_object_unref (self->window);
  g_free (self->words);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Elsewhere, elsewhere_free)

static void
tended_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Elsewhere) elsewhere = data;

  /* It may be closed by now. */
  if (elsewhere->window->library != NULL)
    desk_window_find_words (elsewhere->window, elsewhere->words);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Elsewhere) elsewhere = data;
  g_autoptr (GError) error = NULL;

  if (desk_library_save_finish (DESK_LIBRARY (source), result, &error))
    desk_library_tend_async (DESK_LIBRARY (source), tended_cb, g_steal_pointer (&elsewhere));
  else if (elsewhere->window->library != NULL)
    desk_window_show_failed_save (elsewhere->window, error);
}

/* In this script they are replaced; in other stories they are first looked at. The archive finds
 * what is saved: before that, this story would be found by the words that it has no more. */
static void
find_elsewhere (DeskWindow *self)
{
  g_autofree char *was = dup_wrong_words (self);
  Elsewhere *elsewhere;

  if (was == NULL || *was == '\0')
    {
      desk_window_toast (self, _ ("No words that were corrected stand anywhere else."));
      return;
    }
  elsewhere = g_new (Elsewhere, 1);
  elsewhere->window = g_object_ref (self);
  elsewhere->words = g_steal_pointer (&was);
  desk_library_save_async (self->library, self->document, saved_cb, elsewhere);
}

void
desk_window_replace_standing (DeskWindow *self)
{
  Readings readings = { 0 };
  gboolean found = FALSE;

  if (self->document == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (lists) && !found; i++)
    {
      readings_clear (&readings);
      found = read_change (self->script, lists[i], &readings);
    }
  if (!found)
    found = read_correction (self->script, &readings) || read_first (self->script, &readings);
  if (found)
    desk_find_bar_offer (self->find_bar, readings.was, readings.now);
  else
    find_elsewhere (self);
  readings_clear (&readings);
}
