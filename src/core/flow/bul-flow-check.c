/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-flow.h"
#include "bul-past.h"

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

/* From the last revision to the first: each must hash to what it says, over the story as it was
 * then. */
static void
check_chain (const Check *check, BulStory *story)
{
  while (story->revisions->len > 0)
    {
      g_autoptr (BulRecord) revision = bul_record_copy (bul_past_get_last (story));
      const BulRevision *last = (BulRevision *) revision;

      if (last->number != story->revisions->len)
        {
          tell (check, last, "is out of order");
          return;
        }
      if (!bul_past_is_proven (story))
        {
          tell (check, last, "is not what was saved: its hash differs");
          return;
        }
      if (!bul_past_step_back (story, NULL))
        {
          tell (check, last, "holds edits that do not fit its text");
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
