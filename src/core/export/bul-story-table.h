/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-story.h"

G_BEGIN_DECLS

/* Stories as rows of a table, for spreadsheets: what a list tells of each. */
typedef struct _BulStoryTable BulStoryTable;

BulStoryTable *bul_story_table_new (void);
void bul_story_table_free (BulStoryTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BulStoryTable, bul_story_table_free)

void bul_story_table_add (BulStoryTable *self, const BulStory *story);

/* Returns: (transfer full): the file, in which no cell is a formula whatever it holds. */
GBytes *bul_story_table_write_csv (const BulStoryTable *self, GError **error);
GBytes *bul_story_table_write_xlsx (const BulStoryTable *self, GError **error);

G_END_DECLS
