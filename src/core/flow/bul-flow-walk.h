/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * BulFlowFound:
 * @path: where it was found, in the encoding of file names
 * @is_named: it was asked for by this very name, so that it may also be a pipe
 * @error: (nullable): why there is nothing to read
 *
 * A file that was found, or what cannot be one.
 */
typedef struct
{
  char *path;
  gboolean is_named;
  GError *error;
} BulFlowFound;

/*
 * Files and folders being looked through, each folder in the order of its names, by bytes. Links to
 * folders are not followed below what was named, so that it ends and finds nothing twice.
 */
typedef struct _BulFlowWalk BulFlowWalk;

BulFlowWalk *bul_flow_walk_new (const char *const *paths);
void bul_flow_walk_free (BulFlowWalk *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BulFlowWalk, bul_flow_walk_free)

/* Looks at one more name; FALSE when there is none. */
gboolean bul_flow_walk_step (BulFlowWalk *self);

/* Returns: (element-type BulFlowFound): what was found so far. */
const GPtrArray *bul_flow_walk_get_found (const BulFlowWalk *self);

G_END_DECLS
