/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-tags.h"

#include <string.h>

#include <glib/gi18n.h>

#include "bul-chars.h"
#include "bul-error.h"
#include "bul-normal.h"
#include "bul-span.h"
#include "bul-time.h"
#include "bul-vocabulary.h"

#define WORD "word:"

/* A code holds no blanks: they are kept as underscores, and shown as blanks again. */
#define BLANK '_'

static char *
dup_word_code (const char *word, gsize length)
{
  g_autoptr (GString) code = g_string_new (WORD);

  for (const char *at = word; at < word + length; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (!bul_chars_is_blank (c))
        g_string_append_unichar (code, c);
      else if (code->str[code->len - 1] != BLANK)
        g_string_append_c (code, BLANK);
    }
  return g_string_free (g_steal_pointer (&code), FALSE);
}

char *
bul_tags_dup_code (const char *word)
{
  g_autofree char *normal = bul_normal_form (word == NULL ? "" : word, -1);
  gsize length;
  const char *start = bul_chars_trim (normal, strlen (normal), &length);
  g_autofree char *words = g_strndup (start, length);
  const BulConcept *concept = bul_vocabulary_find_by_name (bul_vocabulary_get_starter (), words);

  if (length == 0)
    return NULL;
  return concept != NULL ? g_strdup (concept->code) : dup_word_code (start, length);
}

char *
bul_tags_dup_name (const char *code, const char *language)
{
  return bul_tags_dup_name_in (bul_vocabulary_get_starter (), code, language);
}

char *
bul_tags_dup_name_in (const BulVocabulary *vocabulary, const char *code, const char *language)
{
  const BulConcept *concept = code == NULL ? NULL : bul_vocabulary_resolve (vocabulary, code);

  if (code == NULL)
    return g_strdup ("");
  if (concept != NULL)
    return g_strdup (bul_concept_get_name (concept, language));
  if (!g_str_has_prefix (code, WORD))
    return g_strdup (code);
  return g_strdelimit (g_strdup (code + strlen (WORD)), "_", ' ');
}

static int
find_place (const BulStory *story, const char *code)
{
  for (guint i = 0; i < story->tags->len; i++)
    {
      const BulTag *tag = story->tags->pdata[i];

      if (tag->spans->len == 0 && g_strcmp0 (tag->code, code) == 0)
        return (int) i;
    }
  return -1;
}

const BulTag *
bul_tags_find (const BulStory *story, const char *code)
{
  int place = find_place (story, code);

  return place < 0 ? NULL : story->tags->pdata[place];
}

static gboolean
is_in_block (const BulTag *tag, const char *block)
{
  for (guint i = 0; i < tag->spans->len; i++)
    if (g_strcmp0 (((const BulSpan *) tag->spans->pdata[i])->on, block) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
stands_on (const BulTag *tag, const BulPassage *passage)
{
  for (guint i = 0; i < tag->spans->len; i++)
    {
      const BulSpan *span = tag->spans->pdata[i];

      if (g_strcmp0 (span->on, passage->block) == 0 && span->start == passage->at
          && span->end == passage->at + passage->n_chars)
        return TRUE;
    }
  return FALSE;
}

/* Whether the tag is there already, on the whole story or on these very words. */
static gboolean
has_tag (const BulStory *story, const char *code, const BulPassage *passage)
{
  if (passage == NULL)
    return find_place (story, code) >= 0;
  for (guint i = 0; i < story->tags->len; i++)
    {
      const BulTag *tag = story->tags->pdata[i];

      if (g_strcmp0 (tag->code, code) == 0 && stands_on (tag, passage))
        return TRUE;
    }
  return FALSE;
}

static BulSpan *
make_span (const BulStory *story, const BulPassage *passage)
{
  guint position;
  const BulScript *script = bul_story_find_block (story, passage->block, &position);
  const BulBlock *block = script == NULL ? NULL : script->blocks->pdata[position];
  guint end = passage->at + passage->n_chars;
  g_autofree char *words = NULL;

  if (block == NULL || passage->n_chars == 0 || end > bul_chars_count (block->text))
    return NULL;
  words = bul_chars_slice (block->text, passage->at, end);
  return bul_span_new (passage->block, passage->at, end, words);
}

static BulTag *
make_tag (BulHistory *history, const char *code, const char *by)
{
  BulTag *tag = bul_record_new (&bul_tag_type);

  tag->key = bul_keys_make (bul_history_get_keys (history), 't');
  tag->code = g_strdup (code);
  tag->by = g_strdup (by);
  tag->at = bul_time_now ();
  return tag;
}

gboolean
bul_tags_add (BulHistory *history, const char *word, const char *by, GError **error)
{
  g_autofree char *code = bul_tags_dup_code (word);

  if (code != NULL)
    return bul_tags_add_code (history, code, NULL, by, error);
  g_set_error_literal (error, BUL_ERROR, BUL_ERROR_REFUSED,
                       _ ("A tag needs a word. Nothing was changed."));
  return FALSE;
}

gboolean
bul_tags_add_code (BulHistory *history,
                   const char *code,
                   const BulPassage *passage,
                   const char *by,
                   GError **error)
{
  const BulStory *story = bul_history_get_story (history);
  BulSpan *span = NULL;
  BulTag *tag;
  gboolean done;

  if (has_tag (story, code, passage))
    {
      g_set_error_literal (error, BUL_ERROR, BUL_ERROR_REFUSED,
                           _ ("The story has that tag. Nothing was changed."));
      return FALSE;
    }
  if (passage != NULL && (span = make_span (story, passage)) == NULL)
    {
      g_set_error_literal (error, BUL_ERROR, BUL_ERROR_CONFLICT,
                           _ ("These words are no longer there. Nothing was changed."));
      return FALSE;
    }
  tag = make_tag (history, code, by);
  if (span != NULL)
    g_ptr_array_add (tag->spans, span);
  bul_history_begin (history, "Tag");
  done = bul_history_add (history, NULL, "tags", story->tags->len, tag, error);
  bul_history_end (history);
  return done;
}

static gboolean
remove_at (BulHistory *history, guint place, GError **error)
{
  gboolean done;

  bul_history_begin (history, "Take a tag away");
  done = bul_history_remove (history, NULL, "tags", place, error);
  bul_history_end (history);
  return done;
}

static gboolean
has_none (GError **error)
{
  g_set_error_literal (error, BUL_ERROR, BUL_ERROR_NOT_FOUND,
                       _ ("The story has no such tag. Nothing was changed."));
  return FALSE;
}

gboolean
bul_tags_remove (BulHistory *history, const char *code, GError **error)
{
  int place = find_place (bul_history_get_story (history), code);

  return place < 0 ? has_none (error) : remove_at (history, (guint) place, error);
}

gboolean
bul_tags_remove_in (BulHistory *history, const char *code, const char *block, GError **error)
{
  const BulStory *story = bul_history_get_story (history);

  for (guint i = 0; i < story->tags->len; i++)
    {
      const BulTag *tag = story->tags->pdata[i];

      if (g_strcmp0 (tag->code, code) == 0 && is_in_block (tag, block))
        return remove_at (history, i, error);
    }
  return has_none (error);
}

gboolean
bul_tags_remove_from_words (BulHistory *history, const char *code, GError **error)
{
  const BulStory *story = bul_history_get_story (history);
  guint n_found = 0;
  gboolean done = TRUE;

  bul_history_begin (history, "Take a tag away");
  for (guint i = story->tags->len; done && i > 0; i--)
    {
      const BulTag *tag = story->tags->pdata[i - 1];

      if (tag->spans->len == 0 || g_strcmp0 (tag->code, code) != 0)
        continue;
      n_found++;
      done = bul_history_remove (history, NULL, "tags", i - 1, error);
    }
  if (done)
    bul_history_end (history);
  else
    bul_history_abandon (history);
  return done && n_found == 0 ? has_none (error) : done;
}

/* One of the story's tags reads @into, or goes where the story has that already. */
static gboolean
replace_at (BulHistory *history, guint i, const char *into, GError **error)
{
  const BulStory *story = bul_history_get_story (history);
  const BulTag *tag = story->tags->pdata[i];

  if (tag->spans->len == 0 && find_place (story, into) >= 0)
    return bul_history_remove (history, NULL, "tags", i, error);
  return bul_history_set (history, tag->key, "code", into, error);
}

gboolean
bul_tags_replace (BulHistory *history, const char *code, const char *into, GError **error)
{
  const BulStory *story = bul_history_get_story (history);
  guint n_found = 0;
  gboolean done = TRUE;

  g_return_val_if_fail (strcmp (code, into) != 0, FALSE);

  bul_history_begin (history, "Merge tags");
  for (guint i = story->tags->len; done && i > 0; i--)
    {
      const BulTag *tag = story->tags->pdata[i - 1];

      if (g_strcmp0 (tag->code, code) != 0)
        continue;
      n_found++;
      done = replace_at (history, i - 1, into, error);
    }
  if (done)
    bul_history_end (history);
  else
    bul_history_abandon (history);
  return done && n_found == 0 ? has_none (error) : done;
}
