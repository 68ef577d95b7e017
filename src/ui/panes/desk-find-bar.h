/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "desk-document.h"
#include "desk-view.h"

G_BEGIN_DECLS

/**
 * DeskFindBar:
 *
 * Looks for words in the script above which it stands, and replaces them after it has shown where.
 * While one types, the first place from the caret on is shown; Escape goes there, or back to the
 * caret where nothing is found.
 *
 * Properties: `document`, `view`. Signals: `closed` (); `replaced` (guint n_places).
 */
#define DESK_TYPE_FIND_BAR (desk_find_bar_get_type ())
G_DECLARE_FINAL_TYPE (DeskFindBar, desk_find_bar, DESK, FIND_BAR, AdwBin)

/* The options are kept in the keys find-word, find-regex, find-case, find-particles. */
void desk_find_bar_remember (DeskFindBar *self, GSettings *settings);

/* Words that are selected in one line are what is looked for. A syllable that is being composed in
 * the script must be in it. */
void desk_find_bar_find (DeskFindBar *self);
void desk_find_bar_replace (DeskFindBar *self);

/* Looks for @was as a whole word, in this case of letters, with any particle, and lists what @now
 * would replace. */
void desk_find_bar_offer (DeskFindBar *self, const char *was, const char *now);

/* Where nothing was looked for yet, as desk_find_bar_find(). */
void desk_find_bar_next (DeskFindBar *self);
void desk_find_bar_previous (DeskFindBar *self);

/* What is ticked is replaced; without the list it is shown first. %FALSE: the hands are elsewhere.
 */
gboolean desk_find_bar_yes (DeskFindBar *self);

gboolean desk_find_bar_is_open (DeskFindBar *self);
void desk_find_bar_close (DeskFindBar *self);

G_END_DECLS
