/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-reading.h"

#include <string.h>

#include "bul-chars.h"
#include "bul-parts.h"
#include "desk-differences.h"

#define LINE_SEPARATOR "\u2028"

typedef struct
{
  const BulStory *story;
  const BulScript *script;
  BulReadTime *time;   /* or NULL */
  GHashTable *changes; /* NULL: there is nothing to tell them against */
  GPtrArray *out;
  BulSection section; /* that was announced last */
  guint n_bites;
} Reader;

static void
line_free (gpointer data)
{
  DeskReadLine *line = data;

  g_free (line->block);
  g_free (line->text);
  g_free (line->name);
  g_clear_pointer (&line->changes, g_array_unref);
  g_free (line);
}

static DeskReadLine *
add_line (Reader *self, DeskReadKind kind)
{
  DeskReadLine *line = g_new0 (DeskReadLine, 1);

  line->kind = kind;
  line->section = self->section;
  line->changes = g_array_new (FALSE, FALSE, sizeof (BulRange));
  g_ptr_array_add (self->out, line);
  return line;
}

/* The text as it will be once the syllable is in. */
static char *
dup_text (const BulBlock *block, const BulEdit *composing)
{
  g_autofree char *before = NULL;
  const char *after;

  if (composing == NULL || composing->kind != BUL_EDIT_TEXT
      || g_strcmp0 (composing->on, block->key) != 0)
    return g_strdup (block->text);
  before = bul_chars_slice (block->text, 0, composing->at);
  after
      = block->text
        + bul_chars_to_byte (
            block->text,
            composing->at + bul_chars_count (composing->removed == NULL ? "" : composing->removed));
  return g_strconcat (before, composing->inserted == NULL ? "" : composing->inserted, after, NULL);
}

static gboolean
is_blank_at (const char *text, guint offset)
{
  gunichar c = g_utf8_get_char (g_utf8_offset_to_pointer (text, offset));

  return bul_chars_is_blank (c) || c == g_utf8_get_char (LINE_SEPARATOR);
}

static BulRange
trim (const char *text, BulRange range)
{
  while (range.start < range.end && is_blank_at (text, range.start))
    range.start++;
  while (range.end > range.start && is_blank_at (text, range.end - 1))
    range.end--;
  return range;
}

/* What stands after a label, and before credits that share the line with a sign-off. */
static BulRange
find_words (const BulBlock *block, const char *text)
{
  g_autoptr (BulParts) parts = bul_parts_new (block->kind, text);
  BulRange range = { parts->marker.end, bul_chars_count (text) };

  if (block->kind == BUL_BLOCK_BITE)
    return trim (text, parts->quote);
  if (block->kind != BUL_BLOCK_CREDITS && parts->credits->len > 0)
    range.end = MAX (range.start, g_array_index (parts->credits, BulPartsCredit, 0).role.start);
  return trim (text, range);
}

/* One row of words, whatever rows they had in the source: each character keeps its place. */
static char *
dup_words (const char *text, BulRange range)
{
  g_autofree char *slice = bul_chars_slice (text, range.start, range.end);
  GString *words;

  if (strstr (slice, LINE_SEPARATOR) == NULL)
    return g_steal_pointer (&slice);
  words = g_string_new (slice);
  g_string_replace (words, LINE_SEPARATOR, " ", 0);
  return g_string_free (words, FALSE);
}

static void
add_changes (const Reader *self, DeskReadLine *line, BulRange words)
{
  const GArray *all
      = self->changes == NULL ? NULL : g_hash_table_lookup (self->changes, line->block);

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      BulRange range = g_array_index (all, BulRange, i);

      if (range.start > words.end || range.end < words.start)
        continue;
      range.start = MAX (range.start, words.start) - words.start;
      range.end = MIN (range.end, words.end) - words.start;
      range = trim (line->text, range);
      g_array_append_val (line->changes, range);
    }
}

static void
announce (Reader *self, BulSection section)
{
  if (section == self->section)
    return;
  self->section = section;
  if (section != BUL_SECTION_NONE)
    add_line (self, DESK_READ_SECTION);
}

/* Who must not be named is not, wherever the screen stands; the title is all there is. */
static char *
dup_name (const Reader *self, const BulBlock *block)
{
  const BulSpeaker *speaker = block->speakers == NULL || block->speakers[0] == NULL
                                  ? NULL
                                  : bul_story_find_speaker (self->story, block->speakers[0]);
  const BulSpeakerName *name
      = speaker == NULL ? NULL : bul_speaker_get_name (speaker, self->script->language);

  if (name == NULL)
    return NULL;
  if (name->name != NULL && *name->name != '\0' && !speaker->anonymous)
    return g_strdup (name->name);
  return name->title == NULL || *name->title == '\0' ? NULL : g_strdup (name->title);
}

static void
add_block (Reader *self, guint position, const char *text)
{
  const BulBlock *block = self->script->blocks->pdata[position];
  gboolean is_bite = block->kind == BUL_BLOCK_BITE;
  BulRange words;
  DeskReadLine *line;

  if (!bul_block_kind_is_read (block->kind))
    return;
  words = find_words (block, text);
  if (bul_range_is_empty (words) && !is_bite)
    return;
  announce (self, block->section);
  line = add_line (self, is_bite ? DESK_READ_BITE : DESK_READ_WORDS);
  line->block = g_strdup (block->key);
  line->start = words.start;
  line->text = dup_words (text, words);
  if (self->time != NULL)
    line->seconds = bul_seconds_sum (bul_read_time_get_block (self->time, position));
  add_changes (self, line, words);
  if (is_bite)
    {
      line->number = ++self->n_bites;
      line->name = dup_name (self, block);
    }
}

GPtrArray *
desk_reading_list (const BulStory *story,
                   const BulScript *script,
                   const BulScript *was,
                   const BulEdit *composing,
                   BulReadTime *time)
{
  Reader self = {
    story, script, time, NULL, g_ptr_array_new_with_free_func (line_free), BUL_SECTION_NONE, 0
  };
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (DeskLine));

  for (guint i = 0; i < script->blocks->len; i++)
    {
      const BulBlock *block = script->blocks->pdata[i];
      char *text = dup_text (block, composing);
      DeskLine line = { block->key, text };

      g_ptr_array_add (texts, text);
      g_array_append_val (lines, line);
    }
  if (was != NULL)
    self.changes = desk_differences_list (was, lines);
  for (guint i = 0; i < script->blocks->len; i++)
    add_block (&self, i, texts->pdata[i]);
  if (self.out->len > 0)
    add_line (&self, DESK_READ_END);
  g_clear_pointer (&self.changes, g_hash_table_unref);
  return self.out;
}

static gboolean
ranges_equal (const GArray *a, const GArray *b)
{
  return a->len == b->len
         && (a->len == 0 || memcmp (a->data, b->data, a->len * sizeof (BulRange)) == 0);
}

gboolean
desk_reading_line_equal (const DeskReadLine *a, const DeskReadLine *b)
{
  return a->kind == b->kind && a->section == b->section && a->number == b->number
         && (a->kind != DESK_READ_BITE || a->seconds == b->seconds)
         && g_strcmp0 (a->text, b->text) == 0 && g_strcmp0 (a->name, b->name) == 0
         && ranges_equal (a->changes, b->changes);
}
