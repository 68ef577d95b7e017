/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-charset-private.h"

#include <string.h>

#include "bul-scan-private.h"

/* So many characters that fit make up for one that does not. */
#define FIT_PER_MISFIT 3

/*
 * CP949 gives every pair of high bytes some Hangul, so that English with curly quotes reads as
 * Korean without an error. But a Korean text has few syllables that KS X 1001 lacks.
 */
#define MOST_RARE_HANGUL_PERCENT 34

typedef struct
{
  gsize n_fit; /* characters of several bytes */
  gsize n_misfit;
} Fit;

typedef struct
{
  Fit fit; /* n_fit: common Hangul */
  gsize n_rare_hangul;
} KoreanFit;

static gsize
count_zero_bytes (BulBytes bytes)
{
  gsize n_zeros = 0;

  if (memchr (bytes.data, 0, bytes.length) == NULL)
    return 0;

  for (gsize i = 0; i < bytes.length; i++)
    n_zeros += bytes.data[i] == 0;
  return n_zeros;
}

static gboolean
is_common_unit (guint unit)
{
  return unit == '\t' || unit == '\n' || unit == '\r' || (unit >= 0x20 && unit < 0x7f)
         || (unit >= 0xac00 && unit <= 0xd7a3) || (unit >= 0x2010 && unit <= 0x2027)
         || (unit >= 0x3000 && unit <= 0x303f);
}

/* Returns: (nullable): the byte order in which most units are letters of Korean or English. */
static const BulCharset *
guess_utf16 (BulBytes bytes)
{
  gsize n_units = bytes.length / 2;
  gsize n_little = 0;
  gsize n_big = 0;

  if (bytes.length % 2 != 0 && n_units < 32)
    return NULL;

  for (gsize i = 0; i < n_units; i++)
    {
      guint first = bytes.data[2 * i];
      guint second = bytes.data[2 * i + 1];

      n_little += is_common_unit (second << 8 | first);
      n_big += is_common_unit (first << 8 | second);
    }

  if (MAX (n_little, n_big) * 10 < n_units * 6)
    return NULL;
  return n_little >= n_big ? &bul_charset_utf16le : &bul_charset_utf16be;
}

static gboolean
is_iso_2022_kr (BulBytes bytes)
{
  if (memchr (bytes.data, '\033', bytes.length) == NULL
      || g_strstr_len ((const char *) bytes.data, (gssize) bytes.length, "\033$)C") == NULL)
    return FALSE;

  for (gsize i = 0; i < bytes.length; i++)
    if (bytes.data[i] >= 0x80)
      return FALSE;
  return TRUE;
}

static Fit
fit_utf8 (BulBytes bytes)
{
  Fit fit = { 0 };

  for (gsize at = 0; at < bytes.length;)
    {
      gsize n_valid = bul_scan_valid (bytes.data + at, bytes.length - at);

      for (gsize i = at; i < at + n_valid; i++)
        fit.n_fit += bytes.data[i] >= 0xc0;

      at += n_valid;
      if (at < bytes.length)
        {
          fit.n_misfit++;
          at += bul_scan_broken (bytes.data + at, bytes.length - at);
        }
    }

  return fit;
}

static gboolean
is_common_hangul (guchar lead, guchar trail)
{
  return lead >= 0xb0 && lead <= 0xc8 && trail >= 0xa1;
}

/* What CP949 adds to KS X 1001: whole rows below A1, and the places below A1 of the rows to C6. */
static gboolean
is_rare_hangul (guchar lead, guchar trail)
{
  gboolean is_trail = (trail >= 'A' && trail <= 'Z') || (trail >= 'a' && trail <= 'z')
                      || (trail >= 0x81 && trail <= 0xfe);

  if (!is_trail || lead < 0x81 || lead > 0xc6)
    return FALSE;
  return lead <= 0xa0 || (trail < 0xa1 && (lead < 0xc6 || trail <= 'R'));
}

static gboolean
is_sign_or_ideograph (guchar lead, guchar trail)
{
  return trail >= 0xa1 && trail != 0xff
         && ((lead >= 0xa1 && lead <= 0xac) || (lead >= 0xca && lead <= 0xfd));
}

static KoreanFit
fit_cp949 (BulBytes bytes)
{
  KoreanFit korean = { 0 };

  for (gsize at = 0; at < bytes.length; at++)
    {
      guchar lead = bytes.data[at];
      guchar trail = at + 1 < bytes.length ? bytes.data[at + 1] : 0;

      if (lead < 0x80)
        continue;

      if (trail != 0xff && is_common_hangul (lead, trail))
        korean.fit.n_fit++;
      else if (is_rare_hangul (lead, trail))
        korean.n_rare_hangul++;
      else if (!is_sign_or_ideograph (lead, trail))
        {
          korean.fit.n_misfit++;
          continue;
        }
      at++;
    }

  return korean;
}

static gboolean
reads_as_korean (const KoreanFit *korean)
{
  gsize n_hangul = korean->fit.n_fit + korean->n_rare_hangul;

  return n_hangul == 0 || korean->n_rare_hangul * 100 < n_hangul * MOST_RARE_HANGUL_PERCENT;
}

static gboolean
fits_mostly (const Fit *fit)
{
  return fit->n_fit >= fit->n_misfit * FIT_PER_MISFIT;
}

static gboolean
is_control (guchar byte)
{
  return byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\f' && byte != '\r';
}

/* One control in twenty characters is no script, and a zero byte in no known encoding neither. */
static gboolean
may_be_text (BulBytes bytes, gsize n_zeros)
{
  gsize n_controls = 0;

  for (gsize i = 0; i < bytes.length; i++)
    n_controls += is_control (bytes.data[i]);
  return n_zeros == 0 && n_controls * 20 <= bytes.length;
}

static const BulCharset *
guess_damaged (BulBytes bytes, const Fit *utf8, const KoreanFit *korean, gsize n_zeros)
{
  if (fits_mostly (utf8))
    return &bul_charset_utf8;
  if (reads_as_korean (korean) && fits_mostly (&korean->fit))
    return &bul_charset_cp949;
  if (may_be_text (bytes, n_zeros))
    return &bul_charset_windows_1252;
  return NULL;
}

BulCharsetGuess
bul_charset_guess (BulBytes bytes)
{
  BulCharsetGuess guess = { NULL, TRUE, 0 };
  gsize n_zeros = count_zero_bytes (bytes);
  Fit utf8;
  KoreanFit korean;

  if (n_zeros > 0)
    guess.charset = guess_utf16 (bytes);
  if (guess.charset != NULL || n_zeros > 1 + bytes.length / 256)
    return guess;

  if (is_iso_2022_kr (bytes))
    {
      guess.charset = &bul_charset_iso_2022_kr;
      return guess;
    }

  guess.n_known_utf8 = bul_scan_valid (bytes.data, bytes.length);
  guess.charset = &bul_charset_utf8;
  if (guess.n_known_utf8 == bytes.length)
    return guess;

  utf8 = fit_utf8 (bytes);
  korean = fit_cp949 (bytes);
  guess.charset = &bul_charset_cp949;
  if (korean.fit.n_misfit == 0 && reads_as_korean (&korean))
    return guess;

  guess.is_certain = FALSE;
  guess.charset = guess_damaged (bytes, &utf8, &korean, n_zeros);
  return guess;
}
