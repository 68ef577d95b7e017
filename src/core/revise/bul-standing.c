/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-standing.h"

#include "bul-finder.h"
#include "bul-span.h"

static gboolean
touches (const BulCorrection *correction, const BulHit *hit)
{
  for (guint i = 0; i < correction->spans->len; i++)
    {
      const BulSpan *span = correction->spans->pdata[i];

      if (!span->orphan && g_strcmp0 (span->on, hit->block->key) == 0
          && span->start < hit->range.end && hit->range.start < span->end)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_known (const BulStory *story, const char *was, const BulHit *hit)
{
  for (guint i = 0; i < story->corrections->len; i++)
    {
      const BulCorrection *correction = story->corrections->pdata[i];

      if (g_strcmp0 (correction->was, was) == 0 && touches (correction, hit))
        return TRUE;
    }
  return FALSE;
}

guint
bul_standing_count (const BulStory *story, const char *script, const char *was)
{
  BulPattern *pattern;
  g_autoptr (BulFinder) finder = NULL;
  g_autoptr (GArray) hits = NULL;
  guint n_places = 0;

  g_return_val_if_fail (story != NULL && was != NULL, 0);

  pattern
      = bul_pattern_new (was, BUL_PATTERN_WORD | BUL_PATTERN_CASE | BUL_PATTERN_PARTICLES, NULL);
  if (pattern == NULL)
    return 0;
  finder = bul_finder_new (pattern);
  hits = bul_finder_list (finder, story, script, NULL);
  for (guint i = 0; hits != NULL && i < hits->len; i++)
    n_places += !is_known (story, was, &g_array_index (hits, BulHit, i));
  return n_places;
}

guint
bul_standing_count_of (const BulStory *story, const char *script, const BulCorrection *correction)
{
  g_return_val_if_fail (story != NULL && correction != NULL, 0);

  if (correction->state == BUL_CORRECTION_WITHDRAWN || correction->was == NULL
      || correction->now == NULL || *correction->now == '\0')
    return 0;
  return bul_standing_count (story, script, correction->was);
}

const BulCorrection *
bul_standing_find (const BulStory *story, const char *script, guint *n_places)
{
  g_return_val_if_fail (story != NULL, NULL);

  for (guint i = 0; i < story->corrections->len; i++)
    {
      guint n = bul_standing_count_of (story, script, story->corrections->pdata[i]);

      if (n == 0)
        continue;
      if (n_places != NULL)
        *n_places = n;
      return story->corrections->pdata[i];
    }
  return NULL;
}
