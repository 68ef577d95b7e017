/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-flow-tag.h"

#include <string.h>

#include "bul-error.h"
#include "bul-flow-vocabulary.h"
#include "bul-flow.h"
#include "bul-past.h"
#include "bul-search.h"
#include "bul-tags.h"

/* So many stories are held at once, and told of. */
#define BATCH 50

/* So many are looked at in a portion where hardly any needs a change. */
#define MOST_LOOKED_AT 1000

typedef enum
{
  WAY_DO,
  WAY_UNDO,
  WAY_REDO,
} Way;

struct _BulFlowTagRun
{
  BulStore *store; /* of the step that is done; borrowed */
  Way way;
  BulStoreReceipt *receipt;
  char *by;
  GPtrArray *uids;
  guint n_done;
  GPtrArray *stories;     /* of BulStoreReceiptStory; NULL where it is done for the first time */
  GHashTable *taken_back; /* uid → one of them, whose revision is to be taken back; or NULL */
  BulFlowTagResult *result;
};

typedef BulFlowTagRun Run;

void
bul_flow_tag_result_free (BulFlowTagResult *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->refusals);
  g_free (self);
}

static BulFlowTagResult *
result_new (void)
{
  BulFlowTagResult *self = g_new0 (BulFlowTagResult, 1);

  self->refusals = bul_store_refusals_new ();
  return self;
}

static void
tell (const BulFlowTagProgress *progress, guint n_done, guint n)
{
  if (progress != NULL && progress->func != NULL)
    progress->func (n_done, n, progress->data);
}

static gboolean
is_cancelled (const BulFlowTagProgress *progress)
{
  return progress != NULL && g_cancellable_is_cancelled (progress->cancellable);
}

/* --- which stories */

static gboolean
prepare (BulStore *store, GCancellable *cancellable, GError **error)
{
  gboolean ready;
  gboolean behind;
  guint left = 1;

  if (!bul_search_is_ready (store, &ready, error) || !bul_search_is_behind (store, &behind, error))
    return FALSE;
  while ((!ready || behind) && left > 0)
    if (g_cancellable_set_error_if_cancelled (cancellable, error)
        || !bul_search_prepare (store, &left, error))
      return FALSE;
  return TRUE;
}

GPtrArray *
bul_flow_tag_find (BulStore *store, const char *query, GCancellable *cancellable, GError **error)
{
  g_autoptr (BulQuery) asked = bul_query_new (query, 0);
  g_autoptr (BulSearch) search = NULL;

  if (!prepare (store, cancellable, error))
    return NULL;
  search = bul_search_new (store, asked, error);
  return search == NULL ? NULL : bul_search_list_uids (search, cancellable, error);
}

static void
share_free (gpointer data)
{
  BulFlowTagShare *self = data;

  g_free (self->code);
  g_free (self);
}

static int
compare_shares (gconstpointer a, gconstpointer b)
{
  const BulFlowTagShare *x = *(BulFlowTagShare *const *) a;
  const BulFlowTagShare *y = *(BulFlowTagShare *const *) b;

  return x->n != y->n ? (x->n < y->n ? 1 : -1) : strcmp (x->code, y->code);
}

static GPtrArray *
list_shares (GHashTable *counts, guint n_stories)
{
  GPtrArray *shares = g_ptr_array_new_with_free_func (share_free);
  GHashTableIter iter;
  gpointer code;
  gpointer n;

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &code, &n))
    {
      BulFlowTagShare *share = g_new0 (BulFlowTagShare, 1);

      share->code = g_strdup (code);
      share->n = GPOINTER_TO_UINT (n);
      share->all = share->n == n_stories;
      g_ptr_array_add (shares, share);
    }
  g_ptr_array_sort (shares, compare_shares);
  return shares;
}

GPtrArray *
bul_flow_tag_summarise (BulStore *store,
                        const GPtrArray *uids,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < uids->len; i++)
    {
      g_auto (GStrv) codes = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      codes = bul_store_list_tags (store, uids->pdata[i], error);
      if (codes == NULL)
        return NULL;
      for (guint j = 0; codes[j] != NULL; j++)
        g_hash_table_insert (
            counts, g_strdup (codes[j]),
            GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, codes[j])) + 1));
    }
  return list_shares (counts, uids->len);
}

/* Whether @deed would change the story. */
static gboolean
would_change (BulStore *store,
              const char *uid,
              BulTagDeed deed,
              const char *code,
              gboolean *changes,
              GError **error)
{
  g_auto (GStrv) codes = bul_store_list_tags (store, uid, error);

  if (codes == NULL)
    return FALSE;
  *changes = g_strv_contains ((const char *const *) codes, code) == (deed == BUL_TAG_DEED_REMOVE);
  return TRUE;
}

BulFlowTagResult *
bul_flow_tag_preview (BulStore *store,
                      const GPtrArray *uids,
                      BulTagDeed deed,
                      const char *code,
                      const BulFlowTagProgress *progress,
                      GError **error)
{
  g_autoptr (BulFlowTagResult) result = result_new ();

  for (guint i = 0; i < uids->len && !result->cancelled; i++)
    {
      gboolean changes;

      if (!would_change (store, uids->pdata[i], deed, code, &changes, error))
        return NULL;
      result->n_changed += changes ? 1 : 0;
      result->n_same += changes ? 0 : 1;
      tell (progress, i + 1, uids->len);
      result->cancelled = is_cancelled (progress);
    }
  return g_steal_pointer (&result);
}

/* --- what is done to one */

static const BulRevision *
find_revision (const BulStory *story, guint number)
{
  for (guint i = story->revisions->len; i > 0; i--)
    if (((BulRevision *) story->revisions->pdata[i - 1])->number == number)
      return story->revisions->pdata[i - 1];
  return NULL;
}

/* The revision of the story that the run takes back, if it still reads as it did then. */
static const BulRevision *
find_taken (const Run *run, const BulStory *story)
{
  const BulStoreReceiptStory *taken
      = run->taken_back == NULL ? NULL : g_hash_table_lookup (run->taken_back, story->uid);

  return taken == NULL || bul_story_get_revision_number (story) != taken->stands
             ? NULL
             : find_revision (story, taken->revision);
}

/* Takes back what a revision changed, which is that of a deed, or of its undo. */
static gboolean
take_back (Run *run, BulHistory *history, GError **error)
{
  const BulStory *story = bul_history_get_story (history);
  const BulRevision *revision = find_taken (run, story);
  gboolean done = TRUE;

  if (revision == NULL)
    {
      g_set_error (error, BUL_ERROR, BUL_ERROR_CONFLICT,
                   "Story %.8s was changed since. It was left as it is.", story->uid);
      return FALSE;
    }
  bul_history_begin (history, run->way == WAY_UNDO ? "Undo tags" : "Redo tags");
  for (guint i = revision->edits->len; done && i > 0; i--)
    done = bul_history_do (history, bul_edit_invert (revision->edits->pdata[i - 1]), error);
  if (done)
    bul_history_end_as_is (history);
  else
    bul_history_abandon (history);
  return done;
}

/* All stories go along with a concept that is merged again, as they did at first: also those that
 * went on, and those that came since. */
static gboolean
is_done_anew (const Run *run, const BulStory *story)
{
  return run->way == WAY_DO
         || (run->way == WAY_REDO && run->receipt->deed == BUL_TAG_DEED_MERGE
             && find_taken (run, story) == NULL);
}

static gboolean
change (Run *run, BulHistory *history, GError **error)
{
  const BulStoreReceipt *receipt = run->receipt;

  if (!is_done_anew (run, bul_history_get_story (history)))
    return take_back (run, history, error);
  switch (receipt->deed)
    {
    case BUL_TAG_DEED_ADD:
      return bul_tags_add_code (history, receipt->code, NULL, run->by, error);
    case BUL_TAG_DEED_REMOVE:
      return bul_tags_remove (history, receipt->code, error);
    case BUL_TAG_DEED_MERGE:
      return bul_tags_replace (history, receipt->code, receipt->into, error);
    }
  g_assert_not_reached ();
}

/* What a revision says of it. */
static const char *
get_summary (const Run *run)
{
  static const char *const summaries[] = { [BUL_TAG_DEED_ADD] = "Tagged",
                                           [BUL_TAG_DEED_REMOVE] = "Tag taken away",
                                           [BUL_TAG_DEED_MERGE] = "Tags merged" };

  if (run->way == WAY_DO)
    return summaries[run->receipt->deed];
  return run->way == WAY_UNDO ? "Tags undone" : "Tags done again";
}

/* What the story needs no change for is no refusal. */
static void
pass_over (Run *run, const BulStory *story, GError *error)
{
  if (is_done_anew (run, story)
      && (g_error_matches (error, BUL_ERROR, BUL_ERROR_REFUSED)
          || g_error_matches (error, BUL_ERROR, BUL_ERROR_NOT_FOUND)))
    {
      run->result->n_same++;
      g_error_free (error);
      return;
    }
  bul_store_refusals_add (run->result->refusals, story->uid, error);
}

/* Adds the story with one more revision to @batch, where it is to have one. */
static void
add_changed (Run *run, const char *uid, GPtrArray *batch)
{
  GError *error = NULL;
  BulStory *story = bul_flow_load (run->store, uid, &error);
  g_autoptr (BulHistory) history = NULL;

  if (story == NULL)
    {
      bul_store_refusals_add (run->result->refusals, uid, error);
      return;
    }
  history = bul_history_new (story);
  if (change (run, history, &error))
    g_ptr_array_add (batch, bul_history_make_revision (history, run->by, get_summary (run)));
  else
    pass_over (run, bul_history_get_story (history), error);
}

/* --- what is done to all */

static gboolean
save_batch (Run *run, const GPtrArray *batch, GError **error)
{
  static gboolean (*const saves[]) (BulStore *, const GPtrArray *, BulStoreReceipt *, GPtrArray *,
                                    GError **)
      = { [WAY_DO] = bul_store_save_tagged,
          [WAY_UNDO] = bul_store_save_untagged,
          [WAY_REDO] = bul_store_save_retagged };
  guint n_refused = run->result->refusals->len;
  gboolean done = saves[run->way](run->store, batch, run->receipt, run->result->refusals, error);

  run->result->receipt = run->receipt->number;
  if (done)
    run->result->n_changed += batch->len - (run->result->refusals->len - n_refused);
  return done;
}

/* What would need no change is not loaded at all. */
static gboolean
needs_change (Run *run, const char *uid)
{
  gboolean changes = TRUE;

  if (run->way == WAY_DO && run->receipt->deed != BUL_TAG_DEED_MERGE)
    would_change (run->store, uid, run->receipt->deed, run->receipt->code, &changes, NULL);
  run->result->n_same += changes ? 0 : 1;
  return changes;
}

gboolean
bul_flow_tag_run_step (BulFlowTagRun *run, BulStore *store, GError **error)
{
  g_autoptr (GPtrArray) batch = bul_records_new ();
  guint end;

  g_return_val_if_fail (run != NULL && store != NULL, FALSE);

  run->store = store;
  end = MIN (run->n_done + MOST_LOOKED_AT, run->uids->len);
  while (run->n_done < end && batch->len < BATCH)
    {
      const char *uid = run->uids->pdata[run->n_done++];

      if (needs_change (run, uid))
        add_changed (run, uid, batch);
    }
  return save_batch (run, batch, error);
}

gboolean
bul_flow_tag_run_is_done (const BulFlowTagRun *run)
{
  g_return_val_if_fail (run != NULL, TRUE);

  return run->n_done == run->uids->len;
}

static gboolean
run_all (Run *run, BulStore *store, const BulFlowTagProgress *progress, GError **error)
{
  while (!bul_flow_tag_run_is_done (run) && !run->result->cancelled)
    {
      if (!bul_flow_tag_run_step (run, store, error))
        return FALSE;
      tell (progress, run->n_done, run->uids->len);
      run->result->cancelled = !bul_flow_tag_run_is_done (run) && is_cancelled (progress);
    }
  return TRUE;
}

static void
add_uid (gpointer uid, gpointer uids)
{
  g_ptr_array_add (uids, g_strdup (uid));
}

/* @receipt: (transfer full) */
static Run *
run_new (const GPtrArray *uids, BulStoreReceipt *receipt, const char *by)
{
  Run *run = g_new0 (Run, 1);

  run->receipt = receipt;
  run->by = g_strdup (by);
  run->uids = g_ptr_array_new_full (uids->len, g_free);
  g_ptr_array_foreach ((GPtrArray *) uids, add_uid, run->uids);
  run->result = result_new ();
  return run;
}

void
bul_flow_tag_run_free (BulFlowTagRun *run)
{
  if (run == NULL)
    return;
  bul_store_receipt_free (run->receipt);
  g_free (run->by);
  g_ptr_array_unref (run->uids);
  g_clear_pointer (&run->stories, g_ptr_array_unref);
  g_clear_pointer (&run->taken_back, g_hash_table_unref);
  bul_flow_tag_result_free (run->result);
  g_free (run);
}

BulFlowTagRun *
bul_flow_tag_run_new (const GPtrArray *uids, BulTagDeed deed, const char *code, const char *by)
{
  g_return_val_if_fail (uids != NULL && code != NULL, NULL);
  g_return_val_if_fail (deed == BUL_TAG_DEED_ADD || deed == BUL_TAG_DEED_REMOVE, NULL);

  return run_new (uids, bul_store_receipt_new (deed, code, NULL, by), by);
}

guint
bul_flow_tag_run_get_n_done (const BulFlowTagRun *run)
{
  g_return_val_if_fail (run != NULL, 0);

  return run->n_done;
}

guint
bul_flow_tag_run_get_n (const BulFlowTagRun *run)
{
  g_return_val_if_fail (run != NULL, 0);

  return run->uids->len;
}

const BulFlowTagResult *
bul_flow_tag_run_get_result (const BulFlowTagRun *run)
{
  g_return_val_if_fail (run != NULL, NULL);

  return run->result;
}

BulFlowTagResult *
bul_flow_tag_apply (BulStore *store,
                    const GPtrArray *uids,
                    BulTagDeed deed,
                    const char *code,
                    const char *by,
                    const BulFlowTagProgress *progress,
                    GError **error)
{
  g_autoptr (BulFlowTagRun) run = bul_flow_tag_run_new (uids, deed, code, by);

  return run_all (run, store, progress, error) ? g_steal_pointer (&run->result) : NULL;
}

/* --- merging */

static gboolean
refuse (GError **error, const char *format, const char *a, const char *b)
{
  g_autofree char *message
      = g_strdup_printf ("“%s” and “%s”: %s Nothing was changed.", a, b, format);

  g_set_error_literal (error, BUL_ERROR, BUL_ERROR_REFUSED, message);
  return FALSE;
}

static gboolean
check_merge (const BulVocabulary *vocabulary, const char *code, const char *into, GError **error)
{
  const BulConcept *from = bul_vocabulary_find (vocabulary, code);
  const BulConcept *to = bul_vocabulary_find (vocabulary, into);

  if (from == NULL || to == NULL)
    return refuse (error, "the vocabulary does not have both.", code, into);
  if (strcmp (code, into) == 0)
    return refuse (error, "these are one already.", code, into);
  if (from->merged_into != NULL || to->merged_into != NULL)
    return refuse (error, "one of them was merged before.", code, into);
  if (bul_vocabulary_is_below (vocabulary, into, code))
    return refuse (error,
                   "the second is below the first. Merge them the other way round, or move it "
                   "first.",
                   code, into);
  return TRUE;
}

BulFlowTagResult *
bul_flow_tag_merge (BulStore *store,
                    const char *code,
                    const char *into,
                    const char *by,
                    const BulFlowTagProgress *progress,
                    GError **error)
{
  g_autoptr (BulVocabulary) vocabulary = bul_store_load_vocabulary (store, error);
  g_autoptr (BulStoreReceipt) receipt = bul_store_receipt_new (BUL_TAG_DEED_MERGE, code, into, by);
  g_autoptr (BulFlowTagRun) run = NULL;
  g_autoptr (BulConcept) merged = NULL;
  g_autoptr (GPtrArray) uids = NULL;

  if (vocabulary == NULL || !check_merge (vocabulary, code, into, error)
      || !bul_flow_vocabulary_adopt (store, error))
    return NULL;
  merged = bul_record_copy (bul_vocabulary_find (vocabulary, code));
  merged->merged_into = g_strdup (into);
  if (!bul_store_begin_merge (store, receipt, merged, error))
    return NULL;
  uids = bul_store_find_tagged (store, code, error);
  if (uids == NULL)
    return NULL;
  run = run_new (uids, g_steal_pointer (&receipt), by);
  run->result->receipt = run->receipt->number;
  return run_all (run, store, progress, error) ? g_steal_pointer (&run->result) : NULL;
}

/* --- undoing */

/* Of a merge, the concept as it was before it; whatever its names are by now. */
static gboolean
part_concept (BulStore *store, const BulStoreReceipt *receipt, BulConcept **concept, GError **error)
{
  g_autoptr (BulVocabulary) vocabulary = NULL;
  const BulConcept *merged;

  *concept = NULL;
  if (receipt->deed != BUL_TAG_DEED_MERGE)
    return TRUE;
  vocabulary = bul_store_load_vocabulary (store, error);
  if (vocabulary == NULL)
    return FALSE;
  merged = bul_vocabulary_find (vocabulary, receipt->code);
  if (merged == NULL)
    return TRUE;
  *concept = bul_record_copy (merged);
  g_clear_pointer (&(*concept)->merged_into, g_free);
  return TRUE;
}

/* What was stopped is undone again from where it was, and what could not be undone at all may be
 * tried again. */
gboolean
bul_flow_tag_run_end_undo (BulFlowTagRun *run, BulStore *store, GError **error)
{
  g_autoptr (BulConcept) concept = NULL;

  g_return_val_if_fail (run != NULL && run->way == WAY_UNDO, FALSE);

  if (!bul_flow_tag_run_is_done (run) || (run->uids->len > 0 && run->result->n_changed == 0))
    return TRUE;
  return part_concept (store, run->receipt, &concept, error)
         && bul_store_end_undo (store, run->receipt, concept, error);
}

/* @stories: (transfer full) (element-type BulStoreReceiptStory) */
static void
take_stories (Run *run, Way way, GPtrArray *stories)
{
  run->way = way;
  run->stories = stories;
  run->taken_back = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < stories->len; i++)
    {
      BulStoreReceiptStory *story = stories->pdata[i];

      add_uid (story->uid, run->uids);
      g_hash_table_insert (run->taken_back, story->uid, story);
    }
}

BulFlowTagRun *
bul_flow_tag_run_new_undo (BulStore *store, gint64 receipt, const char *by, GError **error)
{
  g_autoptr (BulStoreReceipt) taken = bul_store_load_receipt (store, receipt, error);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  GPtrArray *stories;
  Run *run;

  if (taken == NULL)
    return NULL;
  if (taken->undone_at != NULL)
    {
      g_set_error (error, BUL_ERROR, BUL_ERROR_REFUSED,
                   "Receipt %" G_GINT64_FORMAT " was undone already, at %s. Nothing was changed.",
                   receipt, taken->undone_at);
      return NULL;
    }
  stories = bul_store_list_receipt_stories (store, receipt, error);
  if (stories == NULL)
    return NULL;
  run = run_new (none, g_steal_pointer (&taken), by);
  run->result->receipt = receipt;
  take_stories (run, WAY_UNDO, stories);
  return run;
}

BulFlowTagResult *
bul_flow_tag_undo (BulStore *store,
                   gint64 receipt,
                   const char *by,
                   const BulFlowTagProgress *progress,
                   GError **error)
{
  g_autoptr (BulFlowTagRun) run = bul_flow_tag_run_new_undo (store, receipt, by, error);

  if (run == NULL || !run_all (run, store, progress, error)
      || !bul_flow_tag_run_end_undo (run, store, error))
    return NULL;
  return g_steal_pointer (&run->result);
}

/* --- doing it again */

/* What was undone is there to be done again; a merge of which no story had a tag, too. */
static gboolean
check_undone (const BulStoreReceipt *receipt, const GPtrArray *stories, GError **error)
{
  if (stories->len > 0 || (receipt->deed == BUL_TAG_DEED_MERGE && receipt->undone_at != NULL))
    return TRUE;
  g_set_error (error, BUL_ERROR, BUL_ERROR_REFUSED,
               receipt->undone_at == NULL
                   ? "Receipt %" G_GINT64_FORMAT " was not undone. Nothing was changed."
                   : "Receipt %" G_GINT64_FORMAT " has no story left in which it could be done "
                     "again. Nothing was changed.",
               receipt->number);
  return FALSE;
}

/* No story is given what is given no more since. */
static gboolean
check_current (const BulVocabulary *vocabulary, const char *code, GError **error)
{
  const BulConcept *concept = bul_vocabulary_find (vocabulary, code);

  if (concept == NULL || bul_concept_is_current (concept))
    return TRUE;
  if (concept->merged_into != NULL)
    g_set_error (error, BUL_ERROR, BUL_ERROR_REFUSED,
                 "“%s” was merged into “%s” since. Nothing was changed.", code,
                 concept->merged_into);
  else
    g_set_error (error, BUL_ERROR, BUL_ERROR_REFUSED,
                 "“%s” is given to stories no more. Nothing was changed.", code);
  return FALSE;
}

/* Of a merge, the concept is merged again before the stories are. */
static gboolean
begin_redo (BulStore *store, BulStoreReceipt *receipt, GError **error)
{
  g_autoptr (BulVocabulary) vocabulary = bul_store_load_vocabulary (store, error);
  g_autoptr (BulConcept) merged = NULL;

  if (vocabulary == NULL)
    return FALSE;
  if (receipt->deed == BUL_TAG_DEED_ADD)
    return check_current (vocabulary, receipt->code, error);
  if (receipt->deed != BUL_TAG_DEED_MERGE || receipt->undone_at == NULL)
    return TRUE;
  if (!check_merge (vocabulary, receipt->code, receipt->into, error))
    return FALSE;
  merged = bul_record_copy (bul_vocabulary_find (vocabulary, receipt->code));
  merged->merged_into = g_strdup (receipt->into);
  return bul_store_begin_redo (store, receipt, merged, error);
}

/* Of a merge, all stories that have the tag by now as well. */
static gboolean
add_tagged (Run *run, BulStore *store, GError **error)
{
  g_autoptr (GPtrArray) uids = NULL;

  if (run->receipt->deed != BUL_TAG_DEED_MERGE)
    return TRUE;
  uids = bul_store_find_tagged (store, run->receipt->code, error);
  for (guint i = 0; uids != NULL && i < uids->len; i++)
    if (!g_hash_table_contains (run->taken_back, uids->pdata[i]))
      add_uid (uids->pdata[i], run->uids);
  return uids != NULL;
}

BulFlowTagRun *
bul_flow_tag_run_new_redo (BulStore *store, gint64 receipt, const char *by, GError **error)
{
  g_autoptr (BulStoreReceipt) again = bul_store_load_receipt (store, receipt, error);
  g_autoptr (GPtrArray) stories
      = again == NULL ? NULL : bul_store_list_undone_stories (store, receipt, error);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (BulFlowTagRun) run = NULL;

  if (stories == NULL || !check_undone (again, stories, error) || !begin_redo (store, again, error))
    return NULL;
  run = run_new (none, g_steal_pointer (&again), by);
  run->result->receipt = receipt;
  take_stories (run, WAY_REDO, g_steal_pointer (&stories));
  return add_tagged (run, store, error) ? g_steal_pointer (&run) : NULL;
}

BulFlowTagResult *
bul_flow_tag_redo (BulStore *store,
                   gint64 receipt,
                   const char *by,
                   const BulFlowTagProgress *progress,
                   GError **error)
{
  g_autoptr (BulFlowTagRun) run = bul_flow_tag_run_new_redo (store, receipt, by, error);

  return run != NULL && run_all (run, store, progress, error) ? g_steal_pointer (&run->result)
                                                              : NULL;
}
