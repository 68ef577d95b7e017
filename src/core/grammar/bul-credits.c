/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-credits.h"

#include <string.h>

#define MOST_NAMES 16

/* Longer ones come before those that they begin with. */
static const char *const roles[] = {
  "촬영기자",
  "촬영감독",
  "촬영",
  "영상취재",
  "영상편집",
  "영상기자",
  "영상제공",
  "영상제작",
  "영상그래픽",
  "영상",
  "취재기자",
  "취재작가",
  "취재",
  "편집자",
  "편집",
  "그래픽",
  "자료조사",
  "자료제공",
  "화면제공",
  "화면출처",
  "내레이션",
  "나레이션",
  "조연출",
  "연출",
  "디자인",
  "자막뉴스",
  "자막",
  "리서처",
  "작가",
  "헬기조종",
  "항공촬영",
  "음향",
  "번역",
  "통역",
  "제작",
  "구성",
  "VJ",
  "CG",
  "AD",
  /* English */
  "Camera",
  "Video editing",
  "Video Editing",
  "Video editor",
  "Video Editor",
  "Editing",
  "Graphics",
  "Research",
  "Translation",
  "Narration",
};

static const char *const separators[] = { ":", "：", "ㅣ", "|" };

static const char *
end_of (BulSlice slice)
{
  return slice.start + slice.length;
}

/* Reads a role with its separator at the start of @rest. */
static gboolean
take_role (BulSlice *rest, BulSlice *role)
{
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      BulSlice after;

      if (!bul_slice_starts (*rest, roles[i]))
        continue;
      after = bul_slice_trim (bul_slice (rest->start + strlen (roles[i]), end_of (*rest)));
      for (guint j = 0; j < G_N_ELEMENTS (separators); j++)
        if (bul_slice_starts (after, separators[j]))
          {
            *role = bul_slice (rest->start, rest->start + strlen (roles[i]));
            *rest
                = bul_slice_trim (bul_slice (after.start + strlen (separators[j]), end_of (after)));
            return TRUE;
          }
    }
  return FALSE;
}

/* Where the next credit begins: after a slash, a comma, a line end or a blank, with a role of its
 * own. */
static const char *
next_credit (BulSlice rest)
{
  for (const char *p = rest.start; p < end_of (rest); p = g_utf8_next_char (p))
    {
      BulSlice after = bul_slice_trim (bul_slice (p, end_of (rest)));
      BulSlice role;

      if (p > rest.start && strchr ("/, ", p[-1]) == NULL
          && !(p - rest.start >= 3 && strncmp (p - 3, "\u2028", 3) == 0))
        continue;
      if (take_role (&after, &role))
        return p;
    }
  return end_of (rest);
}

static guint
split_names (BulSlice text, BulSlice names[MOST_NAMES])
{
  const char *start = text.start;
  guint n = 0;

  for (const char *p = text.start; p <= end_of (text) && n < MOST_NAMES;)
    {
      gboolean at_end = p == end_of (text);
      gsize width = at_end ? 1 : (gsize) (g_utf8_next_char (p) - p);
      gboolean between = at_end || *p == ' ' || *p == ',' || *p == '/'
                         || strncmp (p, "·", width) == 0 || strncmp (p, "ㆍ", width) == 0
                         || strncmp (p, "\u2028", width) == 0;

      if (between && p > start)
        names[n++] = bul_slice (start, p);
      p += width;
      if (between)
        start = p;
    }
  return n;
}

/* “강미이/전주” names the region behind a slash: that is no name. */
static BulSlice
without_region (BulSlice text)
{
  const char *slash = bul_slice_find (text, "/");

  return bul_slice_trim (slash == NULL ? text : bul_slice (text.start, slash));
}

gboolean
bul_credits_read (BulSlice line, BulCreditsFunc func, gpointer data)
{
  BulSlice rest = bul_slice_trim (line);
  BulSlice role;
  gboolean found = FALSE;

  if (bul_slice_starts (rest, "(") && bul_slice_ends (rest, ")"))
    rest = bul_slice_trim (bul_slice (rest.start + 1, end_of (rest) - 1));
  else if (bul_slice_starts (rest, "[") && bul_slice_ends (rest, "]"))
    rest = bul_slice_trim (bul_slice (rest.start + 1, end_of (rest) - 1));
  while (take_role (&rest, &role))
    {
      const char *end = next_credit (rest);
      BulSlice names[MOST_NAMES];
      guint n = split_names (without_region (bul_slice (rest.start, end)), names);

      if (func != NULL)
        func (role, names, n, data);
      found = TRUE;
      rest = bul_slice_trim (bul_slice (end, end_of (rest)));
    }
  return found;
}
