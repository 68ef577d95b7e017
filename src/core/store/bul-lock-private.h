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
/* The lock as one who only reads sees it; %NULL where nobody ever wrote here. */
BulLock *bul_lock_new_looking (const char *path);
void bul_lock_free (BulLock *self);

/* Waits up to five seconds; FALSE with %BUL_ERROR_BUSY then. */
gboolean bul_lock_take (BulLock *self, GError **error);
void bul_lock_release (BulLock *self);

/* Without the lock: lets those who wait for it have it first. Whoever takes it many times in a row
 * calls this in between. */
void bul_lock_give_way (BulLock *self);
gboolean bul_lock_is_waited_for (BulLock *self);

/*
 * Whether nobody else has the library open, in this process or another: each lock tells others that
 * it is there, until it is freed. SQLite has locks of its own for that, on the library itself, but
 * whatever else of the process opens and closes that file lets go of them.
 */
gboolean bul_lock_is_alone (BulLock *self);

/*
 * Marks are bytes of the same file, from 1 on. Whoever keeps a journal holds one, and the system
 * lets go of it when the process ends, however it ends: so that an abandoned journal can be told
 * from one that is being written. A lock does not see the marks that it holds itself.
 */
gboolean bul_lock_hold_mark (BulLock *self, guint mark);
gboolean bul_lock_is_mark_held (BulLock *self, guint mark);

G_END_DECLS
