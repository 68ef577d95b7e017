/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-store-tags.h"

G_BEGIN_DECLS

/*
 * Tags on the whole of many stories at once. The stories are a list of uids that is fixed before
 * anything is done: what was counted, or shown, is what is changed, whatever comes in meanwhile.
 * Each story gets a revision; those that somebody works at, or that went on elsewhere, are left and
 * named. All are synchronous, for the thread of the writer.
 */

/* So many of @n stories are done with. */
typedef void (*BulFlowTagFunc) (guint n_done, guint n, gpointer data);

/* How those who wait are told, and stop it; each may be %NULL. */
typedef struct
{
  BulFlowTagFunc func;
  gpointer data;
  GCancellable *cancellable;
} BulFlowTagProgress;

/**
 * BulFlowTagResult:
 * @receipt: what undoes it; 0 where nothing was changed
 * @n_changed: stories that were changed, or would be
 * @n_same: stories that need no change
 * @refusals: (element-type BulStoreRefusal): stories that were left as they are, and why
 * @cancelled: whether it was stopped; what was done by then is done, and in the receipt
 */
typedef struct
{
  gint64 receipt;
  guint n_changed;
  guint n_same;
  GPtrArray *refusals;
  gboolean cancelled;
} BulFlowTagResult;

void bul_flow_tag_result_free (BulFlowTagResult *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BulFlowTagResult, bul_flow_tag_result_free)

/* Returns: (transfer full) (element-type utf8): the uids of what @query finds, the newest first.
 * The library is made ready to be searched where it is not, if it may be written. */
GPtrArray *
bul_flow_tag_find (BulStore *store, const char *query, GCancellable *cancellable, GError **error);

/* How many of some stories have a tag on the whole of them: all, or some. */
typedef struct
{
  char *code;
  guint n;
  gboolean all;
} BulFlowTagShare;

/* Returns: (transfer full) (element-type BulFlowTagShare): the tags of these stories, what most
 * have first; what none has is not there. @uids: (element-type utf8) */
GPtrArray *bul_flow_tag_summarise (BulStore *store,
                                   const GPtrArray *uids,
                                   GCancellable *cancellable,
                                   GError **error);

/* What bul_flow_tag_apply() would do. Nothing is changed. */
BulFlowTagResult *bul_flow_tag_preview (BulStore *store,
                                        const GPtrArray *uids,
                                        BulTagDeed deed,
                                        const char *code,
                                        const BulFlowTagProgress *progress,
                                        GError **error);

/* Gives the stories the tag @code, or takes it from them. @deed: %BUL_TAG_DEED_ADD or
 * %BUL_TAG_DEED_REMOVE. %NULL where something failed but for single stories: what was done by then
 * is done, and the newest receipt has it. */
BulFlowTagResult *bul_flow_tag_apply (BulStore *store,
                                      const GPtrArray *uids,
                                      BulTagDeed deed,
                                      const char *code,
                                      const char *by,
                                      const BulFlowTagProgress *progress,
                                      GError **error);

/*
 * The same in portions, for those who let others write between them. A failed step leaves what was
 * done before it in the receipt.
 */
typedef struct _BulFlowTagRun BulFlowTagRun;

void bul_flow_tag_run_free (BulFlowTagRun *run);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BulFlowTagRun, bul_flow_tag_run_free)

BulFlowTagRun *
bul_flow_tag_run_new (const GPtrArray *uids, BulTagDeed deed, const char *code, const char *by);

/* Of what bul_flow_tag_undo() does; bul_flow_tag_run_end_undo() comes after the last step. */
BulFlowTagRun *
bul_flow_tag_run_new_undo (BulStore *store, gint64 receipt, const char *by, GError **error);
gboolean bul_flow_tag_run_end_undo (BulFlowTagRun *run, BulStore *store, GError **error);

/* Of what bul_flow_tag_redo() does; of a merge, the concept is merged already. */
BulFlowTagRun *
bul_flow_tag_run_new_redo (BulStore *store, gint64 receipt, const char *by, GError **error);

/* Goes on with some tens of stories. */
gboolean bul_flow_tag_run_step (BulFlowTagRun *run, BulStore *store, GError **error);
gboolean bul_flow_tag_run_is_done (const BulFlowTagRun *run);

/* Stories that were gone over, and all that are to be. */
guint bul_flow_tag_run_get_n_done (const BulFlowTagRun *run);
guint bul_flow_tag_run_get_n (const BulFlowTagRun *run);

/* What came of it so far; borrowed. */
const BulFlowTagResult *bul_flow_tag_run_get_result (const BulFlowTagRun *run);

/* Undoes what a receipt holds, a merge too. A story that was changed since is left and named.
 * %BUL_ERROR_REFUSED where it was undone already. */
BulFlowTagResult *bul_flow_tag_undo (BulStore *store,
                                     gint64 receipt,
                                     const char *by,
                                     const BulFlowTagProgress *progress,
                                     GError **error);

/*
 * Does again what was undone of a receipt, which can be undone again then. A story that was changed
 * since the undo is left and named; but a merge takes all that have the tag by now, as it did at
 * first. %BUL_ERROR_REFUSED, and nothing is changed, where nothing of it was undone, the tag is
 * given no more since, or the concepts cannot be merged any more.
 */
BulFlowTagResult *bul_flow_tag_redo (BulStore *store,
                                     gint64 receipt,
                                     const char *by,
                                     const BulFlowTagProgress *progress,
                                     GError **error);

/*
 * Merges the concept @code into @into: all its tags become those of the other, it is given to
 * stories no more, and its code still leads there. %BUL_ERROR_REFUSED where one is not there, or
 * @into is below @code.
 */
BulFlowTagResult *bul_flow_tag_merge (BulStore *store,
                                      const char *code,
                                      const char *into,
                                      const char *by,
                                      const BulFlowTagProgress *progress,
                                      GError **error);

G_END_DECLS
