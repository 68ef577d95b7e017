/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-revision.h"
#include "bul-store.h"

G_BEGIN_DECLS

/* How much a revision changed. */
typedef struct
{
  guint n_lines;    /* whose words, kind or place changed, that came or went */
  guint n_removed;  /* code points */
  guint n_inserted; /* code points */
  guint n_records;  /* notes, tags, corrections, notices, speakers that came, went or changed */
} BulFlowSize;

BulFlowSize bul_flow_measure_revision (const BulRevision *revision);

/*
 * Makes a new revision of the story that reads as revision @number did; none is rewritten, and
 * corrections and notices stay. Returns: the number of the new one, or 0; %BUL_ERROR_REFUSED where
 * the story reads so already.
 */
guint
bul_flow_restore (BulStore *store, const char *uid, guint number, const char *by, GError **error);

G_END_DECLS
