/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-range.h"
#include "bul-script.h"

G_BEGIN_DECLS

/* A line as it reads now; both are borrowed. */
typedef struct
{
  const char *key;
  const char *text;
} DeskLine;

/*
 * Where @lines (of DeskLine) read otherwise than the script did. Lines answer to each other by
 * their keys; a line that was split, joined or made is compared together with the one before it, so
 * that words that only came to stand in another line are not taken for new.
 *
 * Returns: (transfer full): key of the line → GArray of BulRange, in order, in code points of the
 * line. An empty range is a place where words went. Lines that read the same are not in it.
 */
GHashTable *desk_differences_list (const BulScript *was, const GArray *lines);

G_END_DECLS
