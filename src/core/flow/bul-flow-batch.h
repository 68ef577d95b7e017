/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-flow.h"

G_BEGIN_DECLS

/*
 * Many files going into a library: a commit for each would make the disk the measure. What was read
 * is held until there are enough stories, or bytes, or a moment has passed, and is saved together.
 */
typedef struct _BulFlowBatch BulFlowBatch;

/*
 * Called for each import in the order in which they were added, once it is durable. @uids as in
 * bul_flow_keep(), @kept for each of them; @error where nothing of it was kept.
 */
typedef void (*BulFlowBatchFunc) (const char *path,
                                  const BulImport *import,
                                  const char *const *uids,
                                  const BulFlowKept *kept,
                                  const GError *error,
                                  gpointer data);

BulFlowBatch *
bul_flow_batch_new (BulStore *store, const char *by, BulFlowBatchFunc func, gpointer data);

/* What was not flushed is not kept. */
void bul_flow_batch_free (BulFlowBatch *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BulFlowBatch, bul_flow_batch_free)

/* @import: (transfer full), read from @path. */
void bul_flow_batch_add (BulFlowBatch *self, const char *path, BulImport *import);

/* Saves what is held, and tells it. */
void bul_flow_batch_flush (BulFlowBatch *self);

G_END_DECLS
