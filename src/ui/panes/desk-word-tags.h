/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "bul-story.h"
#include "bul-vocabulary.h"

G_BEGIN_DECLS

/**
 * DeskWordTags:
 *
 * The tags that are on words of a story, each once, with how often: whom it names, above all.
 *
 * Signals: `go` (const char *code), to the next of its words, and `take` (const char *code), from
 * all of them.
 */
#define DESK_TYPE_WORD_TAGS (desk_word_tags_get_type ())
G_DECLARE_FINAL_TYPE (DeskWordTags, desk_word_tags, DESK, WORD_TAGS, GtkBox)

/* @names: what tags are called; one that has no name there goes by its words. */
void desk_word_tags_show (DeskWordTags *self, const BulStory *story, const BulVocabulary *names);

G_END_DECLS
