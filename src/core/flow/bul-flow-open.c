/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-flow-open.h"

#include "bul-flow.h"
#include "bul-store-journal.h"

void
bul_flow_opened_free (BulFlowOpened *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->history);
  bul_record_free (self->restored);
  bul_record_free (self->live);
  g_ptr_array_unref (self->conflicts);
  g_free (self);
}

/* The newest that was left behind and fits goes into the story; the others stay as they are. */
static void
take_journal (BulFlowOpened *self, const BulJournal *journal)
{
  if (journal->live && self->live == NULL)
    self->live = bul_record_copy (journal);
  if (journal->live)
    return;
  if (self->restored == NULL && !journal->damaged
      && bul_history_restore (self->history, journal, NULL))
    self->restored = bul_record_copy (journal);
  else
    g_ptr_array_add (self->conflicts, bul_record_copy (journal));
}

BulFlowOpened *
bul_flow_open_story (BulStore *store, const char *uid, GError **error)
{
  g_autoptr (BulFlowOpened) self = g_new0 (BulFlowOpened, 1);
  g_autoptr (BulStory) story = bul_flow_load (store, uid, error);
  g_autoptr (GPtrArray) journals = NULL;

  self->conflicts = bul_records_new ();
  if (story == NULL)
    return NULL;
  journals = bul_store_load_journals (store, uid, error);
  if (journals == NULL)
    return NULL;
  self->history = bul_history_new (g_steal_pointer (&story));
  for (guint i = 0; i < journals->len; i++)
    take_journal (self, journals->pdata[i]);
  return g_steal_pointer (&self);
}
