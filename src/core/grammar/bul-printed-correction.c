/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-printed-correction.h"

/* No day before it is longer, in bytes. */
#define LONGEST_DAY 20

/* A label in brackets; headlines have it too, but are no sentences. */
static gboolean
is_labelled (BulSlice line)
{
  static const char *const labels[]
      = { "[정정]",          "[정정 보도]",  "[정정보도]",   "[바로잡습니다]",
          "[바로 잡습니다]", "[Correction]", "[CORRECTION]", "[Clarification]" };

  return bul_slice_starts_any (line, labels, G_N_ELEMENTS (labels))
         && (bul_slice_ends (line, ".") || bul_slice_ends (line, "다"));
}

/* An anchor may begin so, but speaks of no version. */
/* “CORRECTION: We misspelled a name.”: no voice is called that. */
static gboolean
is_announced (BulSlice line)
{
  static const char *const labels[] = { "CORRECTION: ",  "CORRECTIONS: ",   "Correction: ",
                                        "Corrections: ", "CLARIFICATION: ", "Clarification: ",
                                        "Correction, ",  "Editor's note: ", "Editor’s note: " };

  return bul_slice_starts_any (line, labels, G_N_ELEMENTS (labels)) && bul_slice_ends (line, ".");
}

static gboolean
tells_version (BulSlice line)
{
  static const char *const openings[]
      = { "Correction",    "CORRECTION",    "Clarification", "Updated ",      "Update ",
          "Editor's note", "Editor’s note", "Editor's Note", "Editor’s Note", "Editors' note",
          "Editors’ note", "EDITOR'S NOTE", "EDITORS' NOTE" };
  static const char *const versions[]
      = { "earlier version of this", "previous version of this", "original version of this",
          "n this report we",        "n this report, we",        "n this story we",
          "n this story, we",        "this story misstated",     "this report misstated",
          "this story incorrectly",  "this report incorrectly" };

  if (!bul_slice_starts_any (line, openings, G_N_ELEMENTS (openings)))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (versions); i++)
    if (bul_slice_find (line, versions[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* “2025.04.15 Correction: 140 beds → 14 beds” */
static gboolean
is_dated (BulSlice line)
{
  BulSlice day = line;
  BulSlice words;

  return line.length > 0 && g_ascii_isdigit (line.start[0])
         && (bul_slice_split (line, " Correction:", &day, &words)
             || bul_slice_split (line, " 정정:", &day, &words)
             || bul_slice_split (line, " 정정 :", &day, &words))
         && day.length <= LONGEST_DAY;
}

gboolean
bul_printed_correction_is (BulSlice line)
{
  return is_labelled (line) || is_announced (line) || tells_version (line) || is_dated (line);
}
