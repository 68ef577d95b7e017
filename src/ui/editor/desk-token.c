/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-token.h"

/* A word longer than this may be broken anywhere. */
#define MAX_UNBROKEN 20

static gboolean
is_hangul (gunichar c)
{
  return c >= 0xac00 && c <= 0xd7a3;
}

gboolean
desk_token_has_hangul (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (is_hangul (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

static void
append_word (GArray *ranges, guint start, guint end, gboolean hangul)
{
  BulRange range = { start, end };

  if (hangul && end - start > 1 && end - start <= MAX_UNBROKEN)
    g_array_append_val (ranges, range);
}

void
desk_token_append_unbroken (GArray *ranges, const char *text)
{
  guint start = 0;
  guint at = 0;
  gboolean hangul = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p), at++)
    {
      gunichar c = g_utf8_get_char (p);

      hangul = hangul || is_hangul (c);
      if (!g_unichar_isspace (c))
        continue;
      append_word (ranges, start, at, hangul);
      start = at + 1;
      hangul = FALSE;
    }
  append_word (ranges, start, at, hangul);
}

static gboolean
is_separator (gunichar c)
{
  return c == '.' || c == ',' || c == ':' || c == '/';
}

static gboolean
is_part_of_word (const gunichar *chars, glong n_chars, glong i)
{
  if (i < 0 || i >= n_chars)
    return FALSE;
  if (g_unichar_isalnum (chars[i]) || g_unichar_ismark (chars[i]))
    return TRUE;
  return is_separator (chars[i]) && i > 0 && i + 1 < n_chars && g_unichar_isdigit (chars[i - 1])
         && g_unichar_isdigit (chars[i + 1]);
}

BulRange
desk_token_find (const char *text, guint offset)
{
  glong n_chars;
  g_autofree gunichar *chars = g_utf8_to_ucs4_fast (text, -1, &n_chars);
  glong start = MIN ((glong) offset, n_chars);
  glong end = start;

  while (is_part_of_word (chars, n_chars, start - 1))
    start--;
  while (is_part_of_word (chars, n_chars, end))
    end++;
  return (BulRange){ start, end };
}
