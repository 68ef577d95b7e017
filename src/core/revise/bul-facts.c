/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-facts.h"

#include <stdlib.h>
#include <string.h>

#include <glib/gi18n.h>

#include "bul-chars.h"
#include "bul-diff.h"
#include "bul-error.h"
#include "bul-normal.h"
#include "bul-programme.h"
#include "bul-stamp.h"

#define DATE_LENGTH 10

/* Returns: (transfer full) (nullable): one line as it is kept; %NULL where it says nothing. */
static char *
dup_line (const char *text)
{
  g_autofree char *normal = bul_normal_form (text == NULL ? "" : text, -1);
  gsize length;
  const char *words = bul_chars_trim (normal, strlen (normal), &length);
  char *line = length == 0 ? NULL : g_strndup (words, length);

  return line == NULL ? NULL : g_strdelimit (line, "\n\r\t", ' ');
}

static const BulBlock *
find_headline (const BulStory *story)
{
  const BulScript *script = bul_story_get_script (story);

  for (guint i = 0; script != NULL && i < script->blocks->len; i++)
    {
      const BulBlock *block = script->blocks->pdata[i];

      if (block->kind == BUL_BLOCK_HEADLINE)
        return block;
    }
  return NULL;
}

/* From the end, so that the places of the words before stay as they are. */
static gboolean
replace_words (BulHistory *history, const BulBlock *block, const char *now, GError **error)
{
  g_autofree char *key = g_strdup (block->key);
  g_autofree char *was = g_strdup (block->text);
  g_autoptr (GArray) runs = bul_diff_words (was, now);

  for (guint i = runs->len; i > 0; i--)
    {
      const BulDiffRun *run = &g_array_index (runs, BulDiffRun, i - 1);
      g_autofree char *words = bul_chars_slice (now, run->now_start, run->now_end);

      if (!run->same
          && !bul_history_replace (history, key, run->was_start, run->was_end - run->was_start,
                                   words, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
bul_facts_set_headline (BulHistory *history, const char *headline, GError **error)
{
  const BulBlock *block = find_headline (bul_history_get_story (history));
  g_autofree char *line = dup_line (headline);

  if (block == NULL)
    return bul_history_set_in_step (history, "Change the headline", NULL, "page-title", line,
                                    error);
  if (line == NULL)
    {
      g_set_error_literal (error, BUL_ERROR, BUL_ERROR_REFUSED,
                           _ ("The headline is a line of the script: delete it there. Nothing was "
                              "changed."));
      return FALSE;
    }
  bul_history_begin (history, "Change the headline");
  if (!replace_words (history, block, line, error))
    {
      bul_history_abandon (history);
      return FALSE;
    }
  bul_history_end (history);
  return TRUE;
}

gboolean
bul_facts_set_slug (BulHistory *history, const char *slug, GError **error)
{
  g_autofree char *line = dup_line (slug);

  return bul_history_set_in_step (history, "Change the slug", NULL, "slug", line, error);
}

gboolean
bul_facts_set_programme (BulHistory *history, const char *programme, GError **error)
{
  g_autofree char *line = dup_line (programme);

  return bul_history_set_in_step (history, "Change the programme", NULL, "programme", line, error);
}

/* Returns: (transfer full) (nullable): the day as it is kept; %NULL where there is none such. */
static char *
dup_date (const char *text)
{
  guint parts[3] = { 0 };
  const char *at = text;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      char *end;

      at += strspn (at, " .-/");
      if (!g_ascii_isdigit (*at))
        return NULL;
      parts[i] = (guint) MIN (strtoul (at, &end, 10), G_MAXUINT16);
      at = end;
    }
  if (at[strspn (at, " .-/")] != '\0' || parts[0] < 1000 || parts[0] > 9999
      || !g_date_valid_dmy ((GDateDay) MIN (parts[2], 99), MIN (parts[1], 99),
                            (GDateYear) parts[0]))
    return NULL;
  return g_strdup_printf ("%04u-%02u-%02u", parts[0], parts[1], parts[2]);
}

gboolean
bul_facts_set_bulletin_date (BulHistory *history, const char *date, GError **error)
{
  g_autofree char *line = dup_line (date);
  g_autofree char *day = line == NULL ? NULL : dup_date (line);

  if (line != NULL && day == NULL)
    {
      g_set_error (error, BUL_ERROR, BUL_ERROR_INVALID,
                   _ ("“%s” is no day. Write it as 2025-06-12. Nothing was changed."), line);
      return FALSE;
    }
  return bul_history_set_in_step (history, "Change the air date", NULL, "bulletin-date", day,
                                  error);
}

gboolean
bul_facts_set_language (BulHistory *history, const char *language, GError **error)
{
  const BulScript *script = bul_story_get_script (bul_history_get_story (history));

  if (script == NULL)
    {
      g_set_error_literal (error, BUL_ERROR, BUL_ERROR_NOT_FOUND,
                           _ ("The story has no script yet. Nothing was changed."));
      return FALSE;
    }
  return bul_history_set_in_step (history, "Change the language", script->key, "language", language,
                                  error);
}

/* The day of the first stamp of @kind, or %NULL. */
static char *
dup_stamped_day (const BulStory *story, BulStampKind kind)
{
  for (guint i = 0; i < story->stamps->len; i++)
    {
      const BulStamp *stamp = story->stamps->pdata[i];
      g_autofree char *day
          = stamp->kind == kind && stamp->at != NULL ? g_strndup (stamp->at, DATE_LENGTH) : NULL;

      if (day != NULL)
        return dup_date (day);
    }
  return NULL;
}

char *
bul_facts_dup_likely_date (const BulStory *story)
{
  char *day = dup_stamped_day (story, BUL_STAMP_AIRED);

  if (day == NULL && story->page_date != NULL)
    day = dup_date (story->page_date);
  if (day == NULL)
    day = dup_stamped_day (story, BUL_STAMP_PUBLISHED);
  if (day == NULL)
    day = dup_stamped_day (story, BUL_STAMP_ENTERED);
  return day;
}

const char *
bul_facts_get_house (const BulStory *story)
{
  const BulProgramme *programme
      = story->programme == NULL ? NULL
                                 : bul_programme_find (story->programme, strlen (story->programme));

  return programme == NULL ? NULL : programme->house;
}
