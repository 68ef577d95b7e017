/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-lines.h"

#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include "bul-chars.h"

/* So many bytes after the limit show whether a sentence ends at it. */
#define LOOK_AHEAD ((gsize) 256)

/* ICU's rules with the abbreviations left out (“Gov. Kim”); Korean needs none of its own. */
#define SENTENCE_LOCALE "en@ss=standard"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UBreakIterator, ubrk_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (UText, utext_close)

static gsize
line_end_length (const char *at, const char *end)
{
  const guchar *bytes = (const guchar *) at;
  gsize left = (gsize) (end - at);

  /* Nearly all bytes are told by one step. */
  if (bytes[0] > '\r' && bytes[0] != 0xe2)
    return 0;
  if (bytes[0] == '\n')
    return 1;
  if (bytes[0] == '\r')
    return left > 1 && bytes[1] == '\n' ? 2 : 1;
  if (bytes[0] == 0xe2 && left > 2 && bytes[1] == 0x80 && (bytes[2] == 0xa8 || bytes[2] == 0xa9))
    return 3;
  return 0;
}

void
bul_lines_start (BulLines *self, const char *text, gsize length)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (text != NULL);

  self->at = text;
  self->end = text + length;
}

gboolean
bul_lines_next (BulLines *self, const char **start, gsize *length)
{
  const char *at = NULL;
  gsize end_length = 0;

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->at == self->end)
    return FALSE;

  for (at = self->at; at < self->end; at++)
    {
      end_length = line_end_length (at, self->end);
      if (end_length > 0)
        break;
    }

  *start = self->at;
  *length = (gsize) (at - self->at);
  self->at = at + end_length;
  return TRUE;
}

/* The last place at or before @byte where a character begins. */
static gsize
char_start (const char *text, gsize byte)
{
  while (byte > 0 && ((guchar) text[byte] & 0xc0) == 0x80)
    byte--;
  return byte;
}

/* Returns: bytes up to the last end of a sentence within @limit, or 0. */
static gsize
find_sentence_end (const char *text, gsize length, gsize limit)
{
  UErrorCode status = U_ZERO_ERROR;
  gsize window = length > limit + LOOK_AHEAD ? char_start (text, limit + LOOK_AHEAD) : length;
  g_autoptr (UText) words = utext_openUTF8 (NULL, text, (int64_t) window, &status);
  g_autoptr (UBreakIterator) sentences
      = ubrk_open (UBRK_SENTENCE, SENTENCE_LOCALE, NULL, 0, &status);

  ubrk_setUText (sentences, words, &status);
  if (U_FAILURE (status))
    return 0;

  return (gsize) MAX (ubrk_preceding (sentences, (int32_t) limit + 1), 0);
}

/* Returns: bytes up to and with the last blank within @limit, or 0. */
static gsize
find_blank_end (const char *text, gsize limit)
{
  gsize at = char_start (text, limit);

  while (at > 0)
    {
      gsize before = char_start (text, at - 1);

      if (bul_chars_is_blank (g_utf8_get_char (text + before)))
        return at;
      at = before;
    }

  return 0;
}

static gsize
find_cut (const char *text, gsize length, gsize limit)
{
  gsize cut = 0;

  if (length <= limit)
    return length;

  cut = find_sentence_end (text, length, limit);
  if (cut == 0)
    cut = find_blank_end (text, limit);
  if (cut == 0)
    cut = char_start (text, limit);
  return cut;
}

GArray *
bul_lines_split_long (const char *line, gsize length, gsize limit)
{
  g_autoptr (GArray) lengths = g_array_new (FALSE, FALSE, sizeof (gsize));

  g_return_val_if_fail (line != NULL, NULL);
  g_return_val_if_fail (limit >= 4 && limit < G_MAXINT32 - LOOK_AHEAD, NULL);

  for (gsize done = 0; done < length;)
    {
      gsize cut = find_cut (line + done, length - done, limit);

      g_array_append_val (lengths, cut);
      done += cut;
    }

  return g_steal_pointer (&lengths);
}
