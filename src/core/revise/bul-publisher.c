/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-publisher.h"

#include "bul-aired.h"
#include "bul-enum.h"
#include "bul-error.h"
#include "bul-notice.h"
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
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    if (moves[i].from == correction->state && moves[i].to == state)
      return TRUE;
  g_set_error (error, BUL_ERROR, BUL_ERROR_REFUSED,
               "Correction %s is %s, and cannot be %s from there. Nothing was changed.",
               correction->key, bul_enum_to_word (bul_correction_state_words, correction->state),
               bul_enum_to_word (bul_correction_state_words, state));
  return FALSE;
}

/* Who reads that one error was put right must be able to trust that nothing else was changed. */
static gboolean
check_reasons (BulHistory *history, GError **error)
{
  const BulStory *story = bul_history_get_story (history);
  const BulRevision *aired = bul_aired_get_revision (story);
  g_autoptr (BulStory) base = NULL;
  g_autoptr (GPtrArray) changes = NULL;

  if (aired == NULL)
    return TRUE;
  base = bul_history_make_past (history, aired->number, error);
  changes = base == NULL ? NULL : bul_tracked_list (base, story);
  for (guint i = 0; changes != NULL && i < changes->len; i++)
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
  return changes != NULL;
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
  if (state != BUL_CORRECTION_PUBLISHED)
    return TRUE;
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
      || (state == BUL_CORRECTION_PUBLISHED && !check_reasons (history, error)))
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
