/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* So much of a file is looked at to see what it is. */
#define BUL_FILE_HEAD_LENGTH ((gsize) 64 * 1024)

/*
 * Returns: (transfer full): the start of a file, for looking for ASCII in it before its encoding is
 * known: without a byte order mark, blanks before the first character and zero bytes, so that
 * UTF-16 shows as well. Whatever else is in it is no text.
 */
char *bul_file_head_dup (GBytes *bytes);

/*
 * Returns: (transfer full) (nullable): the name of the first element, or of the document type that
 * stands before it, if nothing else does but a declaration, comments and blanks; else %NULL.
 */
char *bul_file_head_dup_root (const char *head);

/* Whether the first element is called @name, with whatever prefix. */
gboolean bul_file_head_has_root (const char *head, const char *name);

G_END_DECLS
