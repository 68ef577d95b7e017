/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "bul-query.h"
#include "desk-typed.h"

G_BEGIN_DECLS

/*
 * The entry that a query is typed in, and what is changed there by other means than typing. The
 * caret stays where it is then, and with it a syllable that is being composed there.
 */
typedef struct _DeskQueryEntry DeskQueryEntry;

/* @composed is called for what is being composed; what is in the entry has a signal of its own. */
DeskQueryEntry *desk_query_entry_new (GtkEditable *entry, DeskTypedChanged composed, gpointer data);
void desk_query_entry_free (DeskQueryEntry *self);

/* Returns: (transfer full): what is looked for, with what is being composed. */
char *desk_query_entry_dup_text (DeskQueryEntry *self);
void desk_query_entry_set_text (DeskQueryEntry *self, const char *text);

/*
 * What stands in it goes, and what went the last time comes back, for an entry that looks for two
 * things in turn. What is being composed is to be committed first.
 */
void desk_query_entry_swap (DeskQueryEntry *self);

/* How it is to be read: what stands at its end may not be all of a word yet. */
BulQueryFlags desk_query_entry_get_flags (DeskQueryEntry *self);

/* Of what is being composed, see desk-typed.h. */
gboolean desk_query_entry_is_composing (DeskQueryEntry *self);
void desk_query_entry_commit (DeskQueryEntry *self, DeskTypedChanged done, gpointer data);

/* Of its parts, see desk-query-text.h. @start, @end: in what is looked for */
void desk_query_entry_toggle (DeskQueryEntry *self, BulQueryField field, const char *value);
void desk_query_entry_set_part (DeskQueryEntry *self, BulQueryField field, const char *value);
void desk_query_entry_remove (DeskQueryEntry *self, guint start, guint end);

/* It has the focus, and all of it is selected. */
void desk_query_entry_focus (DeskQueryEntry *self);

/* Takes back what was typed, or does it again. */
void desk_query_entry_undo (DeskQueryEntry *self);
void desk_query_entry_redo (DeskQueryEntry *self);

G_END_DECLS
