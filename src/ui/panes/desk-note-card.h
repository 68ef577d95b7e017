/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "bul-annotation.h"
#include "bul-story.h"

G_BEGIN_DECLS

/**
 * DeskNoteCard:
 *
 * A note: the words that it is about, what it says and who says it, the replies. The current one
 * takes a reply.
 *
 * Signals: `reply` (const char *text), when Enter is pressed in its entry; `settle` (), when its
 * button is: the note is resolved, or opened again.
 */
#define DESK_TYPE_NOTE_CARD (desk_note_card_get_type ())
G_DECLARE_FINAL_TYPE (DeskNoteCard, desk_note_card, DESK, NOTE_CARD, GtkListBoxRow)

GtkWidget *desk_note_card_new (void);

void desk_note_card_show (DeskNoteCard *self, const BulStory *story, const BulAnnotation *note);

void desk_note_card_set_current (DeskNoteCard *self, gboolean current);

/* The reply that is being written; empty for none. */
const char *desk_note_card_get_draft (DeskNoteCard *self);
void desk_note_card_set_draft (DeskNoteCard *self, const char *text);

/* Key of the note that was last shown. */
const char *desk_note_card_get_key (DeskNoteCard *self);

G_END_DECLS
