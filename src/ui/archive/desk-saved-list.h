/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "desk-finder.h"

G_BEGIN_DECLS

/**
 * DeskSavedList:
 *
 * The queries that were saved in the library, with how many of the stories that they find are new.
 * It changes nothing itself: what is to be done is told.
 *
 * Signals: `chosen` (name, query); `named` (name, former): the query that is shown is to be saved
 * under a name, or what has the name @former is to have another, where that is not %NULL; `removed`
 * (name); `left`: no name is asked for any more, and nobody has the keys.
 */
#define DESK_TYPE_SAVED_LIST (desk_saved_list_get_type ())
G_DECLARE_FINAL_TYPE (DeskSavedList, desk_saved_list, DESK, SAVED_LIST, AdwBin)

/* @saved: (element-type DeskSaved) (nullable): kept */
void desk_saved_list_show (DeskSavedList *self, GPtrArray *saved);

/* Borrowed; %NULL where none has the name. */
const BulSavedSearch *desk_saved_list_find (DeskSavedList *self, const char *name);

/* Whether a name is being asked for. */
gboolean desk_saved_list_is_open (DeskSavedList *self);

/* Asks for a name for @query. */
void desk_saved_list_begin (DeskSavedList *self, const char *query);

G_END_DECLS
