/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-error.h"
#include "bul-finding-codes.h"
#include "bul-flow-exchange.h"
#include "bul-flow-keep-private.h"
#include "bul-past.h"
#include "bul-revision.h"

/* What is to be done with one story that was read. */
typedef enum
{
  KEEP_NEW,
  KEEP_FORWARD, /* the library has it, at an earlier revision */
  KEEP_BACK,    /* a translator's file, which was taken into the story that it is from */
  KEEP_KNOWN,
  KEEP_ERROR,
} Keep;

static const BulRevision *
get_revision (const BulStory *story, guint i)
{
  return i < story->revisions->len ? story->revisions->pdata[i] : NULL;
}

/* Whether @story has, at its place, the last revision of @other. */
static gboolean
goes_on_from (const BulStory *story, const BulStory *other)
{
  const BulRevision *last = get_revision (other, other->revisions->len - 1);
  const BulRevision *same = last == NULL ? NULL : get_revision (story, other->revisions->len - 1);

  return same != NULL && g_strcmp0 (same->uuid, last->uuid) == 0;
}

static Keep
compare_chains (const BulStory *read, const BulStory *kept, GError **error)
{
  if (goes_on_from (kept, read))
    return KEEP_KNOWN;
  if (goes_on_from (read, kept))
    return KEEP_FORWARD;
  g_set_error (error, BUL_ERROR, BUL_ERROR_CONFLICT,
               "The library has story %s with other changes than this file. Nothing was changed: "
               "the library keeps its own, and the file is untouched. Compare the two.",
               read->uid);
  return KEEP_ERROR;
}

/* By its identity, which our own XML carries. */
static Keep
look_for_uid (BulStore *store, const BulStory *read, guint *base, GError **error)
{
  g_autoptr (GError) failed = NULL;
  g_autoptr (BulStory) kept = bul_store_load (store, read->uid, &failed);

  *base = 0;
  if (kept != NULL)
    {
      *base = bul_story_get_revision_number (kept);
      return compare_chains (read, kept, error);
    }
  if (g_error_matches (failed, BUL_ERROR, BUL_ERROR_NOT_FOUND))
    return KEEP_NEW;
  g_propagate_error (error, g_steal_pointer (&failed));
  return KEEP_ERROR;
}

/* By the bytes that it was read from: the nth story of the file is the nth of the library. */
static Keep
look_for_source (BulStore *store, const BulImport *import, guint i, char **uid, GError **error)
{
  g_auto (GStrv) uids = bul_store_find_source (store, import->source->sha256, error);

  if (uids == NULL)
    return KEEP_ERROR;
  if (i >= g_strv_length (uids))
    return KEEP_NEW;
  *uid = g_strdup (uids[i]);
  return KEEP_KNOWN;
}

static void
replace_story (BulImport *import, guint i, BulStory *story)
{
  bul_record_free (import->stories->pdata[i]);
  import->stories->pdata[i] = story;
}

/* The translator's file of which story @i is made; NULL for one of any other sort. */
static const BulExchange *
get_exchange (const BulImport *import, guint i)
{
  return i < import->exchanges->len ? import->exchanges->pdata[i] : NULL;
}

/* A file that was written from a story of the library goes back into it, and the story takes the
 * place of what was read. Any other is known by its bytes. */
static Keep
look_for_exchange (
    BulStore *store, BulImport *import, guint i, const char *by, char **uid, GError **error)
{
  const BulExchange *exchange = get_exchange (import, i);
  BulStory *read = import->stories->pdata[i];
  g_autoptr (GError) failed = NULL;
  g_autoptr (BulHistory) history = NULL;
  BulStory *kept;

  if (exchange->uid == NULL)
    return look_for_source (store, import, i, uid, error);
  kept = bul_flow_load (store, exchange->uid, &failed);
  if (kept == NULL && g_error_matches (failed, BUL_ERROR, BUL_ERROR_NOT_FOUND))
    {
      g_ptr_array_add (import->findings, bul_finding_codes_make (0, "exchange-unknown"));
      return look_for_source (store, import, i, uid, error);
    }
  if (kept == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failed));
      return KEEP_ERROR;
    }
  *uid = g_strdup (exchange->uid);
  history = bul_history_new (kept);
  if (!bul_flow_take_back (history, exchange, by, import->findings, error))
    return KEEP_ERROR;
  if (!bul_history_is_modified (history))
    {
      g_free (read->page_title);
      read->page_title = g_strdup (bul_story_get_headline (kept));
      return KEEP_KNOWN;
    }
  if (!bul_flow_save (store, history, by, "Translation taken back", error))
    return KEEP_ERROR;
  replace_story (import, i, bul_record_copy (bul_history_get_story (history)));
  return KEEP_BACK;
}

/* The story as it is to be stored: from a script or a translator's file with its first revision,
 * from XML as it came. */
static BulStory *
with_revision (const BulStory *story, const BulExchange *exchange, const char *by)
{
  g_autoptr (BulHistory) history = NULL;
  BulStory *copy = bul_record_copy (story);

  if (story->revisions->len > 0)
    return copy;
  if (exchange != NULL)
    bul_flow_confirm_rows (copy, exchange, by);
  history = bul_history_new (copy);
  return bul_history_make_revision (history, by, "Imported");
}

/* A file that was changed elsewhere since it was exported: the hash of its last revision says so.
 * Its history then proves nothing, and what the library holds must not become that unasked. */
static gboolean
check_proof (BulImport *import, guint i, GError **error)
{
  BulStory *read = import->stories->pdata[i];

  if (read->revisions->len == 0 || bul_past_is_proven (read))
    return TRUE;
  if (import->takes_changed)
    {
      g_ptr_array_set_size (read->revisions, 0);
      return TRUE;
    }
  g_set_error (error, BUL_ERROR, BUL_ERROR_REFUSED,
               "Story %.8s of this file is not what revision %u saved: the file was changed since, "
               "by another program or by damage. Nothing was imported, and the file is untouched. "
               "Export the story again; or import the file with --changed, which keeps what it "
               "reads now as the first revision of a new history.",
               read->uid, bul_story_get_revision_number (read));
  return FALSE;
}

static Keep
look_for (BulStore *store,
          BulImport *import,
          guint i,
          const char *by,
          guint *base,
          char **uid,
          GError **error)
{
  *base = 0;
  if (import->is_xml)
    return look_for_uid (store, import->stories->pdata[i], base, error);
  if (get_exchange (import, i) != NULL)
    return look_for_exchange (store, import, i, by, uid, error);
  return look_for_source (store, import, i, uid, error);
}

/* Decides for one story; @fresh takes it where it is new, a story that goes on is saved at once. */
static Keep
keep_story (BulStore *store,
            BulImport *import,
            guint i,
            const char *by,
            GPtrArray *fresh,
            char **uid,
            GError **error)
{
  guint base;
  Keep keep;

  if (!check_proof (import, i, error))
    return KEEP_ERROR;
  keep = look_for (store, import, i, by, &base, uid, error);
  if (keep == KEEP_NEW)
    {
      BulStory *story = with_revision (import->stories->pdata[i], get_exchange (import, i), by);

      replace_story (import, i, story);
      g_ptr_array_add (fresh, story);
    }
  else if (keep == KEEP_FORWARD && !bul_store_save (store, import->stories->pdata[i], base, error))
    return KEEP_ERROR;
  if (keep != KEEP_ERROR && *uid == NULL)
    *uid = g_strdup (((BulStory *) import->stories->pdata[i])->uid);
  return keep;
}

static BulFlowKept
get_kept (Keep keep)
{
  if (keep == KEEP_KNOWN)
    return BUL_FLOW_KEPT_KNOWN;
  return keep == KEEP_NEW ? BUL_FLOW_KEPT_NEW : BUL_FLOW_KEPT_FURTHER;
}

gboolean
bul_flow_sort_out (BulStore *store,
                   BulImport *import,
                   const char *by,
                   GPtrArray *fresh,
                   GStrv *uids,
                   GArray *kept,
                   GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < import->stories->len; i++)
    {
      g_autofree char *uid = NULL;
      Keep keep = keep_story (store, import, i, by, fresh, &uid, error);
      BulFlowKept became = get_kept (keep);

      if (keep == KEEP_ERROR)
        return FALSE;
      g_array_append_val (kept, became);
      g_strv_builder_add (builder, uid);
    }
  *uids = g_strv_builder_end (builder);
  return TRUE;
}

gboolean
bul_flow_keep (
    BulStore *store, BulImport *import, const char *by, GStrv *uids, guint *n_new, GError **error)
{
  g_autoptr (GPtrArray) fresh = g_ptr_array_new ();
  g_autoptr (GArray) kept = g_array_new (FALSE, FALSE, sizeof (BulFlowKept));
  g_auto (GStrv) under = NULL;
  guint n = 0;

  if (!bul_flow_sort_out (store, import, by, fresh, &under, kept, error)
      || (fresh->len > 0 && !bul_store_save_many (store, fresh, NULL, error)))
    return FALSE;
  if (uids != NULL)
    *uids = g_steal_pointer (&under);
  for (guint i = 0; i < kept->len; i++)
    n += g_array_index (kept, BulFlowKept, i) != BUL_FLOW_KEPT_KNOWN;
  if (n_new != NULL)
    *n_new = n;
  return TRUE;
}
