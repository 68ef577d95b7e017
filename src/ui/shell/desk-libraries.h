/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk-library.h"

G_BEGIN_DECLS

/* The libraries that are open, each once however many windows are on it. */
typedef struct _DeskLibraries DeskLibraries;

/* @path is the library the program was started with; @author is who is at work. */
DeskLibraries *desk_libraries_new (const char *path, const char *author);

/* Waits for everything that is still to be written to any of them. */
void desk_libraries_free (DeskLibraries *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskLibraries, desk_libraries_free)

/* Also of libraries that are open. */
void desk_libraries_set_author (DeskLibraries *self, const char *author);

/* The absolute path of the library the program was started with. */
const char *desk_libraries_get_path (DeskLibraries *self);

/* Borrowed. The file need not be there. */
DeskLibrary *desk_libraries_get (DeskLibraries *self, const char *path);

G_END_DECLS
