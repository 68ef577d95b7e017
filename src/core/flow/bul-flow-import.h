/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-flow-imported.h"
#include "bul-import.h"
#include "bul-store.h"

G_BEGIN_DECLS

/*
 * Files, folders and archives going into a library, in portions: bul_flow_import_read() reads one,
 * bul_flow_import_keep() keeps it, in turns, so that either may have a thread of its own. Between
 * two of them it may rest, or end: what was kept is whole. Done again, it passes over what the
 * library has from the same bytes, without reading more of it than those.
 */
typedef struct _BulFlowImport BulFlowImport;

/**
 * BulFlowImportProgress:
 * @n_found: files, those in archives as they come up
 * @n_done: of them, those that became what they will
 * @n_kept: stories that are new
 * @n_known: stories that were there
 * @n_refused: files of which nothing was kept
 * @n_odd: files that were kept and have findings
 * @n_bytes: of the files that were read
 * @is_counting: files are still being looked for; none was read
 * @may_grow: @n_found is not the whole yet: an archive tells of its files one by one
 */
typedef struct
{
  guint n_found;
  guint n_done;
  guint n_kept;
  guint n_known;
  guint n_refused;
  guint n_odd;
  guint64 n_bytes;
  gboolean is_counting;
  gboolean may_grow;
} BulFlowImportProgress;

/* Called for each file, in their order, once all of it is durable; (transfer full). */
typedef void (*BulFlowImportFunc) (BulFlowImported *imported, gpointer data);

typedef enum
{
  BUL_FLOW_IMPORT_FILES, /* nothing but regular files */
  BUL_FLOW_IMPORT_PIPES, /* also “-” and pipes where they were named, which are waited for */
} BulFlowImportWhat;

/* @paths: in the encoding of file names. @options as for bul_importers_read(). */
BulFlowImport *bul_flow_import_new (const char *const *paths,
                                    BulFlowImportWhat what,
                                    const BulImportOptions *options);
void bul_flow_import_free (BulFlowImport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BulFlowImport, bul_flow_import_free)

/**
 * bul_flow_import_read:
 * @store: (nullable): the library that it goes into, only to look up what is there
 * @cancellable: ends it early; what was read then is still to be kept or thrown away
 *
 * Looks for files, or reads some, for a moment. Whatever is wrong with one is told of that one.
 *
 * Returns: FALSE where nothing is left to be done
 */
gboolean bul_flow_import_read (BulFlowImport *self, BulStore *store, GCancellable *cancellable);

/* Keeps what was read, by @by, and tells it. FALSE where the library takes nothing more: what
 * @func was told of is there, and the rest would fail in the same way. */
gboolean bul_flow_import_keep (BulFlowImport *self,
                               BulStore *store,
                               const char *by,
                               BulFlowImportFunc func,
                               gpointer data,
                               GError **error);

/* Between two calls of the others only. */
BulFlowImportProgress bul_flow_import_get_progress (const BulFlowImport *self);

G_END_DECLS
