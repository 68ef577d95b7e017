/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-db-private.h"
#include "bul-lock-private.h"
#include "bul-place.h"
#include "bul-store.h"

G_BEGIN_DECLS

struct _BulStore
{
  BulDb *db;
  BulLock *lock; /* may be NULL for a library that is only read */
  gboolean writing;
  gboolean is_copy; /* what it reads is a copy of its own, which goes with it */
  char *trouble;    /* met while opening, for people; or NULL */
  guint mark;       /* the byte of the lock file that this connection holds; 0: none yet */
};

/* bul_store_open() with what is known of the place. */
BulStore *bul_store_open_at (const char *path, BulStoreMode mode, BulPlace place, GError **error);

/* A transaction that writes, with the lock around it. What @keep is FALSE for is taken back. */
gboolean bul_store_begin (BulStore *self, GError **error);
gboolean bul_store_end (BulStore *self, gboolean keep, GError **error);

/* Inside a transaction: bul_store_save() of one story. A %BUL_ERROR_CONFLICT has written nothing.
 */
gboolean bul_store_write_story (BulDb *db, const BulStory *story, guint base, GError **error);

/* A story is never refused for what it is found by: that is made anew another time. Returns:
 * whether it is worth another try; @error is cleared then. */
gboolean bul_store_do_without_search (BulStore *self, GError **error);

/* What a list shows of the story in row @story, or %NULL with @error. */
BulStoreRow *bul_store_load_row (BulStore *self, gint64 story, GError **error);

G_END_DECLS
