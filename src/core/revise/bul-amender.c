/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-amender.h"

#include "bul-enum.h"
#include "bul-error.h"
#include "bul-normal.h"
#include "bul-notice-writer.h"
#include "bul-value.h"

gboolean
bul_amender_can_amend (const BulCorrection *correction)
{
  return bul_correction_is_open (correction);
}

const BulNotice *
bul_amender_find_notice (const BulStory *story, const char *correction)
{
  for (guint i = 0; i < story->notices->len; i++)
    {
      const BulNotice *notice = story->notices->pdata[i];

      if (notice->corrections != NULL
          && g_strv_contains ((const char *const *) notice->corrections, correction))
        return notice;
    }
  return NULL;
}

gboolean
bul_amender_can_word (const BulStory *story, const BulNotice *notice)
{
  return notice->published_at == NULL && bul_notice_is_live (notice, story->corrections);
}

static void
write_text (BulNoticeText *text, const BulStory *story, const BulNotice *notice)
{
  g_free (text->text);
  text->text = bul_notice_writer_write_all (story, notice, text->language, text->use);
}

static gboolean
set_texts (BulHistory *history, const BulNotice *copy, GError **error)
{
  const BulField *field = bul_record_type_find_field (&bul_notice_type, "texts");
  g_autofree char *value = bul_value_dup (copy, field);

  return bul_history_set (history, copy->key, "texts", value, error);
}

/* Hands have the last word. */
static gboolean
write_anew (BulHistory *history, const BulNotice *notice, GError **error)
{
  const BulStory *story = bul_history_get_story (history);
  g_autoptr (BulRecord) record = bul_record_copy (notice);
  BulNotice *copy = (BulNotice *) record;

  for (guint i = 0; i < copy->texts->len; i++)
    {
      BulNoticeText *text = copy->texts->pdata[i];

      if (!text->by_hand)
        write_text (text, story, notice);
    }
  return set_texts (history, copy, error);
}

static gboolean
set_word (BulHistory *history,
          const char *key,
          const char *field,
          const char *const *words,
          guint value,
          GError **error)
{
  return bul_history_set (history, key, field, bul_enum_to_word (words, value), error);
}

static gboolean
make_draft (BulHistory *history, const char *key, GError **error)
{
  return set_word (history, key, "state", bul_correction_state_words, BUL_CORRECTION_DRAFT, error)
         && bul_history_set (history, key, "approved-by", NULL, error)
         && bul_history_set (history, key, "approved-at", NULL, error);
}

static gboolean
amend_notice (BulHistory *history, const char *key, BulWeight weight, GError **error)
{
  const BulStory *story = bul_history_get_story (history);
  const BulNotice *notice = bul_amender_find_notice (story, key);

  if (notice == NULL || !bul_amender_can_word (story, notice))
    return TRUE;
  return bul_history_set (history, notice->key, "apologises",
                          weight == BUL_WEIGHT_MEANING ? "true" : NULL, error)
         && write_anew (history, bul_amender_find_notice (story, key), error);
}

static gboolean
says_the_same (const BulCorrection *correction, const BulAmendment *amendment)
{
  return correction->error_class == amendment->error_class
         && correction->weight == amendment->weight && correction->found_by == amendment->found_by
         && g_strcmp0 (correction->reason, amendment->reason) == 0;
}

static gboolean
amend_in_step (BulHistory *history,
               const char *key,
               const BulAmendment *amendment,
               gboolean was_approved,
               GError **error)
{
  return set_word (history, key, "class", bul_class_words, amendment->error_class, error)
         && set_word (history, key, "weight", bul_weight_words, amendment->weight, error)
         && set_word (history, key, "found-by", bul_found_by_words, amendment->found_by, error)
         && bul_history_set (history, key, "reason", amendment->reason, error)
         && (!was_approved || make_draft (history, key, error))
         && amend_notice (history, key, amendment->weight, error);
}

static gboolean
check_amendment (const BulCorrection *correction,
                 const char *key,
                 const BulAmendment *amendment,
                 GError **error)
{
  g_autofree char *tag = key == NULL ? NULL : g_ascii_strup (key, -1);

  if (correction == NULL || bul_record_get_type (correction) != &bul_correction_type)
    g_set_error (error, BUL_ERROR, BUL_ERROR_NOT_FOUND,
                 "The story has no correction “%s”. Nothing was changed.", key);
  else if (!bul_amender_can_amend (correction))
    g_set_error (error, BUL_ERROR, BUL_ERROR_REFUSED,
                 "Correction %s is %s, and stays as it is. Nothing was changed.", tag,
                 bul_enum_to_word (bul_correction_state_words, correction->state));
  else if (amendment->error_class == 0 || amendment->reason == NULL || *amendment->reason == '\0')
    g_set_error_literal (error, BUL_ERROR, BUL_ERROR_REFUSED,
                         "A correction needs a class and a reason. Nothing was changed.");
  else
    return TRUE;
  return FALSE;
}

gboolean
bul_amender_amend (BulHistory *history,
                   const char *correction,
                   const BulAmendment *amendment,
                   GError **error)
{
  const BulCorrection *found = bul_story_find (bul_history_get_story (history), correction);

  if (!check_amendment (found, correction, amendment, error))
    return FALSE;
  if (says_the_same (found, amendment))
    return TRUE;
  bul_history_begin (history, "Amend a correction");
  if (!amend_in_step (history, correction, amendment, found->state == BUL_CORRECTION_APPROVED,
                      error))
    {
      bul_history_abandon (history);
      return FALSE;
    }
  bul_history_end (history);
  return TRUE;
}

static const BulNotice *
find_open_notice (const BulStory *story, const char *key, GError **error)
{
  const BulNotice *notice = bul_story_find (story, key);

  if (notice == NULL || bul_record_get_type (notice) != &bul_notice_type)
    g_set_error_literal (error, BUL_ERROR, BUL_ERROR_NOT_FOUND,
                         "That notice is gone. Nothing was changed.");
  else if (!bul_amender_can_word (story, notice))
    g_set_error_literal (error, BUL_ERROR, BUL_ERROR_REFUSED,
                         "What was published or withdrawn keeps its words. Nothing was changed.");
  else
    return notice;
  return NULL;
}

/* Takes @words; %NULL is the story's own. */
static void
word_text (BulNoticeText *text, const BulStory *story, const BulNotice *notice, char *words)
{
  text->by_hand = words != NULL;
  if (words == NULL)
    {
      write_text (text, story, notice);
      return;
    }
  g_free (text->text);
  text->text = words;
}

gboolean
bul_amender_word (BulHistory *history,
                  const char *notice,
                  const char *language,
                  BulNoticeUse use,
                  const char *words,
                  GError **error)
{
  const BulStory *story = bul_history_get_story (history);
  const BulNotice *found = find_open_notice (story, notice, error);
  g_autoptr (BulRecord) copy = found == NULL ? NULL : bul_record_copy (found);
  const BulNoticeText *text
      = copy == NULL ? NULL : bul_notice_get_text ((BulNotice *) copy, language, use);
  gboolean done;

  if (copy == NULL)
    return FALSE;
  if (text == NULL)
    {
      g_set_error_literal (error, BUL_ERROR, BUL_ERROR_NOT_FOUND,
                           "The notice has no such text. Nothing was changed.");
      return FALSE;
    }
  if (words != NULL && g_strcmp0 (words, text->text) == 0)
    return TRUE;
  word_text ((BulNoticeText *) text, story, found,
             words == NULL ? NULL : bul_normal_form (words, -1));
  bul_history_begin (history, "Word a notice");
  done = set_texts (history, (BulNotice *) copy, error);
  if (done)
    bul_history_end (history);
  else
    bul_history_abandon (history);
  return done;
}
