/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-library.h"

G_BEGIN_DECLS

typedef void (*DeskCollectionProgress) (guint n_done, guint n, gpointer data);

/**
 * desk_library_collect_async:
 * @docids: (element-type gint64): the stories, as a search names them
 * @query: what they were found by
 * @format: one of bul_flow_collection_has_format()
 * @folder: is made; one that has something in it is refused
 * @progress: called on the thread of the caller, with @user_data
 *
 * Writes stories, as they are saved, into a folder of their own; what is in it is listed last, so
 * that a folder without the list is not whole. The library stays free for others meanwhile.
 */
void desk_library_collect_async (DeskLibrary *self,
                                 const GArray *docids,
                                 const char *query,
                                 const char *format,
                                 const char *folder,
                                 DeskCollectionProgress progress,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);

/* Returns: how many were written, or -1: those that were thrown away, or given another day, since
 * they were found are left out. */
gssize desk_library_collect_finish (DeskLibrary *self, GAsyncResult *result, GError **error);

G_END_DECLS
