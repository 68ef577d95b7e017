/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Words that went, and are shown struck out in their line though they are not in the block's text;
 * or a notice, which is shown where notices belong and is not in it either. */
typedef struct
{
  guint at; /* the place in the block's text before which they are shown, in code points */
  guint n_chars;
  char *text;
  gboolean is_notice;
} DeskStruckRun;

/* On which side of the words that are struck at a place. */
typedef enum
{
  DESK_BEFORE_STRUCK,
  DESK_AFTER_STRUCK,
} DeskSide;

/**
 * DeskStruck:
 *
 * What is struck in which block, and with it the only map between places in a block's text and
 * places in the line that shows it.
 */
typedef struct _DeskStruck DeskStruck;

DeskStruck *desk_struck_new (void);
void desk_struck_free (DeskStruck *self);

/* Returns: (transfer full) (element-type DeskStruckRun): empty. */
GArray *desk_struck_runs_new (void);

/* To the end of @runs. @text is copied. */
void desk_struck_runs_append (GArray *runs, guint at, const char *text);
void desk_struck_runs_append_notice (GArray *runs, guint at, const char *text);

/* From left to right; %NULL: nothing is struck in @block. Borrowed. */
const GArray *desk_struck_get (const DeskStruck *self, const char *block);

/* @runs: (transfer full) (nullable). */
void desk_struck_set (DeskStruck *self, const char *block, GArray *runs);
void desk_struck_clear (DeskStruck *self);

/* Where @offset of the block is in its line, and back. A place among struck words is the place
 * where they are. */
guint desk_struck_to_line (const DeskStruck *self, const char *block, guint offset, DeskSide side);
guint desk_struck_to_block (const DeskStruck *self, const char *block, guint offset);

/* The bounds of the struck words in the line of which the first is at or before @offset, and the
 * last after it; neighbours count as one. */
gboolean desk_struck_find (
    const DeskStruck *self, const char *block, guint offset, guint *start, guint *end);

/* @n_removed characters at @at of the block gave way to @n_inserted; what is struck among those
 * that went is no longer shown. */
void
desk_struck_edit (DeskStruck *self, const char *block, guint at, guint n_removed, guint n_inserted);

void desk_struck_foreach_block (const DeskStruck *self, GFunc func, gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskStruck, desk_struck_free)

G_END_DECLS
