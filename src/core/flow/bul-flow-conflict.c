/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-flow-conflict.h"

#include "bul-error.h"
#include "bul-flow.h"
#include "bul-history.h"
#include "bul-past.h"
#include "bul-restorer.h"
#include "bul-store-journal.h"

BulStory *
bul_flow_make_version (const BulStory *story,
                       const BulJournal *journal,
                       BulStory **base,
                       GError **error)
{
  g_autoptr (BulStory) past = bul_past_make (story, journal->base_revision, error);
  g_autoptr (BulHistory) history = NULL;

  if (past == NULL)
    return NULL;
  history = bul_history_new (bul_record_copy (past));
  if (!bul_history_restore (history, journal, error))
    return NULL;
  if (base != NULL)
    *base = g_steal_pointer (&past);
  return bul_record_copy (bul_history_get_story (history));
}

static gboolean
check_takable (const BulJournal *journal, GError **error)
{
  if (!journal->live)
    return TRUE;
  g_set_error (error, BUL_ERROR, BUL_ERROR_REFUSED,
               "%s is writing these edits right now, in another window. Nothing was changed. Save "
               "or close the story there.",
               journal->by == NULL ? "Someone" : journal->by);
  return FALSE;
}

/* The revision that holds the edits; where the story holds them already, only the journal goes. */
static guint
save_taken (BulStore *store,
            BulHistory *history,
            const char *journal,
            const char *by,
            const char *summary,
            GError **error)
{
  guint base = bul_story_get_revision_number (bul_history_get_story (history));
  g_autoptr (BulStory) saved = NULL;

  if (!bul_history_is_modified (history))
    return journal == NULL || bul_store_drop_journal (store, journal, error) ? base : 0;
  saved = bul_history_make_revision (history, by, summary);
  if (!bul_store_save_journaled (store, saved, base, journal, error))
    return 0;
  bul_flow_tend (store);
  return bul_story_get_revision_number (saved);
}

guint
bul_flow_take_journal (BulStore *store, const BulJournal *journal, const char *by, GError **error)
{
  g_autoptr (BulStory) story = NULL;
  g_autoptr (BulStory) base = NULL;
  g_autoptr (BulStory) version = NULL;
  g_autoptr (BulHistory) history = NULL;
  g_autofree char *summary
      = g_strdup_printf ("Took unsaved edits of %s", journal->by == NULL ? "–" : journal->by);

  if (!check_takable (journal, error))
    return 0;
  story = bul_flow_load (store, journal->story, error);
  version = story == NULL ? NULL : bul_flow_make_version (story, journal, &base, error);
  if (version == NULL)
    return 0;
  history = bul_history_new (g_steal_pointer (&story));
  if (!bul_restorer_take (history, version, base, "Take unsaved edits", error))
    return 0;
  return save_taken (store, history, journal->uuid, by, summary, error);
}

guint
bul_flow_take_version (
    BulStore *store, const BulStory *version, const char *journal, const char *by, GError **error)
{
  g_autoptr (BulStory) story = bul_flow_load (store, version->uid, error);
  g_autoptr (BulStory) base = NULL;
  g_autoptr (BulHistory) history = NULL;

  if (story == NULL)
    return 0;
  base = bul_past_make (story, bul_story_get_revision_number (version), error);
  if (base == NULL)
    return 0;
  history = bul_history_new (g_steal_pointer (&story));
  if (!bul_restorer_take (history, version, base, "Take unsaved edits", error))
    return 0;
  return save_taken (store, history, journal, by, "Took the edits of a window", error);
}
