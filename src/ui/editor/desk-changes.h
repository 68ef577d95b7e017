/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "bul-history.h"
#include "bul-tracked.h"

G_BEGIN_DECLS

/**
 * DeskChanges:
 *
 * What differs in a document from the text that was aired, or before air from its first revision;
 * see bul_aired_get_base(). A line is compared when someone asks for it, so that a key press costs
 * by the line that it changes. Nothing may be asked in the midst of a step.
 *
 * Signals: `rebased` (), when changes are counted from another revision than before.
 */
#define DESK_TYPE_CHANGES (desk_changes_get_type ())
G_DECLARE_FINAL_TYPE (DeskChanges, desk_changes, DESK, CHANGES, GObject)

DeskChanges *desk_changes_new (BulHistory *history);

/* The story from whose text changes are counted, or %NULL. Borrowed. */
const BulStory *desk_changes_get_base (DeskChanges *self);

/* Returns: (transfer full) (element-type BulTracked): all of them, in the order of the story; the
 * reviews in them are valid until the next edit. */
GPtrArray *desk_changes_list (DeskChanges *self);

/* Returns: (transfer full) (element-type BulTracked): those within one line of @script, counted
 * from 1; none where the line is as it was. Valid until the next edit. */
GPtrArray *desk_changes_list_in_line (DeskChanges *self, const BulScript *script, guint number);

/* Returns: (transfer full) (element-type BulTracked): the lines that went and stood after @block,
 * or with %NULL before all lines of @script that are left. */
GPtrArray *
desk_changes_list_gone (DeskChanges *self, const BulScript *script, const BulBlock *block);

/* Calls @func with the key of each block after which lines went. */
void desk_changes_foreach_gap (DeskChanges *self, GFunc func, gpointer data);

/* Calls @func with the key of each block that was cut or joined since, so that other words of what
 * it was may be changed than before. @func must not edit. */
void desk_changes_foreach_recut (DeskChanges *self, GFunc func, gpointer data);

/* Whether @block was touched since the last revision. */
gboolean desk_changes_is_unsaved (DeskChanges *self, const BulBlock *block);

G_END_DECLS
