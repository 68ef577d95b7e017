/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-structure.h"

#include <string.h>

#include "bul-casting.h"
#include "bul-chars.h"
#include "bul-classifier.h"
#include "bul-enum.h"
#include "bul-value.h"

/* What is known of one script: the state before each of its lines, and the lines to read again. */
typedef struct
{
  GArray *states;
  gboolean dirty;
  guint first;
  guint last;
} Reading;

struct _BulStructure
{
  GHashTable *readings; /* script key → Reading */
};

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_array_unref (reading->states);
  g_free (reading);
}

BulStructure *
bul_structure_new (void)
{
  BulStructure *self = g_new0 (BulStructure, 1);

  self->readings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, reading_free);
  return self;
}

void
bul_structure_free (BulStructure *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->readings);
  g_free (self);
}

static const BulBlock *
get_block (const BulScript *script, guint i)
{
  return script->blocks->pdata[i];
}

static gboolean
is_blank (const char *text)
{
  while (*text == ' ' || *text == '\t')
    text++;
  return *text == '\0';
}

/* A line that says nothing, or whose kind was given, is none to the classifier. */
static gboolean
is_passed_over (const BulBlock *block)
{
  return block->given || is_blank (block->text);
}

static const char *
next_line (const BulScript *script, guint i)
{
  for (i++; i < script->blocks->len; i++)
    if (!is_passed_over (get_block (script, i)))
      return get_block (script, i)->text;
  return NULL;
}

/* The state before the first line, which knows what marks are to come. */
static BulClassifierState
start_state (const BulScript *script)
{
  BulClassifierState state;

  bul_classifier_start (&state);
  for (guint i = 0; i < script->blocks->len; i++)
    if (!get_block (script, i)->given)
      bul_classifier_survey (&state, get_block (script, i)->text);
  return state;
}

static Reading *
read_whole (const BulScript *script)
{
  Reading *reading = g_new0 (Reading, 1);
  BulClassifierState state = start_state (script);

  reading->states = g_array_sized_new (FALSE, TRUE, sizeof state, script->blocks->len);
  for (guint i = 0; i < script->blocks->len; i++)
    {
      const BulBlock *block = get_block (script, i);

      g_array_append_val (reading->states, state);
      if (!is_passed_over (block))
        bul_classifier_read (&state, block->text, next_line (script, i));
    }
  return reading;
}

static void
mark (Reading *reading, guint first, guint last)
{
  reading->first = reading->dirty ? MIN (reading->first, first) : first;
  reading->last = reading->dirty ? MAX (reading->last, last) : last;
  reading->dirty = TRUE;
}

/* A line came in at @position: what was known of the lines behind it moves along. */
static void
note_line_added (Reading *reading, guint position)
{
  BulClassifierState state = { 0 };

  position = MIN (position, reading->states->len);
  g_array_insert_val (reading->states, position, state);
  if (reading->dirty && reading->last >= position)
    reading->last++;
  if (reading->dirty && reading->first >= position)
    reading->first++;
}

static void
note_line_removed (Reading *reading, guint position)
{
  g_array_remove_index (reading->states, position);
  if (reading->dirty && reading->last >= position && reading->last > 0)
    reading->last--;
  if (reading->dirty && reading->first > position)
    reading->first--;
}

void
bul_structure_prepare (BulStructure *self, const BulStory *story)
{
  for (guint i = 0; i < story->scripts->len; i++)
    {
      const BulScript *script = story->scripts->pdata[i];

      if (!g_hash_table_contains (self->readings, script->key))
        g_hash_table_insert (self->readings, g_strdup (script->key), read_whole (script));
    }
}

static void
note_block_list (BulStructure *self, const BulStory *story, const BulEdit *edit)
{
  const BulScript *script = bul_story_find (story, edit->on);
  Reading *reading;

  if (script == NULL || g_strcmp0 (edit->field, "blocks") != 0)
    {
      if (g_strcmp0 (edit->field, "scripts") == 0)
        g_hash_table_remove_all (self->readings);
      return;
    }
  reading = g_hash_table_lookup (self->readings, script->key);
  g_return_if_fail (reading != NULL);
  if (edit->kind == BUL_EDIT_ADD)
    note_line_added (reading, edit->at);
  else
    note_line_removed (reading, edit->at);
  mark (reading, edit->at, edit->at);
}

/* Undo may take back what a line was read as, far from the words that it takes back. */
static void
note_set (BulStructure *self, const BulStory *story, const BulEdit *edit)
{
  static const char *const read_fields[] = { "kind", "section", "given", NULL };
  guint position;
  const BulScript *script
      = edit->on == NULL ? NULL : bul_story_find_block (story, edit->on, &position);
  Reading *reading = script == NULL ? NULL : g_hash_table_lookup (self->readings, script->key);

  if (reading != NULL && g_strv_contains (read_fields, edit->field))
    mark (reading, position, position);
}

void
bul_structure_note (BulStructure *self, const BulStory *story, const BulEdit *edit)
{
  guint position;
  const BulScript *script;
  Reading *reading;

  if (edit->kind == BUL_EDIT_SET)
    {
      note_set (self, story, edit);
      return;
    }
  if (edit->kind == BUL_EDIT_ADD || edit->kind == BUL_EDIT_REMOVE)
    {
      note_block_list (self, story, edit);
      return;
    }
  script = bul_story_find_block (story, edit->on, &position);
  g_return_if_fail (script != NULL);
  reading = g_hash_table_lookup (self->readings, script->key);
  g_return_if_fail (reading != NULL);
  if (edit->kind == BUL_EDIT_SPLIT)
    note_line_added (reading, position + 1);
  else if (edit->kind == BUL_EDIT_JOIN)
    note_line_removed (reading, position + 1);
  mark (reading, position, edit->kind == BUL_EDIT_SPLIT ? position + 1 : position);
}

static void
add_set (
    GPtrArray *edits, const char *key, const char *field, const char *before, const char *after)
{
  if (g_strcmp0 (before, after) != 0)
    g_ptr_array_add (edits, bul_edit_new_set (key, field, before, after));
}

static void
set_reading (GPtrArray *edits, const BulBlock *block, BulReading read)
{
  add_set (edits, block->key, "kind", bul_enum_to_word (bul_block_kind_words, block->kind),
           bul_enum_to_word (bul_block_kind_words, read.kind));
  add_set (edits, block->key, "section", bul_enum_to_word (bul_section_words, block->section),
           bul_enum_to_word (bul_section_words, read.section));
}

/* Lines are read from the one before the first that changed: it looks ahead at it. */
static guint
start_of (const BulScript *script, const Reading *reading)
{
  guint i = MIN (reading->first, script->blocks->len);

  while (i > 0)
    if (!is_passed_over (get_block (script, --i)))
      break;
  return i;
}

static void
read_again (GPtrArray *edits,
            Reading *reading,
            const BulStory *story,
            const BulScript *script,
            BulKeys *keys)
{
  guint i = start_of (script, reading);
  BulClassifierState state = start_state (script);

  /* A mark that came or went may change what the first lines are. */
  if (reading->states->len > 0
      && !bul_classifier_state_equal (&state,
                                      &g_array_index (reading->states, BulClassifierState, 0)))
    i = 0;
  if (i > 0)
    state = g_array_index (reading->states, BulClassifierState, i);

  for (; i < script->blocks->len; i++)
    {
      BulClassifierState *known = &g_array_index (reading->states, BulClassifierState, i);
      const BulBlock *block = get_block (script, i);
      BulReading read;

      if (i > reading->last + 1 && bul_classifier_state_equal (known, &state))
        break;
      *known = state;
      if (is_passed_over (block))
        continue;
      read = bul_classifier_read (&state, block->text, next_line (script, i));
      set_reading (edits, block, read);
      bul_casting_follow (edits, story, script, block, read.kind, keys);
    }
  reading->dirty = FALSE;
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
      const BulScript *script = story->scripts->pdata[i];
      Reading *reading = g_hash_table_lookup (self->readings, script->key);

      if (reading != NULL && reading->dirty)
        read_again (edits, reading, story, script, keys);
    }
  return edits;
}

void
bul_structure_settle (BulStructure *self)
{
  GHashTableIter iter;
  gpointer reading;

  g_hash_table_iter_init (&iter, self->readings);
  while (g_hash_table_iter_next (&iter, NULL, &reading))
    ((Reading *) reading)->dirty = FALSE;
}
