/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-phonemes.h"

G_BEGIN_DECLS

/**
 * BulName:
 * @text: folded: small letters without accents, apostrophes and hyphens; Hangul as it is
 * @stem: see bul_stem_english() and bul_stem_korean()
 * @is_initial: an English word that may have its capital from its place: at the beginning, in a
 * title
 * @is_shout: an English word in capitals: an abbreviation
 * @has_hyphen: as in Min-su
 * @has_title: a Hangul word before one that only persons have: 씨, 장관
 * @run: English words with the same one stand side by side
 *
 * A word that may be a name: an English one with a capital, a Hangul one of any kind.
 */
typedef struct
{
  char *text;
  char *stem;
  BulPhonemes phonemes;
  gboolean has_phonemes;
  gboolean is_initial;
  gboolean is_shout;
  gboolean has_hyphen;
  gboolean has_title;
  guint run;
  guint sentence;
  gsize start; /* bytes */
  gsize end;
} BulName;

void bul_name_clear (BulName *name);

/* A sentence has fewer. */
#define BUL_NAMES_MOST 300

/* Appends the words of @text, in order. */
void bul_names_read_korean (GArray *names, const char *text, guint sentence);
void bul_names_read_english (GArray *names, const char *text, guint sentence);

G_END_DECLS
