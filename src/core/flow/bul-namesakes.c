/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-namesakes-private.h"

#include <string.h>

#include "bul-chars.h"
#include "bul-phonemes.h"
#include "bul-romanization.h"
#include "bul-surnames.h"

/* A Korean name has no more syllables. */
#define MOST_SYLLABLES 4

/* @family: which of @words; the others are the given name, in one or two words. */
static gboolean
is_korean_name (const char *korean, const char *given, const GStrv words, guint family)
{
  g_autoptr (GString) rest = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (i != family)
      g_string_append (rest, words[i]);
  return rest->len > 0 && bul_surnames_match (words[family], korean)
         && bul_romanization_matches (given, rest->str);
}

static gboolean
is_korean (const char *korean, const GStrv words)
{
  guint n = bul_chars_count (korean);
  g_autofree char *given = bul_chars_slice (korean, 1, n);

  if (n < 2 || n > MOST_SYLLABLES || !bul_surnames_begin (korean))
    return FALSE;
  for (guint i = 0; words[i] != NULL; i++)
    if (is_korean_name (korean, given, words, i))
      return TRUE;
  return FALSE;
}

/* The last names, all of them. */
static gboolean
sounds_alike (const char *korean, const GStrv words)
{
  const char *blank = strrchr (korean, ' ');
  const char *last = blank == NULL ? korean : blank + 1;
  BulPhonemes ours;
  BulPhonemes theirs;
  guint n_syllables = 0;
  float similarity;

  if (words[0] == NULL || !bul_phonemes_from_korean (last, &ours)
      || !bul_phonemes_from_english (words[g_strv_length (words) - 1], &theirs))
    return FALSE;
  similarity = bul_phonemes_compare (&ours, &theirs, TRUE, &n_syllables);
  return n_syllables == ours.n_syllables && bul_phonemes_judge (similarity, n_syllables, TRUE) > 0;
}

gboolean
bul_namesakes_are_same (const char *korean, const char *english)
{
  g_autofree char *ascii = g_str_to_ascii (english, "C");
  g_autofree char *small = g_ascii_strdown (ascii, -1);
  g_auto (GStrv) words = g_strsplit_set (small, " .", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) kept = NULL;

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_strv_builder_add (builder, words[i]);
  kept = g_strv_builder_end (builder);
  return is_korean (korean, kept) || sounds_alike (korean, kept);
}

/* The name in that very language. */
static const char *
get_name (const BulSpeaker *speaker, const char *language)
{
  for (guint i = 0; i < speaker->names->len; i++)
    {
      const BulSpeakerName *name = speaker->names->pdata[i];

      if (g_strcmp0 (name->language, language) == 0 && name->name != NULL && *name->name != '\0')
        return name->name;
    }
  return NULL;
}

static gboolean
is_same_speaker (const BulSpeaker *a, const BulSpeaker *b)
{
  const BulSpeaker *both[] = { a, b };

  for (guint i = 0; i < G_N_ELEMENTS (both); i++)
    {
      const char *korean = get_name (both[i], "ko");
      const char *english = get_name (both[1 - i], "en");

      if (a->role == b->role && korean != NULL && english != NULL
          && bul_namesakes_are_same (korean, english))
        return TRUE;
    }
  return FALSE;
}

/* The one of @story who sounds so; %NULL where there is none, or more than one. */
static const BulSpeaker *
find_only (const BulStory *story, const BulSpeaker *speaker)
{
  const BulSpeaker *found = NULL;

  for (guint i = 0; i < story->speakers->len; i++)
    {
      if (!is_same_speaker (story->speakers->pdata[i], speaker))
        continue;
      if (found != NULL)
        return NULL;
      found = story->speakers->pdata[i];
    }
  return found;
}

GHashTable *
bul_namesakes_match (const BulStory *story, const BulStory *other)
{
  GHashTable *voices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < other->speakers->len; i++)
    {
      const BulSpeaker *theirs = other->speakers->pdata[i];
      const BulSpeaker *ours = find_only (story, theirs);

      if (ours != NULL && find_only (other, ours) == theirs)
        g_hash_table_insert (voices, g_strdup (theirs->key), g_strdup (ours->key));
    }
  return voices;
}
