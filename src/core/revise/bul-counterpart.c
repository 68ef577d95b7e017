/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-counterpart.h"

#include <glib/gi18n.h>

#include "bul-error.h"
#include "bul-markers.h"
#include "bul-pairs.h"
#include "bul-source.h"
#include "bul-value.h"

typedef struct
{
  BulHistory *history;
  const BulStory *story; /* as it becomes */
  const BulStory *other;
  GHashTable *voices; /* key of a speaker in @other → here, or NULL */
  GHashTable *keys;   /* in @other → here */
} Taking;

/* --- keys */

/* Returns: (transfer full): what a thing of the other story is called here. */
static char *
map_key (Taking *taking, const char *key)
{
  const char *known = g_hash_table_lookup (taking->keys, key);

  if (known == NULL)
    {
      char *own = bul_keys_make (bul_history_get_keys (taking->history), key[0]);

      g_hash_table_insert (taking->keys, g_strdup (key), own);
      known = own;
    }
  return g_strdup (known);
}

static void
replace_key (Taking *taking, char **key)
{
  g_autofree char *theirs = *key;

  *key = theirs == NULL ? NULL : map_key (taking, theirs);
}

/* Gives @record, and what is below it, its keys here. */
static void
rename_keys (Taking *taking, gpointer record)
{
  const BulRecordType *type = bul_record_get_type (record);

  for (guint i = 0; i < type->n_fields; i++)
    {
      gpointer place = bul_record_field (record, &type->fields[i]);

      if (type->fields[i].type == BUL_FIELD_KEY || type->fields[i].type == BUL_FIELD_REF)
        replace_key (taking, place);
      else if (type->fields[i].type == BUL_FIELD_REFS)
        for (GStrv keys = *(GStrv *) place; keys != NULL && *keys != NULL; keys++)
          replace_key (taking, keys);
      else if (type->fields[i].type == BUL_FIELD_RECORDS)
        for (guint j = 0; j < (*(GPtrArray **) place)->len; j++)
          rename_keys (taking, (*(GPtrArray **) place)->pdata[j]);
    }
}

/* --- speakers */

static BulSpeaker *
find_only (const BulStory *story, BulSpeakerRole role)
{
  BulSpeaker *found = NULL;

  for (guint i = 0; i < story->speakers->len; i++)
    {
      BulSpeaker *speaker = story->speakers->pdata[i];

      if (speaker->role != role)
        continue;
      if (found != NULL)
        return NULL;
      found = speaker;
    }
  return found;
}

static gboolean
add_names (Taking *taking, const BulSpeaker *ours, const BulSpeaker *theirs, GError **error)
{
  g_autoptr (BulRecord) after = bul_record_copy (ours);
  g_autofree char *value = NULL;

  for (guint i = 0; i < theirs->names->len; i++)
    g_ptr_array_add (((BulSpeaker *) after)->names, bul_record_copy (theirs->names->pdata[i]));
  value = bul_value_dup (after, bul_record_type_find_field (&bul_speaker_type, "names"));
  return bul_history_set (taking->history, ours->key, "names", value, error);
}

static gboolean
take_as (Taking *taking, const BulSpeaker *theirs, const BulSpeaker *ours, GError **error)
{
  if (ours == NULL || theirs == NULL || g_hash_table_contains (taking->keys, theirs->key))
    return TRUE;
  g_hash_table_insert (taking->keys, g_strdup (theirs->key), g_strdup (ours->key));
  return add_names (taking, ours, theirs, error);
}

/* The one anchor, or reporter, of both. */
static gboolean
take_same_voice (Taking *taking, BulSpeakerRole role, GError **error)
{
  return take_as (taking, find_only (taking->other, role), find_only (taking->story, role), error);
}

static gboolean
take_known_voices (Taking *taking, GError **error)
{
  for (guint i = 0; taking->voices != NULL && i < taking->other->speakers->len; i++)
    {
      const BulSpeaker *theirs = taking->other->speakers->pdata[i];
      const char *key = g_hash_table_lookup (taking->voices, theirs->key);

      if (key != NULL
          && !take_as (taking, theirs, bul_story_find_speaker (taking->story, key), error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
take_speakers (Taking *taking, GError **error)
{
  if (!take_same_voice (taking, BUL_SPEAKER_ANCHOR, error)
      || !take_same_voice (taking, BUL_SPEAKER_REPORTER, error)
      || !take_known_voices (taking, error))
    return FALSE;
  for (guint i = 0; i < taking->other->speakers->len; i++)
    {
      const BulSpeaker *theirs = taking->other->speakers->pdata[i];
      BulSpeaker *copy;

      if (g_hash_table_contains (taking->keys, theirs->key))
        continue;
      copy = bul_record_copy (theirs);
      rename_keys (taking, copy);
      copy->number = bul_keys_make_speaker_number (bul_history_get_keys (taking->history));
      if (!bul_history_add (taking->history, NULL, "speakers", taking->story->speakers->len, copy,
                            error))
        return FALSE;
    }
  return TRUE;
}

/* --- all else */

static gboolean
take_script (Taking *taking, GError **error)
{
  BulScript *copy = bul_record_copy (taking->other->scripts->pdata[0]);

  rename_keys (taking, copy);
  copy->role = BUL_SCRIPT_TRANSLATION;
  return bul_history_add (taking->history, NULL, "scripts", taking->story->scripts->len, copy,
                          error);
}

static gboolean
has_source (const BulStory *story, const char *sha256)
{
  for (guint i = 0; i < story->sources->len; i++)
    if (g_strcmp0 (((BulSource *) story->sources->pdata[i])->sha256, sha256) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
take_sources (Taking *taking, GError **error)
{
  for (guint i = 0; i < taking->other->sources->len; i++)
    {
      const BulSource *source = taking->other->sources->pdata[i];

      if (!has_source (taking->story, source->sha256)
          && !bul_history_add (taking->history, NULL, "sources", taking->story->sources->len,
                               bul_record_copy (source), error))
        return FALSE;
    }
  return TRUE;
}

/* Stamps change as a list. */
static gboolean
take_stamps (Taking *taking, GError **error)
{
  g_autoptr (BulRecord) after = bul_record_copy (taking->story);
  g_autofree char *value = NULL;

  for (guint i = 0; i < taking->other->stamps->len; i++)
    {
      gpointer copy = bul_record_copy (taking->other->stamps->pdata[i]);

      rename_keys (taking, copy);
      g_ptr_array_add (((BulStory *) after)->stamps, copy);
    }
  value = bul_value_dup (after, bul_record_type_find_field (&bul_story_type, "stamps"));
  return bul_history_set (taking->history, NULL, "stamps", value, error);
}

static gboolean
take_list (Taking *taking, const char *name, GError **error)
{
  const GPtrArray *theirs = bul_story_find_list (taking->other, NULL, name);
  const GPtrArray *ours = bul_story_find_list (taking->story, NULL, name);

  for (guint i = 0; i < theirs->len; i++)
    {
      gpointer copy = bul_record_copy (theirs->pdata[i]);

      rename_keys (taking, copy);
      if (!bul_history_add (taking->history, NULL, name, ours->len, copy, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
take_all (Taking *taking, GError **error)
{
  static const char *const lists[]
      = { "annotations", "tags", "corrections", "notices", "dismissals" };

  if (!take_speakers (taking, error) || !take_script (taking, error)
      || !take_sources (taking, error) || !take_stamps (taking, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (!take_list (taking, lists[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
check (const BulStory *story, const BulStory *other, GError **error)
{
  const BulScript *script = other->scripts->len == 1 ? other->scripts->pdata[0] : NULL;
  BulLanguage language = script == NULL ? 0 : bul_language_of (script->language);
  const char *message = NULL;

  if (g_strcmp0 (story->uid, other->uid) == 0)
    message = _ ("A story is no counterpart of itself. Nothing was changed.");
  else if (script == NULL)
    message = _ ("The counterpart has more than one script, or none. Nothing was changed.");
  else if (language == 0)
    message = _ ("The counterpart is neither Korean nor English. Nothing was changed.");
  else if (bul_pairs_get_script (story, language) != NULL)
    message = language == BUL_LANGUAGE_KOREAN
                  ? _ ("The story has a Korean script already. Nothing was changed.")
                  : _ ("The story has an English script already. Nothing was changed.");
  if (message != NULL)
    g_set_error_literal (error, BUL_ERROR, BUL_ERROR_REFUSED, message);
  return message == NULL;
}

gboolean
bul_counterpart_take (BulHistory *history,
                      const BulStory *other,
                      GHashTable *voices,
                      GError **error)
{
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Taking taking = { history, bul_history_get_story (history), other, voices, keys };

  if (!check (taking.story, other, error))
    return FALSE;
  bul_history_begin (history, "Take in a script");
  if (!take_all (&taking, error))
    {
      bul_history_abandon (history);
      return FALSE;
    }
  bul_history_end_as_is (history);
  return TRUE;
}

/* Marks say what a line is, and are words of nobody: the other language's stand there at once, and
 * tell its sections. */
static const char *
translate_mark (const BulBlock *block, const char *language)
{
  const char *mark = NULL;

  if (block->kind == BUL_BLOCK_MARKER || block->kind == BUL_BLOCK_TURN)
    mark = bul_markers_translate (bul_slice_of (block->text),
                                  bul_language_of (language) == BUL_LANGUAGE_KOREAN);
  return mark == NULL ? "" : mark;
}

static BulScript *
make_empty (const BulScript *script, const char *language, BulKeys *keys)
{
  g_autofree char *key = bul_keys_make (keys, 'k');
  BulScript *empty = bul_script_new (key, language);

  empty->role = BUL_SCRIPT_TRANSLATION;
  for (guint i = 0; i < script->blocks->len; i++)
    {
      const BulBlock *block = script->blocks->pdata[i];
      g_autofree char *line = bul_keys_make (keys, 'b');
      BulBlock *own
          = bul_block_new (line, block->kind, block->section, translate_mark (block, language));

      /* Whoever is heard in the one is heard in the other. */
      own->speakers = g_strdupv (block->speakers);
      g_ptr_array_add (empty->blocks, own);
    }
  return empty;
}

gboolean
bul_counterpart_add_empty (BulHistory *history, GError **error)
{
  const BulStory *story = bul_history_get_story (history);
  const BulScript *korean = bul_pairs_get_script (story, BUL_LANGUAGE_KOREAN);
  const BulScript *english = bul_pairs_get_script (story, BUL_LANGUAGE_ENGLISH);
  gboolean done;

  if ((korean == NULL) == (english == NULL))
    {
      g_set_error_literal (error, BUL_ERROR, BUL_ERROR_REFUSED,
                           korean == NULL
                               ? _ ("The story is neither Korean nor English. Nothing was changed.")
                               : _ ("The story has both languages. Nothing was changed."));
      return FALSE;
    }
  bul_history_begin (history, "Begin a translation");
  done = bul_history_add (history, NULL, "scripts", story->scripts->len,
                          make_empty (korean != NULL ? korean : english,
                                      korean != NULL ? "en" : "ko", bul_history_get_keys (history)),
                          error);
  bul_history_end_as_is (history);
  return done;
}
