/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-tracked.h"

#include <string.h>

#include "bul-chars.h"
#include "bul-comparison.h"
#include "bul-correction.h"
#include "bul-diff.h"
#include "bul-span.h"

void
bul_tracked_free (gpointer data)
{
  BulTracked *change = data;

  g_free (change->script);
  g_free (change->block);
  g_free (change->was);
  g_free (change->now);
  g_free (change->correction);
  g_free (change);
}

/* Whether @correction says what became of these words: it stands on them, or on what is left. Of a
 * line that went nothing is left to stand on, so it is told of beside it. */
static gboolean
accounts_for (const BulCorrection *correction, const BulTracked *change)
{
  if (correction->state == BUL_CORRECTION_WITHDRAWN || correction->error_class == 0
      || correction->reason == NULL || *correction->reason == '\0')
    return FALSE;
  for (guint i = 0; i < correction->spans->len; i++)
    {
      const BulSpan *span = correction->spans->pdata[i];

      if (g_strcmp0 (span->on, change->block) == 0 && change->number > 0 && !span->orphan
          && span->start <= change->end && change->start <= span->end)
        return TRUE;
      if ((span->orphan || change->number == 0) && correction->was != NULL && *change->was != '\0'
          && strstr (correction->was, change->was) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* Corrections that the aired text already had explain nothing that came later. */
static char *
dup_reason (const BulStory *was, const BulStory *now, const BulTracked *change)
{
  for (guint i = 0; i < now->corrections->len; i++)
    {
      const BulCorrection *correction = now->corrections->pdata[i];

      if (accounts_for (correction, change) && bul_story_find (was, correction->key) == NULL)
        return g_strdup (correction->key);
    }
  return NULL;
}

/* The last word on it counts, of words that somebody looked at as they read now. */
static const BulChange *
find_review (const BulStory *was, const BulStory *now, const BulTracked *change)
{
  guint base = bul_story_get_revision_number (was);

  for (guint i = now->changes->len; i > 0; i--)
    {
      const BulChange *review = now->changes->pdata[i - 1];

      if (review->base == base && g_strcmp0 (review->block, change->block) == 0
          && g_strcmp0 (review->was, change->was) == 0 && g_strcmp0 (review->now, change->now) == 0)
        return review->state == BUL_CHANGE_ACCEPTED ? review : NULL;
    }
  return NULL;
}

/* A line of a script in the two versions of the story that are compared. */
typedef struct
{
  const BulStory *base;
  const BulStory *story;
  const char *script;
  const BulBlock *was; /* or NULL */
  const BulBlock *now; /* or NULL */
  guint number;
} Line;

static void
add_change (GPtrArray *changes, const Line *line, const BulDiffRun *run)
{
  BulTracked *change = g_new0 (BulTracked, 1);

  change->script = g_strdup (line->script);
  change->block = g_strdup (line->now != NULL ? line->now->key : line->was->key);
  change->number = line->number;
  change->start = run->now_start;
  change->end = run->now_end;
  change->was = line->was == NULL ? g_strdup ("")
                                  : bul_chars_slice (line->was->text, run->was_start, run->was_end);
  change->now = line->now == NULL ? g_strdup ("")
                                  : bul_chars_slice (line->now->text, run->now_start, run->now_end);
  change->correction = dup_reason (line->base, line->story, change);
  change->review = find_review (line->base, line->story, change);
  g_ptr_array_add (changes, change);
}

static void
add_line (GPtrArray *changes, const Line *line, const GArray *runs)
{
  BulDiffRun whole = { .same = FALSE };

  if (line->was != NULL && line->now != NULL)
    {
      for (guint i = 0; i < runs->len; i++)
        if (!g_array_index (runs, BulDiffRun, i).same)
          add_change (changes, line, &g_array_index (runs, BulDiffRun, i));
      return;
    }
  whole.was_end = line->was == NULL ? 0 : bul_chars_count (line->was->text);
  whole.now_end = line->now == NULL ? 0 : bul_chars_count (line->now->text);
  add_change (changes, line, &whole);
}

/* A script that came as a whole, such as a translation, or was begun without a word, is no change
 * of what was written or aired. */
static gboolean
has_base (const BulStory *base, const char *script)
{
  const BulScript *was = bul_story_find (base, script);

  for (guint i = 0; was != NULL && i < was->blocks->len; i++)
    if (*((const BulBlock *) was->blocks->pdata[i])->text != '\0')
      return TRUE;
  return FALSE;
}

GPtrArray *
bul_tracked_list_in_line (const BulStory *base,
                          const BulBlock *was,
                          const BulStory *story,
                          const char *script,
                          const BulBlock *now,
                          guint number)
{
  Line line = { base, story, script, was, now, number };
  GPtrArray *changes = g_ptr_array_new_with_free_func (bul_tracked_free);
  g_autoptr (GArray) runs = NULL;

  g_return_val_if_fail (was != NULL || now != NULL, changes);

  if (!has_base (base, script)
      || (was != NULL && now != NULL && strcmp (was->text, now->text) == 0))
    return changes;
  if (was != NULL && now != NULL)
    runs = bul_diff_words (was->text, now->text);
  add_line (changes, &line, runs);
  return changes;
}

GPtrArray *
bul_tracked_list (const BulStory *base, const BulStory *story)
{
  g_autoptr (BulComparison) comparison = bul_comparison_new (base, story);
  GPtrArray *changes = g_ptr_array_new_with_free_func (bul_tracked_free);

  for (guint i = 0; i < comparison->lines->len; i++)
    {
      const BulComparisonLine *found = comparison->lines->pdata[i];
      Line line = { base, story, found->script->key, found->was, found->now, found->now_number };

      if (has_base (base, found->script->key) && !bul_comparison_line_reads_same (found))
        add_line (changes, &line, found->runs);
    }
  return changes;
}

guint
bul_tracked_count_unreasoned (const GPtrArray *changes)
{
  guint n = 0;

  for (guint i = 0; i < changes->len; i++)
    n += ((BulTracked *) changes->pdata[i])->correction == NULL;
  return n;
}

guint
bul_tracked_count_unreviewed (const GPtrArray *changes)
{
  guint n = 0;

  for (guint i = 0; i < changes->len; i++)
    n += ((BulTracked *) changes->pdata[i])->review == NULL;
  return n;
}
