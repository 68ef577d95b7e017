/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-tags.h"

#include <string.h>

#include <glib/gi18n.h>

#include "bul-chars.h"
#include "bul-concept.h"
#include "bul-error.h"
#include "bul-normal.h"
#include "bul-time.h"

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
  const BulConcept *concept = bul_concept_find_by_name (words);

  if (length == 0)
    return NULL;
  return concept != NULL ? g_strdup (concept->code) : dup_word_code (start, length);
}

char *
bul_tags_dup_name (const char *code, const char *language)
{
  const BulConcept *concept = code == NULL ? NULL : bul_concept_find (code);

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
  const BulStory *story = bul_history_get_story (history);
  g_autofree char *code = bul_tags_dup_code (word);
  gboolean done;

  if (code == NULL || bul_tags_find (story, code) != NULL)
    {
      g_set_error_literal (error, BUL_ERROR, BUL_ERROR_REFUSED,
                           code == NULL ? _ ("A tag needs a word. Nothing was changed.")
                                        : _ ("The story has that tag. Nothing was changed."));
      return FALSE;
    }
  bul_history_begin (history, "Tag");
  done = bul_history_add (history, NULL, "tags", story->tags->len, make_tag (history, code, by),
                          error);
  bul_history_end (history);
  return done;
}

gboolean
bul_tags_remove (BulHistory *history, const char *code, GError **error)
{
  int place = find_place (bul_history_get_story (history), code);
  gboolean done;

  if (place < 0)
    {
      g_set_error_literal (error, BUL_ERROR, BUL_ERROR_NOT_FOUND,
                           _ ("The story has no such tag. Nothing was changed."));
      return FALSE;
    }
  bul_history_begin (history, "Take a tag away");
  done = bul_history_remove (history, NULL, "tags", (guint) place, error);
  bul_history_end (history);
  return done;
}
