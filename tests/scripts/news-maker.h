/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-story.h"

G_BEGIN_DECLS

/*
 * Stories for what has to have many: made of words that a seed invents, of which a few are in every
 * story and most are rare, with particles and endings; some in two languages, on days of thirty
 * years, by some programmes, with people who are heard. Each has a first revision without a hash.
 */
typedef struct _NewsMaker NewsMaker;

/* @n_words: of a language */
NewsMaker *news_maker_new (guint32 seed, guint n_words);
void news_maker_free (NewsMaker *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (NewsMaker, news_maker_free)

/* Of @n_lines lines, each a sentence or two. */
BulStory *news_maker_make (NewsMaker *self, guint n_lines);

/* Returns: (transfer full): a sentence of Korean. */
char *news_maker_make_sentence (NewsMaker *self);

/* A Korean word without its particle: any of them, the rare as likely as the common. Borrowed. */
const char *news_maker_pick_word (NewsMaker *self);

/* Gives the story's speakers lines of their own, half of them names that are often heard. */
void news_maker_add_voices (NewsMaker *self, BulStory *story);

/* Adds @n corrections, raised on days after the story's. */
void news_maker_add_corrections (NewsMaker *self, BulStory *story, guint n);

/* A story that has a day and a revision was aired at nine in the evening of Seoul; what is
 * published of its corrections was so @minutes (0 to 59) later. */
void news_maker_air (BulStory *story, guint minutes);

G_END_DECLS
