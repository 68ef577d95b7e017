/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-markers.h"

#include <string.h>

/* To add a house's mark, add a row. */
static const BulMarker markers[] = {
  /* KBS, English */
  { "[", "]", "anchor", BUL_MARK_ANCHOR },
  { "[", "]", "report", BUL_MARK_REPORT },
  { "[", "]", "reporter", BUL_MARK_REPORTER },
  { "[", "]", "anchorlead", BUL_MARK_ANCHOR },
  { "[", "]", "pkg", BUL_MARK_REPORT },
  { "[", "]", "soundbite", BUL_MARK_BITE },
  /* KBS, Korean; YTN, JTBC and others write 기자 for the report */
  { "[", "]", "앵커", BUL_MARK_ANCHOR },
  { "[", "]", "앵커멘트", BUL_MARK_ANCHOR },
  { "[", "]", "리포트", BUL_MARK_REPORT },
  { "[", "]", "기자", BUL_MARK_REPORTER },
  /* KBS to 2017, SBS */
  { "<", ">", "앵커멘트", BUL_MARK_ANCHOR },
  { "<", ">", "앵커", BUL_MARK_ANCHOR },
  { "<", ">", "리포트", BUL_MARK_REPORT },
  { "<", ">", "기자", BUL_MARK_REPORTER },
  { "<", ">", "인터뷰", BUL_MARK_BITE },
  { "<", ">", "녹취", BUL_MARK_BITE },
  /* MBC */
  { "◀", "▶", "앵커", BUL_MARK_ANCHOR },
  { "◀", "▶", "리포트", BUL_MARK_REPORT },
  { "◀", "▶", "기자", BUL_MARK_REPORTER },
  { "◀", "▶", "anc", BUL_MARK_ANCHOR },
  { "◀", "▶", "vcr", BUL_MARK_REPORT },
  { "◀", "▶", "end", BUL_MARK_END },
  { "◀", "▶", "int", BUL_MARK_BITE },
  { "◀", "▶", "syn", BUL_MARK_BITE },
  /* MBN */
  { "【", "】", "앵커멘트", BUL_MARK_ANCHOR },
  { "【", "】", "기자", BUL_MARK_REPORTER },
};

/* Whether @inside says @word once its blanks are left out. */
static gboolean
says (BulSlice inside, const char *word)
{
  for (gsize i = 0; i < inside.length; i++)
    {
      char c = g_ascii_tolower (inside.start[i]);

      if (c == ' ')
        continue;
      if (c != *word)
        return FALSE;
      word++;
    }
  return *word == '\0';
}

/* Most lines of a script begin otherwise: every opening bracket is [ or <, or begins with E2 or E3.
 */
static gboolean
may_begin_mark (BulSlice line)
{
  guchar first = line.length == 0 ? 0 : line.start[0];

  return first == '[' || first == '<' || first == 0xe2 || first == 0xe3;
}

const BulMarker *
bul_markers_find (BulSlice line, BulSlice *mark)
{
  if (!may_begin_mark (line))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (markers); i++)
    {
      gsize opening = strlen (markers[i].open);
      const char *close;

      if (!bul_slice_starts (line, markers[i].open))
        continue;
      close = bul_slice_find (line, markers[i].close);
      if (close == NULL || !says (bul_slice (line.start + opening, close), markers[i].word))
        continue;
      *mark = bul_slice (line.start, close + strlen (markers[i].close));
      return &markers[i];
    }
  return NULL;
}
