/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-charset-private.h"

#include <string.h>

#include "bul-cp949-private.h"
#include "bul-scan-private.h"

/*
 * CP949 gives every pair of high bytes some Hangul, so that English with curly quotes reads as
 * Korean without an error. But a Korean text has few syllables that KS X 1001 lacks.
 */
#define MOST_RARE_HANGUL_PERCENT 34

/* So many bits less must a reading cost that is asked after another one. */
#define HANDICAP 10

/* What a reading costs, in bits of surprise, and how much of it speaks for or against it. */
typedef struct
{
  gsize cost;
  gsize n_fit;    /* characters that prove something */
  gsize n_misfit; /* bytes, or broken characters, that do not fit; zero bytes not counted */
  gboolean is_unlikely;
} Fit;

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
is_control (guint c)
{
  return c < 0x20 && c != '\t' && c != '\n' && c != '\f' && c != '\r';
}

/* Returns: 0 for what no script of Korean or English is full of. */
static guint
unit_cost (guint unit)
{
  if (unit < 0x7f)
    return is_control (unit) ? 0 : BUL_COST_ASCII;
  if (unit >= 0xac00 && unit <= 0xd7a3)
    return 9;
  if ((unit >= 0x2010 && unit <= 0x2027) || (unit >= 0x3000 && unit <= 0x303f))
    return 12;
  return 0;
}

static Fit
fit_utf16 (BulBytes bytes, guint low)
{
  gsize n_odd = bytes.length % 2;
  Fit fit = { BUL_COST_MISFIT * n_odd, 0, n_odd, FALSE };

  for (gsize at = 0; at + 1 < bytes.length; at += 2)
    {
      guint cost = unit_cost ((guint) bytes.data[at + low] | (guint) bytes.data[at + 1 - low] << 8);

      fit.n_fit += cost > 0;
      fit.n_misfit += cost == 0;
      fit.cost += cost > 0 ? cost : BUL_COST_MISFIT;
    }

  fit.is_unlikely = fit.n_misfit > n_odd;
  return fit;
}

static Fit
fit_utf16le (BulBytes bytes)
{
  return fit_utf16 (bytes, 0);
}

static Fit
fit_utf16be (BulBytes bytes)
{
  return fit_utf16 (bytes, 1);
}

/* Returns: (nullable): the byte order in which most units are letters of Korean or English. */
static const BulCharset *
guess_utf16 (BulBytes bytes)
{
  Fit little = fit_utf16le (bytes);
  Fit big = fit_utf16be (bytes);
  gsize n_units = bytes.length / 2;
  gsize least_percent = bytes.length % 2 == 0 ? 60 : 80;

  if (MAX (little.n_fit, big.n_fit) * 100 < n_units * least_percent)
    return NULL;
  return little.n_fit >= big.n_fit ? &bul_charset_utf16le : &bul_charset_utf16be;
}

/* Its bytes are those of ASCII. A few others are damage; more are another encoding. */
static gboolean
is_iso_2022_kr (BulBytes bytes, gsize *n_high)
{
  if (memchr (bytes.data, '\033', bytes.length) == NULL
      || g_strstr_len ((const char *) bytes.data, (gssize) bytes.length, "\033$)C") == NULL)
    return FALSE;

  *n_high = 0;
  for (gsize i = 0; i < bytes.length; i++)
    *n_high += bytes.data[i] >= 0x80;
  return *n_high <= 1 + bytes.length / 256;
}

/* A character of three bytes or more is hardly there by chance. */
static Fit
fit_utf8 (BulBytes bytes)
{
  Fit fit = { 0 };

  for (gsize at = 0; at < bytes.length;)
    {
      gsize n_valid = bul_scan_valid (bytes.data + at, bytes.length - at);

      for (gsize i = at; i < at + n_valid; i++)
        if (bytes.data[i] < 0x80)
          fit.cost += bul_cp949_byte_cost (bytes.data[i]);
        else if (bytes.data[i] >= 0xc0)
          {
            fit.n_fit += bytes.data[i] >= 0xe0 ? 2 : 1;
            fit.cost += bytes.data[i] >= 0xe0 ? 9 : 12;
          }

      at += n_valid;
      if (at < bytes.length)
        {
          fit.n_misfit++;
          fit.cost += BUL_COST_MISFIT;
          at += bul_scan_broken (bytes.data + at, bytes.length - at);
        }
    }

  fit.is_unlikely = fit.n_fit < fit.n_misfit;
  return fit;
}

static gboolean
is_letter (BulBytes bytes, gsize at)
{
  return at < bytes.length && g_ascii_isalpha (bytes.data[at]);
}

static gboolean
is_beside_letter (BulBytes bytes, gsize at, gsize n_bytes)
{
  return (at > 0 && is_letter (bytes, at - 1)) || is_letter (bytes, at + n_bytes);
}

/* Ideographs and syllables that hardly exist do not stand inside English words. */
static guint
pair_cost (BulBytes bytes, gsize at, BulCp949Sort sort)
{
  gboolean is_odd = (sort == BUL_CP949_IDEOGRAPH || sort == BUL_CP949_RARE_HANGUL)
                    && is_beside_letter (bytes, at, 2);

  return bul_cp949_cost (bytes.data[at], bytes.data[at + 1]) + (is_odd ? HANDICAP : 0);
}

static Fit
fit_cp949 (BulBytes bytes)
{
  g_autofree guint8 *cut = bul_cp949_cut (bytes.data, bytes.length);
  Fit fit = { 0 };
  gsize n_rare = 0;

  for (gsize at = 0; at < bytes.length; at += cut[at])
    if (cut[at] == 2)
      {
        BulCp949Sort sort = bul_cp949_sort (bytes.data[at], bytes.data[at + 1]);

        fit.n_fit += sort == BUL_CP949_HANGUL;
        n_rare += sort == BUL_CP949_RARE_HANGUL;
        fit.cost += pair_cost (bytes, at, sort);
      }
    else
      {
        fit.n_misfit += bytes.data[at] >= 0x80;
        fit.cost += bul_cp949_byte_cost (bytes.data[at]);
      }

  fit.is_unlikely = n_rare * 100 > (fit.n_fit + n_rare) * MOST_RARE_HANGUL_PERCENT
                    || (fit.n_misfit > 0 && fit.n_fit < fit.n_misfit);
  return fit;
}

/* As is_beside_letter(), with one more letter with an accent in between. */
static gboolean
is_in_word (BulBytes bytes, gsize at)
{
  gboolean follows = at > 1 && bytes.data[at - 1] >= 0xc0 && is_letter (bytes, at - 2);
  gboolean leads = at + 2 < bytes.length && bytes.data[at + 1] >= 0xc0 && is_letter (bytes, at + 2);

  return follows || leads || is_beside_letter (bytes, at, 1);
}

/* Letters of Western words stand beside letters of ASCII; the rest is what scripts seldom have. */
static guint
western_cost (BulBytes bytes, gsize at)
{
  guchar byte = bytes.data[at];
  if (byte < 0x80)
    return bul_cp949_byte_cost (byte);
  if (byte == 0x81 || byte == 0x8d || byte == 0x8f || byte == 0x90 || byte == 0x9d)
    return BUL_COST_MISFIT;
  /* curly quotes, dashes, the blank that does not break */
  if ((byte >= 0x91 && byte <= 0x97) || byte == 0x85 || byte == 0xa0)
    return 7;
  if (byte >= 0xc0)
    return is_in_word (bytes, at) ? 7 : 11;
  return byte < 0xa0 ? 12 : 10;
}

static Fit
fit_windows_1252 (BulBytes bytes)
{
  Fit fit = { 0 };
  gsize n_controls = 0;

  for (gsize at = 0; at < bytes.length; at++)
    {
      n_controls += is_control (bytes.data[at]);
      fit.cost += western_cost (bytes, at);
    }

  /* It never tells by itself that it is wrong. */
  fit.n_misfit = 1;
  fit.is_unlikely = n_controls * 20 > bytes.length;
  return fit;
}

/* In the order in which they are believed. */
static const struct
{
  const BulCharset *charset;
  Fit (*fit) (BulBytes bytes);
  guint handicap;
} candidates[] = {
  { &bul_charset_utf8, fit_utf8, 0 },
  { &bul_charset_cp949, fit_cp949, 0 },
  { &bul_charset_windows_1252, fit_windows_1252, HANDICAP },
  { &bul_charset_utf16le, fit_utf16le, 6 * HANDICAP },
  { &bul_charset_utf16be, fit_utf16be, 6 * HANDICAP },
};

static void
choose_likeliest (BulBytes bytes, BulCharsetGuess *guess)
{
  gsize least = G_MAXSIZE;

  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      Fit fit = candidates[i].fit (bytes);

      if (fit.is_unlikely || fit.cost + candidates[i].handicap >= least)
        continue;
      least = fit.cost + candidates[i].handicap;
      guess->charset = candidates[i].charset;
      guess->is_certain = fit.n_misfit == 0;
    }
}

BulCharsetGuess
bul_charset_guess (BulBytes bytes)
{
  BulCharsetGuess guess = { NULL, TRUE, 0 };
  gsize n_zeros = count_zero_bytes (bytes);
  gsize n_high = 0;

  /* One zero byte is damage; so many are the upper halves of ASCII, or no text. */
  if (n_zeros > 1 + bytes.length / 256)
    {
      guess.charset = guess_utf16 (bytes);
      return guess;
    }

  if (is_iso_2022_kr (bytes, &n_high))
    {
      guess.charset = &bul_charset_iso_2022_kr;
      guess.is_certain = n_high == 0;
      return guess;
    }

  guess.n_known_utf8 = bul_scan_valid (bytes.data, bytes.length);
  if (guess.n_known_utf8 < bytes.length || n_zeros > 0)
    choose_likeliest (bytes, &guess);
  else
    guess.charset = &bul_charset_utf8;
  return guess;
}
