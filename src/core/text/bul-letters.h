/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How many letters of either script texts have, by which their language is told. */
typedef struct
{
  gsize hangul; /* syllables */
  gsize latin;
} BulLetters;

/* Counts those of @text, valid UTF-8, as well. */
void bul_letters_add (BulLetters *self, const char *text);

/* Returns: (nullable): `ko`, `en`; %NULL where there was no letter of either. */
const char *bul_letters_guess_language (const BulLetters *self);

G_END_DECLS
