/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DeskSession:
 * @library: path of the library
 * @story: (nullable): uid of the story that is shown
 * @block: (nullable): key of the block with the caret, which is @offset characters into it
 * @top: (nullable): key of the block at the upper edge, from its character @top_offset on
 * @pane: (nullable): name of the pane beside the script
 * @width: of the window while it does not fill the screen; 0: unknown
 *
 * How a window stands: what comes back when the program is started again.
 */
typedef struct
{
  char *library;
  char *story;
  char *block;
  int offset;
  char *top;
  int top_offset;
  char *pane;
  gboolean list_visible;
  gboolean inspector_visible;
  int width;
  int height;
  gboolean maximized;
} DeskSession;

DeskSession *desk_session_new (void);
void desk_session_free (DeskSession *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskSession, desk_session_free)

/* As a group of a key file. What is missing there or damaged is as in a new session. */
void desk_session_write (const DeskSession *self, GKeyFile *file, const char *group);
DeskSession *desk_session_read (GKeyFile *file, const char *group);

G_END_DECLS
