/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-history-private.h"

#include <string.h>

#include "bul-apply.h"
#include "bul-begun.h"
#include "bul-chars.h"
#include "bul-error.h"
#include "bul-spans.h"
#include "bul-value.h"

enum
{
  EDITED,
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_TYPE (BulHistory, bul_history, G_TYPE_OBJECT)

static void
step_free (gpointer data)
{
  BulHistoryStep *step = data;

  g_free (step->what);
  g_ptr_array_unref (step->edits);
  g_free (step);
}

static BulHistoryStep *
step_new (const char *what)
{
  BulHistoryStep *step = g_new0 (BulHistoryStep, 1);

  step->what = g_strdup (what);
  step->edits = bul_records_new ();
  step->typed = -1;
  return step;
}

static void
bul_history_finalize (GObject *object)
{
  BulHistory *self = BUL_HISTORY (object);

  bul_record_free (self->story);
  bul_structure_free (self->structure);
  g_ptr_array_unref (self->steps);
  g_ptr_array_unref (self->behind);
  g_clear_pointer (&self->flight, g_ptr_array_unref);
  g_clear_pointer (&self->open, step_free);
  g_free (self->journal);
  bul_record_free (self->composing);
  G_OBJECT_CLASS (bul_history_parent_class)->finalize (object);
}

static void
bul_history_class_init (BulHistoryClass *class)
{
  G_OBJECT_CLASS (class)->finalize = bul_history_finalize;

  signals[EDITED] = g_signal_new ("edited", BUL_TYPE_HISTORY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[CHANGED] = g_signal_new ("changed", BUL_TYPE_HISTORY, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
bul_history_init (BulHistory *self)
{
  self->steps = g_ptr_array_new_with_free_func (step_free);
  self->behind = bul_records_new ();
  self->journal = g_uuid_string_random ();
  self->structure = bul_structure_new ();
}

BulHistory *
bul_history_new (BulStory *story)
{
  BulHistory *self = g_object_new (BUL_TYPE_HISTORY, NULL);

  self->story = story;
  bul_keys_start (&self->keys, story);
  return self;
}

const BulStory *
bul_history_get_story (BulHistory *self)
{
  return self->story;
}

BulKeys *
bul_history_get_keys (BulHistory *self)
{
  return &self->keys;
}

static gboolean
play_quietly (BulHistory *self, const BulEdit *edit, GError **error)
{
  bul_structure_prepare (self->structure, self->story);
  if (!bul_apply_edit (self->story, edit, error))
    return FALSE;
  bul_structure_note (self->structure, self->story, edit);
  return TRUE;
}

gboolean
bul_history_play (BulHistory *self, const BulEdit *edit, GError **error)
{
  if (!play_quietly (self, edit, error))
    return FALSE;
  g_signal_emit (self, signals[EDITED], 0, edit);
  return TRUE;
}

void
bul_history_play_back (BulHistory *self, const BulEdit *edit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BulRecord) inverse = (BulRecord *) bul_edit_invert (edit);

  if (!bul_history_play (self, (BulEdit *) inverse, &error))
    g_error ("An edit of the history does not fit its own story: %s", error->message);
}

/* Applies what an edit entails, and keeps it in the step. */
static void
play_followers (BulHistory *self, GPtrArray *followers)
{
  for (guint i = 0; i < followers->len; i++)
    {
      g_autoptr (GError) error = NULL;

      if (!bul_history_play (self, followers->pdata[i], &error))
        g_error ("What an edit entails does not fit the story: %s", error->message);
      g_ptr_array_add (self->open->edits, bul_record_copy (followers->pdata[i]));
    }
}

/* What an edit entails at once; what it makes of the lines follows when the step is closed. */
static void
follow (BulHistory *self, const BulEdit *edit)
{
  g_autoptr (GPtrArray) followers = bul_spans_follow (self->story, edit);
  BulEdit *release = bul_structure_release (self->story, edit);
  BulEdit *language = bul_begun_follow (self->story, edit);

  if (release != NULL)
    g_ptr_array_add (followers, release);
  if (language != NULL)
    g_ptr_array_add (followers, language);
  play_followers (self, followers);
}

static guint
count_before (BulHistory *self)
{
  return self->behind->len > 0 ? 1 : 0;
}

void
bul_history_touch (BulHistory *self, guint i)
{
  guint distance = i < self->n_saved ? self->n_saved - 1 - i : i - self->n_saved;

  self->n_current = MIN (self->n_current, count_before (self) + distance);
}

static void
forget_undone (BulHistory *self)
{
  /* Steps that are dropped but were saved must be gone back over in the next revision. */
  if (self->n_saved > self->n_done)
    self->n_current = 0;
  while (self->n_saved > self->n_done)
    {
      const BulHistoryStep *step = self->steps->pdata[--self->n_saved];

      for (guint i = step->edits->len; i > 0; i--)
        g_ptr_array_add (self->behind, bul_edit_invert (step->edits->pdata[i - 1]));
    }
  g_ptr_array_set_size (self->steps, self->n_done);
}

void
bul_history_begin (BulHistory *self, const char *what)
{
  g_return_if_fail (!self->playing);

  if (self->depth++ == 0)
    self->open = step_new (what);
}

void
bul_history_begin_after (BulHistory *self, const char *what)
{
  gboolean goes_on = self->depth == 0 && self->n_done > 0 && self->n_done == self->steps->len
                     && self->n_done != self->n_saved;

  bul_history_begin (self, what);
  if (!goes_on)
    return;
  bul_history_touch (self, self->n_done - 1);
  step_free (self->open);
  self->open = g_ptr_array_steal_index (self->steps, --self->n_done);
  self->open->typed = -1;
  self->broken = TRUE;
}

static void
follow_structure (BulHistory *self)
{
  g_autoptr (GPtrArray) followers
      = bul_structure_follow (self->structure, self->story, &self->keys);

  play_followers (self, followers);
  bul_structure_settle (self->structure);
}

static void
close_step (BulHistory *self)
{
  if (self->open->edits->len == 0)
    {
      g_clear_pointer (&self->open, step_free);
      return;
    }
  forget_undone (self);
  if (self->open->what != NULL)
    self->broken = TRUE;
  g_ptr_array_add (self->steps, g_steal_pointer (&self->open));
  self->n_done = self->steps->len;
}

void
bul_history_push (BulHistory *self, const char *what, GPtrArray *edits)
{
  BulHistoryStep *step = step_new (what);

  g_ptr_array_unref (step->edits);
  step->edits = edits;
  forget_undone (self);
  g_ptr_array_add (self->steps, step);
  self->n_done = self->steps->len;
  self->broken = TRUE;
}

void
bul_history_emit_changed (BulHistory *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

void
bul_history_end (BulHistory *self)
{
  g_return_if_fail (self->depth > 0);

  if (--self->depth > 0)
    return;
  follow_structure (self);
  close_step (self);
  bul_history_emit_changed (self);
}

void
bul_history_end_as_is (BulHistory *self)
{
  g_return_if_fail (self->depth == 1);

  self->depth = 0;
  bul_structure_free (self->structure);
  self->structure = bul_structure_new ();
  close_step (self);
  bul_history_emit_changed (self);
}

void
bul_history_abandon (BulHistory *self)
{
  g_return_if_fail (self->depth > 0 && self->open->what != NULL);

  self->open->typed = -1;
  for (guint i = self->open->edits->len; i > 0; i--)
    {
      bul_history_play_back (self, self->open->edits->pdata[i - 1]);
      g_ptr_array_set_size (self->open->edits, i - 1);
    }
  bul_history_end (self);
}

void
bul_history_break (BulHistory *self)
{
  self->broken = TRUE;
}

static gboolean
do_open (BulHistory *self, BulEdit *edit, GError **error)
{
  g_autoptr (BulRecord) owned = (BulRecord *) edit;

  if (!bul_history_play (self, edit, error))
    return FALSE;
  g_ptr_array_add (self->open->edits, g_steal_pointer (&owned));
  follow (self, edit);
  return TRUE;
}

gboolean
bul_history_do (BulHistory *self, BulEdit *edit, GError **error)
{
  gboolean done;

  bul_history_begin (self, NULL);
  self->open->typed = -1;
  self->broken = TRUE;
  done = do_open (self, edit, error);
  bul_history_end (self);
  return done;
}

/* How @next would join @last into one edit, or %NULL where they are two. */
static BulEdit *
grow_edit (const BulEdit *last, const BulEdit *next)
{
  guint last_in = bul_chars_count (last->inserted);
  guint next_out = bul_chars_count (next->removed);
  g_autoptr (BulRecord) owned = bul_record_copy (last);
  BulEdit *grown = (BulEdit *) owned;
  g_autofree char *old = NULL;

  if (g_strcmp0 (last->on, next->on) != 0)
    return NULL;
  if (next_out == 0 && next->at == last->at + last_in)
    {
      old = grown->inserted;
      grown->inserted = g_strconcat (old, next->inserted, NULL);
    }
  else if (*next->inserted == '\0' && next->at >= last->at
           && next->at + next_out <= last->at + last_in)
    {
      GString *text = g_string_new (last->inserted);
      gsize start = bul_chars_to_byte (text->str, next->at - last->at);

      g_string_erase (text, start, strlen (next->removed));
      old = grown->inserted;
      grown->inserted = g_string_free (text, FALSE);
    }
  else if (last_in == 0 && *next->inserted == '\0' && next->at + next_out == last->at)
    {
      old = grown->removed;
      grown->removed = g_strconcat (next->removed, old, NULL);
      grown->at = next->at;
    }
  else if (last_in == 0 && *next->inserted == '\0' && next->at == last->at)
    {
      old = grown->removed;
      grown->removed = g_strconcat (old, next->removed, NULL);
    }
  else
    return NULL;
  g_steal_pointer (&owned);
  return grown;
}

static gboolean
starts_new_word (const char *before, const char *typed)
{
  gsize length = strlen (before);

  return length > 0 && before[length - 1] == ' ' && *typed != '\0' && *typed != ' ';
}

static const BulEdit *
get_typed (const BulHistoryStep *step)
{
  return step == NULL || step->typed < 0 ? NULL : step->edits->pdata[step->typed];
}

/* The step before goes on, where what is typed now is of a piece with it. */
static void
reopen_step (BulHistory *self, const BulEdit *edit)
{
  BulHistoryStep *before = self->n_done == 0 ? NULL : self->steps->pdata[self->n_done - 1];
  const BulEdit *typed = get_typed (before);
  g_autoptr (BulRecord) grown = NULL;

  if (self->broken || self->open->what != NULL || self->open->edits->len > 0 || typed == NULL
      || before->what != NULL || self->n_done != self->steps->len || self->n_done == self->n_saved
      || starts_new_word (typed->inserted, edit->inserted))
    return;
  grown = (BulRecord *) grow_edit (typed, edit);
  if (grown == NULL)
    return;
  bul_history_touch (self, self->n_done - 1);
  step_free (self->open);
  self->open = g_ptr_array_steal_index (self->steps, --self->n_done);
}

/*
 * Takes back what followed from the typed edit, makes it one edit with @edit, and lets everything
 * follow anew from the text as it was before both: only so does a span know that words were
 * replaced.
 */
static gboolean
grow_step (BulHistory *self, BulEdit *edit, GError **error)
{
  BulHistoryStep *step = self->open;
  const BulEdit *typed = get_typed (step);
  BulEdit *grown = typed == NULL ? NULL : grow_edit (typed, edit);
  g_autoptr (BulRecord) owned_edit = (BulRecord *) edit;

  if (grown == NULL)
    {
      step->typed = step->edits->len;
      step->keys = self->keys;
      return do_open (self, (BulEdit *) g_steal_pointer (&owned_edit), error);
    }
  for (guint i = step->edits->len; i > (guint) step->typed + 1; i--)
    {
      bul_history_play_back (self, step->edits->pdata[i - 1]);
      g_ptr_array_set_size (step->edits, i - 1);
    }
  self->keys = step->keys;
  if (!bul_history_play (self, edit, error))
    {
      bul_record_free (grown);
      return FALSE;
    }
  g_ptr_array_set_size (step->edits, step->typed);
  if (*grown->removed == '\0' && *grown->inserted == '\0')
    {
      bul_record_free (grown);
      step->typed = -1;
      return TRUE;
    }
  g_ptr_array_add (step->edits, grown);
  follow (self, grown);
  return TRUE;
}

gboolean
bul_history_replace (
    BulHistory *self, const char *block, guint at, guint n_chars, const char *text, GError **error)
{
  guint position;
  const BulScript *script = bul_story_find_block (self->story, block, &position);
  const BulBlock *found = script == NULL ? NULL : script->blocks->pdata[position];
  BulEdit *edit;
  gboolean done;

  if (found == NULL || at + n_chars > bul_chars_count (found->text)
      || !bul_chars_valid_block_text (text))
    {
      g_set_error (error, BUL_ERROR, BUL_ERROR_CONFLICT, "There is no such place in the text.");
      return FALSE;
    }
  edit = bul_edit_new (BUL_EDIT_TEXT, block, at);
  edit->removed = bul_chars_slice (found->text, at, at + n_chars);
  edit->inserted = g_strdup (text);
  if (strcmp (edit->removed, edit->inserted) == 0)
    {
      bul_record_free (edit);
      return TRUE;
    }

  bul_history_begin (self, NULL);
  reopen_step (self, edit);
  self->broken = FALSE;
  done = grow_step (self, edit, error);
  bul_history_end (self);
  return done;
}

gboolean
bul_history_split (BulHistory *self, const char *block, guint at, GError **error)
{
  guint position;
  const BulScript *script = bul_story_find_block (self->story, block, &position);
  BulEdit *edit = bul_edit_new (BUL_EDIT_SPLIT, block, at);
  BulBlock *second;

  if (script == NULL)
    return bul_history_do (self, edit, error);
  second = bul_record_copy (script->blocks->pdata[position]);
  g_free (second->key);
  second->key = bul_keys_make (&self->keys, 'b');
  g_free (second->text);
  second->text = g_strdup ("");
  second->line = 0;
  second->last_line = 0;
  /* A line that is moved down whole stays what it was. */
  second->given = second->given && at == 0;
  g_ptr_array_add (edit->things, second);
  return bul_history_do (self, edit, error);
}

gboolean
bul_history_join (BulHistory *self, const char *block, GError **error)
{
  guint position;
  const BulScript *script = bul_story_find_block (self->story, block, &position);
  BulEdit *edit = bul_edit_new (BUL_EDIT_JOIN, block, 0);
  BulBlock *second;

  if (script != NULL && position + 1 < script->blocks->len)
    {
      edit->at = bul_chars_count (((BulBlock *) script->blocks->pdata[position])->text);
      second = bul_record_copy (script->blocks->pdata[position + 1]);
      g_free (second->text);
      second->text = g_strdup ("");
      g_ptr_array_add (edit->things, second);
    }
  return bul_history_do (self, edit, error);
}

gboolean
bul_history_add (BulHistory *self,
                 const char *on,
                 const char *list,
                 guint position,
                 gpointer thing,
                 GError **error)
{
  BulEdit *edit = bul_edit_new (BUL_EDIT_ADD, on, position);

  edit->field = g_strdup (list);
  g_ptr_array_add (edit->things, thing);
  return bul_history_do (self, edit, error);
}

gboolean
bul_history_remove (
    BulHistory *self, const char *on, const char *list, guint position, GError **error)
{
  const GPtrArray *records = bul_story_find_list (self->story, on, list);
  BulEdit *edit = bul_edit_new (BUL_EDIT_REMOVE, on, position);

  edit->field = g_strdup (list);
  if (records != NULL && position < records->len)
    g_ptr_array_add (edit->things, bul_record_copy (records->pdata[position]));
  return bul_history_do (self, edit, error);
}

gboolean
bul_history_set (
    BulHistory *self, const char *key, const char *field, const char *value, GError **error)
{
  gpointer record = bul_story_find (self->story, key);
  const BulField *found
      = record == NULL ? NULL : bul_record_type_find_field (bul_record_get_type (record), field);
  g_autofree char *before = found == NULL ? NULL : bul_value_dup (record, found);

  if (found != NULL && g_strcmp0 (before, value) == 0)
    return TRUE;
  return bul_history_do (self, bul_edit_new_set (key, field, before, value), error);
}

gboolean
bul_history_set_in_step (BulHistory *self,
                         const char *what,
                         const char *key,
                         const char *field,
                         const char *value,
                         GError **error)
{
  gboolean done;

  bul_history_begin (self, what);
  done = bul_history_set (self, key, field, value, error);
  bul_history_end (self);
  return done;
}

gboolean
bul_history_can_undo (BulHistory *self)
{
  return self->depth == 0 && self->n_done > 0;
}

gboolean
bul_history_can_redo (BulHistory *self)
{
  return self->depth == 0 && self->n_done < self->steps->len;
}

const char *
bul_history_get_undo_name (BulHistory *self)
{
  return self->n_done == 0 ? NULL : ((BulHistoryStep *) self->steps->pdata[self->n_done - 1])->what;
}

const char *
bul_history_get_redo_name (BulHistory *self)
{
  return self->n_done == self->steps->len
             ? NULL
             : ((BulHistoryStep *) self->steps->pdata[self->n_done])->what;
}

gboolean
bul_history_undo (BulHistory *self)
{
  const BulHistoryStep *step;

  if (!bul_history_can_undo (self))
    return FALSE;
  step = self->steps->pdata[self->n_done - 1];
  self->playing = TRUE;
  for (guint i = step->edits->len; i > 0; i--)
    bul_history_play_back (self, step->edits->pdata[i - 1]);
  self->playing = FALSE;
  if (self->n_done > self->n_saved)
    bul_history_touch (self, self->n_done - 1);
  self->n_done--;
  self->broken = TRUE;
  bul_history_emit_changed (self);
  return TRUE;
}

gboolean
bul_history_redo (BulHistory *self)
{
  const BulHistoryStep *step;

  if (!bul_history_can_redo (self))
    return FALSE;
  step = self->steps->pdata[self->n_done];
  self->playing = TRUE;
  for (guint i = 0; i < step->edits->len; i++)
    {
      g_autoptr (GError) error = NULL;

      if (!bul_history_play (self, step->edits->pdata[i], &error))
        g_error ("A step does not fit its own story: %s", error->message);
    }
  self->playing = FALSE;
  if (self->n_done < self->n_saved)
    bul_history_touch (self, self->n_done);
  self->n_done++;
  self->broken = TRUE;
  bul_history_emit_changed (self);
  return TRUE;
}
