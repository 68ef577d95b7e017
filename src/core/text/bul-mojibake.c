/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-mojibake.h"

#include "bul-charset-private.h"
#include "bul-mojibake-private.h"
#include "bul-normal.h"

/* A line with more letters than this is not looked at: nobody would read what comes out. */
#define LONGEST 8192

guint8
bul_mojibake_byte (gunichar c)
{
  if (c < 0x100)
    return (guint8) c;
  for (guint8 i = 0; i < 0x20; i++)
    if (bul_charset_windows_1252_from_80[i] == c)
      return 0x80 + i;
  return 0;
}

/* What the line is made of. */
typedef struct
{
  guint n_foreign; /* that damage may have made: below U+0800 and no ASCII, or of windows-1252 */
  guint n_letters; /* of ASCII */
  guint n_korean;  /* which no damage makes */
} Count;

/* By first bytes: sound lines are many, and told quickly. */
static Count
count_bytes (const char *line, gsize length)
{
  Count count = { 0 };

  for (gsize i = 0; i < length; i++)
    {
      guchar c = line[i];

      if (c < 0x80)
        count.n_letters += g_ascii_isalpha (c);
      else if (c >= 0xc2 && c <= 0xdf)
        count.n_foreign++;
      else if (c >= 0xe3 && c <= 0xed)
        count.n_korean++;
    }
  return count;
}

/* UTF-8 that was read byte by byte. */
static void
read_utf8 (const gunichar *chars, gsize n_chars, BulMojibakeReading *reading)
{
  for (gsize i = 0; i < n_chars;)
    {
      guint8 byte = bul_mojibake_byte (chars[i]);
      guint n_more = byte >= 0xe0 && byte < 0xf0 ? 2 : byte >= 0xc2 && byte < 0xe0 ? 1 : 0;
      gunichar c = n_more == 2 ? byte & 0x0f : byte & 0x1f;
      guint n = 0;

      while (n < n_more && i + n + 1 < n_chars
             && (bul_mojibake_byte (chars[i + n + 1]) & 0xc0) == 0x80)
        c = c << 6 | (bul_mojibake_byte (chars[i + ++n]) & 0x3f);
      if (byte != 0 && byte < 0x80)
        g_string_append_c (reading->text, (char) byte);
      else if (n_more > 0 && n == n_more && c >= 0x80 && g_unichar_validate (c))
        {
          gboolean hangul = c >= 0xac00 && c <= 0xd7a3;

          reading->n_hangul += hangul;
          reading->n_proofs += hangul;
          g_string_append_unichar (reading->text, c);
        }
      else
        {
          reading->n_lost++;
          g_string_append (reading->text, "\uFFFD");
        }
      i += n + 1;
    }
}

typedef enum
{
  WAY_UTF8,
  WAY_BYTES,
  WAY_MIXED,
  N_WAYS,
} Way;

static BulMojibakeReading
read_by (Way way, const gunichar *chars, gsize n_chars)
{
  BulMojibakeReading reading = { g_string_new (NULL), 0, 0, 0, 0 };

  if (way == WAY_UTF8)
    read_utf8 (chars, n_chars, &reading);
  else
    bul_mojibake_read_cp949 (chars, n_chars, way == WAY_MIXED, &reading);
  return reading;
}

/* Korean is syllables, one beside the other; what else comes out of a sound line is not. */
static gboolean
is_korean (const BulMojibakeReading *reading, const Count *count)
{
  return reading->n_proofs >= 2 && reading->n_hangul >= 2
         && reading->n_hangul > 3 * reading->n_doubtful
         && 2 * reading->n_hangul > 3 * reading->n_lost && 2 * reading->n_hangul > count->n_letters;
}

/* Of two readings of Korean the one that loses and doubts less. */
static gboolean
is_better (const BulMojibakeReading *a, const BulMojibakeReading *b)
{
  return a->n_lost + a->n_doubtful < b->n_lost + b->n_doubtful;
}

static char *
repair (const char *line, gsize length, const Count *count, guint *n_lost)
{
  glong n_chars;
  g_autofree gunichar *chars = g_utf8_to_ucs4_fast (line, (glong) length, &n_chars);
  char *best = NULL;
  BulMojibakeReading best_reading = { 0 };

  for (Way way = 0; way < N_WAYS; way++)
    {
      BulMojibakeReading reading = read_by (way, chars, (gsize) n_chars);

      if (is_korean (&reading, count) && (best == NULL || is_better (&reading, &best_reading)))
        {
          g_free (best);
          best = bul_normal_form (reading.text->str, reading.text->len);
          best_reading = reading;
        }
      g_string_free (reading.text, TRUE);
    }
  if (best != NULL && n_lost != NULL)
    *n_lost = best_reading.n_lost;
  return best;
}

char *
bul_mojibake_repair (const char *line, gsize length, guint *n_lost)
{
  Count count = count_bytes (line, length);

  if (count.n_foreign < 3 || count.n_korean > count.n_foreign / 4 || length > LONGEST
      || 2 * count.n_foreign < count.n_letters)
    return NULL;
  return repair (line, length, &count, n_lost);
}

gboolean
bul_mojibake_is_damaged (const char *line, gsize length)
{
  g_autofree char *repaired = bul_mojibake_repair (line, length, NULL);

  return repaired != NULL;
}
