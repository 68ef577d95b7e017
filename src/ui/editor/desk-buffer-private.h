/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-bridge.h"
#include "desk-buffer.h"

G_BEGIN_DECLS

/* What the files of the buffer share, and nobody else sees. */
struct _DeskBuffer
{
  GtkTextBuffer parent_instance;

  DeskDocument *document;
  char *script; /* NULL: the original */
  char *loaded; /* key of the script whose lines these are; NULL: there is none */

  gboolean playing;       /* what happens to the text now comes from the history */
  gboolean typing;        /* an insertion or deletion by hands is on its way through the history */
  guint n_actions;        /* user actions that are open */
  gboolean in_step;       /* the open user action has begun a step of the history */
  gint64 typed_at;        /* monotonic */
  GtkTextMark *last_edit; /* where the last edit ended; NULL before the first */
  guint n_edits;          /* that changed a line */

  GHashTable *stale;     /* keys of blocks whose line is to be styled, and how stale it is */
  guint looks_idle;      /* while many are */
  guint ahead_idle;      /* while those around the caret are to come first */
  GHashTable *corrected; /* keys of blocks with spans of corrections or notes */
  gboolean corrections_changed;
  gboolean gaps_changed; /* what is told of lines that went may read otherwise */

  DeskStruck *struck; /* what is shown of words that went */
  gboolean shows_struck;
  gboolean caret_is_free; /* may stand before words that are struck */
  guint caret;            /* offset where it was */
  guint moved_from;       /* where a caret was put among struck words, and where it stands now */
  guint moved_to;
};

/* A place of the script for one of the text, and the other way. */
DeskPlace desk_buffer_find_place (DeskBuffer *self, const GtkTextIter *iter);
void desk_buffer_find_iter (DeskBuffer *self, DeskPlace place, DeskSide side, GtkTextIter *iter);

/* An edit moves the caret without a word. */
void desk_buffer_note_caret (DeskBuffer *self);

/* In desk-buffer-looks.c: what lines look like. The line of @block is to be styled; it has had no
 * looks so far, or may have other ones. */
void desk_buffer_make_fresh (DeskBuffer *self, const char *block);
void desk_buffer_make_stale (DeskBuffer *self, const char *block);
/* Styles what is stale: at once what is seen, and what is left very soon. */
void desk_buffer_refresh_looks (DeskBuffer *self);
/* The caret went where lines may still be stale: these get their looks before anything is painted,
 * but not within the move, for iterators must outlive it. */
void desk_buffer_look_ahead (DeskBuffer *self);

G_END_DECLS
