/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-buffer.h"
#include "desk-dictionary.h"
#include "desk-spell-words.h"

G_BEGIN_DECLS

/**
 * DeskSpeller:
 *
 * The words of a buffer that no dictionary has, and where they are marked. Lines that are seen come
 * first, the others while nothing else is to be done; what is edited waits until the hands rest.
 * The word at the caret is not marked while it is typed.
 *
 * Signal: `changed` (), when other words are marked than before.
 */
#define DESK_TYPE_SPELLER (desk_speller_get_type ())
G_DECLARE_FINAL_TYPE (DeskSpeller, desk_speller, DESK, SPELLER, GObject)

/* @view: (nullable): who shows the buffer, and must outlive the speller. @dictionary is shared. */
DeskSpeller *desk_speller_new (GtkTextView *view, DeskDictionary *dictionary);

/* @buffer: (nullable) */
void desk_speller_set_buffer (DeskSpeller *self, DeskBuffer *buffer);

/* Whether words of @tongue are marked; none are to begin with. */
void desk_speller_set_checks (DeskSpeller *self, DeskTongue tongue, gboolean checks);
gboolean desk_speller_get_checks (DeskSpeller *self, DeskTongue tongue);

DeskDictionary *desk_speller_get_dictionary (DeskSpeller *self);

/* Whether every line was looked at. */
gboolean desk_speller_is_done (DeskSpeller *self);

/* How many are marked in a line; @block is its key. */
guint desk_speller_get_n_in_block (DeskSpeller *self, const char *block);

/* The first one behind a place, or the last before it, around the end. @block is borrowed, valid
 * until the next edit. */
gboolean desk_speller_get_next (
    DeskSpeller *self, guint line, guint offset, const char **block, BulRange *range);
gboolean desk_speller_get_previous (
    DeskSpeller *self, guint line, guint offset, const char **block, BulRange *range);

/* Returns: (transfer full) (element-type DeskSpellWord) */
GPtrArray *desk_speller_list_words (DeskSpeller *self, const BulBlock *block);

/* The word at or just before @offset, marked or not, as it is in the list of words of its line.
 * Returns: (transfer full) (nullable) */
DeskSpellWord *desk_speller_find_word (DeskSpeller *self, const BulBlock *block, guint offset);

G_END_DECLS
