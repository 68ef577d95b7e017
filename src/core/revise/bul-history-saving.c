/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-history-private.h"

#include "bul-apply.h"
#include "bul-chars.h"
#include "bul-error.h"
#include "bul-past.h"
#include "bul-revision.h"
#include "bul-story-xml.h"
#include "bul-time.h"

/* What was done since the last revision, handed to who keeps it: as a revision, or as a journal. */

gboolean
bul_history_is_modified (BulHistory *self)
{
  return self->flight != NULL || self->behind->len > 0 || self->n_done != self->n_saved;
}

static gpointer
copy_record (gconstpointer record, gpointer data G_GNUC_UNUSED)
{
  return bul_record_copy (record);
}

/*
 * What leads from the last revision to the story as it is, in steps: what is behind, as one; then
 * the steps that were done since, or those that were undone, each taken back.
 */

static guint
count_entries (BulHistory *self)
{
  guint n
      = self->n_done > self->n_saved ? self->n_done - self->n_saved : self->n_saved - self->n_done;

  return n + (self->behind->len > 0 ? 1 : 0);
}

static BulJournalStep *
make_entry (BulHistory *self, guint i)
{
  BulJournalStep *entry = bul_record_new (&bul_journal_step_type);
  const BulHistoryStep *step;

  if (self->behind->len > 0 && i-- == 0)
    {
      for (guint j = 0; j < self->behind->len; j++)
        g_ptr_array_add (entry->edits, bul_record_copy (self->behind->pdata[j]));
      return entry;
    }
  step = self->steps
             ->pdata[self->n_done > self->n_saved ? self->n_saved + i : self->n_saved - 1 - i];
  entry->what = g_strdup (step->what);
  for (guint j = 0; self->n_done > self->n_saved && j < step->edits->len; j++)
    g_ptr_array_add (entry->edits, bul_record_copy (step->edits->pdata[j]));
  for (guint j = step->edits->len; self->n_done < self->n_saved && j > 0; j--)
    g_ptr_array_add (entry->edits, bul_edit_invert (step->edits->pdata[j - 1]));
  return entry;
}

static GPtrArray *
list_unsaved (BulHistory *self)
{
  GPtrArray *edits = bul_records_new ();

  for (guint i = 0; i < count_entries (self); i++)
    {
      g_autoptr (BulRecord) entry = (BulRecord *) make_entry (self, i);
      GPtrArray *own = ((BulJournalStep *) entry)->edits;

      g_ptr_array_extend (edits, own, (GCopyFunc) copy_record, NULL);
    }
  return edits;
}

static BulStory *
make_revision (BulHistory *self, BulRevision *revision)
{
  BulStory *copy;
  guint n;
  const char *previous = NULL;

  self->flight = list_unsaved (self);
  g_ptr_array_set_size (self->behind, 0);
  self->n_saved = self->n_done;
  self->n_current = 0;
  self->broken = TRUE;

  copy = bul_record_copy (self->story);
  n = copy->revisions->len;
  if (n > 0)
    previous = ((BulRevision *) copy->revisions->pdata[n - 1])->hash;
  revision->number = bul_story_get_revision_number (copy) + 1;
  revision->uuid = g_uuid_string_random ();
  revision->at = bul_time_now ();
  for (guint i = 0; i < self->flight->len; i++)
    g_ptr_array_add (revision->edits, bul_record_copy (self->flight->pdata[i]));
  revision->hash = bul_story_make_hash (copy, revision, previous);
  g_ptr_array_add (copy->revisions, revision);
  return copy;
}

BulStory *
bul_history_make_revision (BulHistory *self, const char *by, const char *summary)
{
  BulRevision *revision;

  g_return_val_if_fail (self->depth == 0 && self->flight == NULL, NULL);

  revision = bul_record_new (&bul_revision_type);
  revision->by = g_strdup (by);
  revision->summary = g_strdup (summary);
  return make_revision (self, revision);
}

BulStory *
bul_history_make_aired_revision (BulHistory *self, const char *by, const char *at)
{
  BulRevision *revision;

  g_return_val_if_fail (self->depth == 0 && self->flight == NULL, NULL);

  revision = bul_record_new (&bul_revision_type);
  revision->by = g_strdup (by);
  revision->summary = g_strdup ("As aired");
  revision->aired = TRUE;
  revision->aired_at = g_strdup (at);
  return make_revision (self, revision);
}

void
bul_history_saved (BulHistory *self, const BulStory *saved)
{
  g_return_if_fail (self->flight != NULL && saved->revisions->len > 0);

  g_clear_pointer (&self->flight, g_ptr_array_unref);
  g_ptr_array_add (self->story->revisions,
                   bul_record_copy (saved->revisions->pdata[saved->revisions->len - 1]));
  /* The journal went with the save. */
  self->n_written = 0;
  self->n_current = 0;
  g_clear_pointer (&self->composing, bul_record_free);
  bul_history_emit_changed (self);
}

void
bul_history_save_failed (BulHistory *self)
{
  g_return_if_fail (self->flight != NULL);

  g_ptr_array_extend_and_steal (self->flight, g_steal_pointer (&self->behind));
  self->behind = g_steal_pointer (&self->flight);
  bul_history_journal_failed (self);
  bul_history_emit_changed (self);
}

const char *
bul_history_get_journal (BulHistory *self)
{
  return self->journal;
}

static void
take_back (BulStory *story, const GPtrArray *edits)
{
  for (guint i = edits->len; i > 0; i--)
    {
      g_autoptr (BulRecord) inverse = (BulRecord *) bul_edit_invert (edits->pdata[i - 1]);

      if (!bul_apply_edit (story, (BulEdit *) inverse, NULL))
        g_return_if_reached ();
    }
}

BulStory *
bul_history_make_past (BulHistory *self, guint number, GError **error)
{
  g_autoptr (BulStory) story = bul_record_copy (self->story);
  g_autoptr (GPtrArray) unsaved = list_unsaved (self);

  take_back (story, unsaved);
  /* What is on its way to the library is no revision yet. */
  if (self->flight != NULL)
    take_back (story, self->flight);
  return bul_past_make (story, number, error);
}

static gboolean
is_composing (BulHistory *self, const BulEdit *composing)
{
  if (self->composing == NULL || composing == NULL)
    return (gconstpointer) self->composing == composing;
  return bul_record_equal (self->composing, composing);
}

static BulJournal *
start_journal (BulHistory *self, const char *by)
{
  BulJournal *journal = bul_record_new (&bul_journal_type);
  GPtrArray *revisions = self->story->revisions;

  journal->uuid = g_strdup (self->journal);
  journal->story = g_strdup (self->story->uid);
  journal->by = g_strdup (by);
  journal->at = bul_time_now ();
  journal->kept = self->n_current;
  if (revisions->len > 0)
    {
      const BulRevision *base = revisions->pdata[revisions->len - 1];

      journal->base_revision = base->number;
      journal->base_uuid = g_strdup (base->uuid);
    }
  return journal;
}

BulJournal *
bul_history_make_journal (BulHistory *self, const BulEdit *composing, const char *by)
{
  guint n = count_entries (self);
  BulJournal *journal;

  /* A save that is on its way ends soon, and decides what there is to go on from. */
  if (self->flight != NULL
      || (self->n_written == n && self->n_current == n && is_composing (self, composing)))
    return NULL;

  journal = start_journal (self, by);
  for (guint i = self->n_current; i < n; i++)
    g_ptr_array_add (journal->steps, make_entry (self, i));
  g_clear_pointer (&self->composing, bul_record_free);
  if (composing != NULL)
    {
      g_ptr_array_add (journal->composing, bul_record_copy (composing));
      self->composing = bul_record_copy (composing);
    }
  self->n_written = n;
  self->n_current = n;
  return journal;
}

void
bul_history_journal_failed (BulHistory *self)
{
  self->n_written = G_MAXUINT;
  self->n_current = 0;
}

/* Plays @edits as they are: they hold what once followed from them. All, or none. */
static gboolean
play_all (BulHistory *self, const GPtrArray *edits, GError **error)
{
  for (guint i = 0; i < edits->len; i++)
    {
      if (bul_history_play (self, edits->pdata[i], error))
        {
          bul_keys_note (&self->keys, edits->pdata[i]);
          continue;
        }
      while (i > 0)
        bul_history_play_back (self, edits->pdata[--i]);
      return FALSE;
    }
  return TRUE;
}

static gboolean
restore_step (BulHistory *self, const char *what, const GPtrArray *edits, GError **error)
{
  if (edits->len == 0)
    return TRUE;
  if (!play_all (self, edits, error))
    return FALSE;
  bul_history_push (self, what, g_ptr_array_copy ((GPtrArray *) edits, copy_record, NULL));
  g_ptr_array_set_free_func (((BulHistoryStep *) self->steps->pdata[self->n_done - 1])->edits,
                             bul_record_free);
  return TRUE;
}

static gboolean
restore_steps (BulHistory *self, const BulJournal *journal, GError **error)
{
  for (guint i = 0; i < journal->steps->len; i++)
    {
      const BulJournalStep *step = journal->steps->pdata[i];

      if (!restore_step (self, step->what, step->edits, error))
        return FALSE;
    }
  return TRUE;
}

/* The syllable at last is typing like any other: nothing has followed from it yet. */
static gboolean
restore_composing (BulHistory *self, const BulJournal *journal, GError **error)
{
  const BulEdit *edit = journal->composing->len == 0 ? NULL : journal->composing->pdata[0];

  return edit == NULL
         || bul_history_replace (self, edit->on, edit->at,
                                 edit->removed == NULL ? 0 : bul_chars_count (edit->removed),
                                 edit->inserted == NULL ? "" : edit->inserted, error);
}

static gboolean
goes_on_from (const BulJournal *journal, const BulStory *story)
{
  const BulRevision *last
      = story->revisions->len == 0 ? NULL : story->revisions->pdata[story->revisions->len - 1];

  return last == NULL ? journal->base_revision == 0
                      : journal->base_revision == last->number
                            && g_strcmp0 (journal->base_uuid, last->uuid) == 0;
}

gboolean
bul_history_restore (BulHistory *self, const BulJournal *journal, GError **error)
{
  gboolean restored;

  g_return_val_if_fail (self->steps->len == 0 && self->behind->len == 0, FALSE);

  if (!goes_on_from (journal, self->story))
    {
      g_set_error_literal (error, BUL_ERROR, BUL_ERROR_CONFLICT,
                           "The story has another revision than the one that these edits were made "
                           "from. Both are kept; compare them.");
      return FALSE;
    }
  self->playing = TRUE;
  restored = restore_steps (self, journal, error);
  self->playing = FALSE;
  if (!restored || !restore_composing (self, journal, error))
    {
      while (bul_history_undo (self))
        ;
      g_ptr_array_set_size (self->steps, 0);
      return FALSE;
    }
  g_free (self->journal);
  self->journal = g_strdup (journal->uuid);
  self->n_written = journal->steps->len;
  self->n_current = MIN (journal->steps->len, self->n_done);
  if (journal->composing->len > 0)
    self->composing = bul_record_copy (journal->composing->pdata[0]);
  bul_history_emit_changed (self);
  return TRUE;
}
