/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-corrector.h"

#include <string.h>

#include "bul-chars.h"
#include "bul-error.h"
#include "bul-normal.h"
#include "bul-notice-writer.h"
#include "bul-notice.h"
#include "bul-span.h"
#include "bul-time.h"

typedef struct
{
  guint n_found;
  guint n_whole; /* of them, whole words and whole numbers */
  BulPassage first;
  BulPassage first_whole;
  GString *places; /* block numbers, for people */
} Search;

static gboolean
is_word_byte (char c)
{
  return g_ascii_isalnum (c);
}

/* Latin letters and digits must not go on beyond the words; Hangul may, for particles follow it. */
static gboolean
is_whole (const char *text, const char *found, const char *was)
{
  const char *end = found + strlen (was);

  if (found > text && is_word_byte (*found) && is_word_byte (found[-1]))
    return FALSE;
  if (is_word_byte (end[-1]) && is_word_byte (*end))
    return FALSE;
  /* 1,027 and 3.27 hold another number than 27 does. */
  if (g_ascii_isdigit (*found) && found - text >= 2 && strchr (".,", found[-1]) != NULL
      && g_ascii_isdigit (found[-2]))
    return FALSE;
  return !(g_ascii_isdigit (end[-1]) && *end != '\0' && strchr (".,", *end) != NULL
           && g_ascii_isdigit (end[1]));
}

static void
note_place (Search *search, const BulBlock *block, const char *found, const char *was, guint number)
{
  BulPassage passage
      = { block->key, g_utf8_pointer_to_offset (block->text, found), bul_chars_count (was) };
  gboolean whole = is_whole (block->text, found, was);

  if (search->n_found++ == 0)
    search->first = passage;
  if (whole && search->n_whole++ == 0)
    search->first_whole = passage;
  if (search->n_found <= 8)
    g_string_append_printf (search->places, "%s%u", search->n_found > 1 ? ", " : "", number);
}

static void
search_story (Search *search, const BulStory *story, const char *was, guint number)
{
  for (guint i = 0; i < story->scripts->len; i++)
    {
      const BulScript *script = story->scripts->pdata[i];

      for (guint j = 0; j < script->blocks->len; j++)
        {
          const BulBlock *block = script->blocks->pdata[j];
          const char *found = block->text;

          if (number != 0 && j + 1 != number)
            continue;
          while ((found = strstr (found, was)) != NULL)
            {
              note_place (search, block, found, was, j + 1);
              found += strlen (was);
            }
        }
    }
}

gboolean
bul_corrector_find (
    const BulStory *story, const char *was, guint number, BulPassage *passage, GError **error)
{
  g_autofree char *normal = bul_normal_form (was, -1);
  g_autoptr (GString) places = g_string_new (NULL);
  Search search = { .places = places };

  if (*normal != '\0')
    search_story (&search, story, normal, number);
  if (search.n_found == 0)
    {
      g_set_error (error, BUL_ERROR, BUL_ERROR_NOT_FOUND,
                   "“%s” does not stand in %s. Nothing was changed.", was,
                   number == 0 ? "this story" : "that block");
      return FALSE;
    }
  if (search.n_whole > 1 || (search.n_whole == 0 && search.n_found > 1))
    {
      g_set_error (error, BUL_ERROR, BUL_ERROR_AMBIGUOUS,
                   "“%s” stands in %u places (blocks %s). Nothing was changed. "
                   "Give more of the words, or the number of the block.",
                   was, search.n_found, places->str);
      return FALSE;
    }
  *passage = search.n_whole == 1 ? search.first_whole : search.first;
  return TRUE;
}

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, BUL_ERROR, BUL_ERROR_REFUSED, message);
  return FALSE;
}

static gboolean
check_draft (const BulCorrectionDraft *draft, const char *reads, GError **error)
{
  if (draft->error_class == 0)
    return refuse (error, "A correction needs a class. Nothing was changed.");
  if (draft->now == NULL || *draft->now == '\0' || draft->was == NULL || *draft->was == '\0')
    return refuse (error, "A correction needs the words that were wrong and the right ones. "
                          "Nothing was changed.");
  if (!bul_chars_valid_block_text (draft->now) || !bul_chars_valid_block_text (draft->was))
    return refuse (error, "A correction stays within one line. Nothing was changed.");
  if (strcmp (draft->was, draft->now) == 0)
    return refuse (error, "The right words are the same as the wrong ones. Nothing was changed.");
  if (draft->reason == NULL || *draft->reason == '\0')
    return refuse (error, "A correction needs a reason. Nothing was changed.");
  if (strcmp (reads, draft->was) != 0 && strcmp (reads, draft->now) != 0)
    {
      g_set_error (error, BUL_ERROR, BUL_ERROR_CONFLICT,
                   "That place now reads “%s”. Nothing was changed.", reads);
      return FALSE;
    }
  return TRUE;
}

/* Returns: (nullable): key of the first correction of the same error, which stood elsewhere too. */
static const char *
find_first (const BulStory *story, const BulCorrectionDraft *draft)
{
  for (guint i = 0; i < story->corrections->len; i++)
    {
      const BulCorrection *correction = story->corrections->pdata[i];

      if (correction->state != BUL_CORRECTION_WITHDRAWN
          && g_strcmp0 (correction->was, draft->was) == 0
          && g_strcmp0 (correction->now, draft->now) == 0)
        return correction->of == NULL ? correction->key : correction->of;
    }
  return NULL;
}

static BulCorrection *
make_correction (BulHistory *history, const BulCorrectionDraft *draft)
{
  BulCorrection *correction = bul_record_new (&bul_correction_type);

  correction->key = bul_keys_make (bul_history_get_keys (history), 'c');
  correction->error_class = draft->error_class;
  correction->weight = draft->weight == 0 ? BUL_WEIGHT_MEANING : draft->weight;
  correction->found_by = draft->found_by == 0 ? BUL_FOUND_NEWSROOM : draft->found_by;
  correction->state = BUL_CORRECTION_DRAFT;
  correction->reads = BUL_READS_NOW;
  correction->by = g_strdup (draft->by);
  correction->at = bul_time_now ();
  correction->was = g_strdup (draft->was);
  correction->now = g_strdup (draft->now);
  correction->reason = g_strdup (draft->reason);
  correction->of = g_strdup (find_first (bul_history_get_story (history), draft));
  g_ptr_array_add (correction->spans,
                   bul_span_new (draft->passage.block, draft->passage.at,
                                 draft->passage.at + bul_chars_count (draft->now), draft->now));
  return correction;
}

static void
add_text (BulNotice *notice, const BulStory *story, const char *language, BulNoticeUse use)
{
  BulNoticeText *text = bul_record_new (&bul_notice_text_type);

  text->language = g_strdup (language);
  text->use = use;
  g_free (text->text);
  text->text = bul_notice_writer_write_all (story, notice, language, use);
  g_ptr_array_add (notice->texts, text);
}

static BulNotice *
make_notice (BulHistory *history, const BulCorrection *correction)
{
  const BulStory *story = bul_history_get_story (history);
  BulNotice *notice = bul_record_new (&bul_notice_type);

  notice->key = bul_keys_make (bul_history_get_keys (history), 'n');
  notice->kinds = 1u << BUL_NOTICE_CORRECTION;
  notice->basis = BUL_BASIS_OWN;
  notice->apologises = correction->weight == BUL_WEIGHT_MEANING;
  notice->corrections = g_strsplit (correction->key, " ", -1);
  notice->by = g_strdup (correction->by);
  notice->at = g_strdup (correction->at);
  add_text (notice, story, "ko", BUL_USE_PAGE);
  add_text (notice, story, "en", BUL_USE_PAGE);
  add_text (notice, story, "ko", BUL_USE_ON_AIR);
  add_text (notice, story, "en", BUL_USE_ON_AIR);
  return notice;
}

/* The steps of raising; what fails half way is taken back by the caller. */
static gboolean
raise_in_step (BulHistory *history,
               const BulCorrectionDraft *draft,
               gboolean reads_was,
               char **key,
               GError **error)
{
  const BulStory *story = bul_history_get_story (history);
  g_autofree char *block = g_strdup (draft->passage.block);
  BulCorrectionDraft own = *draft;
  BulCorrection *correction;

  own.passage.block = block;
  if (reads_was
      && !bul_history_replace (history, block, own.passage.at, own.passage.n_chars, own.now, error))
    return FALSE;
  correction = make_correction (history, &own);
  *key = g_strdup (correction->key);
  if (!bul_history_add (history, NULL, "corrections", story->corrections->len, correction, error))
    return FALSE;
  correction = bul_story_find (story, *key);
  return bul_history_add (history, NULL, "notices", story->notices->len,
                          make_notice (history, correction), error);
}

char *
bul_corrector_raise (BulHistory *history, const BulCorrectionDraft *draft, GError **error)
{
  const BulStory *story = bul_history_get_story (history);
  const BulBlock *block
      = draft->passage.block == NULL ? NULL : bul_story_find (story, draft->passage.block);
  g_autofree char *was = bul_normal_form (draft->was == NULL ? "" : draft->was, -1);
  g_autofree char *now = bul_normal_form (draft->now == NULL ? "" : draft->now, -1);
  g_autofree char *reads = NULL;
  g_autofree char *key = NULL;
  BulCorrectionDraft normal = *draft;

  if (block == NULL || bul_record_get_type (block) != &bul_block_type)
    {
      g_set_error_literal (error, BUL_ERROR, BUL_ERROR_NOT_FOUND,
                           "That line is gone. Nothing was changed.");
      return NULL;
    }
  reads = bul_chars_slice (block->text, draft->passage.at,
                           draft->passage.at + draft->passage.n_chars);
  normal.was = was;
  normal.now = now;
  if (!check_draft (&normal, reads, error))
    return NULL;

  bul_history_begin (history, "Raise a correction");
  if (!raise_in_step (history, &normal, strcmp (reads, was) == 0, &key, error))
    {
      bul_history_abandon (history);
      return NULL;
    }
  bul_history_end (history);
  return g_steal_pointer (&key);
}
