/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How a newsreader counts what is to be said. */
typedef enum
{
  BUL_SPOKEN_KOREAN = 1, /* syllables */
  BUL_SPOKEN_ENGLISH,    /* words */
} BulSpoken;

/* The way that @text is read in a script whose language is @language (`ko`, `en`, or %NULL): of
 * that language, unless the words are plainly of the other. */
BulSpoken bul_spoken_guess (const char *text, const char *language);

/**
 * bul_spoken_count:
 * @text: valid UTF-8
 * @start: first code point that counts
 * @end: code point after the last
 *
 * Korean is counted by syllables as they are said: `118` has three, `km` after a number four, `EU`
 * two. English is counted by words: `118` has three, `$5` two. What stands in brackets is not said.
 * A number or word that the range cuts counts by its part, so that what adjoining ranges count is
 * what they count together.
 *
 * Returns: syllables or words
 */
double bul_spoken_count (const char *text, BulSpoken language, guint start, guint end);

G_END_DECLS
