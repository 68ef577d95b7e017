/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-structure.h"

#include <string.h>

#include "bul-casting.h"
#include "bul-chars.h"
#include "bul-enum.h"
#include "bul-line-reader.h"
#include "bul-value.h"

struct _BulStructure
{
  GHashTable *readers; /* script key → BulLineReader */
};

static void
reader_free (gpointer reader)
{
  bul_line_reader_free (reader);
}

BulStructure *
bul_structure_new (void)
{
  BulStructure *self = g_new0 (BulStructure, 1);

  self->readers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, reader_free);
  return self;
}

void
bul_structure_free (BulStructure *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->readers);
  g_free (self);
}

static const BulBlock *
get_block (const BulScript *script, guint i)
{
  return script->blocks->pdata[i];
}

/* The words that tell what a block is: none where that was given. */
static const char *
words_of (const BulBlock *block)
{
  return block->given ? "" : block->text;
}

static void
ignore_reading (guint line, const BulReading *reading, gpointer data)
{
}

static BulLineReader *
read_whole (const BulScript *script)
{
  BulLineReader *reader = bul_line_reader_new ();

  for (guint i = 0; i < script->blocks->len; i++)
    bul_line_reader_insert (reader, i, words_of (get_block (script, i)));
  bul_line_reader_read (reader, ignore_reading, NULL);
  return reader;
}

void
bul_structure_prepare (BulStructure *self, const BulStory *story)
{
  for (guint i = 0; i < story->scripts->len; i++)
    {
      const BulScript *script = story->scripts->pdata[i];

      if (!g_hash_table_contains (self->readers, script->key))
        g_hash_table_insert (self->readers, g_strdup (script->key), read_whole (script));
    }
}

static void
note_block_list (BulStructure *self, const BulStory *story, const BulEdit *edit)
{
  const BulScript *script = bul_story_find (story, edit->on);
  BulLineReader *reader;

  if (script == NULL || g_strcmp0 (edit->field, "blocks") != 0)
    {
      if (g_strcmp0 (edit->field, "scripts") == 0)
        g_hash_table_remove_all (self->readers);
      return;
    }
  reader = g_hash_table_lookup (self->readers, script->key);
  g_return_if_fail (reader != NULL);
  if (edit->kind == BUL_EDIT_ADD)
    bul_line_reader_insert (reader, edit->at, words_of (get_block (script, edit->at)));
  else
    bul_line_reader_remove (reader, edit->at);
}

/* Undo may take back what a line was read as, far from the words that it takes back. */
static void
note_set (BulLineReader *reader, const BulScript *script, guint position, const BulEdit *edit)
{
  if (g_strcmp0 (edit->field, "given") == 0)
    bul_line_reader_change (reader, position, words_of (get_block (script, position)));
  else if (g_strcmp0 (edit->field, "kind") == 0 || g_strcmp0 (edit->field, "section") == 0)
    bul_line_reader_touch (reader, position);
}

void
bul_structure_note (BulStructure *self, const BulStory *story, const BulEdit *edit)
{
  guint position;
  const BulScript *script;
  BulLineReader *reader;

  if (edit->kind == BUL_EDIT_ADD || edit->kind == BUL_EDIT_REMOVE)
    {
      note_block_list (self, story, edit);
      return;
    }
  script = edit->on == NULL ? NULL : bul_story_find_block (story, edit->on, &position);
  reader = script == NULL ? NULL : g_hash_table_lookup (self->readers, script->key);
  if (reader == NULL)
    {
      g_return_if_fail (edit->kind == BUL_EDIT_SET);
      return;
    }
  if (edit->kind == BUL_EDIT_SET)
    {
      note_set (reader, script, position, edit);
      return;
    }
  if (edit->kind == BUL_EDIT_SPLIT)
    bul_line_reader_insert (reader, position + 1, words_of (get_block (script, position + 1)));
  else if (edit->kind == BUL_EDIT_JOIN)
    bul_line_reader_remove (reader, position + 1);
  bul_line_reader_change (reader, position, words_of (get_block (script, position)));
}

static void
add_set (
    GPtrArray *edits, const char *key, const char *field, const char *before, const char *after)
{
  if (g_strcmp0 (before, after) != 0)
    g_ptr_array_add (edits, bul_edit_new_set (key, field, before, after));
}

static void
set_reading (GPtrArray *edits, const BulBlock *block, const BulReading *read)
{
  add_set (edits, block->key, "kind", bul_enum_to_word (bul_block_kind_words, block->kind),
           bul_enum_to_word (bul_block_kind_words, read->kind));
  add_set (edits, block->key, "section", bul_enum_to_word (bul_section_words, block->section),
           bul_enum_to_word (bul_section_words, read->section));
}

/* Where the edits go that a reading entails. */
typedef struct
{
  GPtrArray *edits;
  const BulStory *story;
  const BulScript *script;
  BulKeys *keys;
} Following;

static void
follow_reading (guint line, const BulReading *reading, gpointer data)
{
  Following *following = data;
  const BulBlock *block = get_block (following->script, line);

  set_reading (following->edits, block, reading);
  bul_casting_follow (following->edits, following->story, following->script, block, reading->kind,
                      reading->section, following->keys);
}

/* Whether @edit, which was applied, left other words in the block at @position than it found. */
static gboolean
changed_words (const BulScript *script, guint position, const BulEdit *edit)
{
  switch (edit->kind)
    {
    case BUL_EDIT_TEXT:
      return g_strcmp0 (edit->removed, edit->inserted) != 0;
    case BUL_EDIT_SPLIT:
      return *get_block (script, position + 1)->text != '\0';
    case BUL_EDIT_JOIN:
      return bul_chars_count (get_block (script, position)->text) != edit->at;
    case BUL_EDIT_ADD:
    case BUL_EDIT_REMOVE:
    case BUL_EDIT_SET:
      break;
    }
  return FALSE;
}

BulEdit *
bul_structure_release (const BulStory *story, const BulEdit *edit)
{
  guint position;
  const BulScript *script
      = edit->on == NULL ? NULL : bul_story_find_block (story, edit->on, &position);

  if (script == NULL || !get_block (script, position)->given
      || !changed_words (script, position, edit))
    return NULL;
  return bul_edit_new_set (edit->on, "given", "true", NULL);
}

GPtrArray *
bul_structure_follow (BulStructure *self, const BulStory *story, BulKeys *keys)
{
  GPtrArray *edits = bul_records_new ();

  for (guint i = 0; i < story->scripts->len; i++)
    {
      Following following = { edits, story, story->scripts->pdata[i], keys };
      BulLineReader *reader = g_hash_table_lookup (self->readers, following.script->key);

      if (reader != NULL)
        bul_line_reader_read (reader, follow_reading, &following);
    }
  return edits;
}

void
bul_structure_settle (BulStructure *self)
{
  GHashTableIter iter;
  gpointer reader;

  g_hash_table_iter_init (&iter, self->readers);
  while (g_hash_table_iter_next (&iter, NULL, &reader))
    bul_line_reader_settle (reader);
}

guint64
bul_structure_count_read (const BulStructure *self)
{
  GHashTableIter iter;
  gpointer reader;
  guint64 count = 0;

  g_hash_table_iter_init (&iter, self->readers);
  while (g_hash_table_iter_next (&iter, NULL, &reader))
    count += bul_line_reader_get_n_read (reader);
  return count;
}
