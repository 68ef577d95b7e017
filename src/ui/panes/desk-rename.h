/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-document.h"

G_BEGIN_DECLS

/* What is to be done to a speaker. */
typedef enum
{
  DESK_RENAME_NAME = 1,
  DESK_RENAME_TITLE, /* the same, and the title is typed first */
  DESK_RENAME_HIDE,  /* the name is to be told nowhere */
  DESK_RENAME_MERGE,
} DeskRenameMode;

/**
 * DeskRename:
 *
 * Names a speaker, hides the name, or merges two: first what it is to be, then where the text says
 * so, before and after, with a tick for each sentence that follows. Where nothing is left to be
 * ticked, the first Enter does it. What was typed and not done is there again for the same speaker.
 *
 * Signals: `done` (char *words), after the deed, with what happened, for people.
 */
#define DESK_TYPE_RENAME (desk_rename_get_type ())
G_DECLARE_FINAL_TYPE (DeskRename, desk_rename, DESK, RENAME, GtkPopover)

GtkWidget *desk_rename_new (void);

/* @language: of the script that is shown, or %NULL. @area: what of the parent is pointed at. */
void desk_rename_open (DeskRename *self,
                       DeskRenameMode mode,
                       DeskDocument *document,
                       const char *speaker,
                       const char *language,
                       const GdkRectangle *area);

/* Key of the speaker it was opened for last; or %NULL. */
const char *desk_rename_get_speaker (DeskRename *self);

G_END_DECLS
