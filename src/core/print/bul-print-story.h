/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-diff.h"
#include "bul-story.h"

G_BEGIN_DECLS

/* A line of a script as it was aired and as it reads now. Borrowed, but for the runs. */
typedef struct
{
  const BulScript *script;
  const BulBlock *was; /* NULL: the line is new, or nothing was aired */
  const BulBlock *now; /* NULL: the line is gone */
  GArray *runs;        /* of BulDiffRun; NULL where the line is not in both, or reads the same */
} BulPrintLine;

/* Words that read otherwise than they were aired. */
typedef struct
{
  const char *block; /* key */
  guint start;       /* of the words now, in code points of the line */
  guint end;
  char *was;
  char *now;
  const char *correction; /* key; NULL: it needs a reason */
} BulPrintChange;

/**
 * BulPrintStory:
 * @story: borrowed
 * @is_aired: whether it is compared with what was aired
 * @lines: (element-type BulPrintLine): all of its scripts, script by script
 * @changes: (element-type BulPrintChange): what is changed in them, in the same order
 *
 * What is to be known of a story to print it. It is made where the story can be compared with its
 * past.
 */
typedef struct
{
  const BulStory *story;
  gboolean is_aired;
  GPtrArray *lines;
  GPtrArray *changes;
} BulPrintStory;

BulPrintStory *bul_print_story_new (const BulStory *story);
void bul_print_story_free (BulPrintStory *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BulPrintStory, bul_print_story_free)

/* Adds every line as it reads now. */
void bul_print_story_add_all (BulPrintStory *self);

/* @runs: (nullable): a reference is taken. */
void bul_print_story_add_line (BulPrintStory *self,
                               const BulScript *script,
                               const BulBlock *was,
                               const BulBlock *now,
                               GArray *runs);

/* Returns: borrowed, to be filled; the words in it become the story's. */
BulPrintChange *bul_print_story_add_change (BulPrintStory *self);

/* The change that begins with code point @start of @block, or %NULL. */
const BulPrintChange *
bul_print_story_find_change (const BulPrintStory *self, const char *block, guint start);

G_END_DECLS
