/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-letters.h"

void
bul_letters_add (BulLetters *self, const char *text)
{
  for (const guchar *p = (const guchar *) text; *p != '\0'; p++)
    {
      self->hangul += *p >= 0xea && *p <= 0xed;
      self->latin += g_ascii_isalpha (*p);
    }
}

const char *
bul_letters_guess_language (const BulLetters *self)
{
  if (self->hangul == 0 && self->latin == 0)
    return NULL;
  /* A syllable says about as much as two and a half letters. */
  return self->hangul * 5 >= self->latin * 2 ? "ko" : "en";
}
