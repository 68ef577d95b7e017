/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-annotation.h"
#include "bul-corrector.h"
#include "bul-span.h"

G_BEGIN_DECLS

/*
 * What the desk says of words, or of a story: notes with their replies, open until somebody settles
 * them. None is ever taken away; one whose words are gone is kept with the words that it was about.
 * Each deed is one step.
 */

/*
 * Adds an open note about the words of @passage, or about the whole story where that is %NULL.
 * @quote: (nullable): what the passage is to read; where it reads something else by now the note is
 * refused with %BUL_ERROR_CONFLICT.
 *
 * Returns: (transfer full): its key; %NULL where it was refused, and nothing is changed.
 */
char *bul_notes_add (BulHistory *history,
                     const BulPassage *passage,
                     const char *quote,
                     const char *text,
                     const char *by,
                     GError **error);

/* Answers the note @key. */
gboolean bul_notes_reply (
    BulHistory *history, const char *key, const char *text, const char *by, GError **error);

/* Settles the note, or opens it again. */
gboolean bul_notes_resolve (BulHistory *history, const char *key, GError **error);
gboolean bul_notes_reopen (BulHistory *history, const char *key, GError **error);

/* The note @key, or %NULL. Borrowed. */
const BulAnnotation *bul_notes_find (const BulStory *story, const char *key);

/* The first of its words that still stand somewhere; %NULL for one about the whole story, and for
 * one whose words are gone. Borrowed. */
const BulSpan *bul_notes_get_span (const BulAnnotation *note);

guint bul_notes_count_open (const BulStory *story);

G_END_DECLS
