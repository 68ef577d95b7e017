/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The lines of a text, one after the other. LF, CRLF, CR, U+2028 and U+2029 end a line, in any
 * mixture; what follows the last of them is a line where it is not empty.
 */
typedef struct
{
  const char *at;
  const char *end;
} BulLines;

void bul_lines_start (BulLines *self, const char *text, gsize length);

/* Returns: %FALSE, both outputs untouched, after the last line. The line's end is not part of it.
 */
gboolean bul_lines_next (BulLines *self, const char **start, gsize *length);

/**
 * bul_lines_split_long:
 * @limit: the most bytes a piece may have, at least 4
 *
 * Cuts a line into pieces that can be laid out: after a sentence where one ends in time, else after
 * a blank, else between two characters.
 *
 * Returns: (transfer full) (element-type gsize): the pieces' lengths in bytes, which add up to
 * @length; empty for an empty line
 */
GArray *bul_lines_split_long (const char *line, gsize length, gsize limit);

G_END_DECLS
