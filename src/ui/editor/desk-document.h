/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "bul-history.h"
#include "desk-changes.h"
#include "desk-findings.h"
#include "desk-read-time.h"

G_BEGIN_DECLS

/* Where the words of a document are safe, for people. */
typedef enum
{
  DESK_SAVE_SAVED = 1, /* the last revision holds everything */
  DESK_SAVE_UNSAVED,
  DESK_SAVE_SAVING,
  DESK_SAVE_FAILED,
} DeskSaveState;

#define DESK_TYPE_SAVE_STATE (desk_save_state_get_type ())
GType desk_save_state_get_type (void);

/**
 * DeskDocument:
 *
 * One open story and its history. There is one per story in the process, and every window that
 * shows the story shares it. It knows no library: who saves, tells it how that went.
 *
 * Properties: `headline` (string, may be %NULL), `modified` (boolean), `save-state`
 * (DeskSaveState). Signals: `changed` (), once after each step, undo, redo and revision;
 * `composing`
 * (), when the syllable that is being composed is another; `lexicons-changed` ().
 */
#define DESK_TYPE_DOCUMENT (desk_document_get_type ())
G_DECLARE_FINAL_TYPE (DeskDocument, desk_document, DESK, DOCUMENT, GObject)

/* @story: (transfer full) */
DeskDocument *desk_document_new (BulStory *story);

/* Of a story that was opened with its journal; @history is shared. */
DeskDocument *desk_document_new_for_history (BulHistory *history);

/*
 * How the story was found: @restored is a journal whose edits are in it again; @live one that
 * another window is writing; @conflicts (element-type BulJournal) those that are kept beside it.
 * All are copied and may be %NULL.
 */
void desk_document_set_opened (DeskDocument *self,
                               const BulJournal *restored,
                               const BulJournal *live,
                               const GPtrArray *conflicts);
const BulJournal *desk_document_get_restored (DeskDocument *self);
const BulJournal *desk_document_get_live (DeskDocument *self);
const GPtrArray *desk_document_get_conflicts (DeskDocument *self);

/* @edit: (transfer full) (nullable): the syllable that is being composed, as the edit that it will
 * be; it belongs to the words though it is not in the text yet. */
void desk_document_set_composing (DeskDocument *self, BulEdit *edit);
const BulEdit *desk_document_get_composing (DeskDocument *self);

/* Borrowed, as is the story. */
BulHistory *desk_document_get_history (DeskDocument *self);
const BulStory *desk_document_get_story (DeskDocument *self);
DeskFindings *desk_document_get_findings (DeskDocument *self);
/* What sentences are compared by, beside our own lexicon: the terms of the library and what it has
 * learned (element-type BulLexicon); %NULL until they are read. Nobody may change them any more. */
void desk_document_set_lexicons (DeskDocument *self, GPtrArray *lexicons);
GPtrArray *desk_document_get_lexicons (DeskDocument *self);
DeskReadTime *desk_document_get_read_time (DeskDocument *self);
DeskChanges *desk_document_get_changes (DeskDocument *self);

const char *desk_document_get_headline (DeskDocument *self);
gboolean desk_document_get_modified (DeskDocument *self);

DeskSaveState desk_document_get_save_state (DeskDocument *self);

/* What there is to say about the state, such as why saving failed; %NULL for nothing. */
const char *desk_document_get_save_detail (DeskDocument *self);

/* Saved becomes unsaved where the story was edited since the revision that was saved. */
void desk_document_set_save_state (DeskDocument *self, DeskSaveState state, const char *detail);

G_END_DECLS
