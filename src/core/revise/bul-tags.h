/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-corrector.h"
#include "bul-history.h"
#include "bul-tag.h"
#include "bul-vocabulary.h"

G_BEGIN_DECLS

/*
 * What a story is about: tags on the whole of it, or on words of it. A word of the vocabulary is
 * kept by its code, so that it is one tag in all languages; any other word is kept as it is, as
 * `word:` and the word. Where no vocabulary is named it is the one that the program knows by
 * itself.
 */

/* Returns: (transfer full) (nullable): the code for @word; %NULL where it says nothing. */
char *bul_tags_dup_code (const char *word);

/* Returns: (transfer full): the tag as people see it, in @language where the vocabulary has it. */
char *bul_tags_dup_name (const char *code, const char *language);
char *
bul_tags_dup_name_in (const BulVocabulary *vocabulary, const char *code, const char *language);

/* The tag with @code on the whole story, or %NULL. Borrowed. */
const BulTag *bul_tags_find (const BulStory *story, const char *code);

/* One step. Refused with %BUL_ERROR_REFUSED where the story has that tag already, or @word says
 * nothing. */
gboolean bul_tags_add (BulHistory *history, const char *word, const char *by, GError **error);

/* One step. @code: of a tag on the whole story; %BUL_ERROR_NOT_FOUND where it has none such. */
gboolean bul_tags_remove (BulHistory *history, const char *code, GError **error);

/*
 * The same for a code, on the words of @passage or on the whole story where that is %NULL;
 * %BUL_ERROR_CONFLICT where the story has no such words.
 */
gboolean bul_tags_add_code (BulHistory *history,
                            const char *code,
                            const BulPassage *passage,
                            const char *by,
                            GError **error);

/* The first tag with @code on words of the block with key @block. */
gboolean
bul_tags_remove_in (BulHistory *history, const char *code, const char *block, GError **error);

/* One step: @code goes from all words of the story. */
gboolean bul_tags_remove_from_words (BulHistory *history, const char *code, GError **error);

/* One step: each tag with @code gets the code @into, on the whole story and on words; none is there
 * twice on the whole story. %BUL_ERROR_NOT_FOUND where there is none. */
gboolean bul_tags_replace (BulHistory *history, const char *code, const char *into, GError **error);

G_END_DECLS
