/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-library.h"
#include "desk-tag-deed.h"

G_BEGIN_DECLS

/**
 * DeskTagged:
 * @deed: what was decided
 * @receipts: (element-type gint64): what takes it back, in the order in which it was done; empty
 * where nothing was changed
 * @counts: (element-type guint): for each of the changes of the deed, how many stories it changed
 * @refused: (element-type utf8): uids of stories that were left as they are, for they went on since
 * @cancelled: whether it was stopped
 * @error: (nullable): why it ended before all was done
 *
 * What became of a deed on tags, of its undo or of its redo. What was done is done, and in the
 * receipts.
 */
typedef struct
{
  DeskTagDeed *deed;
  GArray *receipts;
  GArray *counts;
  GPtrArray *refused;
  gboolean cancelled;
  GError *error;
} DeskTagged;

void desk_tagged_free (DeskTagged *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskTagged, desk_tagged_free)

/* So many of @n are done with. */
typedef void (*DeskTagProgress) (guint n_done, guint n, gpointer data);

/* Does it, some tens of stories at a time, between which others are saved. @progress is called
 * until it has ended. */
void desk_library_tag_async (DeskLibrary *self,
                             DeskTagDeed *deed,
                             DeskTagProgress progress,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);

/* Takes back what was done: of the receipts, the last one first. */
void desk_library_untag_async (DeskLibrary *self,
                               const DeskTagged *tagged,
                               DeskTagProgress progress,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);

/* Does again what was taken back: of the receipts, the first one first. */
void desk_library_retag_async (DeskLibrary *self,
                               const DeskTagged *tagged,
                               DeskTagProgress progress,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);

/* Of all three. Returns: (transfer full): never %NULL */
DeskTagged *desk_library_tag_finish (DeskLibrary *self, GAsyncResult *result);

G_END_DECLS
