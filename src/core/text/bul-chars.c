/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-chars.h"

#include <string.h>

static const char *
skip (const char *text, guint n_chars)
{
  while (n_chars > 0 && *text != '\0')
    {
      text = g_utf8_next_char (text);
      n_chars--;
    }
  return text;
}

/* How many of eight bytes begin no character: those of the form 10xxxxxx. */
static guint
count_trailing (const char *bytes)
{
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101);
  guint64 word;

  memcpy (&word, bytes, sizeof word);
  return (guint) ((((word >> 7) & ~(word >> 6) & ones) * ones) >> 56);
}

static gboolean
is_trailing (char byte)
{
  return ((guchar) byte & 0xc0) == 0x80;
}

/* How many characters begin in @length bytes; eight bytes at a time, for this is asked of every
 * place in a script. */
static guint
count_begun (const char *text, gsize length)
{
  gsize n = length;
  gsize i = 0;

  for (; i + 8 <= length; i += 8)
    n -= count_trailing (text + i);
  for (; i < length; i++)
    n -= is_trailing (text[i]);
  return (guint) n;
}

guint
bul_chars_count (const char *text)
{
  g_return_val_if_fail (text != NULL, 0);

  return count_begun (text, strlen (text));
}

char *
bul_chars_slice (const char *text, guint start, guint end)
{
  const char *first = NULL;
  const char *last = NULL;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (start <= end, NULL);

  first = skip (text, start);
  last = skip (first, end - start);
  return g_strndup (first, (gsize) (last - first));
}

gsize
bul_chars_to_byte (const char *text, guint offset)
{
  g_return_val_if_fail (text != NULL, 0);

  return (gsize) (skip (text, offset) - text);
}

guint
bul_chars_from_byte (const char *text, gsize byte)
{
  g_return_val_if_fail (text != NULL, 0);

  byte = strnlen (text, byte);
  return count_begun (text, byte) - is_trailing (text[byte]);
}

gboolean
bul_chars_find (const char *text, const char *needle, guint from, guint *at)
{
  const char *start = NULL;
  const char *found = NULL;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (needle != NULL, FALSE);

  if (*needle == '\0')
    return FALSE;

  start = skip (text, from);
  found = strstr (start, needle);
  if (found == NULL)
    return FALSE;

  *at = from + (guint) g_utf8_strlen (start, found - start);
  return TRUE;
}

gboolean
bul_chars_valid_block_text (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;

  /* Most bytes are told without looking at the character: what is not allowed begins with one of
   * these. */
  for (const guchar *at = (const guchar *) text; *at != '\0'; at++)
    {
      gunichar c;

      if (*at >= 0x20 && *at != 0xe2 && *at != 0xef)
        continue;
      c = g_utf8_get_char ((const char *) at);
      if (c == '\n' || c == '\r' || c == 0x2029 || bul_chars_is_forbidden (c))
        return FALSE;
    }

  return TRUE;
}

gboolean
bul_chars_is_blank (gunichar c)
{
  if (c < 0x80)
    return c == ' ' || (c >= '\t' && c <= '\r');

  return c == 0x0085 || c == 0x200b || c == 0x2060 || c == 0xfeff || g_unichar_isspace (c);
}

gboolean
bul_chars_is_forbidden (gunichar c)
{
  return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0xfffe || c == 0xffff;
}

const char *
bul_chars_trim (const char *text, gsize length, gsize *trimmed_length)
{
  const char *end = NULL;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (trimmed_length != NULL, NULL);

  end = text + length;
  while (text < end && bul_chars_is_blank (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);

  while (text < end)
    {
      const char *last = g_utf8_prev_char (end);

      if (!bul_chars_is_blank (g_utf8_get_char (last)))
        break;
      end = last;
    }

  *trimmed_length = (gsize) (end - text);
  return text;
}
