/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One thing that is said, or a sign that is not. */
typedef struct
{
  gsize length; /* bytes, whole characters, at least one */
  double units; /* syllables or words */
} BulSpokenToken;

/* The first token of @text, which is not empty and begins with no bracket. */
BulSpokenToken bul_spoken_korean_read (const char *text);
BulSpokenToken bul_spoken_english_read (const char *text);

/* A number as written: `1,200`, `0.5`, `007`. */
typedef struct
{
  gsize length;
  guint64 whole;
  guint n_digits;   /* of the whole part */
  guint n_decimals; /* digits behind the point */
  gboolean grouped; /* by commas */
  gboolean spelled; /* said digit by digit, for it begins with 0 or is too long */
} BulSpokenNumber;

/* FALSE where @text does not begin with a digit. */
gboolean bul_spoken_number_read (const char *text, BulSpokenNumber *number);

/* Length in bytes of the Latin letters that @text begins with. */
gsize bul_spoken_latin_length (const char *text);

/* Asked of every character, and nearly always not so. */
static inline gboolean
bul_spoken_starts (const char *text, const char *with)
{
  return text[0] == with[0] && g_str_has_prefix (text, with);
}

static inline gboolean
bul_spoken_is_hangul (gunichar c)
{
  return (c >= 0xac00 && c <= 0xd7a3) || (c >= 0x3131 && c <= 0x318e);
}

static inline gboolean
bul_spoken_is_ideograph (gunichar c)
{
  return (c >= 0x3400 && c <= 0x9fff) || (c >= 0xf900 && c <= 0xfaff);
}

G_END_DECLS
