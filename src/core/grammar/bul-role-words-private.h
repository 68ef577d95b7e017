/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-slice-private.h"

G_BEGIN_DECLS

/* Whether @word says what someone is: a word of the list, or one that ends in such: 상가주민. */
gboolean bul_role_words_have_korean (BulSlice word);

/* The same of words that count only whole. */
gboolean bul_role_words_have_korean_word (BulSlice word);

/* Whether @word, of one or more and in any case, says what someone is or that it is an outlet:
 * “Residents”, “ministry”. */
gboolean bul_role_words_have_english (BulSlice word);

/* Whether @word is a trade that is a family name too: “Cook”. */
gboolean bul_role_words_have_family_name (BulSlice word);

G_END_DECLS
