/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-finder.h"
#include "desk-buffer.h"

G_BEGIN_DECLS

/**
 * DeskSearch:
 *
 * What is looked for in the lines of a buffer, and where it stands. It looks in short slices while
 * nothing else is to be done, however long the script is; after an edit only at the lines that were
 * edited. What is found is marked in the text.
 *
 * Signal: `changed` (), after each slice.
 */
#define DESK_TYPE_SEARCH (desk_search_get_type ())
G_DECLARE_FINAL_TYPE (DeskSearch, desk_search, DESK, SEARCH, GObject)

/* A place of the buffer: line n is block n, the range counts code points of its text. */
typedef struct
{
  guint line;
  BulRange range;
} DeskHit;

DeskSearch *desk_search_new (void);

/* @buffer: (nullable) */
void desk_search_set_buffer (DeskSearch *self, DeskBuffer *buffer);

/* @finder: (transfer full) (nullable): %NULL looks for nothing */
void desk_search_set_finder (DeskSearch *self, BulFinder *finder);

/* Borrowed; for what goes through the same lines. */
BulFinder *desk_search_get_finder (DeskSearch *self);

/* Whether every line was looked at; also where it was given up. */
gboolean desk_search_is_done (DeskSearch *self);

/* Why it was given up, or %NULL. */
const GError *desk_search_get_error (DeskSearch *self);

/* How many are found so far. */
guint desk_search_get_n_hits (DeskSearch *self);
guint desk_search_get_n_hits_in_line (DeskSearch *self, guint line);

/* The first one that begins at a place or behind it, or the last before it, around the end. %FALSE,
 * @hit untouched, where none is known. */
gboolean desk_search_get_next (DeskSearch *self, guint line, guint offset, DeskHit *hit);
gboolean desk_search_get_previous (DeskSearch *self, guint line, guint offset, DeskHit *hit);

/* One of these two. */
typedef gboolean (*DeskSearchStep) (DeskSearch *self, guint line, guint offset, DeskHit *hit);

/* The one that begins at a place. */
gboolean desk_search_get_at (DeskSearch *self, guint line, guint offset, DeskHit *hit);

/* Marks the one that is shown among all that are found. @hit: (nullable) */
void desk_search_set_current (DeskSearch *self, const DeskHit *hit);

/* Which one it is, counted from 1; 0 where there is none in just that place. */
guint desk_search_get_number (DeskSearch *self, const DeskHit *hit);

G_END_DECLS
