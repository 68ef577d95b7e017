/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-normal.h"

#include <string.h>

#include "bul-chars.h"
#include "bul-scan-private.h"

/* So many bytes are composed at once, and more where the next character joins the one before.
 * Sorting combining marks costs the square of their number; no script has as many as the second. */
#define LONG_STRETCH ((gsize) 1024)
#define LONGEST_STRETCH ((gsize) 4096)

#define REPLACEMENT "\357\277\275"

typedef enum
{
  IDEOGRAPHS_KEPT,
  IDEOGRAPHS_UNIFIED,
} Ideographs;

/* Is NFC by itself, and never joins with what stands before it. */
static gboolean
is_plain (gunichar c)
{
  static const struct
  {
    gunichar first;
    gunichar last;
  } plain[] = {
    { 0xac00, 0xd7a3 }, /* Hangul syllables */
    { 0x0000, 0x02ff }, /* Latin */
    { 0x3400, 0x9fff }, /* ideographs */
    { 0x2002, 0x20cf }, /* punctuation and currencies, without two spaces that have doubles */
    { 0x3000, 0x3029 }, /* punctuation of East Asia */
    { 0x3030, 0x3098 }, /* Hiragana */
    { 0x309b, 0x33ff }, /* Katakana, Hangul letters, units */
    { 0xff00, 0xffef }, /* wide and narrow forms */
    { 0x2460, 0x27ff }, /* numbers in circles, boxes, marks */
    { 0x2190, 0x2203 }, /* arrows */
  };

  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    if (c >= plain[i].first && c <= plain[i].last)
      return TRUE;
  return FALSE;
}

/* One of the 268 that KS X 1001 holds twice or more, by their readings. */
static gboolean
is_kept (gunichar c, Ideographs ideographs)
{
  return ideographs == IDEOGRAPHS_KEPT && c >= 0xf900 && c <= 0xfa0b;
}

/* Returns: the next character that is not plain or not allowed. */
static const char *
skip_plain (const char *at, const char *end)
{
  while (at < end)
    {
      const char *look_end = NULL;

      at += bul_scan_plain (at, (gsize) (end - at));
      look_end = at + MIN ((gsize) (end - at), 2 * BUL_SCAN_BLOCK);
      for (; at < look_end; at = g_utf8_next_char (at))
        {
          gunichar c = g_utf8_get_char (at);

          if (!is_plain (c) || bul_chars_is_forbidden (c))
            return at;
        }
    }
  return end;
}

/* Whether @c may be composed with what stands before it, or sorted among it: vowels and finals of
 * Hangul, and marks. */
static gboolean
may_join (gunichar c)
{
  return (c >= 0x1160 && c <= 0x11ff) || g_unichar_ismark (c);
}

/* Returns: the end of the characters from @at on that only make sense together. */
static const char *
skip_unsettled (const char *at, const char *end, Ideographs ideographs)
{
  const char *start = at;

  while (at < end && (gsize) (at - start) < LONGEST_STRETCH)
    {
      gunichar c = g_utf8_get_char (at);

      if (is_plain (c) || is_kept (c, ideographs) || bul_chars_is_forbidden (c)
          || ((gsize) (at - start) >= LONG_STRETCH && !may_join (c)))
        break;
      at = g_utf8_next_char (at);
    }
  return at;
}

char *
bul_normalize (const char *text, gssize length, GNormalizeMode mode)
{
  char *normal = g_utf8_normalize (text, length, mode);

  if (normal == NULL)
    g_error ("GLib failed to allocate memory for the normal form of a text");
  return normal;
}

static void
append_composed (GString *out, const char *start, const char *end)
{
  g_autofree char *composed = bul_normalize (start, end - start, G_NORMALIZE_DEFAULT_COMPOSE);

  g_string_append (out, composed);
}

static char *
dup_bytes (const char *text, gsize length)
{
  char *copy = g_malloc (length + 1);

  memcpy (copy, text, length);
  copy[length] = '\0';
  return copy;
}

/* Most text is plain from end to end and copied at once; only what is not is composed. */
static char *
normalise (const char *text, gsize length, Ideographs ideographs)
{
  const char *end = text + length;
  const char *copied = text;
  const char *at = skip_plain (text, end);
  const char *plain = text;
  g_autoptr (GString) out = NULL;

  if (at == end)
    return dup_bytes (text, length);

  out = g_string_sized_new (length + 16);
  while (at < end)
    {
      gunichar c = g_utf8_get_char (at);

      if (is_kept (c, ideographs))
        {
          at = g_utf8_next_char (at);
        }
      else if (bul_chars_is_forbidden (c))
        {
          g_string_append_len (out, copied, at - copied);
          g_string_append (out, REPLACEMENT);
          at = copied = g_utf8_next_char (at);
        }
      else
        {
          /* The plain character before it is what it may join with. */
          const char *start = at > plain ? g_utf8_prev_char (at) : at;

          g_string_append_len (out, copied, start - copied);
          at = copied = skip_unsettled (at, end, ideographs);
          append_composed (out, start, at);
        }

      plain = at;
      at = skip_plain (at, end);
    }

  g_string_append_len (out, copied, end - copied);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

char *
bul_normal_form (const char *text, gssize length)
{
  g_return_val_if_fail (text != NULL, NULL);

  return normalise (text, length < 0 ? strlen (text) : (gsize) length, IDEOGRAPHS_KEPT);
}

char *
bul_normal_form_take (char *text, gsize length)
{
  char *normal;

  g_return_val_if_fail (text != NULL, NULL);

  if (skip_plain (text, text + length) == text + length)
    return text;
  normal = normalise (text, length, IDEOGRAPHS_KEPT);
  g_free (text);
  return normal;
}

char *
bul_fold (const char *text, gssize length)
{
  gsize n_bytes = 0;
  g_autofree char *unified = NULL;
  g_autofree char *one_case = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  n_bytes = length < 0 ? strlen (text) : (gsize) length;
  unified = normalise (text, n_bytes, IDEOGRAPHS_UNIFIED);
  if (g_str_is_ascii (unified))
    return g_ascii_strdown (unified, -1);

  one_case = g_utf8_casefold (unified, -1);
  return normalise (one_case, strlen (one_case), IDEOGRAPHS_UNIFIED);
}
