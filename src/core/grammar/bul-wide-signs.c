/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-wide-signs-private.h"

#include <string.h>

/* Signs of full width, and the same of as many bytes as these have: blanks stand before those that
 * close and behind those that open, where they are trimmed. */
static const struct
{
  const char *wide;
  const char *narrow;
} widths[] = {
  { "［", "[  " }, { "］", "  ]" }, { "｛", "{  " }, { "｝", "  }" }, { "／", " / " },
  { "＜", "<  " }, { "＞", "  >" }, { "（", "(  " }, { "）", "  )" },
};

static gboolean
is_inside_char (const char *at, const char *end)
{
  return at < end && ((guchar) *at & 0xc0) == 0x80;
}

void
bul_wide_signs_move (BulSlice *slice, BulSlice copy, BulSlice text)
{
  const char *start;
  const char *end;

  if (slice->start == NULL || slice->start < copy.start || slice->start > bul_slice_end (copy))
    return;
  start = text.start + (slice->start - copy.start);
  end = start + slice->length;
  while (is_inside_char (start, end))
    start++;
  while (end > start && is_inside_char (end, bul_slice_end (text)))
    end--;
  *slice = bul_slice (start, end);
}

gboolean
bul_wide_signs_has (BulSlice text)
{
  for (guint i = 0; text.length > 0 && (guchar) text.start[0] == 0xef && i < G_N_ELEMENTS (widths);
       i++)
    if (bul_slice_starts (text, widths[i].wide))
      return TRUE;
  return text.length > 0 && strchr ("[{<", text.start[0]) != NULL
         && memchr (text.start, 0xef, text.length) != NULL
         && (bul_slice_find (text, "／") != NULL || bul_slice_find (text, "］") != NULL);
}

char *
bul_wide_signs_dup_narrow (BulSlice text)
{
  char *bytes = g_strndup (text.start, text.length);

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    for (char *at = bytes; (at = strstr (at, widths[i].wide)) != NULL; at += 3)
      memcpy (at, widths[i].narrow, 3);
  return bytes;
}
