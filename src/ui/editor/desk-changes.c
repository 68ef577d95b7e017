/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-changes.h"

#include "bul-aired.h"
#include "bul-comparison.h"
#include "bul-relined.h"

struct _DeskChanges
{
  GObject parent_instance;

  BulHistory *history;
  guint number;       /* of the revision from which changes are counted; 0: there is none */
  BulStory *past;     /* that revision; NULL until someone needs it */
  BulStory *base;     /* the same with its lines as they are cut now; or NULL */
  GHashTable *blocks; /* of the base, by key */
  GHashTable *moved;  /* keys of blocks that stand elsewhere in the base */
  GHashTable
      *recut; /* keys of blocks that are, or once were, cut, joined or elsewhere in the base */
  GHashTable *gaps;    /* block or script key: GPtrArray of BulBlock of the base; NULL: not known */
  GPtrArray *list;     /* of BulTracked; NULL: not known */
  GHashTable *unsaved; /* keys of blocks that were touched since the last revision */
};

enum
{
  REBASED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DeskChanges, desk_changes, G_TYPE_OBJECT)

static const BulStory *
get_story (DeskChanges *self)
{
  return bul_history_get_story (self->history);
}

/* Nothing was done since that revision. */
static gboolean
is_as_it_was (DeskChanges *self)
{
  return self->number == bul_story_get_revision_number (get_story (self))
         && !bul_history_is_modified (self->history);
}

/* Lines were cut, joined, added or taken away. */
static void
forget_lines (DeskChanges *self)
{
  g_hash_table_remove_all (self->blocks);
  g_hash_table_remove_all (self->moved);
  if (self->base != self->past)
    g_clear_pointer (&self->base, bul_record_free);
  self->base = NULL;
  g_clear_pointer (&self->gaps, g_hash_table_unref);
  g_clear_pointer (&self->list, g_ptr_array_unref);
}

static void
forget_past (DeskChanges *self)
{
  forget_lines (self);
  g_clear_pointer (&self->past, bul_record_free);
}

static gboolean
ensure_past (DeskChanges *self)
{
  g_autoptr (GError) error = NULL;

  if (self->past != NULL)
    return TRUE;
  if (self->number == 0)
    return FALSE;
  self->past = bul_history_make_past (self->history, self->number, &error);
  if (self->past == NULL)
    {
      g_warning ("Changes cannot be shown: %s", error->message);
      self->number = 0;
    }
  return self->past != NULL;
}

static void
note_recut (DeskChanges *self)
{
  for (guint i = 0; i < self->base->scripts->len; i++)
    {
      const BulScript *script = self->base->scripts->pdata[i];
      const BulScript *past = bul_story_find (self->past, script->key);
      guint at = 0;

      /* Both have their lines in one order. */
      for (guint j = 0; past != NULL && j < script->blocks->len; j++)
        {
          const BulBlock *block = script->blocks->pdata[j];
          const BulBlock *was = NULL;

          for (guint k = at; k < past->blocks->len && was == NULL; k++)
            if (g_str_equal (((BulBlock *) past->blocks->pdata[k])->key, block->key))
              {
                was = past->blocks->pdata[k];
                at = k + 1;
              }
          if (was == NULL || !g_str_equal (was->text, block->text))
            g_hash_table_add (self->recut, g_strdup (block->key));
        }
    }
}

static void
note_moved (DeskChanges *self)
{
  for (guint i = 0; i < self->base->scripts->len; i++)
    {
      const BulScript *was = self->base->scripts->pdata[i];
      const BulScript *now = bul_story_find (get_story (self), was->key);
      g_autoptr (GHashTable) moved = now == NULL ? NULL : bul_comparison_list_moved (was, now);
      GHashTableIter iter;
      gpointer key;

      if (moved == NULL)
        continue;
      g_hash_table_iter_init (&iter, moved);
      while (g_hash_table_iter_next (&iter, &key, NULL))
        {
          g_hash_table_add (self->moved, g_strdup (key));
          g_hash_table_add (self->recut, g_strdup (key));
        }
    }
}

static gboolean
ensure_base (DeskChanges *self)
{
  if (self->base != NULL)
    return TRUE;
  if (!ensure_past (self))
    return FALSE;
  self->base = bul_relined_make (self->past, get_story (self));
  if (self->base == NULL)
    self->base = self->past;
  else
    note_recut (self);
  for (guint i = 0; i < self->base->scripts->len; i++)
    {
      const BulScript *script = self->base->scripts->pdata[i];

      for (guint j = 0; j < script->blocks->len; j++)
        {
          BulBlock *block = script->blocks->pdata[j];

          g_hash_table_insert (self->blocks, block->key, block);
        }
    }
  note_moved (self);
  return TRUE;
}

static void
add_gap (DeskChanges *self, const char *after, BulBlock *block)
{
  GPtrArray *gone = g_hash_table_lookup (self->gaps, after);

  if (gone == NULL)
    {
      gone = g_ptr_array_new ();
      g_hash_table_insert (self->gaps, g_strdup (after), gone);
    }
  g_ptr_array_add (gone, block);
}

/* A line that went is told of after the nearest line before it that is left. @now: (nullable) */
static void
find_gaps_of (DeskChanges *self, const BulScript *was, const BulScript *now)
{
  g_autoptr (GHashTable) left = g_hash_table_new (g_str_hash, g_str_equal);
  const char *after = was->key;
  guint n_first = 0;
  guint n_last = 0;

  if (now != NULL)
    bul_script_match_ends (was, now, &n_first, &n_last);
  for (guint i = n_first; now != NULL && i + n_last < now->blocks->len; i++)
    g_hash_table_add (left, ((BulBlock *) now->blocks->pdata[i])->key);
  if (n_first > 0)
    after = ((BulBlock *) was->blocks->pdata[n_first - 1])->key;
  for (guint i = n_first; i + n_last < was->blocks->len; i++)
    {
      BulBlock *block = was->blocks->pdata[i];

      if (g_hash_table_contains (left, block->key)
          && !g_hash_table_contains (self->moved, block->key))
        after = block->key;
      else
        add_gap (self, after, block);
    }
}

static void
find_gaps (DeskChanges *self)
{
  self->gaps
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < self->base->scripts->len; i++)
    {
      const BulScript *was = self->base->scripts->pdata[i];

      find_gaps_of (self, was, bul_story_find (get_story (self), was->key));
    }
}

static gboolean
ensure_gaps (DeskChanges *self)
{
  if (self->gaps == NULL && is_as_it_was (self))
    return FALSE;
  if (!ensure_base (self))
    return FALSE;
  if (self->gaps == NULL)
    find_gaps (self);
  return TRUE;
}

static gboolean
is_of_lines (const BulEdit *edit)
{
  switch (edit->kind)
    {
    case BUL_EDIT_SPLIT:
    case BUL_EDIT_JOIN:
      return TRUE;
    case BUL_EDIT_ADD:
    case BUL_EDIT_REMOVE:
      return g_strcmp0 (edit->field, "blocks") == 0 || g_strcmp0 (edit->field, "scripts") == 0;
    case BUL_EDIT_TEXT:
    case BUL_EDIT_SET:
      break;
    }
  return FALSE;
}

static void
edited_cb (DeskChanges *self, const BulEdit *edit)
{
  g_clear_pointer (&self->list, g_ptr_array_unref);
  if (is_of_lines (edit))
    forget_lines (self);
  if (edit->kind <= BUL_EDIT_JOIN && edit->on != NULL)
    g_hash_table_add (self->unsaved, g_strdup (edit->on));
  if (is_of_lines (edit) && edit->things->len > 0)
    g_hash_table_add (self->unsaved, g_strdup (bul_record_get_key (edit->things->pdata[0])));
}

static void
changed_cb (DeskChanges *self)
{
  guint number = bul_aired_get_base (get_story (self));

  if (!bul_history_is_modified (self->history))
    g_hash_table_remove_all (self->unsaved);
  if (self->number == number)
    return;
  forget_past (self);
  self->number = number;
  g_signal_emit (self, signals[REBASED], 0);
}

static void
desk_changes_finalize (GObject *object)
{
  DeskChanges *self = DESK_CHANGES (object);

  g_signal_handlers_disconnect_by_data (self->history, self);
  forget_past (self);
  g_hash_table_unref (self->blocks);
  g_hash_table_unref (self->moved);
  g_hash_table_unref (self->recut);
  g_hash_table_unref (self->unsaved);
  g_object_unref (self->history);
  G_OBJECT_CLASS (desk_changes_parent_class)->finalize (object);
}

static void
desk_changes_class_init (DeskChangesClass *class)
{
  G_OBJECT_CLASS (class)->finalize = desk_changes_finalize;
  signals[REBASED] = g_signal_new ("rebased", DESK_TYPE_CHANGES, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
desk_changes_init (DeskChanges *self)
{
  self->blocks = g_hash_table_new (g_str_hash, g_str_equal);
  self->moved = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->recut = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->unsaved = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

DeskChanges *
desk_changes_new (BulHistory *history)
{
  DeskChanges *self = g_object_new (DESK_TYPE_CHANGES, NULL);

  self->history = g_object_ref (history);
  self->number = bul_aired_get_base (get_story (self));
  g_signal_connect_swapped (history, "edited", G_CALLBACK (edited_cb), self);
  g_signal_connect_swapped (history, "changed", G_CALLBACK (changed_cb), self);
  return self;
}

const BulStory *
desk_changes_get_base (DeskChanges *self)
{
  g_return_val_if_fail (DESK_IS_CHANGES (self), NULL);

  return ensure_base (self) ? self->base : NULL;
}

GPtrArray *
desk_changes_list (DeskChanges *self)
{
  g_return_val_if_fail (DESK_IS_CHANGES (self), NULL);

  if (self->list == NULL && !is_as_it_was (self) && ensure_base (self))
    self->list = bul_tracked_list (self->base, get_story (self));
  if (self->list == NULL)
    self->list = g_ptr_array_new ();
  return g_ptr_array_ref (self->list);
}

GPtrArray *
desk_changes_list_in_line (DeskChanges *self, const BulScript *script, guint number)
{
  const BulBlock *block = script->blocks->pdata[number - 1];
  const BulBlock *was = NULL;

  g_return_val_if_fail (DESK_IS_CHANGES (self), NULL);

  if (self->number == 0 || (self->base == NULL && is_as_it_was (self)) || !ensure_base (self))
    return g_ptr_array_new ();
  if (!g_hash_table_contains (self->moved, block->key))
    was = g_hash_table_lookup (self->blocks, block->key);
  return bul_tracked_list_in_line (self->base, was, get_story (self), script->key, block, number);
}

GPtrArray *
desk_changes_list_gone (DeskChanges *self, const BulScript *script, const BulBlock *block)
{
  GPtrArray *list = g_ptr_array_new ();
  const GPtrArray *gone;

  g_return_val_if_fail (DESK_IS_CHANGES (self), list);

  if (!ensure_gaps (self))
    return list;
  gone = g_hash_table_lookup (self->gaps, block == NULL ? script->key : block->key);
  for (guint i = 0; gone != NULL && i < gone->len; i++)
    {
      GPtrArray *one = bul_tracked_list_in_line (self->base, gone->pdata[i], get_story (self),
                                                 script->key, NULL, 0);

      if (i == 0)
        g_ptr_array_unref (list);
      if (i == 0)
        list = one;
      else
        g_ptr_array_extend_and_steal (list, one);
    }
  return list;
}

void
desk_changes_foreach_gap (DeskChanges *self, GFunc func, gpointer data)
{
  GHashTableIter iter;
  gpointer key;

  g_return_if_fail (DESK_IS_CHANGES (self));

  if (!ensure_gaps (self))
    return;
  g_hash_table_iter_init (&iter, self->gaps);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    func (key, data);
}

void
desk_changes_foreach_recut (DeskChanges *self, GFunc func, gpointer data)
{
  GHashTableIter iter;
  gpointer key;

  g_return_if_fail (DESK_IS_CHANGES (self));

  if (!is_as_it_was (self))
    ensure_base (self);
  g_hash_table_iter_init (&iter, self->recut);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    func (key, data);
}

gboolean
desk_changes_is_unsaved (DeskChanges *self, const BulBlock *block)
{
  g_return_val_if_fail (DESK_IS_CHANGES (self), FALSE);

  return g_hash_table_contains (self->unsaved, block->key);
}
