/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-casting.h"

#include <string.h>

#include "bul-edit.h"
#include "bul-markers.h"
#include "bul-value.h"

/* The voices that are heard again and again while a script is read from its top. */
typedef struct
{
  BulStory *story;
  BulScript *script;
  BulKeys *keys;
  GHashTable *called; /* name, in the script's language → BulSpeaker */
  BulSpeaker *anchor;
  BulSpeaker *reporter;
  BulSpeaker *turn;
} Casting;

static BulSpeaker *
make_speaker (
    BulKeys *keys, BulSpeakerRole role, const char *language, const char *name, const char *title)
{
  BulSpeaker *speaker = bul_record_new (&bul_speaker_type);

  speaker->key = bul_keys_make (keys, 'p');
  speaker->number = bul_keys_make_speaker_number (keys);
  speaker->role = role;
  if (name != NULL || title != NULL)
    {
      BulSpeakerName *as = bul_record_new (&bul_speaker_name_type);

      as->language = g_strdup (language);
      as->title = g_strdup (title);
      g_free (as->name);
      as->name = g_strdup (name == NULL ? "" : name);
      g_ptr_array_add (speaker->names, as);
    }
  return speaker;
}

static gboolean
is_called (const BulSpeaker *speaker, const char *language, const char *name)
{
  for (guint i = 0; i < speaker->names->len; i++)
    {
      const BulSpeakerName *as = speaker->names->pdata[i];

      if (g_strcmp0 (as->language, language) == 0 && g_strcmp0 (as->name, name) == 0)
        return TRUE;
    }
  return FALSE;
}

static BulSpeaker *
find_called (const GPtrArray *speakers, const char *language, const char *name)
{
  for (guint i = 0; name != NULL && i < speakers->len; i++)
    if (is_called (speakers->pdata[i], language, name))
      return speakers->pdata[i];
  return NULL;
}

/* The first who is called so. */
static void
note_name (Casting *casting, BulSpeaker *speaker, const BulSpeakerName *as)
{
  if (g_strcmp0 (as->language, casting->script->language) == 0
      && !g_hash_table_contains (casting->called, as->name))
    g_hash_table_insert (casting->called, as->name, speaker);
}

static void
note_names (Casting *casting, BulSpeaker *speaker)
{
  for (guint i = 0; i < speaker->names->len; i++)
    note_name (casting, speaker, speaker->names->pdata[i]);
}

static BulSpeaker *
cast_speaker (Casting *casting, BulSpeakerRole role, const char *name, const char *title)
{
  const char *language = casting->script->language;
  BulSpeaker *speaker = name == NULL ? NULL : g_hash_table_lookup (casting->called, name);

  if (speaker == NULL)
    {
      speaker = make_speaker (casting->keys, role, language, name, title);
      g_ptr_array_add (casting->story->speakers, speaker);
      note_names (casting, speaker);
    }
  return speaker;
}

static BulSpeaker *
anchor (Casting *casting)
{
  if (casting->anchor == NULL)
    casting->anchor = cast_speaker (casting, BUL_SPEAKER_ANCHOR, NULL, NULL);
  return casting->anchor;
}

/* The name comes with the hand-off, before the first word of the report, or not before the
 * sign-off. */
static BulSpeaker *
reporter (Casting *casting, const char *name)
{
  if (casting->reporter == NULL)
    casting->reporter = cast_speaker (casting, BUL_SPEAKER_REPORTER, name, NULL);
  else if (name != NULL && casting->reporter->names->len == 0)
    {
      BulSpeakerName *as = bul_record_new (&bul_speaker_name_type);

      as->language = g_strdup (casting->script->language);
      g_free (as->name);
      as->name = g_strdup (name);
      g_ptr_array_add (casting->reporter->names, as);
      note_name (casting, casting->reporter, as);
    }
  return casting->reporter;
}

/* Whose report it is. Where there are several, the first is heard, and the others are known. */
static BulSpeaker *
cast_reporters (Casting *casting, const BulParts *parts, const char *text)
{
  g_autoptr (GArray) ranges = bul_parts_list_reporters (parts, text);
  BulSpeaker *first = NULL;

  for (guint i = 0; i < ranges->len; i++)
    {
      g_autofree char *name = bul_parts_dup (text, g_array_index (ranges, BulRange, i));

      if (first == NULL)
        first = reporter (casting, name);
      else
        cast_speaker (casting, BUL_SPEAKER_REPORTER, name, NULL);
    }
  return first == NULL ? reporter (casting, NULL) : first;
}

static void
give (BulBlock *block, const BulSpeaker *speaker)
{
  guint n = block->speakers == NULL ? 0 : g_strv_length (block->speakers);

  block->speakers = g_renew (char *, block->speakers, n + 2);
  block->speakers[n] = g_strdup (speaker->key);
  block->speakers[n + 1] = NULL;
}

static void
cast_bite (Casting *casting, BulBlock *block, const BulParts *parts)
{
  for (guint i = 0; i < parts->speakers->len; i++)
    {
      const BulPartsSpeaker *part = &g_array_index (parts->speakers, BulPartsSpeaker, i);
      g_autofree char *name = bul_parts_dup (block->text, part->name);
      g_autofree char *title = bul_parts_dup (block->text, part->title);

      give (block, cast_speaker (casting, BUL_SPEAKER_NEWSMAKER, name, title));
    }
}

static gboolean
names_one_of (const char *label, const char *const *words)
{
  for (guint i = 0; label != NULL && words[i] != NULL; i++)
    if (strstr (label, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

static void
cast_turn (Casting *casting, BulBlock *block, const BulParts *parts)
{
  static const char *const anchor_words[] = { "Anchor", "ANCHOR", "앵커", NULL };
  static const char *const reporter_words[] = { "Reporter", "REPORTER", "기자", "특파원", NULL };
  const BulPartsSpeaker *part
      = parts->speakers->len == 0 ? NULL : &g_array_index (parts->speakers, BulPartsSpeaker, 0);
  g_autofree char *name = part == NULL ? NULL : bul_parts_dup (block->text, part->name);
  g_autofree char *title = part == NULL ? NULL : bul_parts_dup (block->text, part->title);
  g_autofree char *label = bul_parts_dup (block->text, parts->marker);

  if (label == NULL)
    label = g_strdup (block->text);
  if (name != NULL)
    casting->turn = cast_speaker (casting, BUL_SPEAKER_NEWSMAKER, name, title);
  else if (names_one_of (label, anchor_words))
    casting->turn = anchor (casting);
  else if (names_one_of (label, reporter_words))
    casting->turn = reporter (casting, NULL);
  else
    casting->turn = cast_speaker (casting, BUL_SPEAKER_NEWSMAKER, NULL, title);
  give (block, casting->turn);
}

/* Behind the report, under a mark of the anchor's: “잘 들었습니다.” */
static gboolean
is_anchors_last (const BulScript *script, const BulBlock *block)
{
  for (int i = bul_script_find_block (script, block->key) - 1; i >= 0; i--)
    {
      const BulBlock *before = script->blocks->pdata[i];

      if (before->section != BUL_SECTION_TAIL)
        return FALSE;
      if (before->kind == BUL_BLOCK_MARKER)
        {
          BulMark mark = bul_markers_find (bul_slice_trim (bul_slice_of (before->text)));

          return mark.marker != NULL
                 && (mark.marker->role == BUL_MARK_ANCHOR || mark.marker->role == BUL_MARK_LEAD);
        }
    }
  return FALSE;
}

static void
cast_narration (Casting *casting, BulBlock *block)
{
  if (casting->turn != NULL
      && (block->section == BUL_SECTION_LIVE || block->section == BUL_SECTION_TALK))
    give (block, casting->turn);
  else if (block->section == BUL_SECTION_LEAD
           || (block->section == BUL_SECTION_TAIL && is_anchors_last (casting->script, block)))
    give (block, anchor (casting));
  else if (block->section == BUL_SECTION_REPORT)
    give (block, reporter (casting, NULL));
}

static void
cast_block (Casting *casting, BulBlock *block)
{
  g_autoptr (BulParts) parts = NULL;

  if (block->kind == BUL_BLOCK_PARAGRAPH)
    {
      cast_narration (casting, block);
      return;
    }
  if (!bul_block_kind_is_read (block->kind))
    return;

  parts = bul_parts_new (block->kind, block->text);
  if (block->kind == BUL_BLOCK_BITE)
    cast_bite (casting, block, parts);
  else if (block->kind == BUL_BLOCK_TURN)
    cast_turn (casting, block, parts);
  else if (block->kind == BUL_BLOCK_SIGNOFF)
    give (block, cast_reporters (casting, parts, block->text));
  else
    {
      cast_narration (casting, block);
      if (parts->reporter.end > parts->reporter.start)
        cast_reporters (casting, parts, block->text);
    }
}

void
bul_casting_assign (BulStory *story, BulScript *script, BulKeys *keys)
{
  g_autoptr (GHashTable) called = g_hash_table_new (g_str_hash, g_str_equal);
  Casting casting = { .story = story, .script = script, .keys = keys, .called = called };

  for (guint i = 0; i < story->speakers->len; i++)
    note_names (&casting, story->speakers->pdata[i]);
  for (guint i = 0; i < script->blocks->len; i++)
    cast_block (&casting, script->blocks->pdata[i]);
}

/* A speaker of the story as it will be once @edits are applied. */
static const BulSpeaker *
find_coming (const GPtrArray *edits, const BulStory *story, const char *language, const char *name)
{
  const BulSpeaker *speaker = find_called (story->speakers, language, name);

  for (guint i = 0; speaker == NULL && name != NULL && i < edits->len; i++)
    {
      const BulEdit *edit = edits->pdata[i];

      if (edit->kind == BUL_EDIT_ADD && g_strcmp0 (edit->field, "speakers") == 0
          && is_called (edit->things->pdata[0], language, name))
        speaker = edit->things->pdata[0];
    }
  return speaker;
}

static guint
count_coming (const GPtrArray *edits, const BulStory *story)
{
  guint count = story->speakers->len;

  for (guint i = 0; i < edits->len; i++)
    {
      const BulEdit *edit = edits->pdata[i];

      count += edit->kind == BUL_EDIT_ADD && g_strcmp0 (edit->field, "speakers") == 0;
    }
  return count;
}

static const char *
coming_speaker (GPtrArray *edits,
                const BulStory *story,
                const char *language,
                const char *name,
                const char *title,
                BulKeys *keys)
{
  const BulSpeaker *speaker = find_coming (edits, story, language, name);

  if (speaker == NULL)
    {
      BulEdit *edit = bul_edit_new (BUL_EDIT_ADD, NULL, count_coming (edits, story));
      BulSpeaker *made = make_speaker (keys, BUL_SPEAKER_NEWSMAKER, language, name, title);

      edit->field = g_strdup ("speakers");
      g_ptr_array_add (edit->things, made);
      g_ptr_array_add (edits, edit);
      speaker = made;
    }
  return speaker->key;
}

static void
follow_new (GPtrArray *edits,
            const BulStory *story,
            const BulScript *script,
            const BulBlock *block,
            const BulParts *parts,
            BulKeys *keys)
{
  g_autoptr (GString) refs = g_string_new (NULL);

  for (guint i = 0; i < parts->speakers->len; i++)
    {
      const BulPartsSpeaker *part = &g_array_index (parts->speakers, BulPartsSpeaker, i);
      g_autofree char *name = bul_parts_dup (block->text, part->name);
      g_autofree char *title = bul_parts_dup (block->text, part->title);

      g_string_append_printf (refs, "%s%s", i == 0 ? "" : " ",
                              coming_speaker (edits, story, script->language, name, title, keys));
    }
  if (refs->len > 0)
    {
      g_autofree char *before = block->speakers == NULL ? NULL : g_strjoinv (" ", block->speakers);

      g_ptr_array_add (edits, bul_edit_new_set (block->key, "speakers",
                                                before == NULL || *before == '\0' ? NULL : before,
                                                refs->str));
    }
}

/* Whether a soundbite names somebody and is the anchor's or the reporter's of another name: so it
 * is where it was typed into a line of theirs. */
static gboolean
is_of_narrator (const BulStory *story,
                const BulScript *script,
                const BulBlock *block,
                const BulParts *parts)
{
  const BulSpeaker *speaker = g_strv_length (block->speakers) != 1
                                  ? NULL
                                  : bul_story_find_speaker (story, block->speakers[0]);
  const BulSpeakerName *as
      = speaker == NULL ? NULL : bul_speaker_get_name (speaker, script->language);
  g_autofree char *name = NULL;

  if (speaker == NULL || parts->speakers->len == 0
      || (speaker->role != BUL_SPEAKER_ANCHOR && speaker->role != BUL_SPEAKER_REPORTER))
    return FALSE;
  name = bul_parts_dup (block->text, g_array_index (parts->speakers, BulPartsSpeaker, 0).name);
  return name != NULL && (as == NULL || g_strcmp0 (as->name, name) != 0);
}

/* Whether @speaker is heard in more blocks than one: that looks at all of them. */
static gboolean
is_shared (const BulStory *story, const char *speaker)
{
  guint count = 0;

  for (guint i = 0; i < story->scripts->len; i++)
    {
      const BulScript *script = story->scripts->pdata[i];

      for (guint j = 0; j < script->blocks->len; j++)
        {
          const BulBlock *block = script->blocks->pdata[j];

          count += block->speakers != NULL
                   && g_strv_contains ((const char *const *) block->speakers, speaker);
          if (count > 1)
            return TRUE;
        }
    }
  return FALSE;
}

static void
follow_name (GPtrArray *edits,
             const BulStory *story,
             const BulScript *script,
             const BulBlock *block,
             const BulPartsSpeaker *part,
             const char *key)
{
  BulSpeaker *speaker = bul_story_find_speaker (story, key);
  const BulField *field = bul_record_type_find_field (&bul_speaker_type, "names");
  g_autofree char *name = bul_parts_dup (block->text, part->name);
  g_autofree char *title = bul_parts_dup (block->text, part->title);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (BulRecord) copy = NULL;
  BulSpeakerName *as;

  if (speaker == NULL || speaker->names->len == 0 || (name == NULL && title == NULL))
    return;
  copy = bul_record_copy (speaker);
  as = (BulSpeakerName *) bul_speaker_get_name ((BulSpeaker *) copy, script->language);
  if (g_strcmp0 (as->language, script->language) != 0)
    return;
  g_free (as->name);
  as->name = g_strdup (name == NULL ? "" : name);
  g_free (as->title);
  as->title = g_strdup (title);

  before = bul_value_dup (speaker, field);
  after = bul_value_dup (copy, field);
  if (g_strcmp0 (before, after) != 0 && !is_shared (story, key))
    g_ptr_array_add (edits, bul_edit_new_set (key, "names", before, after));
}

/* The first of the story as it will be once @edits are applied who has @role; made where nobody
 * has. Returns: its key, borrowed. */
static const char *
coming_voice (GPtrArray *edits, const BulStory *story, BulSpeakerRole role, BulKeys *keys)
{
  BulEdit *edit;

  for (guint i = 0; i < story->speakers->len; i++)
    if (((const BulSpeaker *) story->speakers->pdata[i])->role == role)
      return ((const BulSpeaker *) story->speakers->pdata[i])->key;
  for (guint i = 0; i < edits->len; i++)
    {
      const BulEdit *coming = edits->pdata[i];

      if (coming->kind == BUL_EDIT_ADD && g_strcmp0 (coming->field, "speakers") == 0
          && ((const BulSpeaker *) coming->things->pdata[0])->role == role)
        return ((const BulSpeaker *) coming->things->pdata[0])->key;
    }
  edit = bul_edit_new (BUL_EDIT_ADD, NULL, count_coming (edits, story));
  edit->field = g_strdup ("speakers");
  g_ptr_array_add (edit->things, make_speaker (keys, role, NULL, NULL, NULL));
  g_ptr_array_add (edits, edit);
  return ((const BulSpeaker *) edit->things->pdata[0])->key;
}

/* As cast_narration() does for a script that is read whole. */
static void
follow_narration (GPtrArray *edits,
                  const BulStory *story,
                  const BulScript *script,
                  const BulBlock *block,
                  BulBlockKind kind,
                  BulSection section,
                  BulKeys *keys)
{
  gboolean is_last = section == BUL_SECTION_TAIL && is_anchors_last (script, block);
  BulSpeakerRole role = section == BUL_SECTION_LEAD || is_last ? BUL_SPEAKER_ANCHOR
                        : section == BUL_SECTION_REPORT        ? BUL_SPEAKER_REPORTER
                                                               : 0;
  gboolean becomes_that = block->kind != kind || block->section != section;

  if (role == 0 || !becomes_that || *block->text == '\0'
      || (block->speakers != NULL && block->speakers[0] != NULL))
    return;
  g_ptr_array_add (edits, bul_edit_new_set (block->key, "speakers", NULL,
                                            coming_voice (edits, story, role, keys)));
}

void
bul_casting_follow (GPtrArray *edits,
                    const BulStory *story,
                    const BulScript *script,
                    const BulBlock *block,
                    BulBlockKind kind,
                    BulSection section,
                    BulKeys *keys)
{
  g_autoptr (BulParts) parts = NULL;

  if (kind == BUL_BLOCK_PARAGRAPH)
    follow_narration (edits, story, script, block, kind, section, keys);
  if (kind != BUL_BLOCK_BITE && kind != BUL_BLOCK_TURN)
    return;
  parts = bul_parts_new (kind, block->text);
  if (block->speakers == NULL || block->speakers[0] == NULL
      || (kind == BUL_BLOCK_BITE && is_of_narrator (story, script, block, parts)))
    {
      follow_new (edits, story, script, block, parts, keys);
      return;
    }
  if (g_strv_length (block->speakers) != parts->speakers->len)
    return;
  for (guint i = 0; i < parts->speakers->len; i++)
    follow_name (edits, story, script, block, &g_array_index (parts->speakers, BulPartsSpeaker, i),
                 block->speakers[i]);
}

static char *
dup_block_details (const BulBlock *block)
{
  g_autoptr (BulParts) parts = bul_parts_new (block->kind, block->text);
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < parts->details->len; i++)
    {
      g_autofree char *detail
          = bul_parts_dup (block->text, g_array_index (parts->details, BulRange, i));

      g_string_append_printf (out, "%s%s", out->len > 0 ? " · " : "", detail);
    }
  return out->len > 0 ? g_string_free (g_steal_pointer (&out), FALSE) : NULL;
}

char *
bul_casting_dup_details (const BulStory *story, const BulSpeaker *speaker)
{
  const BulScript *script = bul_story_get_script (story);
  char *details = NULL;

  for (guint i = 0; script != NULL && details == NULL && i < script->blocks->len; i++)
    {
      const BulBlock *block = script->blocks->pdata[i];

      if (block->kind == BUL_BLOCK_BITE && block->speakers != NULL
          && g_strv_contains ((const char *const *) block->speakers, speaker->key))
        details = dup_block_details (block);
    }
  return details;
}
