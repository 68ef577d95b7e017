/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-story.h"

G_BEGIN_DECLS

/*
 * Local keys: a letter for the sort of thing (k script, b block, p speaker, a annotation, t tag,
 * c correction, n notice, d dismissal, h change, l link) and a number that counts up and is
 * never used again, not even after what it named was removed.
 */
typedef struct
{
  guint next[26];
  guint next_speaker_number;
} BulKeys;

/* Counts on from every key that the story or an edit of its revisions ever had. */
void bul_keys_start (BulKeys *self, const BulStory *story);

/* Returns: (transfer full): the next key for @letter. */
char *bul_keys_make (BulKeys *self, char letter);

/* The next number of a speaker. */
guint bul_keys_make_speaker_number (BulKeys *self);

/* Takes note of the keys in @record and all below it. */
void bul_keys_note (BulKeys *self, gconstpointer record);

G_END_DECLS
