/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-search.h"
#include "desk-view.h"

G_BEGIN_DECLS

/*
 * Goes from place to place of what is looked for: to the first from where the search began, while
 * one types, and on from the place that is shown. The place that is shown is the one at the caret:
 * to select it would take the selection away from the entry, in which one types.
 */
typedef struct _DeskFindSteps DeskFindSteps;

/* @search is shared. */
DeskFindSteps *desk_find_steps_new (DeskSearch *search);
void desk_find_steps_free (DeskFindSteps *self);

/* @view: (nullable): kept as a weak pointer */
void desk_find_steps_set_view (DeskFindSteps *self, DeskView *view);

/* The buffer of the view, or %NULL. */
DeskBuffer *desk_find_steps_get_buffer (DeskFindSteps *self);

/* The search begins at the caret, or at what is selected, so that it is the first that is found. */
void desk_find_steps_begin_at_caret (DeskFindSteps *self);

/* And nowhere any more. */
void desk_find_steps_forget (DeskFindSteps *self);

/* Whether the first place is to be shown as soon as it is found. What was asked before is
 * forgotten where others are looked for. */
void desk_find_steps_wait (DeskFindSteps *self);
void desk_find_steps_wait_no_more (DeskFindSteps *self);

/* Nothing is looked for any more. */
void desk_find_steps_stop (DeskFindSteps *self);

/*
 * So many forward, or back, once all places are found: a syllable that is put into the entry is
 * looked for anew, and steps asked meanwhile wait.
 *
 * @selects: whether the places are selected, so that hands that are in the script may go on typing
 * over them
 */
void desk_find_steps_add (DeskFindSteps *self, int by, gboolean selects);

/* More is found: shows the first place, or takes the steps that wait. */
void desk_find_steps_go_on (DeskFindSteps *self, gboolean selects);

/* Returns: whether a place is shown; @hit: (out) */
gboolean desk_find_steps_get_current (DeskFindSteps *self, DeskHit *hit);
void desk_find_steps_select (DeskFindSteps *self, const DeskHit *hit);

/* To where the search began; what is selected from there on stays so. */
void desk_find_steps_go_back (DeskFindSteps *self);

G_END_DECLS
