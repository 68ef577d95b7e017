/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-aired.h"

#include "bul-error.h"
#include "bul-past.h"
#include "bul-relined.h"

const BulRevision *
bul_aired_get_revision (const BulStory *story)
{
  for (guint i = story->revisions->len; i > 0; i--)
    {
      const BulRevision *revision = story->revisions->pdata[i - 1];

      if (revision->aired)
        return revision;
    }
  return NULL;
}

guint
bul_aired_get_base (const BulStory *story)
{
  const BulRevision *aired = bul_aired_get_revision (story);

  return aired == NULL ? MIN (1, story->revisions->len) : aired->number;
}

BulStory *
bul_aired_make_story (const BulStory *story, GError **error)
{
  const BulRevision *aired = bul_aired_get_revision (story);

  if (aired != NULL)
    return bul_past_make (story, aired->number, error);
  g_set_error (error, BUL_ERROR, BUL_ERROR_NOT_FOUND,
               "Story %.8s was never marked as aired. “bulletin air %.8s” does that.", story->uid,
               story->uid);
  return NULL;
}

GPtrArray *
bul_aired_list_changes (const BulStory *story, GError **error)
{
  g_autoptr (BulStory) was = bul_relined_take (bul_aired_make_story (story, error), story);

  return was == NULL ? NULL : bul_tracked_list (was, story);
}
