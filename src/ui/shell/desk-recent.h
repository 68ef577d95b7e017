/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The files that were opened last, as the desktop remembers them for all its programs. */

#define DESK_RECENT_MOST 10

/* @path: absolute. Nothing is noted where the settings of the desktop forbid it. */
void desk_recent_note (const char *path);

/* A file that is gone need not be offered again. */
void desk_recent_forget (const char *uri);

/*
 * Makes @menu the list of them, newest first, and keeps it so for as long as it lives, from the
 * moment on when nothing else is to be done: items with the action `win.open-recent` and the URI.
 */
void desk_recent_fill (GMenu *menu);

G_END_DECLS
