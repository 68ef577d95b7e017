/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-dismissals.h"

#include <string.h>

#include "bul-error.h"
#include "bul-time.h"

static const char *
find_text (const BulStory *story, const char *block)
{
  guint position;
  const BulScript *script = bul_story_find_block (story, block, &position);

  return script == NULL ? NULL : ((const BulBlock *) script->blocks->pdata[position])->text;
}

static gboolean
is_of (const BulDismissal *dismissal, const char *block, const char *code)
{
  return g_strcmp0 (dismissal->code, code) == 0 && g_strcmp0 (dismissal->on, block) == 0;
}

static gboolean
holds (const BulDismissal *dismissal, const BulStory *story)
{
  return dismissal->on == NULL
         || g_strcmp0 (find_text (story, dismissal->on), dismissal->quote) == 0;
}

const BulDismissal *
bul_dismissals_find (const BulStory *story, const char *block, const char *code)
{
  for (guint i = 0; i < story->dismissals->len; i++)
    {
      const BulDismissal *dismissal = story->dismissals->pdata[i];

      if (is_of (dismissal, block, code) && holds (dismissal, story))
        return dismissal;
    }
  return NULL;
}

static BulDismissal *
make_dismissal (
    BulHistory *history, const char *block, const char *code, const char *quote, const char *by)
{
  BulDismissal *dismissal = bul_record_new (&bul_dismissal_type);

  dismissal->key = bul_keys_make (bul_history_get_keys (history), 'd');
  dismissal->on = g_strdup (block);
  dismissal->code = g_strdup (code);
  dismissal->by = g_strdup (by);
  dismissal->at = bul_time_now ();
  g_free (dismissal->quote);
  dismissal->quote = g_strdup (quote);
  return dismissal;
}

static gboolean
remove_all (BulHistory *history, const char *block, const char *code, GError **error)
{
  const BulStory *story = bul_history_get_story (history);

  for (guint i = story->dismissals->len; i > 0; i--)
    if (is_of (story->dismissals->pdata[i - 1], block, code)
        && !bul_history_remove (history, NULL, "dismissals", i - 1, error))
      return FALSE;
  return TRUE;
}

gboolean
bul_dismissals_add (
    BulHistory *history, const char *block, const char *code, const char *by, GError **error)
{
  const BulStory *story = bul_history_get_story (history);
  const char *text = block == NULL ? "" : find_text (story, block);
  g_autofree char *quote = g_strdup (text);

  if (text == NULL)
    {
      g_set_error_literal (error, BUL_ERROR, BUL_ERROR_NOT_FOUND,
                           "That line is gone. Nothing was changed.");
      return FALSE;
    }
  bul_history_begin (history, "Dismiss a finding");
  if (!remove_all (history, block, code, error)
      || !bul_history_add (history, NULL, "dismissals", story->dismissals->len,
                           make_dismissal (history, block, code, quote, by), error))
    {
      bul_history_abandon (history);
      return FALSE;
    }
  bul_history_end (history);
  return TRUE;
}

gboolean
bul_dismissals_remove (BulHistory *history, const char *block, const char *code, GError **error)
{
  if (bul_dismissals_find (bul_history_get_story (history), block, code) == NULL)
    {
      g_set_error_literal (error, BUL_ERROR, BUL_ERROR_NOT_FOUND,
                           "That finding is not dismissed. Nothing was changed.");
      return FALSE;
    }
  bul_history_begin (history, "Show a finding again");
  if (!remove_all (history, block, code, error))
    {
      bul_history_abandon (history);
      return FALSE;
    }
  bul_history_end (history);
  return TRUE;
}
