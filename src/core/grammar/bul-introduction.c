/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-introduction-private.h"

#include <string.h>

/* Where the last sentence begins; abbreviations cut it short, and then it begins with no name. */
static BulSlice
last_sentence (BulSlice line)
{
  const char *end = bul_slice_end (line);

  for (const char *p = end - 1; p - line.start >= 2; p--)
    if (p[-1] == ' ' && (p[-2] == '.' || p[-2] == '?' || p[-2] == '!'))
      return bul_slice (p, end);
  return line;
}

static gboolean
is_name_word (BulSlice word)
{
  if (word.length < 2 || !g_ascii_isupper (word.start[0]))
    return FALSE;
  for (gsize i = 1; i < word.length; i++)
    if (!g_ascii_isalpha (word.start[i]) && strchr ("-'", word.start[i]) == NULL)
      return FALSE;
  return g_ascii_islower (bul_slice_end (word)[-1]);
}

BulSlice
bul_introduction_find (BulSlice line)
{
  BulSlice rest;
  BulSlice first;
  BulSlice second;

  /* Most lines end or begin otherwise. */
  if (!bul_slice_ends (line, "."))
    return BUL_SLICE_NONE;
  rest = last_sentence (line);
  if (rest.length == 0 || !g_ascii_isupper (rest.start[0]))
    return BUL_SLICE_NONE;
  first = bul_slice_take_word (&rest);
  second = bul_slice_take_word (&rest);
  if (!is_name_word (first) || !is_name_word (second) || rest.length == 0
      || !g_ascii_islower (rest.start[0]))
    return BUL_SLICE_NONE;
  return bul_slice (first.start, bul_slice_end (second));
}

guint32
bul_introduction_hash (BulSlice name)
{
  guint32 hash = 5381;

  for (gsize i = 0; i < name.length; i++)
    hash = hash * 33 + (guchar) g_ascii_tolower (name.start[i]);
  return name.length == 0 ? 0 : hash | 1;
}
