/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * What is typed in an entry, with the syllable that is being composed there: it counts before it is
 * finished.
 */
typedef struct _DeskTyped DeskTyped;

typedef void (*DeskTypedChanged) (gpointer data);

/* @changed is called for what is composed; what is in the entry has a signal of its own. */
DeskTyped *desk_typed_new (GtkEditable *editable, DeskTypedChanged changed, gpointer data);
void desk_typed_free (DeskTyped *self);

char *desk_typed_dup_text (DeskTyped *self);

/* Whether a syllable is being composed, or the first letter of one. */
gboolean desk_typed_is_composing (DeskTyped *self);

/* Calls @done once the syllable that is being composed is in the entry, and what was typed before
 * is no longer on its way; at once where there is none. Not called if @self is freed before. */
void desk_typed_commit (DeskTyped *self, DeskTypedChanged done, gpointer data);

G_END_DECLS
