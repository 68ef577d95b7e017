/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-charset-private.h"
#include "bul-cp949-private.h"
#include "bul-mojibake-private.h"

/* By so many bits must a syllable be likelier than any other that fits. */
#define CERTAIN 7

#define NEVER 40

#define IS_TRAIL(byte) (((byte) &0xc0) == 0x80)

/* A byte that is gone may be a question mark. */
#define IS_GONE(byte) ((byte) == BUL_MOJIBAKE_UNKNOWN || (byte) == '?')

/* Bytes of one character of Korean. */
#define N_BYTES_OF_SYLLABLE 3

#define FIRST_SYLLABLE 0xac00
#define LAST_SYLLABLE 0xd7a3

static guint
count_trails (guint8 lead)
{
  return lead >= 0xe0 && lead < 0xf0 ? 2 : lead >= 0xc2 && lead < 0xe0 ? 1 : 0;
}

/* Returns: how many bytes the whole character at the start of @bytes has; 0 where it is not whole.
 */
static gsize
read_char (const guint8 *bytes, gsize n_bytes, gunichar *c)
{
  guint n_trails = count_trails (bytes[0]);

  if (bytes[0] < 0x80)
    {
      *c = bytes[0];
      return 1;
    }
  if (n_trails == 0 || n_trails >= n_bytes)
    return 0;

  *c = n_trails == 2 ? bytes[0] & 0x0f : bytes[0] & 0x1f;
  for (guint i = 1; i <= n_trails; i++)
    {
      if (!IS_TRAIL (bytes[i]))
        return 0;
      *c = *c << 6 | (bytes[i] & 0x3f);
    }
  return *c >= (n_trails == 2 ? 0x800u : 0x80u) && g_unichar_validate (*c) ? n_trails + 1 : 0;
}

static void
count_char (BulMojibakeReading *reading, gunichar c)
{
  gboolean is_hangul = c >= FIRST_SYLLABLE && c <= LAST_SYLLABLE;
  gboolean is_sign = c < 0x100 || (c >= 0x2000 && c < 0x3100) || c >= 0xff00;

  reading->n_hangul += is_hangul;
  reading->n_proofs += is_hangul;
  reading->n_doubtful += !is_hangul && !is_sign;
}

/* In bits of surprise. */
static guint
cost_of_syllable (gunichar c, GIConv converter)
{
  char utf8[6];
  gssize n = g_unichar_to_utf8 (c, utf8);
  g_autofree char *pair = NULL;

  if (c < FIRST_SYLLABLE || c > LAST_SYLLABLE)
    return NEVER;
  pair = g_convert_with_iconv (utf8, n, converter, NULL, NULL, NULL);
  return pair == NULL ? NEVER : bul_cp949_cost ((guchar) pair[0], (guchar) pair[1]);
}

/*
 * Of a syllable that has lost its first byte four are possible, and mostly one of them is written
 * at all: of 뗰, 연 and 헰 it is 연. Returns: 0 where that is not certain.
 */
static gunichar
guess_syllable (guint8 middle, guint8 last, GIConv converter)
{
  gunichar best = 0;
  guint best_cost = NEVER;
  guint next_cost = NEVER;

  for (gunichar c = 0xa000; c <= 0xd000; c += 0x1000)
    {
      gunichar syllable = c | (gunichar) (middle & 0x3f) << 6 | (last & 0x3f);
      guint cost = cost_of_syllable (syllable, converter);

      next_cost = MIN (next_cost, MAX (cost, best_cost));
      if (cost < best_cost)
        {
          best = syllable;
          best_cost = cost;
        }
    }
  return best_cost + CERTAIN <= next_cost ? best : 0;
}

static gboolean
is_beheaded (const guint8 *bytes, gsize n_bytes)
{
  return n_bytes >= N_BYTES_OF_SYLLABLE && IS_GONE (bytes[0]) && IS_TRAIL (bytes[1])
         && IS_TRAIL (bytes[2]);
}

/* Returns: how many bytes of characters that are not whole stand at the start of @bytes. */
static gsize
count_broken (const guint8 *bytes, gsize n_bytes)
{
  gsize n = 1;

  while (n < n_bytes && !is_beheaded (bytes + n, n_bytes - n)
         && (IS_TRAIL (bytes[n]) || bytes[n] == BUL_MOJIBAKE_UNKNOWN
             || (bytes[n] == '?' && n % N_BYTES_OF_SYLLABLE != 0)))
    n++;
  return n;
}

/* Whether the bytes are what is left of syllables, and not signs that were never part of one. */
static gboolean
is_rest (const guint8 *bytes, gsize n_bytes)
{
  if (n_bytes > 1 && bytes[0] >= 0xea && bytes[0] <= 0xed)
    return TRUE;
  for (gsize i = 0; i < n_bytes; i++)
    if (IS_GONE (bytes[i]))
      return TRUE;
  return FALSE;
}

/* Returns: how many bytes were read, the characters they are not being whole. */
static gsize
read_broken (const guint8 *bytes, gsize n_bytes, GIConv converter, BulMojibakeReading *reading)
{
  gsize length = is_beheaded (bytes, n_bytes) ? N_BYTES_OF_SYLLABLE : count_broken (bytes, n_bytes);
  gunichar c = 0;

  if (is_beheaded (bytes, n_bytes))
    c = guess_syllable (bytes[1], bytes[2], converter);
  if (c != 0)
    {
      g_string_append_unichar (reading->text, c);
      count_char (reading, c);
      return length;
    }
  reading->n_doubtful += !is_rest (bytes, length);
  for (gsize n = 0; n < length; n += N_BYTES_OF_SYLLABLE)
    {
      reading->n_lost++;
      g_string_append (reading->text, "\uFFFD");
    }
  return length;
}

void
bul_mojibake_read_utf8 (const guint8 *bytes, gsize n_bytes, BulMojibakeReading *reading)
{
  GIConv converter = g_iconv_open (bul_charset_cp949.name, "UTF-8");

  if (converter == (GIConv) -1)
    return;
  for (gsize i = 0; i < n_bytes;)
    {
      gunichar c = 0;
      gsize length = read_char (bytes + i, n_bytes - i, &c);
      gboolean hides = IS_GONE (bytes[i]) && i + 1 < n_bytes && IS_TRAIL (bytes[i + 1]);

      if (length > 0 && !hides)
        {
          g_string_append_unichar (reading->text, c);
          count_char (reading, c);
          i += length;
        }
      else
        i += read_broken (bytes + i, n_bytes - i, converter, reading);
    }
  g_iconv_close (converter);
}
