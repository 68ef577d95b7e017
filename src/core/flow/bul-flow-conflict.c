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

gboolean
bul_flow_drop_own (BulStore *store, const char *journal, GError **error)
{
  g_autoptr (GError) failed = NULL;

  if (journal == NULL || bul_store_drop_journal (store, journal, &failed)
      || g_error_matches (failed, BUL_ERROR, BUL_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failed));
  return FALSE;
}

/* Edits that become the next revision. */
typedef struct
{
  const BulStory *version; /* the story as they have it */
  const BulStory *base;    /* and as it was before them */
  const char *journal;     /* uuid, or NULL */
  gboolean (*drop) (BulStore *store, const char *journal, GError **error);
  const char *summary;
} Taking;

/* @story: (transfer full): as it is now. Where it holds the edits already, only the journal goes.
 * Returns: the revision that holds them, or 0. */
static guint
take (BulStore *store, BulStory *story, const Taking *taking, const char *by, GError **error)
{
  guint base = bul_story_get_revision_number (story);
  g_autoptr (BulHistory) history = bul_history_new (story);
  g_autoptr (BulStory) saved = NULL;

  if (!bul_restorer_take (history, taking->version, taking->base, "Take unsaved edits", error))
    return 0;
  if (!bul_history_is_modified (history))
    return taking->drop (store, taking->journal, error) ? base : 0;
  saved = bul_history_make_revision (history, by, taking->summary);
  if (!bul_store_save_journaled (store, saved, base, taking->journal, error))
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
  g_autofree char *summary
      = g_strdup_printf ("Took unsaved edits of %s", journal->by == NULL ? "–" : journal->by);

  if (!check_takable (journal, error))
    return 0;
  story = bul_flow_load (store, journal->story, error);
  version = story == NULL ? NULL : bul_flow_make_version (story, journal, &base, error);
  if (version == NULL)
    return 0;
  return take (store, g_steal_pointer (&story),
               &(Taking){ version, base, journal->uuid, bul_store_drop_journal, summary }, by,
               error);
}

guint
bul_flow_take_own (
    BulStore *store, const BulStory *version, const char *journal, const char *by, GError **error)
{
  g_autoptr (BulStory) story = bul_flow_load (store, version->uid, error);
  g_autoptr (BulStory) base = NULL;

  if (story != NULL)
    base = bul_past_make (story, bul_story_get_revision_number (version), error);
  if (base == NULL)
    return 0;
  return take (store, g_steal_pointer (&story),
               &(Taking){ version, base, journal, bul_flow_drop_own, "Took the edits of a window" },
               by, error);
}
