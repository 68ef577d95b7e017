/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  BUL_WORD_PLAIN,  /* Hangul; English words */
  BUL_WORD_HANJA,  /* one ideograph, which stands for a country or a party in a headline */
  BUL_WORD_LATIN,  /* Latin letters in a Korean sentence: KBS, G7 */
  BUL_WORD_NUMBER, /* with its value */
  BUL_WORD_MONTH,  /* 1 to 12 */
} BulWordKind;

/**
 * BulWord:
 * @text: folded: small letters without accents, dots and apostrophes; Hangul as it is
 * @stem: of a plain word, by which dictionaries know it, see bul_stem_korean()
 * @is_capital: an English word that begins with a capital letter
 * @follows: it stands right behind the word before it: nothing but a blank or a hyphen between
 *
 * What one sentence says is compared with another's by its words.
 */
typedef struct
{
  BulWordKind kind;
  char *text;
  char *stem;
  double value;
  gboolean is_capital;
  gboolean follows;
} BulWord;

void bul_word_clear (BulWord *word);

/*
 * @text: valid UTF-8 in normal form; @language: "ko", or any other, which is read as English.
 * English words that say nothing (the, of, was) are left out.
 *
 * Returns: (transfer full) (element-type BulWord): in the order of the text
 */
GArray *bul_words_read (const char *text, const char *language);

/* Whether an English word, in small letters, says nothing of its own: the, of, was; but, after. The
 * latter are read all the same, though never as if they began with a capital letter. */
gboolean bul_words_is_empty (const char *word);

/* Finds the next run of letters in @at, valid UTF-8 that ends with a zero; @end is set behind its
 * last.
 *
 * Returns: (nullable): where it begins, in @at, or %NULL where no letter is left
 */
const char *bul_words_find_letters (const char *at, const char **end);

/* How long a sentence is to say: 1 for each syllable of Hangul and each Latin letter or digit in
 * English, one half for each letter or digit in Korean. */
double bul_words_measure (const char *text, const char *language);

G_END_DECLS
