/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "script-editor.h"

#include "bul-chars.h"
#include "bul-structure.h"

/* Where a deed sets in. */
typedef struct
{
  char *script;
  char *block;
  guint position;
  guint n_chars;
} Place;

static guint
choose (const ScriptEditor *self, guint n)
{
  return self->choose (self->data, n);
}

static void
place_clear (Place *place)
{
  g_free (place->script);
  g_free (place->block);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Place, place_clear)

static gboolean
find_place (const ScriptEditor *self, BulHistory *history, Place *place)
{
  const BulScript *script = bul_story_get_script (bul_history_get_story (history));
  const BulBlock *block;

  if (script->blocks->len == 0)
    return FALSE;
  place->position = choose (self, script->blocks->len);
  block = script->blocks->pdata[place->position];
  place->script = g_strdup (script->key);
  place->block = g_strdup (block->key);
  place->n_chars = bul_chars_count (block->text);
  return TRUE;
}

/* The ends of a line are where most happens. */
static guint
choose_offset (const ScriptEditor *self, const Place *place)
{
  switch (choose (self, 4))
    {
    case 0:
      return 0;
    case 1:
      return place->n_chars;
    default:
      return choose (self, place->n_chars + 1);
    }
}

static void
type (const ScriptEditor *self, BulHistory *history, const Place *place)
{
  guint at = choose_offset (self, place);
  g_autofree char *words = self->write (self->data);

  bul_history_replace (history, place->block, at, 0, words, NULL);
}

static void
take_out (const ScriptEditor *self, BulHistory *history, const Place *place)
{
  guint at = choose_offset (self, place);

  bul_history_replace (history, place->block, at, choose (self, place->n_chars - at + 1), "", NULL);
}

static void
write_over (const ScriptEditor *self, BulHistory *history, const Place *place)
{
  g_autofree char *words = self->write (self->data);

  bul_history_replace (history, place->block, 0, place->n_chars, words, NULL);
}

static void
split (const ScriptEditor *self, BulHistory *history, const Place *place)
{
  bul_history_split (history, place->block, choose_offset (self, place), NULL);
}

static void
join (const ScriptEditor *self, BulHistory *history, const Place *place)
{
  bul_history_join (history, place->block, NULL);
}

static void
add_line (BulHistory *history, const Place *place, guint position, const char *words)
{
  g_autofree char *key = bul_keys_make (bul_history_get_keys (history), 'b');

  bul_history_add (history, place->script, "blocks", position,
                   bul_block_new (key, BUL_BLOCK_PARAGRAPH, BUL_SECTION_NONE, words), NULL);
}

/* Lines of the script once more, somewhere else, and a line that is new. */
static void
paste (const ScriptEditor *self, BulHistory *history, const Place *place)
{
  const BulScript *script = bul_story_get_script (bul_history_get_story (history));
  guint from = choose (self, script->blocks->len);
  guint n_lines = choose (self, MIN (4, script->blocks->len - from + 1));
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (lines, self->write (self->data));
  for (guint i = 0; i < n_lines; i++)
    g_ptr_array_add (lines, g_strdup (((BulBlock *) script->blocks->pdata[from + i])->text));

  bul_history_begin (history, "Paste");
  for (guint i = 0; i < lines->len; i++)
    add_line (history, place, place->position + i, lines->pdata[i]);
  bul_history_end (history);
}

static void
remove_line (const ScriptEditor *self, BulHistory *history, const Place *place)
{
  bul_history_remove (history, place->script, "blocks", place->position, NULL);
}

static void
undo (const ScriptEditor *self, BulHistory *history, const Place *place)
{
  for (guint i = choose (self, 4); i > 0; i--)
    bul_history_undo (history);
}

static void
redo (const ScriptEditor *self, BulHistory *history, const Place *place)
{
  for (guint i = choose (self, 4); i > 0; i--)
    bul_history_redo (history);
}

typedef void (*Deed) (const ScriptEditor *self, BulHistory *history, const Place *place);

/* What may be done within a step comes first. */
static const Deed deeds[] = {
  type, take_out, write_over, split, join, paste, remove_line, undo, redo,
};

#define N_WITHIN_STEP 7

static void
do_one (const ScriptEditor *self, BulHistory *history, guint n_deeds)
{
  Deed deed = deeds[choose (self, n_deeds)];
  g_auto (Place) place = { 0 };

  if (find_place (self, history, &place))
    deed (self, history, &place);
}

void
script_editor_edit (const ScriptEditor *self, BulHistory *history)
{
  guint n_together = choose (self, 4);

  if (n_together < 2)
    {
      do_one (self, history, G_N_ELEMENTS (deeds));
      return;
    }
  bul_history_begin (history, "Several");
  for (guint i = 0; i < n_together; i++)
    do_one (self, history, N_WITHIN_STEP);
  if (choose (self, 8) == 0)
    bul_history_abandon (history);
  else
    bul_history_end (history);
}

static gboolean
is_reading (const BulEdit *edit)
{
  return edit->kind == BUL_EDIT_SET
         && (g_strcmp0 (edit->field, "kind") == 0 || g_strcmp0 (edit->field, "section") == 0);
}

static void
fail_at (const BulStory *story, const BulEdit *edit)
{
  const BulScript *script = bul_story_get_script (story);

  for (guint i = 0; i < script->blocks->len; i++)
    g_printerr ("%4u %s: “%s”\n", i, ((BulBlock *) script->blocks->pdata[i])->key,
                ((BulBlock *) script->blocks->pdata[i])->text);
  g_error ("%s of %s is %s, but read with the whole it is %s", edit->field, edit->on,
           edit->removed == NULL ? "not said" : edit->removed,
           edit->inserted == NULL ? "not said" : edit->inserted);
}

void
script_editor_assert_read_whole (const BulStory *story)
{
  const BulScript *script = bul_story_get_script (story);
  BulStructure *structure = bul_structure_new ();
  g_autoptr (GPtrArray) edits = NULL;
  BulKeys keys;

  bul_keys_start (&keys, story);
  bul_structure_prepare (structure, story);
  for (guint i = 0; i < script->blocks->len; i++)
    {
      const BulBlock *block = script->blocks->pdata[i];
      BulEdit *edit = bul_edit_new (BUL_EDIT_TEXT, block->key, 0);

      bul_structure_note (structure, story, edit);
      bul_record_free (edit);
    }
  edits = bul_structure_follow (structure, story, &keys);
  for (guint i = 0; i < edits->len; i++)
    if (is_reading (edits->pdata[i]))
      fail_at (story, edits->pdata[i]);
  bul_structure_free (structure);
}
