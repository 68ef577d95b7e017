/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-range.h"

G_BEGIN_DECLS

/* A syllable of Korean, anywhere in @text. */
gboolean desk_token_has_hangul (const char *text);

/* Appends the words with Hangul that lines are not to be broken within, as BulRange, in order. A
 * very long run without a blank is none: it would run out of the window. */
void desk_token_append_unbroken (GArray *ranges, const char *text);

/* The word or number in @text that holds or touches @offset; empty where there is none. A number
 * holds its separators: 1,027 and 3.5 are one word each. */
BulRange desk_token_find (const char *text, guint offset);

G_END_DECLS
