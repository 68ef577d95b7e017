/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-edit.h"
#include "bul-keys.h"
#include "bul-story.h"

G_BEGIN_DECLS

/*
 * Structure follows typing. It keeps the classifier's state before each line, so that after an edit
 * only the lines that changed, and those after them until the state is as it was, are read again.
 * A block that was given its kind is passed over, as if it were not there, until its words are
 * edited.
 */
typedef struct _BulStructure BulStructure;

BulStructure *bul_structure_new (void);
void bul_structure_free (BulStructure *self);

/* Call before an edit is applied: what is known must be known of the text as it was. */
void bul_structure_prepare (BulStructure *self, const BulStory *story);

/* Call right after @edit was applied to @story. */
void bul_structure_note (BulStructure *self, const BulStory *story, const BulEdit *edit);

/*
 * Returns: (transfer full) (nullable): what @edit, which was applied just now, entails where it
 * changed the words of a block that was given its kind: from now on its words tell the kind.
 */
BulEdit *bul_structure_release (const BulStory *story, const BulEdit *edit);

/*
 * Returns: (transfer full) (element-type BulEdit): what the edits noted since the last call entail:
 * lines that changed their kind or section, and speakers of new soundbites and turns.
 */
GPtrArray *bul_structure_follow (BulStructure *self, const BulStory *story, BulKeys *keys);

/* Call once those edits were applied: the lines are what they were read as. */
void bul_structure_settle (BulStructure *self);

/* How many lines were read so far, however often each: an edit costs by the lines it changes. */
guint64 bul_structure_count_read (const BulStructure *self);

G_END_DECLS
