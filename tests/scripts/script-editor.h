/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-history.h"

G_BEGIN_DECLS

/*
 * Hands that edit a script in any way there is: they type, take out, paste, split and join lines,
 * add and remove them, undo and do again, one deed at a time or several in one step.
 */
typedef struct
{
  /* Returns: a number below @n, which is at least 1. */
  guint (*choose) (gpointer data, guint n);
  /* Returns: (transfer full): words to put in, fit for a block. */
  char *(*write) (gpointer data);
  gpointer data;
} ScriptEditor;

/* One deed. What is not possible at the place that was chosen is refused and changes nothing. */
void script_editor_edit (const ScriptEditor *self, BulHistory *history);

/*
 * Ends the program where a line of @story is read otherwise than it would be if nothing were known
 * of the script and all of it were read now.
 */
void script_editor_assert_read_whole (const BulStory *story);

G_END_DECLS
