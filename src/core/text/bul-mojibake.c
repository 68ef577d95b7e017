/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-mojibake.h"

#include <string.h>

#include "bul-charset-private.h"
#include "bul-mojibake-private.h"
#include "bul-normal.h"

/* A line with more letters than this is not looked at: nobody would read what comes out. */
#define LONGEST 8192

/* So many bits must speak for Korean, and so many more for each place that is lost or doubtful. */
#define LEAST_WEIGHT 8
#define WEIGHT_OF_FLAW 2

/* --- what a line is made of */

/* By first bytes: sound lines are many, and told quickly. */
typedef struct
{
  guint n_pairs;      /* letters and signs beyond ASCII that follow one another, but for Korean */
  guint n_ideographs; /* and what was lost */
} Count;

static Count
count_bytes (const char *line, gsize length)
{
  Count count = { 0, 0 };
  gboolean is_after_letter = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      guchar c = (guchar) line[i];
      gboolean is_letter = (c >= 0xc2 && c <= 0xe2) || c >= 0xee;

      if (c >= 0x80 && c < 0xc0)
        continue;
      count.n_pairs += is_letter && is_after_letter;
      count.n_ideographs += (c >= 0xe4 && c <= 0xe9) || c == 0xef;
      is_after_letter = is_letter;
    }
  return count;
}

static gboolean
is_hangul (gunichar c)
{
  return c >= 0xac00 && c <= 0xd7a3;
}

/* --- ways in which it may have been damaged */

typedef enum
{
  READ_CP949,
  READ_MIXED,
  READ_UTF8,
} ReadBy;

/* Asked in this order; a later one must lose and doubt less than those before by its handicap. */
static const struct
{
  BulMojibakeTable table;
  ReadBy read_by;
  guint handicap;
} ways[] = {
  { BUL_MOJIBAKE_WINDOWS_1252, READ_UTF8, 0 },  { BUL_MOJIBAKE_MAC_ROMAN, READ_UTF8, 1 },
  { BUL_MOJIBAKE_WINDOWS_1252, READ_CP949, 1 }, { BUL_MOJIBAKE_MAC_ROMAN, READ_CP949, 1 },
  { BUL_MOJIBAKE_WINDOWS_1252, READ_MIXED, 1 },
};

/* Returns: (nullable) (transfer full): the bytes that @table reads as @chars, if all have one. */
static guint8 *
find_bytes (BulMojibakeTable table, const gunichar *chars, gsize n_chars)
{
  g_autofree guint8 *bytes = g_malloc (n_chars + 1);

  for (gsize i = 0; i < n_chars; i++)
    {
      bytes[i] = bul_mojibake_byte (table, chars[i]);
      if (bytes[i] == 0)
        return NULL;
    }
  return g_steal_pointer (&bytes);
}

/* Where bytes were read as UTF-8 by chance, many did not fit and were read one by one. */
static gboolean
may_be_mixed (const gunichar *chars, gsize n_chars)
{
  guint n_bytes = 0;
  guint n_wide = 0;

  for (gsize i = 0; i < n_chars; i++)
    {
      n_bytes += chars[i] >= 0x80 && chars[i] < 0x100;
      n_wide += chars[i] >= 0x100;
    }
  return 2 * n_bytes > n_wide;
}

static BulMojibakeReading
read_by (guint way, const gunichar *chars, gsize n_chars)
{
  BulMojibakeReading reading = { .text = g_string_new (NULL) };

  if (ways[way].read_by == READ_UTF8)
    {
      g_autofree guint8 *bytes = find_bytes (ways[way].table, chars, n_chars);

      if (bytes != NULL)
        bul_mojibake_read_utf8 (bytes, n_chars, &reading);
    }
  else if (ways[way].read_by == READ_CP949 || may_be_mixed (chars, n_chars))
    bul_mojibake_read_cp949 (chars, n_chars, ways[way].table, ways[way].read_by == READ_MIXED,
                             &reading);
  return reading;
}

static guint
count_flaws (const BulMojibakeReading *reading)
{
  return reading->n_lost + 2 * reading->n_doubtful;
}

/*
 * Korean is syllables, one beside the other; what else comes out of a sound line is not. UTF-8
 * proves itself, so that more of it may be lost.
 */
static gboolean
is_korean (const BulMojibakeReading *reading, ReadBy read_by, guint n_letters)
{
  if (reading->n_proofs < 2 || reading->n_hangul < 2 || reading->n_hangul <= 3 * reading->n_doubtful
      || 2 * reading->n_hangul <= n_letters)
    return FALSE;
  if (read_by == READ_UTF8)
    return 2 * reading->n_hangul > reading->n_lost;
  return 2 * reading->n_hangul > 3 * reading->n_lost
         && reading->weight >= LEAST_WEIGHT + WEIGHT_OF_FLAW * (gint) count_flaws (reading);
}

static guint
count_letters (const gunichar *chars, gsize n_chars)
{
  guint n = 0;

  for (gsize i = 0; i < n_chars; i++)
    n += chars[i] < 0x80 && g_ascii_isalpha ((char) chars[i]);
  return n;
}

/* Appends the best reading of the characters, where one is Korean. */
static gboolean
repair_stretch (GString *text, const gunichar *chars, gsize n_chars, guint *n_lost)
{
  guint n_letters = count_letters (chars, n_chars);
  g_autofree char *best = NULL;
  guint best_lost = 0;
  guint best_flaws = G_MAXUINT;

  for (guint way = 0; way < G_N_ELEMENTS (ways) && best_flaws > 0; way++)
    {
      BulMojibakeReading reading = read_by (way, chars, n_chars);

      if (is_korean (&reading, ways[way].read_by, n_letters)
          && (best == NULL || count_flaws (&reading) + ways[way].handicap < best_flaws))
        {
          g_free (best);
          best = g_strdup (reading.text->str);
          best_lost = reading.n_lost;
          best_flaws = count_flaws (&reading);
        }
      g_string_free (reading.text, TRUE);
    }
  if (best == NULL)
    return FALSE;
  g_string_append (text, best);
  *n_lost += best_lost;
  return TRUE;
}

/* --- lines of which a part is sound */

/* What is sound beyond doubt. */
typedef enum
{
  SOUND_KOREAN,  /* two syllables side by side: in a damaged line one may stand by chance */
  SOUND_ENGLISH, /* and two letters of ASCII; a damaged line may hold them too */
  N_SOUND,
} Sound;

static gboolean
is_sound_with (gunichar c, gunichar next, Sound sound)
{
  if (is_hangul (c) && is_hangul (next))
    return TRUE;
  return sound == SOUND_ENGLISH && c < 0x80 && next < 0x80 && g_ascii_isalpha ((char) c)
         && g_ascii_isalpha ((char) next);
}

/* Returns: how many of the characters, from the first on, are sound; whole words. */
static gsize
count_sound (const gunichar *chars, gsize n_chars, Sound sound)
{
  gsize n = 0;

  while (n + 1 < n_chars && is_sound_with (chars[n], chars[n + 1], sound))
    n++;
  return n == 0 ? 0 : n + 1;
}

/* Returns: how many of the characters, from the first on, may be damaged. */
static gsize
count_damaged (const gunichar *chars, gsize n_chars, Sound sound)
{
  gsize n = 0;

  while (n < n_chars && count_sound (chars + n, n_chars - n, sound) == 0)
    n++;
  return n;
}

static void
append_chars (GString *text, const gunichar *chars, gsize n_chars)
{
  for (gsize i = 0; i < n_chars; i++)
    g_string_append_unichar (text, chars[i]);
}

static gboolean
repair_stretches (GString *text, const gunichar *chars, gsize n_chars, Sound sound, guint *n_lost);

/* A stretch as a whole or, where that is no Korean, the parts of it that are. */
static gboolean
repair_part (GString *text, const gunichar *chars, gsize n_chars, Sound sound, guint *n_lost)
{
  if (repair_stretch (text, chars, n_chars, n_lost))
    return TRUE;
  if (sound + 1 < N_SOUND)
    return repair_stretches (text, chars, n_chars, sound + 1, n_lost);
  append_chars (text, chars, n_chars);
  return FALSE;
}

/* Appends the characters, what is damaged of them put right. Returns: whether anything was. */
static gboolean
repair_stretches (GString *text, const gunichar *chars, gsize n_chars, Sound sound, guint *n_lost)
{
  gboolean any = FALSE;

  for (gsize i = 0; i < n_chars;)
    {
      gsize n = count_sound (chars + i, n_chars - i, sound);

      append_chars (text, chars + i, n);
      i += n;
      n = count_damaged (chars + i, n_chars - i, sound);
      if (n > 0)
        any |= repair_part (text, chars + i, n, sound, n_lost);
      i += n;
    }
  return any;
}

/* --- UTF-8 that was read as CP949 */

static void
append_cp949 (GByteArray *bytes, gunichar c, GIConv converter)
{
  static const guint8 unknown = BUL_MOJIBAKE_UNKNOWN;
  char utf8[6];
  gsize n = (gsize) g_unichar_to_utf8 (c, utf8);
  gsize n_pair = 0;
  g_autofree char *pair = NULL;

  if (c != 0xfffd)
    pair = g_convert_with_iconv (utf8, (gssize) n, converter, NULL, &n_pair, NULL);
  if (pair == NULL)
    g_byte_array_append (bytes, &unknown, 1);
  else
    g_byte_array_append (bytes, (const guint8 *) pair, (guint) n_pair);
}

static gboolean
repair_cp949 (GString *text, const gunichar *chars, gsize n_chars, guint *n_lost)
{
  GIConv converter = g_iconv_open (bul_charset_cp949.name, "UTF-8");
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  BulMojibakeReading reading = { .text = text };

  if (converter == (GIConv) -1)
    return FALSE;
  for (gsize i = 0; i < n_chars; i++)
    append_cp949 (bytes, chars[i], converter);
  g_iconv_close (converter);

  bul_mojibake_read_utf8 (bytes->data, bytes->len, &reading);
  *n_lost += reading.n_lost;
  return is_korean (&reading, READ_UTF8, count_letters (chars, n_chars));
}

/* --- the line */

static char *
finish (const GString *text)
{
  return bul_normal_form (text->str, (gssize) text->len);
}

char *
bul_mojibake_repair (const char *line, gsize length, guint *n_lost)
{
  Count count = count_bytes (line, length);
  g_autoptr (GString) text = NULL;
  g_autofree gunichar *chars = NULL;
  glong n_chars;
  guint lost = 0;
  gboolean is_damaged = FALSE;

  if ((count.n_pairs < 2 && count.n_ideographs < 2) || length > LONGEST)
    return NULL;

  chars = g_utf8_to_ucs4_fast (line, (glong) length, &n_chars);
  text = g_string_new (NULL);
  if (count.n_pairs >= 2)
    is_damaged = repair_stretches (text, chars, (gsize) n_chars, SOUND_KOREAN, &lost);
  if (!is_damaged && count.n_ideographs >= 2)
    {
      g_string_truncate (text, 0);
      lost = 0;
      is_damaged = repair_cp949 (text, chars, (gsize) n_chars, &lost);
    }
  if (is_damaged && n_lost != NULL)
    *n_lost = lost;
  return is_damaged ? finish (text) : NULL;
}

gboolean
bul_mojibake_is_damaged (const char *line, gsize length)
{
  g_autofree char *repaired = bul_mojibake_repair (line, length, NULL);

  return repaired != NULL;
}
