/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-flow-air.h"

#include <string.h>

#include "bul-aired.h"
#include "bul-chars.h"
#include "bul-error.h"
#include "bul-history.h"

static gboolean
check_time (const char *at, GError **error)
{
  g_autoptr (GDateTime) time = at == NULL ? NULL : g_date_time_new_from_iso8601 (at, NULL);

  if (at == NULL || time != NULL)
    return TRUE;
  g_set_error (error, BUL_ERROR, BUL_ERROR_REFUSED,
               "“%s” is no time with its offset, such as 2026-03-18T21:04:00+09:00. Nothing was "
               "changed.",
               at);
  return FALSE;
}

static gboolean
check_not_aired (const BulStory *story, const char *at, GError **error)
{
  const BulRevision *aired = bul_aired_get_revision (story);

  if (aired == NULL || aired->number != bul_story_get_revision_number (story)
      || (at != NULL && g_strcmp0 (at, aired->aired_at) != 0))
    return TRUE;
  g_set_error (error, BUL_ERROR, BUL_ERROR_REFUSED,
               "Revision %u is marked as aired already. Nothing was changed.", aired->number);
  return FALSE;
}

gboolean
bul_flow_set_aired (BulHistory *history, GError **error)
{
  return bul_history_get_story (history)->state > BUL_STORY_READY
         || bul_history_set (history, NULL, "state", "aired", error);
}

guint
bul_flow_air (BulStore *store, const char *uid, const char *at, const char *by, GError **error)
{
  g_autoptr (BulStory) story = bul_store_load (store, uid, error);
  g_autoptr (BulHistory) history = NULL;
  g_autoptr (BulStory) saved = NULL;
  guint base;

  if (story == NULL || !check_time (at, error) || !check_not_aired (story, at, error))
    return 0;
  base = bul_story_get_revision_number (story);
  history = bul_history_new (g_steal_pointer (&story));
  if (!bul_flow_set_aired (history, error))
    return 0;
  saved = bul_history_make_aired_revision (history, by, at);
  return bul_store_save (store, saved, base, error) ? bul_story_get_revision_number (saved) : 0;
}

/* Whether @now, at @at, is what came with @change for @was. */
static gboolean
is_change (const BulTracked *change, const char *was, const char *now, const BulPassage *at)
{
  return change->correction == NULL && change->number > 0 && strcmp (change->block, at->block) == 0
         && strstr (was, change->was) != NULL && strstr (now, change->now) != NULL
         && change->start <= at->at + at->n_chars && at->at <= change->end;
}

gboolean
bul_flow_find_passage (const BulStory *story,
                       const char *was,
                       const char *now,
                       guint number,
                       BulPassage *passage,
                       GError **error)
{
  g_autoptr (GPtrArray) changes = bul_aired_list_changes (story, NULL);
  BulPassage changed;

  /* The wrong words may still stand inside the right ones: what needs a reason comes first. */
  if (changes != NULL && bul_corrector_find (story, now, number, &changed, NULL))
    for (guint i = 0; i < changes->len; i++)
      if (is_change (changes->pdata[i], was, now, &changed))
        {
          *passage = changed;
          return TRUE;
        }
  return bul_corrector_find (story, was, number, passage, error);
}
