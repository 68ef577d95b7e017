/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-story.h"

G_BEGIN_DECLS

/*
 * Takes what is foreign (see bul-foreign.h) from the events of a parser, strings and attributes as
 * those of SAX2: for each attribute its name, prefix, namespace, the start of its value and the
 * end.
 */
typedef struct _BulForeignKeeper BulForeignKeeper;

BulForeignKeeper *bul_foreign_keeper_new (void);
void bul_foreign_keeper_free (BulForeignKeeper *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BulForeignKeeper, bul_foreign_keeper_free)

/* An attribute of the story's own element. */
void bul_foreign_keeper_attribute (BulForeignKeeper *self, const char *const *attribute);

void bul_foreign_keeper_start (BulForeignKeeper *self,
                               const char *name,
                               const char *prefix,
                               const char *uri,
                               guint n_attributes,
                               const char *const *attributes);
void bul_foreign_keeper_text (BulForeignKeeper *self, const char *text, gsize length);
void bul_foreign_keeper_end (BulForeignKeeper *self);
/* Inside an element of theirs, or anywhere among our own. */
void bul_foreign_keeper_instruction (BulForeignKeeper *self, const char *target, const char *data);

/* Whether an element of theirs is open. */
gboolean bul_foreign_keeper_is_inside (BulForeignKeeper *self);

/* Gives @story what was kept. */
void bul_foreign_keeper_add_to (BulForeignKeeper *self, BulStory *story);

G_END_DECLS
