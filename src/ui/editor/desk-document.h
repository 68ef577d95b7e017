/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "bul-history.h"
#include "desk-findings.h"

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
 * (DeskSaveState). Signal: `changed` (), once after each step, undo, redo and revision.
 */
#define DESK_TYPE_DOCUMENT (desk_document_get_type ())
G_DECLARE_FINAL_TYPE (DeskDocument, desk_document, DESK, DOCUMENT, GObject)

/* @story: (transfer full) */
DeskDocument *desk_document_new (BulStory *story);

/* Borrowed, as is the story. */
BulHistory *desk_document_get_history (DeskDocument *self);
const BulStory *desk_document_get_story (DeskDocument *self);
DeskFindings *desk_document_get_findings (DeskDocument *self);

const char *desk_document_get_headline (DeskDocument *self);
gboolean desk_document_get_modified (DeskDocument *self);

DeskSaveState desk_document_get_save_state (DeskDocument *self);

/* What there is to say about the state, such as why saving failed; %NULL for nothing. */
const char *desk_document_get_save_detail (DeskDocument *self);

/* Saved becomes unsaved where the story was edited since the revision that was saved. */
void desk_document_set_save_state (DeskDocument *self, DeskSaveState state, const char *detail);

G_END_DECLS
