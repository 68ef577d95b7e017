/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-block.h"
#include "bul-range.h"
#include "bul-story.h"
#include "desk-dictionary.h"

G_BEGIN_DECLS

/* A word that a dictionary may be asked for. */
typedef struct
{
  BulRange range; /* in the text of the block */
  DeskTongue tongue;
  char *word;
} DeskSpellWord;

void desk_spell_word_free (DeskSpellWord *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DeskSpellWord, desk_spell_word_free)

/* Returns: (transfer full): the words of the names of who speaks in @story, as a set;
 * they are not asked for. */
GHashTable *desk_spell_words_list_names (const BulStory *story);

/* Returns: (transfer full) (element-type DeskSpellWord): what stands in @block but for numbers,
 * addresses, short words in capitals, marks and names. A line with Hangul is Korean. */
GPtrArray *desk_spell_words_find (const BulBlock *block, GHashTable *names);

G_END_DECLS
