/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-publisher.h"

#include <string.h>

#include "bul-aired.h"
#include "bul-enum.h"
#include "bul-error.h"
#include "bul-notice.h"
#include "bul-relined.h"
#include "bul-span.h"
#include "bul-time.h"

/* Which state follows which. */
static const struct
{
  BulCorrectionState from;
  BulCorrectionState to;
} moves[] = {
  /* onwards */
  { BUL_CORRECTION_DRAFT, BUL_CORRECTION_APPROVED },
  { BUL_CORRECTION_APPROVED, BUL_CORRECTION_PUBLISHED },
  /* out */
  { BUL_CORRECTION_DRAFT, BUL_CORRECTION_WITHDRAWN },
  { BUL_CORRECTION_APPROVED, BUL_CORRECTION_WITHDRAWN },
  { BUL_CORRECTION_PUBLISHED, BUL_CORRECTION_WITHDRAWN },
};

static gboolean
check_move (const BulCorrection *correction, BulCorrectionState state, GError **error)
{
  g_autofree char *tag = g_ascii_strup (correction->key, -1);

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    if (moves[i].from == correction->state && moves[i].to == state)
      return TRUE;
  g_set_error (error, BUL_ERROR, BUL_ERROR_REFUSED,
               "Correction %s is %s, and cannot be %s from there. Nothing was changed.", tag,
               bul_enum_to_word (bul_correction_state_words, correction->state),
               bul_enum_to_word (bul_correction_state_words, state));
  return FALSE;
}

/* The line of @correction as it went out, or %NULL where it was not there then. */
static const BulBlock *
find_aired (const BulStory *aired, const BulCorrection *correction)
{
  const BulSpan *span = correction->spans->len == 0 ? NULL : correction->spans->pdata[0];

  for (guint i = 0; span != NULL && i < aired->scripts->len; i++)
    {
      const BulScript *script = aired->scripts->pdata[i];
      int line = bul_script_find_block (script, span->on);

      if (line >= 0)
        return script->blocks->pdata[line];
    }
  return NULL;
}

static gboolean
is_of (const GPtrArray *changes, const char *correction)
{
  for (guint i = 0; i < changes->len; i++)
    if (g_strcmp0 (((const BulTracked *) changes->pdata[i])->correction, correction) == 0)
      return TRUE;
  return FALSE;
}

/* What was put right before it went out nobody has heard: an apology would name an error that never
 * was. */
static gboolean
check_was_aired (const BulStory *aired,
                 const GPtrArray *changes,
                 const BulCorrection *correction,
                 GError **error)
{
  const BulBlock *block = find_aired (aired, correction);
  g_autofree char *tag = g_ascii_strup (correction->key, -1);

  if (block == NULL || is_of (changes, correction->key)
      || strstr (block->text, correction->now) == NULL
      || (*correction->was != '\0' && strstr (block->text, correction->was) != NULL))
    return TRUE;
  g_set_error (error, BUL_ERROR, BUL_ERROR_REFUSED,
               "Correction %s was made before the story was aired: what went out reads “%s” "
               "already, and nobody heard “%s”. Nothing was published. Withdraw the correction; "
               "its reason stays in the record.",
               tag, correction->now, correction->was);
  return FALSE;
}

/* Who reads that one error was put right must be able to trust that nothing else was changed. */
static gboolean
check_reasons (const GPtrArray *changes, GError **error)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const BulTracked *change = changes->pdata[i];

      if (change->correction != NULL)
        continue;
      g_set_error (
          error, BUL_ERROR, BUL_ERROR_REFUSED,
          "What was aired as “%s” reads “%s” now, and nobody has said why (changes "
          "without a reason: %u). Nothing was published. Give them a class and a reason, or put "
          "the words back.",
          change->was, change->now, bul_tracked_count_unreasoned (changes));
      return FALSE;
    }
  return TRUE;
}

/* Of a story that was never locked as aired nobody knows what went out. */
static gboolean
check_aired (BulHistory *history, const BulCorrection *correction, GError **error)
{
  const BulStory *story = bul_history_get_story (history);
  const BulRevision *aired = bul_aired_get_revision (story);
  g_autoptr (BulStory) base = NULL;
  g_autoptr (GPtrArray) changes = NULL;

  if (aired == NULL)
    return TRUE;
  base = bul_relined_take (bul_history_make_past (history, aired->number, error), story);
  if (base == NULL)
    return FALSE;
  changes = bul_tracked_list (base, story);
  return check_was_aired (base, changes, correction, error) && check_reasons (changes, error);
}

static gboolean
is_published (const BulStory *story, const BulNotice *notice)
{
  for (guint i = 0; notice->corrections != NULL && notice->corrections[i] != NULL; i++)
    {
      const BulCorrection *correction = bul_story_find (story, notice->corrections[i]);

      if (correction == NULL || correction->state != BUL_CORRECTION_PUBLISHED)
        return FALSE;
    }
  return notice->corrections != NULL;
}

static gboolean
publish_notices (BulHistory *history, const char *at, GError **error)
{
  const BulStory *story = bul_history_get_story (history);

  for (guint i = 0; i < story->notices->len; i++)
    {
      const BulNotice *notice = story->notices->pdata[i];

      if (notice->published_at == NULL && is_published (story, notice)
          && !bul_history_set (history, notice->key, "published-at", at, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
has_published (const BulStory *story)
{
  for (guint i = 0; i < story->corrections->len; i++)
    if (((BulCorrection *) story->corrections->pdata[i])->state == BUL_CORRECTION_PUBLISHED)
      return TRUE;
  return FALSE;
}

/* A story is corrected as long as one of its corrections is public. */
static gboolean
take_back_corrected (BulHistory *history, GError **error)
{
  const BulStory *story = bul_history_get_story (history);

  if (story->state != BUL_STORY_CORRECTED || has_published (story))
    return TRUE;
  return bul_history_set (history, NULL, "state",
                          bul_aired_get_revision (story) == NULL ? "draft" : "aired", error);
}

static gboolean
move_in_step (
    BulHistory *history, const char *key, BulCorrectionState state, const char *by, GError **error)
{
  const BulStory *story = bul_history_get_story (history);
  const char *word = bul_enum_to_word (bul_correction_state_words, state);
  g_autofree char *at = bul_time_now ();

  if (!bul_history_set (history, key, "state", word, error))
    return FALSE;
  if (state == BUL_CORRECTION_APPROVED)
    return bul_history_set (history, key, "approved-by", by, error)
           && bul_history_set (history, key, "approved-at", at, error);
  if (state == BUL_CORRECTION_WITHDRAWN)
    return take_back_corrected (history, error);
  return bul_history_set (history, key, "published-at", at, error)
         && publish_notices (history, at, error)
         && (story->state == BUL_STORY_WITHDRAWN
             || bul_history_set (history, NULL, "state", "corrected", error));
}

gboolean
bul_publisher_move (BulHistory *history,
                    const char *correction,
                    BulCorrectionState state,
                    const char *by,
                    GError **error)
{
  const BulStory *story = bul_history_get_story (history);
  const BulCorrection *found = bul_story_find (story, correction);

  if (found == NULL || bul_record_get_type (found) != &bul_correction_type)
    {
      g_set_error (error, BUL_ERROR, BUL_ERROR_NOT_FOUND,
                   "The story has no correction “%s”. Nothing was changed.", correction);
      return FALSE;
    }
  if (!check_move (found, state, error)
      || (state == BUL_CORRECTION_PUBLISHED && !check_aired (history, found, error)))
    return FALSE;
  bul_history_begin (history, "Move a correction on");
  if (!move_in_step (history, correction, state, by, error))
    {
      bul_history_abandon (history);
      return FALSE;
    }
  bul_history_end (history);
  return TRUE;
}
