/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-libraries.h"

G_BEGIN_DECLS

/**
 * DeskSessions:
 *
 * How all windows stand, kept in a file under XDG_STATE_HOME so that they come back at the next
 * start, also after the program was killed. There is one file for each library the program is
 * started with. The first program that has it keeps it; another one at the same time neither reads
 * nor writes it.
 */
#define DESK_TYPE_SESSIONS (desk_sessions_get_type ())
G_DECLARE_FINAL_TYPE (DeskSessions, desk_sessions, DESK, SESSIONS, GObject)

/* Follows the windows of @application from here on. @path: absolute, of the library. What is still
 * to be written is when the last reference goes. */
DeskSessions *desk_sessions_new (GtkApplication *application, const char *path);

/*
 * Opens the windows that were open last, in front the one that was, or a new one. @files (nullable)
 * go into the first of them on the library the program was started with, and are shown instead of
 * the story that was. What is gone meanwhile is left out.
 */
void desk_sessions_restore (DeskSessions *self, DeskLibraries *libraries, GListModel *files);

/* All windows are about to be closed, and are to come back together. */
void desk_sessions_hold (DeskSessions *self);

G_END_DECLS
