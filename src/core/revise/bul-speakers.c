/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-speakers.h"

#include <string.h>

#include <glib/gi18n.h>

#include "bul-chars.h"
#include "bul-error.h"
#include "bul-value.h"

static gboolean
is_named (const BulSpeaker *speaker, const char *language, const char *name)
{
  for (guint i = 0; i < speaker->names->len; i++)
    {
      const BulSpeakerName *as = speaker->names->pdata[i];

      if (g_strcmp0 (as->language, language) == 0 && strcmp (as->name, name) == 0)
        return TRUE;
    }
  return FALSE;
}

const BulSpeaker *
bul_speakers_find_namesake (const BulStory *story, const BulNaming *naming)
{
  g_autofree char *name = NULL;

  if (naming->anonymous || *naming->name == '\0')
    return NULL;
  name = bul_named_dup_name (story, naming);
  for (guint i = 0; i < story->speakers->len; i++)
    {
      const BulSpeaker *speaker = story->speakers->pdata[i];

      if (!speaker->anonymous && strcmp (speaker->key, naming->speaker) != 0
          && is_named (speaker, naming->language, name))
        return speaker;
    }
  return NULL;
}

const BulSpeaker *
bul_speakers_find (const BulStory *story, guint number)
{
  for (guint i = 0; i < story->speakers->len; i++)
    {
      const BulSpeaker *speaker = story->speakers->pdata[i];

      if (speaker->number == number)
        return speaker;
    }
  return NULL;
}

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, BUL_ERROR, BUL_ERROR_REFUSED, message);
  return FALSE;
}

static gboolean
refuse_gone (GError **error)
{
  g_set_error_literal (error, BUL_ERROR, BUL_ERROR_NOT_FOUND,
                       _ ("That speaker is gone. Nothing was changed."));
  return FALSE;
}

static gboolean
set_names (BulHistory *history, const BulSpeaker *speaker, const BulSpeaker *copy, GError **error)
{
  const BulField *field = bul_record_type_find_field (&bul_speaker_type, "names");
  g_autofree char *value = bul_value_dup (copy, field);

  return bul_history_set (history, speaker->key, "names", value, error);
}

/* The name that @speaker has in @language, made where there is none. */
static BulSpeakerName *
ensure_name (BulSpeaker *speaker, const char *language)
{
  BulSpeakerName *as = (BulSpeakerName *) bul_speaker_get_name (speaker, language);

  if (as != NULL && g_strcmp0 (as->language, language) == 0)
    return as;
  as = bul_record_new (&bul_speaker_name_type);
  as->language = g_strdup (language);
  g_ptr_array_add (speaker->names, as);
  return as;
}

static void
put_name (BulSpeakerName *as, const char *name, const char *title)
{
  g_autofree char *new_name = g_strdup (name);
  g_autofree char *new_title = title == NULL || *title == '\0' ? NULL : g_strdup (title);

  g_free (as->name);
  as->name = g_steal_pointer (&new_name);
  g_free (as->title);
  as->title = g_steal_pointer (&new_title);
}

/* The record of the speaker as @naming has it, in one language, or in all for one who is not to be
 * named. */
static gboolean
name_record (BulHistory *history, const BulNaming *naming, GError **error)
{
  const BulStory *story = bul_history_get_story (history);
  const BulSpeaker *speaker = bul_story_find_speaker (story, naming->speaker);
  g_autoptr (BulRecord) record = bul_record_copy (speaker);
  BulSpeaker *copy = (BulSpeaker *) record;
  g_autofree char *name = bul_named_dup_name (story, naming);

  put_name (ensure_name (copy, naming->language), name, naming->title);
  for (guint i = 0; naming->anonymous && i < copy->names->len; i++)
    {
      BulSpeakerName *as = copy->names->pdata[i];

      if (g_strcmp0 (as->language, naming->language) != 0 && *as->name != '\0')
        put_name (as, bul_named_get_disguise (as->language), as->title);
    }
  return set_names (history, speaker, copy, error)
         && bul_history_set (history, naming->speaker, "anonymous",
                             naming->anonymous ? "true" : NULL, error);
}

/* A line whose kind the file gave keeps it: who it names is no part of that. */
static gboolean
change_words (BulHistory *history,
              const BulNamedPlace *place,
              guint at,
              const char *was,
              const char *now,
              GError **error)
{
  const BulStory *story = bul_history_get_story (history);
  const BulBlock *block = bul_story_find (story, place->block);
  guint n_chars = bul_chars_count (was);
  g_autofree char *there = block == NULL || bul_record_get_type (block) != &bul_block_type
                               ? NULL
                               : bul_chars_slice (block->text, at, at + n_chars);
  gboolean given;

  if (g_strcmp0 (there, was) != 0)
    {
      g_set_error (error, BUL_ERROR, BUL_ERROR_CONFLICT,
                   _ ("“%s” no longer stands where it stood. Nothing was changed."), was);
      return FALSE;
    }
  given = block->given;
  return bul_history_replace (history, place->block, at, n_chars, now, error)
         && (!given || bul_history_set (history, place->block, "given", "true", error));
}

/* From the end, so that the places before stay as they are. */
static gboolean
change_places (BulHistory *history, const GPtrArray *places, GError **error)
{
  for (guint i = places == NULL ? 0 : places->len; i > 0; i--)
    {
      const BulNamedPlace *place = places->pdata[i - 1];

      if (place->particle_was != NULL
          && !change_words (history, place, place->particle_at, place->particle_was,
                            place->particle_now, error))
        return FALSE;
      if (!change_words (history, place, place->at, place->was, place->now, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
finish (BulHistory *history, gboolean done)
{
  if (done)
    bul_history_end (history);
  else
    bul_history_abandon (history);
  return done;
}

static gboolean
check_naming (const BulStory *story, const BulNaming *naming, GError **error)
{
  const BulSpeaker *namesake;

  if (bul_story_find_speaker (story, naming->speaker) == NULL)
    return refuse_gone (error);
  if (*naming->name == '\0' && *naming->title == '\0')
    return refuse (error, _ ("A speaker needs a name or a title. Nothing was changed."));
  if (!bul_chars_valid_block_text (naming->name) || !bul_chars_valid_block_text (naming->title))
    return refuse (error, _ ("A name stays within one line. Nothing was changed."));
  namesake = naming->apart ? NULL : bul_speakers_find_namesake (story, naming);
  if (namesake == NULL)
    return TRUE;
  g_set_error (error, BUL_ERROR, BUL_ERROR_REFUSED,
               _ ("Speaker %u is called “%s” already. Nothing was changed. Merge the two if they "
                  "are one person."),
               namesake->number, naming->name);
  return FALSE;
}

gboolean
bul_speakers_rename (BulHistory *history,
                     const BulNaming *naming,
                     const GPtrArray *places,
                     GError **error)
{
  g_autofree char *name = bul_named_dup_words (naming->name);
  g_autofree char *title = bul_named_dup_words (naming->title);
  BulNaming normal = *naming;

  normal.name = name;
  normal.title = title;
  if (!check_naming (bul_history_get_story (history), &normal, error))
    return FALSE;
  bul_history_begin (history, naming->anonymous ? "Make a speaker anonymous" : "Rename a speaker");
  return finish (history,
                 name_record (history, &normal, error) && change_places (history, places, error));
}

/* Returns: (transfer full): the speakers of a block, with @into in the place of @from. */
static char *
dup_merged (const BulBlock *block, const char *from, const char *into)
{
  g_autoptr (GString) refs = g_string_new (NULL);
  gboolean has_into = FALSE;

  for (guint i = 0; block->speakers[i] != NULL; i++)
    {
      gboolean is_one
          = strcmp (block->speakers[i], from) == 0 || strcmp (block->speakers[i], into) == 0;

      if (is_one && has_into)
        continue;
      has_into |= is_one;
      g_string_append_printf (refs, "%s%s", refs->len == 0 ? "" : " ",
                              is_one ? into : block->speakers[i]);
    }
  return g_string_free (g_steal_pointer (&refs), FALSE);
}

static gboolean
merge_blocks (BulHistory *history, const char *from, const char *into, GError **error)
{
  const BulStory *story = bul_history_get_story (history);

  for (guint i = 0; i < story->scripts->len; i++)
    {
      const BulScript *script = story->scripts->pdata[i];

      for (guint j = 0; j < script->blocks->len; j++)
        {
          const BulBlock *block = script->blocks->pdata[j];
          g_autofree char *refs = NULL;

          if (block->speakers == NULL
              || !g_strv_contains ((const char *const *) block->speakers, from))
            continue;
          refs = dup_merged (block, from, into);
          if (!bul_history_set (history, block->key, "speakers", refs, error))
            return FALSE;
        }
    }
  return TRUE;
}

/* What is known of @from and not of @into: names in other languages, a title. One who is not to be
 * named learns none. */
static gboolean
merge_records (BulHistory *history, const BulSpeaker *from, const BulSpeaker *into, GError **error)
{
  g_autoptr (BulRecord) record = bul_record_copy (into);
  BulSpeaker *copy = (BulSpeaker *) record;

  for (guint i = 0; !into->anonymous && i < from->names->len; i++)
    {
      const BulSpeakerName *theirs = from->names->pdata[i];
      BulSpeakerName *ours = ensure_name (copy, theirs->language);
      g_autofree char *name = g_strdup (*ours->name == '\0' ? theirs->name : ours->name);
      g_autofree char *title = g_strdup (ours->title == NULL ? theirs->title : ours->title);

      put_name (ours, name, title);
    }
  return set_names (history, into, copy, error);
}

static gboolean
remove_speaker (BulHistory *history, const char *key, GError **error)
{
  const BulStory *story = bul_history_get_story (history);

  for (guint i = 0; i < story->speakers->len; i++)
    if (strcmp (((const BulSpeaker *) story->speakers->pdata[i])->key, key) == 0)
      return bul_history_remove (history, NULL, "speakers", i, error);
  return refuse_gone (error);
}

gboolean
bul_speakers_merge (BulHistory *history,
                    const char *from,
                    const char *into,
                    const GPtrArray *places,
                    GError **error)
{
  const BulStory *story = bul_history_get_story (history);
  const BulSpeaker *gone = bul_story_find_speaker (story, from);
  const BulSpeaker *kept = bul_story_find_speaker (story, into);
  g_autofree char *gone_key = g_strdup (from);
  g_autofree char *kept_key = g_strdup (into);

  if (gone == NULL || kept == NULL)
    return refuse_gone (error);
  if (gone == kept)
    return refuse (error, _ ("That is the same speaker twice. Nothing was changed."));
  if (gone->anonymous && !kept->anonymous)
    return refuse (error,
                   _ ("An anonymous speaker merged into one who is named would be named too. "
                      "Nothing was changed. Merge them the other way round."));
  bul_history_begin (history, "Merge speakers");
  return finish (history, merge_records (history, gone, kept, error)
                              && merge_blocks (history, gone_key, kept_key, error)
                              && change_places (history, places, error)
                              && remove_speaker (history, gone_key, error));
}

GPtrArray *
bul_speakers_list_merged (const BulStory *story, const char *from, const char *into, GError **error)
{
  const BulSpeaker *gone = bul_story_find_speaker (story, from);
  const BulSpeaker *kept = bul_story_find_speaker (story, into);
  g_autoptr (GPtrArray) all = NULL;

  if (gone == NULL || kept == NULL)
    {
      refuse_gone (error);
      return NULL;
    }
  for (guint i = 0; i < gone->names->len; i++)
    {
      const BulSpeakerName *theirs = gone->names->pdata[i];
      const BulSpeakerName *ours = bul_speaker_get_name (kept, theirs->language);
      const char *title = ours == NULL || ours->title == NULL ? theirs->title : ours->title;
      BulNaming naming = { .speaker = from, .language = theirs->language };
      GPtrArray *places;

      if (ours == NULL || g_strcmp0 (ours->language, theirs->language) != 0 || *ours->name == '\0')
        continue;
      naming.name = ours->name;
      naming.title = title == NULL ? "" : title;
      places = bul_named_list (story, &naming, error);
      if (places == NULL)
        return NULL;
      if (all == NULL)
        all = places;
      else
        g_ptr_array_extend_and_steal (all, places);
    }
  return all == NULL ? g_ptr_array_new () : g_steal_pointer (&all);
}

/* The head names the new speaker, where it can. */
static gboolean
rewrite_head (BulHistory *history, const char *block, const char *speaker, GError **error)
{
  const BulStory *story = bul_history_get_story (history);
  guint position;
  const BulScript *script = bul_story_find_block (story, block, &position);
  const BulSpeakerName *as
      = bul_speaker_get_name (bul_story_find_speaker (story, speaker), script->language);
  g_autoptr (GPtrArray) places = NULL;
  BulNaming naming = { .speaker = speaker, .language = script->language };

  if (as == NULL || g_strcmp0 (as->language, script->language) != 0 || *as->name == '\0')
    return TRUE;
  naming.name = as->name;
  naming.title = as->title == NULL ? "" : as->title;
  places = bul_named_list_head (story, block, &naming, NULL);
  return places == NULL || change_places (history, places, error);
}

static gboolean
give_one (BulHistory *history, const char *block, const char *speaker, GError **error)
{
  return bul_history_set (history, block, "speakers", speaker, error)
         && (speaker == NULL || rewrite_head (history, block, speaker, error));
}

static gboolean
is_read (const BulStory *story, const char *block)
{
  guint position;
  const BulScript *script = bul_story_find_block (story, block, &position);

  return script != NULL
         && bul_block_kind_is_read (((const BulBlock *) script->blocks->pdata[position])->kind);
}

gboolean
bul_speakers_give (BulHistory *history,
                   const char *const *blocks,
                   const char *speaker,
                   GError **error)
{
  const BulStory *story = bul_history_get_story (history);
  guint n_read = 0;
  gboolean done = TRUE;

  if (speaker != NULL && bul_story_find_speaker (story, speaker) == NULL)
    return refuse_gone (error);
  bul_history_begin (history, speaker == NULL ? "Take the speaker away" : "Give a speaker");
  for (guint i = 0; done && blocks[i] != NULL; i++)
    {
      if (!is_read (story, blocks[i]))
        continue;
      n_read++;
      done = give_one (history, blocks[i], speaker, error);
    }
  if (n_read == 0)
    done = refuse (error, _ ("Nobody is heard in that line. Nothing was changed."));
  return finish (history, done);
}
