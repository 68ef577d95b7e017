/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * A closed vocabulary is an array of words, indexed by the enum's value and ended by BUL_ENUM_END.
 * The same words stand in JSON, SQL and XML. Value 0 is “not said” and has no word, where the
 * vocabulary allows that.
 */
#define BUL_ENUM_END ((const char *) -1)

/* Returns: (nullable): the word for @value, borrowed; %NULL for “not said” and for no value at all.
 */
const char *bul_enum_to_word (const char *const *words, guint value);

/* Returns: whether @word is in the vocabulary (%NULL is value 0 where that has no word). */
gboolean bul_enum_from_word (const char *const *words, const char *word, guint *value);

G_END_DECLS
