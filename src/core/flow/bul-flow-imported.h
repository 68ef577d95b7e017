/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "bul-flow.h"

G_BEGIN_DECLS

/**
 * BulFlowImportedStory:
 * @uid: under which the library has it
 * @headline: (nullable):
 * @kept: what became of it
 */
typedef struct
{
  char *uid;
  char *headline;
  BulFlowKept kept;
} BulFlowImportedStory;

/**
 * BulFlowImported:
 * @path: valid UTF-8: a file, or an archive and the name of the file in it
 * @stories: (element-type BulFlowImportedStory): all of them are durable
 * @findings: (element-type BulFinding): what was odd about it; none where it was there already
 * @error: (nullable): why nothing of it was kept
 *
 * What became of one file.
 */
typedef struct
{
  char *path;
  GPtrArray *stories;
  GPtrArray *findings;
  GError *error;
} BulFlowImported;

BulFlowImported *bul_flow_imported_new (const char *path);
void bul_flow_imported_free (BulFlowImported *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BulFlowImported, bul_flow_imported_free)

void bul_flow_imported_add (BulFlowImported *self,
                            const char *uid,
                            const char *headline,
                            BulFlowKept kept);

/* How many of its stories came into the library, or further on, with this file. */
guint bul_flow_imported_count_new (const BulFlowImported *self);

G_END_DECLS
