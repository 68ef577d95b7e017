/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-import.h"

G_BEGIN_DECLS

/* One story of a MOS message while it is read: the values that say something of it, and the lines
 * of its body with whoever presents them. */
typedef struct _BulMosStory BulMosStory;

BulMosStory *bul_mos_story_new (void);
void bul_mos_story_free (BulMosStory *self);

/* Adds a line of the body; a blank one is none. */
void bul_mos_story_add_line (BulMosStory *self, const char *text, gboolean is_instruction);

/* Elements with a value: of the story, or of the newsroom system's own @payload. */
gboolean bul_mos_story_knows_value (const char *name, gboolean payload);
void bul_mos_story_set_value (BulMosStory *self, const char *name, const char *value);

/* Of an item, which is something to be played: when it ends it is a cue. */
gboolean bul_mos_story_knows_item_value (const char *name);
void bul_mos_story_set_item_value (BulMosStory *self, const char *name, const char *value);
void bul_mos_story_end_item (BulMosStory *self);

/* Adds the story to @import. */
void bul_mos_story_read (const BulMosStory *self, BulImport *import);

G_END_DECLS
