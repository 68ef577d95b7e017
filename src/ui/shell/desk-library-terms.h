/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-library.h"

G_BEGIN_DECLS

/* Keeps what something is to be called in either language. Who pairs and who looks for terms knows
 * of it when this has ended. */
void desk_library_keep_term_async (DeskLibrary *self,
                                   const char *korean,
                                   const char *english,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);

/* Lets go of it again, by its number. */
void desk_library_forget_term_async (DeskLibrary *self,
                                     gint64 number,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);

/* @is_new: (out): whether it was not kept already. Returns: its number, or 0. */
gint64 desk_library_term_finish (DeskLibrary *self,
                                 GAsyncResult *result,
                                 gboolean *is_new,
                                 GError **error);

G_END_DECLS
