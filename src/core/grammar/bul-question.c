/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-question-private.h"

BulSlice
bul_question_find (BulSlice line)
{
  static const char *const letters[] = { "Q. ", "Q.", "Q) ", "Q> " };

  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    if (bul_slice_starts (line, letters[i]))
      {
        BulSlice words = bul_slice (line.start + strlen (letters[i]), bul_slice_end (line));

        /* “Q.E.D.”, “Q.B.”: initials */
        if (words.length == 0 || (letters[i][2] == '\0' && g_ascii_isalpha (words.start[0])))
          continue;
        return bul_slice_trim (bul_slice (line.start, words.start));
      }
  return BUL_SLICE_NONE;
}
