/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-apply.h"
#include "bul-flow.h"
#include "bul-revision.h"
#include "bul-story-xml.h"

typedef struct
{
  const char *uid;
  BulStoreCheckFunc func;
  gpointer data;
} Check;

static void
tell (const Check *check, const BulRevision *revision, const char *what)
{
  g_autofree char *message = g_strdup_printf ("revision %u %s", revision->number, what);

  check->func (check->uid, message, check->data);
}

/* Takes back what @revision changed, so that the story reads as before it. */
static gboolean
step_back (BulStory *story, const BulRevision *revision)
{
  for (guint i = revision->edits->len; i > 0; i--)
    {
      g_autoptr (BulRecord) inverse = (BulRecord *) bul_edit_invert (revision->edits->pdata[i - 1]);

      if (!bul_apply_edit (story, (BulEdit *) inverse, NULL))
        return FALSE;
    }
  return TRUE;
}

/* From the last revision to the first: each must hash to what it says, over the story as it was
 * then. */
static void
check_chain (const Check *check, BulStory *story)
{
  for (guint i = story->revisions->len; i > 0; i--)
    {
      const BulRevision *revision = story->revisions->pdata[i - 1];
      const BulRevision *previous = i > 1 ? story->revisions->pdata[i - 2] : NULL;
      g_autofree char *hash
          = bul_story_make_hash (story, revision, previous == NULL ? NULL : previous->hash);

      if (revision->number != i)
        {
          tell (check, revision, "is out of order");
          return;
        }
      if (g_strcmp0 (hash, revision->hash) != 0)
        {
          tell (check, revision, "is not what was saved: its hash differs");
          return;
        }
      if (!step_back (story, revision))
        {
          tell (check, revision, "holds edits that do not fit its text");
          return;
        }
    }
}

static void
check_story (BulStore *store, const BulStoreRow *row, Check *check)
{
  g_autoptr (GError) failed = NULL;
  g_autoptr (BulStory) story = bul_store_load (store, row->uid, &failed);

  check->uid = row->uid;
  if (story == NULL)
    check->func (row->uid, failed->message, check->data);
  else if (row->revision != story->revisions->len)
    check->func (row->uid, "revisions are missing", check->data);
  else
    check_chain (check, story);
}

gboolean
bul_flow_check (BulStore *store, BulStoreCheckFunc func, gpointer data, GError **error)
{
  Check check = { .func = func, .data = data };
  g_autoptr (GPtrArray) rows = NULL;

  if (!bul_store_check (store, func, data, error))
    return FALSE;
  rows = bul_store_list (store, error);
  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    check_story (store, rows->pdata[i], &check);
  return TRUE;
}
