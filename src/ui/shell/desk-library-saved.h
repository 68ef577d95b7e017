/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-library.h"

G_BEGIN_DECLS

/* What is done to the searches that are saved in the library. */
typedef enum
{
  DESK_SAVED_SAVE,
  DESK_SAVED_RENAME,
  DESK_SAVED_REMOVE,
  DESK_SAVED_PUT_BACK, /* as it was */
  DESK_SAVED_SEE,      /* nothing that it finds is new any more */
} DeskSavedDeed;

/* @saved: which; @to: (nullable): its other name. */
void desk_library_saved_async (DeskLibrary *self,
                               DeskSavedDeed deed,
                               const BulSavedSearch *saved,
                               const char *to,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean desk_library_saved_finish (DeskLibrary *self, GAsyncResult *result, GError **error);

G_END_DECLS
