/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-story.h"

G_BEGIN_DECLS

/*
 * Lines of a Korean and an English script that stand beside each other. A translation that is begun
 * with empty lines has one for each line of the original; what is written in it answers that line.
 */
typedef struct
{
  guint lines[2]; /* Korean, English */
} BulBeside;

/* Returns: (transfer full) (element-type BulBeside): each line with the one beside it, in order:
 * all of them where either script has as many; else those at the start and at the end that are
 * still empty on one side. */
GArray *bul_beside_list (const BulScript *korean, const BulScript *english);

/* Returns: (nullable): the line of @story's other language that stands beside @block. Borrowed.
 * @script: (out) (optional): where it is. */
const BulBlock *
bul_beside_find (const BulStory *story, const char *block, const BulScript **script);

/* Returns: (transfer full): the keys of lines whose translation is still to be written: of those
 * that stand beside an empty line of a translation that was begun here. Borrowed from @story. */
GHashTable *bul_beside_list_unwritten (const BulStory *story);

/* The same of one line. */
gboolean bul_beside_is_unwritten (const BulStory *story, const char *block);

/* Whether @script is a translation that was written here: none of its lines came from elsewhere. */
gboolean bul_beside_is_written (const BulScript *script);

G_END_DECLS
