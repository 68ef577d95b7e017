/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-slice-private.h"

#include "bul-chars.h"

static const char *const quote_marks[] = { "\"", "“", "”", "＂", "″", "「", "」", "『", "』" };

/* Whether a blank can neither begin nor end @slice: letters of ASCII and Hangul are none. */
static gboolean
is_trimmed (BulSlice slice)
{
  guchar first = slice.start[0];
  guchar last = slice.start[slice.length - 1];

  if (first <= ' ' || (first >= 0x7f && (first < 0xea || first > 0xed)))
    return FALSE;
  if (last < 0x80)
    return last > ' ' && last != 0x7f;
  return slice.length >= 3 && (guchar) slice.start[slice.length - 3] >= 0xea
         && (guchar) slice.start[slice.length - 3] <= 0xed;
}

gboolean
bul_slice_is_any (BulSlice slice, const char *const *texts, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (bul_slice_equal (slice, texts[i]))
      return TRUE;
  return FALSE;
}

gboolean
bul_slice_starts_any (BulSlice slice, const char *const *texts, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (bul_slice_starts (slice, texts[i]))
      return TRUE;
  return FALSE;
}

gboolean
bul_slice_ends_any (BulSlice slice, const char *const *texts, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (bul_slice_ends (slice, texts[i]))
      return TRUE;
  return FALSE;
}

BulSlice
bul_slice_trim (BulSlice slice)
{
  BulSlice trimmed = BUL_SLICE_NONE;

  if (slice.start == NULL)
    return trimmed;
  if (slice.length > 0 && is_trimmed (slice))
    return slice;
  trimmed.start = bul_chars_trim (slice.start, slice.length, &trimmed.length);
  return trimmed;
}

/* The byte of @needle that is rarest in a line: not a blank, nor the first byte of a syllable,
 * which many of them share. */
static gsize
find_anchor (const char *needle, gsize length)
{
  if ((guchar) needle[0] >= 0x80)
    return 2 < length ? 2 : length - 1;
  return needle[0] == ' ' && length > 1 ? find_anchor (needle + 1, length - 1) + 1 : 0;
}

/* Lines and needles are short: what memmem() sets up for each search would take longer than these
 * steps. */
const char *
bul_slice_find (BulSlice slice, const char *needle)
{
  gsize length = strlen (needle);
  gsize anchor;
  const char *at;
  const char *end;

  if (slice.length == 0 || length > slice.length)
    return NULL;
  if (length == 0)
    return slice.start;
  anchor = find_anchor (needle, length);
  at = slice.start + anchor;
  end = slice.start + slice.length - length + anchor + 1;
  while ((at = memchr (at, needle[anchor], (gsize) (end - at))) != NULL)
    {
      if (memcmp (at - anchor, needle, length) == 0)
        return at - anchor;
      at++;
    }
  return NULL;
}

const char *
bul_slice_find_last (BulSlice slice, const char *needle)
{
  return slice.length == 0 ? NULL : g_strrstr_len (slice.start, slice.length, needle);
}

BulSlice
bul_slice_take_word (BulSlice *slice)
{
  const char *end = bul_slice_find (*slice, " ");
  BulSlice word = end == NULL ? *slice : bul_slice (slice->start, end);

  *slice = bul_slice_trim (bul_slice (word.start + word.length, slice->start + slice->length));
  return word;
}

BulSlice
bul_slice_take_last_word (BulSlice *slice)
{
  const char *blank = bul_slice_find_last (*slice, " ");
  BulSlice word = blank == NULL ? *slice : bul_slice (blank + 1, slice->start + slice->length);

  *slice = bul_slice_trim (bul_slice (slice->start, word.start));
  return word;
}

gboolean
bul_slice_take_bullet (BulSlice *slice)
{
  static const char *const bullets[] = { "•", "·", "ㆍ", "▪", "◦", "*" };

  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++)
    if (bul_slice_starts (*slice, bullets[i]))
      {
        *slice = bul_slice_trim (
            bul_slice (slice->start + strlen (bullets[i]), slice->start + slice->length));
        return TRUE;
      }
  return FALSE;
}

guint
bul_slice_count_hangul (BulSlice slice)
{
  const char *end = slice.start + slice.length;
  guint count = 0;

  for (const char *p = slice.start; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 0xac00 || c > 0xd7a3)
        return 0;
      count++;
    }
  return count;
}

gsize
bul_slice_starts_quote (BulSlice slice)
{
  for (guint i = 0; i < G_N_ELEMENTS (quote_marks); i++)
    if (bul_slice_starts (slice, quote_marks[i]))
      return strlen (quote_marks[i]);
  return 0;
}

gsize
bul_slice_ends_quote (BulSlice slice)
{
  for (guint i = 0; i < G_N_ELEMENTS (quote_marks); i++)
    if (bul_slice_ends (slice, quote_marks[i]))
      return strlen (quote_marks[i]);
  return 0;
}

/* Takes @text from the start of @slice, and blanks behind it. */
gboolean
bul_slice_take (BulSlice *slice, const char *text)
{
  if (!bul_slice_starts (*slice, text))
    return FALSE;
  *slice = bul_slice_trim (bul_slice (slice->start + strlen (text), bul_slice_end (*slice)));
  return TRUE;
}

gboolean
bul_slice_take_end (BulSlice *slice, const char *text)
{
  if (!bul_slice_ends (*slice, text))
    return FALSE;
  *slice = bul_slice_trim (bul_slice (slice->start, bul_slice_end (*slice) - strlen (text)));
  return TRUE;
}

gboolean
bul_slice_take_any (BulSlice *slice, const char *const *texts, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (bul_slice_take (slice, texts[i]))
      return TRUE;
  return FALSE;
}

gboolean
bul_slice_take_end_any (BulSlice *slice, const char *const *texts, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (bul_slice_take_end (slice, texts[i]))
      return TRUE;
  return FALSE;
}

/* Splits @slice at the first @between; FALSE where it is not there. */
gboolean
bul_slice_split (BulSlice slice, const char *between, BulSlice *before, BulSlice *after)
{
  const char *at = bul_slice_find (slice, between);

  if (at == NULL)
    return FALSE;
  *before = bul_slice_trim (bul_slice (slice.start, at));
  *after = bul_slice_trim (bul_slice (at + strlen (between), bul_slice_end (slice)));
  return TRUE;
}
