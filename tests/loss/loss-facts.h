/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * What was confirmed to whoever works, as lines of standard output:
 *
 *   kept UID                the library has the story
 *   saved UID NUMBER HASH   it has this revision of it
 *   typed UID BLOCK COUNT   the words “wCOUNT … w2 w1 ” stand at the start of the block
 *   wrote NAME SHA256       the file of this name, in the folder of files, has these bytes
 *   writes NAME SHA256      the same is about to be written: it may be there, whole, or not
 *
 * Words are typed at the start of a block, so that more of them may be there than were confirmed.
 */
typedef struct _LossFacts LossFacts;

LossFacts *loss_facts_new (void);
void loss_facts_free (LossFacts *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LossFacts, loss_facts_free)

/* Other lines are passed over. */
void loss_facts_add_line (LossFacts *self, const char *line);
/* Every line of @text that is whole. */
void loss_facts_add_text (LossFacts *self, const char *text);
guint loss_facts_count (LossFacts *self);

/*
 * Opens the library as the program does, checks it whole, and looks for all that was confirmed.
 * @files: (nullable): the folder of files. Returns: (nullable): what is lost or wrong. A library
 * that is not there is nothing wrong where nothing was confirmed.
 */
char *loss_facts_check (LossFacts *self, const char *library, const char *files);

G_END_DECLS
