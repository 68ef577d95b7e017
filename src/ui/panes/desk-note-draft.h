/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "bul-corrector.h"
#include "bul-story.h"

G_BEGIN_DECLS

/**
 * DeskNoteDraft:
 *
 * A note that is being written. It is seen while its story is, and keeps what was typed until it is
 * added or discarded.
 *
 * Signals: `add` (const char *text) and `drop` ().
 */
#define DESK_TYPE_NOTE_DRAFT (desk_note_draft_get_type ())
G_DECLARE_FINAL_TYPE (DeskNoteDraft, desk_note_draft, DESK, NOTE_DRAFT, GtkBox)

/* From here on it is about the words of @passage, or about the whole story where that is %NULL, and
 * has the focus; what was typed stays. */
void desk_note_draft_begin (DeskNoteDraft *self, const BulStory *story, const BulPassage *passage);

/* @story is what is seen now. */
void desk_note_draft_show (DeskNoteDraft *self, const BulStory *story);

/* What it is about: %FALSE is the whole story. @passage is valid until it is about something else.
 */
gboolean desk_note_draft_get_passage (DeskNoteDraft *self, BulPassage *passage);

/* The words as they stood; %NULL for the whole story. Borrowed. */
const char *desk_note_draft_get_quote (DeskNoteDraft *self);

/* Why it was not added; %NULL: it was, or is not wanted, and is gone. */
void desk_note_draft_tell (DeskNoteDraft *self, const char *words);

G_END_DECLS
