/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The pages of a library as bytes, read without SQLite and without trusting any of them. What was
 * committed in the write-ahead log stands before what the file itself holds. The files are only
 * ever opened for reading.
 */
typedef struct _BulPages BulPages;

BulPages *bul_pages_open (const char *path, GError **error);
void bul_pages_free (BulPages *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BulPages, bul_pages_free)

/* Pages are counted from 1. */
guint bul_pages_get_n (BulPages *self);
/* Bytes of a page, and of them those that hold content. */
guint bul_pages_get_size (BulPages *self);
guint bul_pages_get_usable (BulPages *self);
/* %NULL where there is no such page. */
const guint8 *bul_pages_get (BulPages *self, guint number);
/* Frames of the log that took effect. */
guint bul_pages_get_n_frames (BulPages *self);

/* A number of @n_bytes at @data, the highest byte first. */
guint64 bul_pages_read_number (const guint8 *data, guint n_bytes);

G_END_DECLS
