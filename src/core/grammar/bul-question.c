/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-question-private.h"

#include <string.h>

/* Behind @letter, a number or none and a sign, with a blank behind: “Q. ”, “A: ”, “Q2) ”. */
static BulSlice
find_letter (BulSlice line, char letter)
{
  gsize i = 1;

  if (line.length < 4 || line.start[0] != letter)
    return BUL_SLICE_NONE;
  while (i < line.length && i < 3 && g_ascii_isdigit (line.start[i]))
    i++;
  if (i + 2 >= line.length || strchr (".:)>", line.start[i]) == NULL)
    return BUL_SLICE_NONE;
  /* “Q.E.D.”, “Q.B.”: initials; “Q.왜” is none */
  if (line.start[i + 1] != ' ' && (letter != 'Q' || (guchar) line.start[i + 1] < 0x80))
    return BUL_SLICE_NONE;
  return bul_slice (line.start, line.start + i + 1);
}

BulSlice
bul_question_find (BulSlice line)
{
  return find_letter (line, 'Q');
}

BulSlice
bul_question_find_answer (BulSlice line)
{
  return find_letter (line, 'A');
}
