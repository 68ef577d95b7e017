/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The last sound of a word, as far as a particle cares. */
typedef enum
{
  BUL_ENDING_UNKNOWN,
  BUL_ENDING_VOWEL,
  BUL_ENDING_RIEUL, /* ㄹ, after which 로 is said */
  BUL_ENDING_CONSONANT,
} BulEnding;

/* A spelling and how it ends when said. */
typedef struct
{
  const char *spelling;
  BulEnding ending;
} BulEndingRow;

/* A number up to ten, said the Sino-Korean way. */
BulEnding bul_ending_of_value (guint value);

/* The number that the first @length bytes of @text end with: a digit is last. */
BulEnding bul_ending_of_number (const char *text, gsize length);

/* The unit after a number, or the sign, that the first @length bytes of @text end with, if any. */
BulEnding bul_ending_of_unit (const char *text, gsize length);

/* One word of Latin letters, without accents. */
BulEnding bul_ending_of_latin (const char *word);

/* The Korean reading of an ideograph that headlines use as a word. */
BulEnding bul_ending_of_ideograph (gunichar c);

G_END_DECLS
