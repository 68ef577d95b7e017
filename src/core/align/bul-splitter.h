/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A sentence's place in its text, in bytes, @end exclusive, without the blanks around it. */
typedef struct
{
  gsize start;
  gsize end;
} BulSentence;

/**
 * bul_splitter_split:
 * @text: valid UTF-8
 * @language: "ko", or any other, which is read as English
 *
 * Cuts a text into sentences. English is cut where UAX #29 does, by ICU with its list of
 * abbreviations, but not after an initial, a title or another known abbreviation, nor before a
 * small letter. Korean is cut behind a stop that follows a syllable, but not before a particle that
 * takes up a quotation: `"…합니다." 라고 말했다` is one sentence.
 *
 * Returns: (transfer full) (element-type BulSentence): in order; empty for a text of blanks
 */
GArray *bul_splitter_split (const char *text, const char *language);

G_END_DECLS
