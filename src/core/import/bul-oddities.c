/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-oddities.h"

#include <string.h>

/* Every code that reading a script may give. Codes are stable: scripts outside rely on them. */
static const struct
{
  const char *code;
  const char *message;
} messages[] = {
  /* of the bytes */
  { "encoding-guessed",
    "The encoding could not be told; read as windows-1252. Name it to be sure." },
  { "replaced-character",
    "A character was lost or may not stand in a text; U+FFFD stands for it." },
  { "empty", "There is no text in this file." },
  /* of a line */
  { "long-line", "A line over 64 KB was cut into several at the ends of its sentences." },
  { "bidi-control", "A character that turns the direction of the text stands in this line." },
  { "zero-width", "A character without width stands in this line." },
  /* of the script */
  { "quote-not-closed", "The quotation is never closed." },
  { "unknown-marker", "This looks like a section mark but is not a known one; kept as text." },
  { "bracket-not-closed", "The bracket is never closed." },
};

const char *
bul_oddity_message (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (messages); i++)
    if (strcmp (messages[i].code, code) == 0)
      return messages[i].message;
  return code;
}

/* All of them begin with E2 or EF in UTF-8, which few lines hold. */
const char *
bul_oddity_in_line (const char *line, gsize length)
{
  const char *end = line + length;

  for (const char *p = line; (p = memchr (p, '\xe2', end - p)) != NULL; p++)
    {
      gunichar c = end - p >= 3 ? g_utf8_get_char (p) : 0;

      if ((c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069))
        return "bidi-control";
      if (c >= 0x200b && c <= 0x200f)
        return "zero-width";
    }
  for (const char *p = line; (p = memchr (p, '\xef', end - p)) != NULL; p++)
    {
      gunichar c = end - p >= 3 ? g_utf8_get_char (p) : 0;

      if (c == 0xfffd)
        return "replaced-character";
      if (c == 0xfeff)
        return "zero-width";
    }
  return NULL;
}
