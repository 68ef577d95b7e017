/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-slice-private.h"

#include "bul-chars.h"

static const char *const quote_marks[] = { "\"", "“", "”", "＂", "″", "「", "」", "『", "』" };

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

/* Most blanks are those of ASCII. */
BulSlice
bul_slice_trim_blanks (BulSlice slice)
{
  BulSlice trimmed = slice;

  if (slice.start == NULL)
    return BUL_SLICE_NONE;
  while (trimmed.length > 0 && trimmed.start[0] == ' ')
    trimmed = (BulSlice){ trimmed.start + 1, trimmed.length - 1 };
  while (trimmed.length > 0 && trimmed.start[trimmed.length - 1] == ' ')
    trimmed.length--;
  if (trimmed.length > 0 && !bul_slice_is_trimmed (trimmed))
    trimmed.start = bul_chars_trim (trimmed.start, trimmed.length, &trimmed.length);
  return trimmed;
}

/* Lines and needles are short: what memmem() sets up for each search would take longer than these
 * steps. */
const char *
bul_slice_find_by (BulSlice slice, const char *needle, gsize length, gsize anchor)
{
  const char *at = slice.start + anchor;
  const char *end = slice.start + slice.length - length + anchor + 1;

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
  gsize length = strlen (needle);

  if (slice.length == 0 || length == 0 || length > slice.length)
    return NULL;
  for (const char *at = slice.start + slice.length - length + 1; at-- > slice.start;)
    if (*at == *needle && memcmp (at, needle, length) == 0)
      return at;
  return NULL;
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
  const char *end;
  guint count = 0;

  if (slice.length == 0)
    return 0;
  end = slice.start + slice.length;
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
