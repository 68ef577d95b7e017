/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-story.h"

G_BEGIN_DECLS

/* A line of a script in two versions. Blocks are borrowed from the stories that were compared. */
typedef struct
{
  const BulScript *script; /* of the newer version, or of the older where it has it alone */
  const BulBlock *was;     /* NULL: the line is new */
  const BulBlock *now;     /* NULL: the line is gone */
  guint was_number;        /* its place in the script counted from 1; 0 where it is not there */
  guint now_number;
  GArray *runs; /* of BulDiffRun, where both are there */
} BulComparisonLine;

/* Anything else: a fact of the story (@key %NULL), or a record with a key of its own. */
typedef struct
{
  const char *list; /* such as “corrections”; of a fact its field, such as “programme” */
  char *key;
  char *was; /* the fact's value; of a record its canonical XML; NULL: not there */
  char *now;
} BulComparisonThing;

typedef struct
{
  GPtrArray *lines;  /* of BulComparisonLine: all, in order, the unchanged ones as well */
  GPtrArray *things; /* of BulComparisonThing: what differs */
} BulComparison;

/*
 * What differs between two versions of one story. Lines answer to each other by their keys, things
 * by theirs. Sources and revisions are left out. Both stories must outlive what is returned.
 */
BulComparison *bul_comparison_new (const BulStory *was, const BulStory *now);
void bul_comparison_free (BulComparison *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BulComparison, bul_comparison_free)

/*
 * Lines that both versions of a script have, but not in one order: those that the comparison tells
 * of as gone from one place and come to another.
 *
 * Returns: (transfer full) (nullable): a set of keys, borrowed from @was; %NULL where none was
 * moved
 */
GHashTable *bul_comparison_list_moved (const BulScript *was, const BulScript *now);

/* Whether the line reads the same and is of the same kind, section and speakers. */
gboolean bul_comparison_line_is_same (const BulComparisonLine *line);

/* Whether the words are the same, whatever the line is taken for. */
gboolean bul_comparison_line_reads_same (const BulComparisonLine *line);

G_END_DECLS
