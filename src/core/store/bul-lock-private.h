/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The write lock of a library: an open-file-description lock on a file beside it. Every process
 * holds it around each write transaction, checkpoint and close, so that no two connections of
 * SQLite 3.40 ever write or checkpoint in the write-ahead log at once.
 */
typedef struct _BulLock BulLock;

/* The lock of the library at @path, not yet taken. */
BulLock *bul_lock_new (const char *path, GError **error);
void bul_lock_free (BulLock *self);

/* Waits up to five seconds; FALSE with %BUL_ERROR_BUSY then. */
gboolean bul_lock_take (BulLock *self, GError **error);
void bul_lock_release (BulLock *self);

G_END_DECLS
