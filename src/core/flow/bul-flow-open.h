/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-history.h"
#include "bul-store.h"

G_BEGIN_DECLS

/**
 * BulFlowOpened:
 * @history: the story, with the edits of its journal done again; each step of them can be undone
 * @restored: (nullable): the journal that was, for telling when and by whom it was written
 * @live: (nullable): a journal that another window is writing right now; it was left alone
 * @conflicts: (element-type BulJournal): those that could not go into the story, and are kept: they
 * go on from another revision, are a second one, or are damaged. See bul-flow-conflict.h
 *
 * A story as it is opened to be worked at.
 */
typedef struct
{
  BulHistory *history;
  BulJournal *restored;
  BulJournal *live;
  GPtrArray *conflicts;
} BulFlowOpened;

void bul_flow_opened_free (BulFlowOpened *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BulFlowOpened, bul_flow_opened_free)

/*
 * Loads a story with its unsaved edits. Nothing is written: the journal stays in the library until
 * a revision that holds it is saved. While it is worked at, write what bul_history_make_journal()
 * gives by bul_store_write_journal(), within a second of each edit, in the writer's queue.
 */
BulFlowOpened *bul_flow_open_story (BulStore *store, const char *uid, GError **error);

G_END_DECLS
