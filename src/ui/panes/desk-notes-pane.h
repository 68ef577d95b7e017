/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-corrector.h"
#include "bul-vocabulary.h"
#include "desk-pane.h"

G_BEGIN_DECLS

/**
 * DeskNotesPane:
 *
 * What the story is tagged with, what is said of it and of its words, and how much of it was
 * checked.
 *
 * Signal: `left` (), when the keys go back to the text, for what was begun here is done.
 */
#define DESK_TYPE_NOTES_PANE (desk_notes_pane_get_type ())
G_DECLARE_FINAL_TYPE (DeskNotesPane, desk_notes_pane, DESK, NOTES_PANE, DeskPane)

/* Who says it. */
void desk_notes_pane_set_author (DeskNotesPane *self, const char *author);

/* What the story may be tagged with. */
void desk_notes_pane_set_vocabulary (DeskNotesPane *self, const BulVocabulary *vocabulary);

/* Begins a note about the words of @passage, or about the whole story where that is %NULL, and has
 * the focus there. What was written and not added stays, about the new words. */
void desk_notes_pane_begin (DeskNotesPane *self, const BulPassage *passage);

/* Has the focus where a tag is added: to the words of @passage, or to the whole story where that is
 * %NULL. */
void desk_notes_pane_begin_tag (DeskNotesPane *self, const BulPassage *passage);

/* The card of the note @key gets the ring and is scrolled to. */
void desk_notes_pane_select (DeskNotesPane *self, const char *key);

G_END_DECLS
