/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "desk-document.h"
#include "desk-library.h"
#include "desk-session.h"

G_BEGIN_DECLS

/**
 * DeskWindow:
 *
 * Left finds, middle reads, right knows: the list of stories, the script, the record about it.
 * It shows one document at a time (property `document`), and leaves none without having saved it,
 * unless another window goes on with it.
 *
 * Signal: `session-changed` (), when desk_window_make_session() would say something else.
 */
#define DESK_TYPE_WINDOW (desk_window_get_type ())
G_DECLARE_FINAL_TYPE (DeskWindow, desk_window, DESK, WINDOW, AdwApplicationWindow)

DeskWindow *desk_window_new (GtkApplication *application, DeskLibrary *library);

/* How the window stands; and the same as a window that stood so once, to be called before it is
 * started. */
DeskSession *desk_window_make_session (DeskWindow *self);
void desk_window_take_session (DeskWindow *self, const DeskSession *session);

/* Whether it is on its way out, and goes unless saving fails. */
gboolean desk_window_is_closing (DeskWindow *self);

/* Fills the list. Where no files are to be opened, the story of its session is shown, or else the
 * newest. */
void desk_window_start (DeskWindow *self);

/* Shows the window as soon as there is what it is to show, or soon even so. */
void desk_window_appear (DeskWindow *self);

/* Keeps the files in the library and shows the first story of them. */
void desk_window_open_files (DeskWindow *self, GListModel *files);

DeskDocument *desk_window_get_document (DeskWindow *self);

/* Which keys do what: ours, or on the translation desk those of OmegaT, which many translators know
 * by heart. As in the settings. */
typedef enum
{
  DESK_KEY_SCHEME_USUAL,
  DESK_KEY_SCHEME_OMEGAT,
} DeskKeyScheme;

/* The keys of all actions of the window, for @application; each window sees to it that they are
 * those of its own scheme while it has the focus. */
void desk_window_set_accels (GtkApplication *application);

/* The scheme that is in force in the window. */
DeskKeyScheme desk_window_get_key_scheme (DeskWindow *self);

/* Borrowed. */
const char *const *desk_window_get_keys (const char *action, DeskKeyScheme scheme);

G_END_DECLS
