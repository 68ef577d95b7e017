/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-reviewer.h"

#include "bul-comparison.h"
#include "bul-error.h"
#include "bul-mover.h"
#include "bul-time.h"

static gboolean
enter (BulHistory *history,
       guint base,
       const BulTracked *change,
       BulChangeState state,
       const char *by,
       GError **error)
{
  const BulStory *story = bul_history_get_story (history);
  BulChange *entry = bul_record_new (&bul_change_type);

  entry->key = bul_keys_make (bul_history_get_keys (history), 'h');
  entry->base = base;
  entry->block = g_strdup (change->block);
  entry->state = state;
  entry->by = g_strdup (by);
  entry->at = bul_time_now ();
  g_free (entry->was);
  entry->was = g_strdup (change->was);
  g_free (entry->now);
  entry->now = g_strdup (change->now);
  return bul_history_add (history, NULL, "changes", story->changes->len, entry, error);
}

gboolean
bul_reviewer_accept (
    BulHistory *history, guint base, const GPtrArray *changes, const char *by, GError **error)
{
  if (bul_tracked_count_unreviewed (changes) == 0)
    return TRUE;
  bul_history_begin (history, changes->len == 1 ? "Accept a change" : "Accept changes");
  for (guint i = 0; i < changes->len; i++)
    {
      const BulTracked *change = changes->pdata[i];

      if (change->review == NULL && !enter (history, base, change, BUL_CHANGE_ACCEPTED, by, error))
        {
          bul_history_abandon (history);
          return FALSE;
        }
    }
  bul_history_end (history);
  return TRUE;
}

/* Where a line that is gone belongs: after the nearest line before it that is still there. */
static guint
find_place (const BulScript *was, const BulScript *now, guint line)
{
  for (guint i = line; i > 0; i--)
    {
      int found = bul_script_find_block (now, ((const BulBlock *) was->blocks->pdata[i - 1])->key);

      if (found >= 0)
        return (guint) found + 1;
    }
  return 0;
}

/* A line that stands elsewhere goes back to where @was has it; what changed in it stays. */
static gboolean
move_back (
    BulHistory *history, const BulScript *was, const BulScript *now, guint line, GError **error)
{
  const char *key = ((const BulBlock *) was->blocks->pdata[line])->key;
  guint from = (guint) bul_script_find_block (now, key);
  guint to = find_place (was, now, line);

  return bul_mover_move (history, now->key, from, to > from ? to - 1 : to, error);
}

/* Whether @change is a line that both versions have, each at another place. */
static gboolean
is_moved (const BulStory *base, const BulStory *story, const BulTracked *change)
{
  const BulScript *was = bul_story_find (base, change->script);
  const BulScript *now = bul_story_find (story, change->script);
  g_autoptr (GHashTable) moved
      = was == NULL || now == NULL ? NULL : bul_comparison_list_moved (was, now);

  return moved != NULL && g_hash_table_contains (moved, change->block);
}

static gboolean
bring_back_line (BulHistory *history,
                 const BulStory *base,
                 const BulTracked *change,
                 GError **error)
{
  const BulStory *story = bul_history_get_story (history);
  const BulScript *was = bul_story_find (base, change->script);
  const BulScript *now = bul_story_find (story, change->script);
  int line = was == NULL ? -1 : bul_script_find_block (was, change->block);
  BulBlock *block;

  if (now == NULL || line < 0)
    {
      g_set_error (error, BUL_ERROR, BUL_ERROR_REFUSED,
                   "“%s” has no place in the script any more. Nothing was changed.", change->was);
      return FALSE;
    }
  if (bul_script_find_block (now, change->block) >= 0)
    return move_back (history, was, now, (guint) line, error);
  block = bul_record_copy (was->blocks->pdata[line]);
  /* Speakers may have gone with the line, or since; its words name them again. */
  g_clear_pointer (&block->speakers, g_strfreev);
  return bul_history_add (history, change->script, "blocks", find_place (was, now, (guint) line),
                          block, error);
}

/* A line that came goes whole; other words give way to what stood there. */
static gboolean
take_back (BulHistory *history, const BulStory *base, const BulTracked *change, GError **error)
{
  const BulStory *story = bul_history_get_story (history);
  const BulScript *script = bul_story_find (story, change->script);
  gboolean is_new = bul_story_find (base, change->block) == NULL;

  if (change->number == 0 || is_moved (base, story, change))
    return bring_back_line (history, base, change, error);
  if (is_new && script != NULL)
    return bul_history_remove (history, change->script, "blocks", change->number - 1, error);
  return bul_history_replace (history, change->block, change->start, change->end - change->start,
                              change->was, error);
}

gboolean
bul_reviewer_reject (BulHistory *history,
                     const BulStory *base,
                     const BulTracked *change,
                     const char *by,
                     GError **error)
{
  bul_history_begin (history, "Reject a change");
  if (!enter (history, bul_story_get_revision_number (base), change, BUL_CHANGE_REJECTED, by, error)
      || !take_back (history, base, change, error))
    {
      bul_history_abandon (history);
      return FALSE;
    }
  bul_history_end (history);
  return TRUE;
}
