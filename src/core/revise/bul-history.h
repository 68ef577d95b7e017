/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-journal.h"
#include "bul-keys.h"
#include "bul-story.h"

G_BEGIN_DECLS

/**
 * BulHistory:
 *
 * The only door through which a story changes. Each deed of a person is a step: a group of edits
 * that one undo takes back. Whatever an edit entails (spans that move with their words, lines whose
 * kind changes, speakers who appear) is made of edits too and belongs to the same step, so that
 * undoing everything gives the story as it was, to the byte.
 *
 * Typing grows one step until a word ends or bul_history_break() is called. Words taken out and
 * words put in at the same place are one replacement, whose spans keep to the new words.
 */
#define BUL_TYPE_HISTORY (bul_history_get_type ())
G_DECLARE_FINAL_TYPE (BulHistory, bul_history, BUL, HISTORY, GObject)

/*
 * Signals:
 * - edited (const BulEdit *edit): after each edit that was applied, in order, whether done, undone
 * or done again. Whoever shows the story plays it; set edits included.
 * - changed (): once after each step, undo, redo and revision.
 */

/* @story: (transfer full) */
BulHistory *bul_history_new (BulStory *story);

/* Borrowed; valid as long as the history, and what it points at until the next edit. */
const BulStory *bul_history_get_story (BulHistory *self);

/* Keys for what is about to be added. */
BulKeys *bul_history_get_keys (BulHistory *self);

/*
 * A step: begin, edits, end. Steps nest; the outermost counts. @what names the deed for people,
 * such as “Raise a correction”; %NULL is typing, which may grow the step before it.
 */
void bul_history_begin (BulHistory *self, const char *what);
void bul_history_end (BulHistory *self);

/* Begins a step that goes on with the one before, where the last revision does not hold that one:
 * what follows from typing once the hands rest is taken back with it. Else it is a step of its own,
 * named @what. */
void bul_history_begin_after (BulHistory *self, const char *what);

/* Ends an outermost step whose lines are what they are to be already: none is read anew. */
void bul_history_end_as_is (BulHistory *self);

/* Ends a step that has a name and takes back all that it did, as if it had never begun. (Typing may
 * have grown the step before it, which nothing but undo may take back.) */
void bul_history_abandon (BulHistory *self);

/* What is typed next starts a step of its own: the caret was moved, or the hands rested. */
void bul_history_break (BulHistory *self);

/* Applies one edit, inside a step or as one. @edit: (transfer full). Refused whole, with
 * %BUL_ERROR_CONFLICT, where the story does not read what the edit takes for granted. */
gboolean bul_history_do (BulHistory *self, BulEdit *edit, GError **error);

/* The edits that hands make. @block is a key, @at and @n_chars count code points. */
gboolean bul_history_replace (
    BulHistory *self, const char *block, guint at, guint n_chars, const char *text, GError **error);
gboolean bul_history_split (BulHistory *self, const char *block, guint at, GError **error);
/* Joins @block with the one after it. */
gboolean bul_history_join (BulHistory *self, const char *block, GError **error);
/* @list is “corrections”, “speakers” …, or “blocks” with @on the script's key; @thing: (transfer
 * full). */
gboolean bul_history_add (BulHistory *self,
                          const char *on,
                          const char *list,
                          guint position,
                          gpointer thing,
                          GError **error);
gboolean bul_history_remove (
    BulHistory *self, const char *on, const char *list, guint position, GError **error);
/* @key %NULL is the story. @value as in bul-value.h. Nothing is done where it is so already. */
gboolean bul_history_set (
    BulHistory *self, const char *key, const char *field, const char *value, GError **error);
/* The same, as a step of its own. @what: as for bul_history_begin(). */
gboolean bul_history_set_in_step (BulHistory *self,
                                  const char *what,
                                  const char *key,
                                  const char *field,
                                  const char *value,
                                  GError **error);

gboolean bul_history_can_undo (BulHistory *self);
gboolean bul_history_can_redo (BulHistory *self);
/* What the next undo or redo would take back or do again; %NULL is typing, or nothing. */
const char *bul_history_get_undo_name (BulHistory *self);
const char *bul_history_get_redo_name (BulHistory *self);
gboolean bul_history_undo (BulHistory *self);
gboolean bul_history_redo (BulHistory *self);

/* Whether anything was changed since the last revision. */
gboolean bul_history_is_modified (BulHistory *self);

/*
 * A copy of the story with one more revision, made of the edits since the last, ready to be saved.
 * Tell how the save ended by bul_history_saved() or bul_history_save_failed() before making
 * another; what was edited in between stays unsaved, and after a failure everything does.
 */
BulStory *bul_history_make_revision (BulHistory *self, const char *by, const char *summary);
/* The same, marked as what went on air; @at: (nullable): when it did, ISO 8601 with offset. */
BulStory *bul_history_make_aired_revision (BulHistory *self, const char *by, const char *at);
void bul_history_saved (BulHistory *self, const BulStory *saved);
void bul_history_save_failed (BulHistory *self);

/*
 * Returns: (transfer full): the story as it was at revision @number, whatever was done since; see
 * bul_past_make().
 */
BulStory *bul_history_make_past (BulHistory *self, guint number, GError **error);

/*
 * What was done since the last revision, for the library's journal: only what it does not have
 * yet. @composing: (nullable): the syllable that is being composed, as the edit that it will be.
 *
 * Returns: (transfer full) (nullable): %NULL where there is nothing new, and while a revision is
 * being saved. If it could not be written, tell that by bul_history_journal_failed(): the next is
 * whole then. A revision that is saved takes the journal with it: name bul_history_get_journal().
 */
BulJournal *bul_history_make_journal (BulHistory *self, const BulEdit *composing, const char *by);
void bul_history_journal_failed (BulHistory *self);
const char *bul_history_get_journal (BulHistory *self);

/*
 * Does again what @journal holds, on a history in which nothing was done yet; each of its steps can
 * be undone. From here on the journal is this history's own. FALSE leaves the story as it was:
 * %BUL_ERROR_CONFLICT where the story is not at the revision that the journal goes on from, or does
 * not read what the edits take for granted.
 */
gboolean bul_history_restore (BulHistory *self, const BulJournal *journal, GError **error);

G_END_DECLS
