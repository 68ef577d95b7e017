/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-review.h"

#include "bul-chars.h"
#include "bul-particle-tail.h"
#include "desk-token.h"

static void
item_clear (gpointer data)
{
  bul_tracked_free (((DeskReviewItem *) data)->change);
}

typedef gboolean (*Choose) (const BulTracked *change);

static gboolean
is_unreviewed (const BulTracked *change)
{
  return change->review == NULL;
}

static gboolean
is_unreasoned (const BulTracked *change)
{
  return change->correction == NULL;
}

/* Takes the changes out of @changes. */
static void
take (GArray *items, GPtrArray *changes, guint line, guint gone_at, Choose choose)
{
  while (changes->len > 0)
    {
      BulTracked *change = g_ptr_array_steal_index (changes, 0);
      gboolean is_gone = change->number == 0;
      DeskReviewItem item
          = { line, is_gone ? gone_at : change->start, is_gone ? gone_at : change->end, change };

      if (choose (change))
        g_array_append_val (items, item);
      else
        bul_tracked_free (change);
    }
}

static GArray *
list (DeskBuffer *buffer, Choose choose)
{
  const BulScript *script = desk_buffer_get_script (buffer);
  DeskChanges *changes = desk_document_get_changes (desk_buffer_get_document (buffer));
  GArray *items = g_array_new (FALSE, FALSE, sizeof (DeskReviewItem));

  g_array_set_clear_func (items, item_clear);
  for (guint i = 0; script != NULL && i < script->blocks->len; i++)
    {
      const BulBlock *block = script->blocks->pdata[i];
      g_autoptr (GPtrArray) before = i > 0 ? NULL : desk_changes_list_gone (changes, script, NULL);
      g_autoptr (GPtrArray) within = desk_changes_list_in_line (changes, script, i + 1);
      g_autoptr (GPtrArray) after = desk_changes_list_gone (changes, script, block);

      if (before != NULL)
        take (items, before, i, 0, choose);
      take (items, within, i, 0, choose);
      take (items, after, i, bul_chars_count (block->text), choose);
    }
  return items;
}

GArray *
desk_review_list (DeskBuffer *buffer)
{
  return list (buffer, is_unreviewed);
}

GArray *
desk_review_list_unreasoned (DeskBuffer *buffer)
{
  return list (buffer, is_unreasoned);
}

guint
desk_review_count_to (const GArray *items, guint line, guint offset)
{
  guint n = 0;

  while (n < items->len)
    {
      const DeskReviewItem *item = &g_array_index (items, DeskReviewItem, n);

      if (item->line > line || (item->line == line && item->start > offset))
        break;
      n++;
    }
  return n;
}

int
desk_review_find (const GArray *items, guint line, guint start, guint end)
{
  for (guint i = 0; i < items->len; i++)
    {
      const DeskReviewItem *item = &g_array_index (items, DeskReviewItem, i);

      if (item->line == line && item->start <= end && start <= item->end)
        return i;
    }
  return -1;
}

/* A word beside the place, or an empty range: to the left, or else to the right. */
static BulRange
find_neighbour (const char *text, guint start, guint end)
{
  guint left = start;
  BulRange word;

  while (left > 0)
    {
      word = desk_token_find (text, --left);
      if (!bul_range_is_empty (word) && word.end <= start)
        return word;
    }
  for (guint right = end; right <= bul_chars_count (text); right++)
    {
      word = desk_token_find (text, right);
      if (!bul_range_is_empty (word) && word.start >= end)
        return word;
    }
  return (BulRange){ start, start };
}

/* Without the particles after a number, which are as they were. */
static char *
dup_number (const DeskReviewItem *item, guint n_particles, BulPassage *passage)
{
  passage->n_chars -= n_particles;
  return bul_chars_slice (item->change->was, 0, bul_chars_count (item->change->was) - n_particles);
}

char *
desk_review_dup_was (DeskBuffer *buffer, const DeskReviewItem *item, BulPassage *passage)
{
  const BulBlock *block = desk_buffer_get_block_at_line (buffer, item->line);
  BulRange range = { item->start, item->end };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  guint n_particles;

  g_return_val_if_fail (block != NULL, NULL);

  if (*item->change->was == '\0' || *item->change->now == '\0')
    {
      BulRange neighbour = find_neighbour (block->text, item->start, item->end);

      if (bul_range_is_empty (neighbour))
        return NULL;
      range.start = MIN (range.start, neighbour.start);
      range.end = MAX (range.end, neighbour.end);
    }
  before = bul_chars_slice (block->text, range.start, item->start);
  after = bul_chars_slice (block->text, item->end, range.end);
  passage->block = block->key;
  passage->at = range.start;
  passage->n_chars = range.end - range.start;
  n_particles = bul_particle_tail_count_shared (item->change->was, item->change->now);
  if (n_particles > 0)
    return dup_number (item, n_particles, passage);
  /* A line that went stood apart. */
  return g_strconcat (before, item->change->number == 0 && *before != '\0' ? " " : "",
                      item->change->was, item->change->number == 0 && *after != '\0' ? " " : "",
                      after, NULL);
}
