/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-search.h"
#include "desk-view.h"

G_BEGIN_DECLS

/**
 * DeskReplaceList:
 *
 * Each place where words are to be replaced, before and after, with a tick. The row that has the
 * focus is shown in the script.
 *
 * Signal: `replaced` (guint n_places), after what is ticked was replaced in one step.
 */
#define DESK_TYPE_REPLACE_LIST (desk_replace_list_get_type ())
G_DECLARE_FINAL_TYPE (DeskReplaceList, desk_replace_list, DESK, REPLACE_LIST, GtkBox)

/* Lists the places that @search knows, in the script of @view; from then on the list follows what
 * is edited and keeps what was unticked. */
void desk_replace_list_start (DeskReplaceList *self,
                              DeskView *view,
                              DeskSearch *search,
                              const char *with);
void desk_replace_list_stop (DeskReplaceList *self);

/* After the search has changed. */
void desk_replace_list_refresh (DeskReplaceList *self);

void desk_replace_list_grab_focus (DeskReplaceList *self);

/* Replaces what is ticked, once the syllable that is being composed in the script is in it. */
void desk_replace_list_apply (DeskReplaceList *self);

G_END_DECLS
