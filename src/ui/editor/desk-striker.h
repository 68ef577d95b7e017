/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "bul-script.h"
#include "desk-changes.h"
#include "desk-struck.h"

G_BEGIN_DECLS

/*
 * Puts words that went into the lines of a buffer, struck out, and takes them away again. They
 * never pass the history. @line: the block's line in the buffer.
 */

/* Returns: (transfer full): what is to be shown in @line of the words that went from it, and of the
 * lines that went beside it; and the notices that are public, where the script has their heading.
 * @changes: those within the line. */
GArray *desk_striker_list (DeskChanges *source,
                           const BulStory *story,
                           const BulScript *script,
                           guint line,
                           const GPtrArray *changes);

/* Shows @runs (transfer full) and nothing else. A caret at their place comes to stand behind words
 * and before lines below; mark-set is not told. @buffer must not act upon it by itself. */
void desk_striker_strike (
    GtkTextBuffer *buffer, DeskStruck *struck, const char *block, guint line, GArray *runs);

void
desk_striker_unstrike (GtkTextBuffer *buffer, DeskStruck *struck, const char *block, guint line);

G_END_DECLS
