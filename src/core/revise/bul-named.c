/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-named.h"

#include <string.h>

#include <glib/gi18n.h>

#include "bul-chars.h"
#include "bul-error.h"
#include "bul-named-head-private.h"
#include "bul-named-words-private.h"
#include "bul-normal.h"
#include "bul-parts.h"

static void
place_free (gpointer data)
{
  BulNamedPlace *place = data;

  g_free (place->block);
  g_free (place->was);
  g_free (place->now);
  g_free (place);
}

const char *
bul_named_get_disguise (const char *language)
{
  return g_strcmp0 (language, "ko") == 0 ? "익명" : "Anonymous";
}

char *
bul_named_dup_words (const char *typed)
{
  return g_strstrip (bul_normal_form (typed, -1));
}

char *
bul_named_dup_name (const BulStory *story, const BulNaming *naming)
{
  const BulSpeaker *speaker = bul_story_find_speaker (story, naming->speaker);
  const BulSpeakerName *as
      = speaker == NULL ? NULL : bul_speaker_get_name (speaker, naming->language);

  if (as == NULL || g_strcmp0 (as->language, naming->language) != 0)
    return g_strdup (naming->name);
  return bul_named_dress (naming->name, as->name, NULL);
}

/* What a speaker is called before @naming; empty where that is not known. */
static BulNamedNames
get_names (const BulStory *story, const BulNaming *naming)
{
  const BulSpeaker *speaker = bul_story_find_speaker (story, naming->speaker);
  const BulSpeakerName *as
      = speaker == NULL ? NULL : bul_speaker_get_name (speaker, naming->language);
  BulNamedNames names
      = { .name_was = "", .title_was = "", .name = naming->name, .title = naming->title };

  if (as != NULL && g_strcmp0 (as->language, naming->language) == 0)
    {
      names.name_was = as->name;
      names.title_was = as->title == NULL ? "" : as->title;
    }
  return names;
}

static int
find_part (const BulBlock *block, const BulParts *parts, const char *speaker, const char *name)
{
  guint n_speakers = g_strv_length (block->speakers);

  for (guint i = 0; i < MIN (n_speakers, parts->speakers->len); i++)
    if (n_speakers == parts->speakers->len && g_strcmp0 (block->speakers[i], speaker) == 0)
      return (int) i;
  for (guint i = 0; *name != '\0' && i < parts->speakers->len; i++)
    {
      g_autofree char *printed
          = bul_parts_dup (block->text, g_array_index (parts->speakers, BulPartsSpeaker, i).name);

      if (g_strcmp0 (printed, name) == 0)
        return (int) i;
    }
  return -1;
}

static gboolean
names_speakers (const BulBlock *block)
{
  return block->kind == BUL_BLOCK_BITE || block->kind == BUL_BLOCK_TURN;
}

/* The head of a block in which the speaker is heard, or which says that a reporter is. */
static gboolean
list_head (GPtrArray *places,
           const BulSpeaker *speaker,
           const BulBlock *block,
           const BulParts *parts,
           const BulNamedNames *names,
           GError **error)
{
  int part;

  if (speaker->role == BUL_SPEAKER_REPORTER && *names->name_was != '\0'
      && bul_named_relay (places, block, parts, names))
    return TRUE;
  if (!names_speakers (block) || block->speakers == NULL
      || !g_strv_contains ((const char *const *) block->speakers, speaker->key))
    return TRUE;
  part = find_part (block, parts, speaker->key, names->name_was);
  return part < 0 || bul_named_head (places, block, parts, (guint) part, names, error);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const BulNamedPlace *x = *(const BulNamedPlace *const *) a;
  const BulNamedPlace *y = *(const BulNamedPlace *const *) b;

  return x->at < y->at ? -1 : x->at > y->at;
}

static gboolean
list_block (GPtrArray *places,
            const BulSpeaker *speaker,
            const BulBlock *block,
            guint number,
            const BulNamedNames *names,
            GError **error)
{
  g_autoptr (BulParts) parts = bul_parts_new (block->kind, block->text);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (place_free);

  if (!list_head (found, speaker, block, parts, names, error))
    return FALSE;
  if (block->kind != BUL_BLOCK_FURNITURE)
    bul_named_words (found, block, parts, names);
  g_ptr_array_sort (found, compare_places);
  for (guint i = 0; i < found->len; i++)
    ((BulNamedPlace *) found->pdata[i])->number = number;
  g_ptr_array_extend_and_steal (places, g_steal_pointer (&found));
  return TRUE;
}

static gboolean
has_head (const GPtrArray *places, guint from)
{
  for (guint i = from; i < places->len; i++)
    if (bul_named_place_is_head (places->pdata[i]))
      return TRUE;
  return FALSE;
}

static gboolean
list_script (GPtrArray *places,
             const BulStory *story,
             const BulScript *script,
             const BulNaming *naming,
             GError **error)
{
  const BulSpeaker *speaker = bul_story_find_speaker (story, naming->speaker);
  BulNamedNames names = get_names (story, naming);

  names.needs_title = *names.title != '\0' && *names.title_was == '\0';
  for (guint i = 0; i < script->blocks->len; i++)
    {
      guint n_before = places->len;

      if (!list_block (places, speaker, script->blocks->pdata[i], i + 1, &names, error))
        return FALSE;
      names.needs_title &= !has_head (places, n_before);
    }
  return TRUE;
}

/* In the scripts of other languages an anonymous speaker is not named either. */
static gboolean
list_other (GPtrArray *places,
            const BulStory *story,
            const BulScript *script,
            const BulNaming *naming,
            GError **error)
{
  BulNaming other = *naming;
  BulNamedNames names;

  other.language = script->language;
  other.name = bul_named_get_disguise (script->language);
  names = get_names (story, &other);
  other.title = names.title_was;
  return *names.name_was == '\0' || list_script (places, story, script, &other, error);
}

GPtrArray *
bul_named_list (const BulStory *story, const BulNaming *naming, GError **error)
{
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (place_free);
  g_autofree char *name = bul_named_dup_words (naming->name);
  g_autofree char *title = bul_named_dup_words (naming->title);
  BulNaming normal = *naming;

  if (bul_story_find_speaker (story, naming->speaker) == NULL)
    {
      g_set_error_literal (error, BUL_ERROR, BUL_ERROR_NOT_FOUND,
                           _ ("That speaker is gone. Nothing was changed."));
      return NULL;
    }
  normal.name = name;
  normal.title = title;
  for (guint i = 0; i < story->scripts->len; i++)
    {
      const BulScript *script = story->scripts->pdata[i];
      gboolean is_own = g_strcmp0 (script->language, naming->language) == 0;

      if ((is_own && !list_script (places, story, script, &normal, error))
          || (!is_own && naming->anonymous && !list_other (places, story, script, &normal, error)))
        return NULL;
    }
  return g_steal_pointer (&places);
}

GPtrArray *
bul_named_list_head (const BulStory *story,
                     const char *block,
                     const BulNaming *naming,
                     GError **error)
{
  guint position;
  const BulScript *script = bul_story_find_block (story, block, &position);
  const BulBlock *found = script == NULL ? NULL : script->blocks->pdata[position];
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (place_free);
  g_autoptr (BulParts) parts = NULL;
  BulNamedNames names = { .name_was = "", .name = naming->name, .title = naming->title };

  if (found == NULL || !names_speakers (found))
    return g_steal_pointer (&places);
  parts = bul_parts_new (found->kind, found->text);
  if (parts->speakers->len == 1
      && !bul_range_is_empty (g_array_index (parts->speakers, BulPartsSpeaker, 0).name)
      && !bul_named_head (places, found, parts, 0, &names, error))
    return NULL;
  return g_steal_pointer (&places);
}

static gboolean
holds (BulRange range, guint offset)
{
  return !bul_range_is_empty (range) && range.start <= offset && offset <= range.end;
}

/* Whose head it is that @offset lies in. */
static BulNamedAt
find_in_head (const BulBlock *block, guint offset)
{
  g_autoptr (BulParts) parts = bul_parts_new (block->kind, block->text);
  guint n_speakers = block->speakers == NULL ? 0 : g_strv_length (block->speakers);

  for (guint i = 0; n_speakers == parts->speakers->len && i < n_speakers; i++)
    {
      const BulPartsSpeaker *part = &g_array_index (parts->speakers, BulPartsSpeaker, i);

      if (holds (part->name, offset) || holds (part->title, offset))
        return (BulNamedAt){ block->speakers[i], !holds (part->name, offset) };
    }
  return (BulNamedAt){ NULL, FALSE };
}

/* How many characters the name has that stands at @offset; 0 where it does not. */
static guint
measure_at (const char *text, const char *name, guint offset)
{
  guint n_chars = bul_chars_count (name);
  guint at;

  for (guint from = 0; bul_chars_find (text, name, from, &at); from = at + 1)
    if (at <= offset && offset <= at + n_chars)
      return n_chars;
  return 0;
}

static const char *
find_in_words (const BulStory *story, const char *text, guint offset)
{
  const char *found = NULL;
  guint longest = 0;

  for (guint i = 0; i < story->speakers->len; i++)
    {
      const BulSpeaker *speaker = story->speakers->pdata[i];

      for (guint j = 0; j < speaker->names->len; j++)
        {
          guint n_chars
              = measure_at (text, ((BulSpeakerName *) speaker->names->pdata[j])->name, offset);

          if (n_chars <= longest)
            continue;
          longest = n_chars;
          found = speaker->key;
        }
    }
  return found;
}

BulNamedAt
bul_named_find_at (const BulStory *story, const char *block, guint offset)
{
  guint position;
  const BulScript *script = bul_story_find_block (story, block, &position);
  const BulBlock *found = script == NULL ? NULL : script->blocks->pdata[position];
  BulNamedAt at = { NULL, FALSE };

  if (found != NULL && names_speakers (found))
    at = find_in_head (found, offset);
  if (found != NULL && at.speaker == NULL)
    at.speaker = find_in_words (story, found->text, offset);
  if (found != NULL && at.speaker == NULL && found->speakers != NULL)
    at.speaker = found->speakers[0];
  return at;
}
