/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-past.h"

#include "bul-apply.h"
#include "bul-edit.h"
#include "bul-error.h"
#include "bul-story-xml.h"

const BulRevision *
bul_past_get_last (const BulStory *story)
{
  guint n = story->revisions->len;

  return n == 0 ? NULL : story->revisions->pdata[n - 1];
}

gboolean
bul_past_is_proven (const BulStory *story)
{
  guint n = story->revisions->len;
  const BulRevision *last = bul_past_get_last (story);
  const BulRevision *previous = n < 2 ? NULL : story->revisions->pdata[n - 2];
  g_autofree char *hash = NULL;

  if (last == NULL || last->number != n)
    return FALSE;
  hash = bul_story_make_hash (story, last, previous == NULL ? NULL : previous->hash);
  return g_strcmp0 (hash, last->hash) == 0;
}

static gboolean
damaged (const BulStory *story, guint number, GError **error)
{
  g_set_error (error, BUL_ERROR, BUL_ERROR_DAMAGED,
               "Revision %u of story %s is not what was saved. Nothing was changed. Keep this "
               "library as it is, and bring its stories into a new one with “bulletin salvage”.",
               number, story->uid);
  return FALSE;
}

gboolean
bul_past_step_back (BulStory *story, GError **error)
{
  const BulRevision *last = bul_past_get_last (story);

  if (last == NULL)
    return damaged (story, 0, error);
  for (guint i = last->edits->len; i > 0; i--)
    {
      g_autoptr (BulRecord) inverse = (BulRecord *) bul_edit_invert (last->edits->pdata[i - 1]);

      if (!bul_apply_edit (story, (BulEdit *) inverse, NULL))
        return damaged (story, last->number, error);
    }
  g_ptr_array_set_size (story->revisions, story->revisions->len - 1);
  return TRUE;
}

BulStory *
bul_past_make (const BulStory *story, guint number, GError **error)
{
  g_autoptr (BulStory) past = bul_record_copy (story);

  if (number < 1 || number > story->revisions->len)
    {
      g_set_error (error, BUL_ERROR, BUL_ERROR_NOT_FOUND,
                   "Story %.8s has no revision %u; it has %u. “bulletin history %.8s” lists them.",
                   story->uid, number, story->revisions->len, story->uid);
      return NULL;
    }
  while (past->revisions->len > number)
    if (!bul_past_step_back (past, error))
      return NULL;
  if (!bul_past_is_proven (past))
    {
      damaged (story, number, error);
      return NULL;
    }
  return g_steal_pointer (&past);
}
