/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * bul_file_read:
 * @path: a path, or “-” for standard input
 * @limit_bytes: the most that is taken
 *
 * A file larger than @limit_bytes is refused with %BUL_ERROR_TOO_LARGE before it is read; what has
 * no size beforehand, as a pipe, once it has given more.
 */
GBytes *bul_file_read (const char *path, gsize limit_bytes, GError **error);

/* The same of what was found in a folder: what is no regular file is refused with
 * %BUL_ERROR_REFUSED, and never waited for. */
GBytes *bul_file_read_regular (const char *path, gsize limit_bytes, GError **error);

/**
 * bul_file_write:
 * @path: a path, or “-” for standard output
 *
 * Writes all or nothing, and returns when it is on the disk. A link stays a link and its target is
 * written; an existing file keeps its mode. Pipes and devices are written straight.
 */
gboolean bul_file_write (const char *path, GBytes *bytes, GError **error);

/*
 * Gives a file that was made under another name its own, which must be free: it is then whole on
 * the disk under @path, or nothing is there. %BUL_ERROR_REFUSED where something is.
 */
gboolean bul_file_put_in_place (const char *temporary, const char *path, GError **error);

/* Makes a folder, and those above it that are missing; each is on the disk when it returns. One
 * that is there already is left as it is. */
gboolean bul_file_make_folder (const char *path, GError **error);

G_END_DECLS
