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
  gboolean is_below; /* in lines of its own below the block's words: it begins with a line break */
  gboolean is_notice;
} DeskStruckRun;

/* Neighbours, from the first character to behind the last; as places in a line. */
typedef struct
{
  guint start;
  guint end;
  gboolean is_below;
} DeskStruckGroup;

/* On which side of the words that are struck at a place. What is below is behind both. */
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

/* To the end of @runs. @text is copied. What is below, notices too, comes last. */
void desk_struck_runs_append (GArray *runs, guint at, const char *text);
void desk_struck_runs_append_below (GArray *runs, guint at, const char *text);
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

/* What is struck in the line where a caret cannot stand at @offset: not before words or among them,
 * but behind; not among lines below or behind them, but before. */
gboolean
desk_struck_find (const DeskStruck *self, const char *block, guint offset, DeskStruckGroup *group);

/* Words that end at @offset of the line; and lines below that begin there. */
gboolean desk_struck_find_before (const DeskStruck *self,
                                  const char *block,
                                  guint offset,
                                  DeskStruckGroup *group);
gboolean desk_struck_find_below (const DeskStruck *self,
                                 const char *block,
                                 guint offset,
                                 DeskStruckGroup *group);

/* @n_removed characters at @at of the block gave way to @n_inserted; what is struck among those
 * that went is no longer shown. */
void
desk_struck_edit (DeskStruck *self, const char *block, guint at, guint n_removed, guint n_inserted);

void desk_struck_foreach_block (const DeskStruck *self, GFunc func, gpointer data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskStruck, desk_struck_free)

G_END_DECLS
