/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-found.h"

G_BEGIN_DECLS

/**
 * DeskFoundList:
 *
 * What was found, as a list model of DeskFound: a million of them are no more than their places in
 * the order, 8 bytes each. A story is read when its row is asked for, and forgotten with it; what
 * is ticked is remembered. Rows keep their place whatever is saved meanwhile.
 *
 * Signal: `ticked` (), when more or fewer are.
 */
#define DESK_TYPE_FOUND_LIST (desk_found_list_get_type ())
G_DECLARE_FINAL_TYPE (DeskFoundList, desk_found_list, DESK, FOUND_LIST, GObject)

DeskFoundList *desk_found_list_new (void);

/* @finder: (nullable): who reads stories */
void desk_found_list_set_finder (DeskFoundList *self, DeskFinder *finder);

/* Others were found. @first is taken apart. */
void desk_found_list_start (DeskFoundList *self, const DeskQuestion *question, DeskFirst *first);

/* All that were found: mostly some more behind those that are known. */
void desk_found_list_finish (DeskFoundList *self, GArray *docids);

/* Nothing is found. */
void desk_found_list_clear (DeskFoundList *self);

/* Reads what rows show once more, for stories were saved meanwhile. */
void desk_found_list_refresh (DeskFoundList *self);

guint desk_found_list_get_n_ticked (DeskFoundList *self);
void desk_found_list_tick_all (DeskFoundList *self);
void desk_found_list_tick_none (DeskFoundList *self);

/* Returns: (transfer full) (element-type gint64): what is ticked, the newest first. */
GArray *desk_found_list_dup_ticked (DeskFoundList *self);

/* Returns: (transfer full) (element-type gint64): all that were found, the newest first. */
GArray *desk_found_list_dup_all (DeskFoundList *self);

/* How many rows there are at the moment, of all that were found. */
guint desk_found_list_get_n_alive (DeskFoundList *self);

G_END_DECLS
