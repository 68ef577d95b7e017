/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-oddities.h"

#include <string.h>

/* All of them begin with E2 or EF in UTF-8, which few lines hold. */
const char *
bul_oddity_find (const char *line, gsize length, gsize *at)
{
  const char *end = line + length;

  for (const char *p = line; (p = memchr (p, '\xe2', end - p)) != NULL; p++)
    {
      gunichar c = end - p >= 3 ? g_utf8_get_char (p) : 0;

      *at = p - line;
      if ((c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069))
        return "bidi-control";
      if (c >= 0x200b && c <= 0x200f)
        return "zero-width";
    }
  for (const char *p = line; (p = memchr (p, '\xef', end - p)) != NULL; p++)
    {
      gunichar c = end - p >= 3 ? g_utf8_get_char (p) : 0;

      *at = p - line;
      if (c == 0xfffd)
        return "replaced-character";
      if (c == 0xfeff)
        return "zero-width";
    }
  return NULL;
}

const char *
bul_oddity_in_line (const char *line, gsize length)
{
  gsize at;

  return bul_oddity_find (line, length, &at);
}
