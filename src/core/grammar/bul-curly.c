/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-curly-private.h"

#include "bul-label-private.h"
#include "bul-quotation-private.h"

/* `{인터뷰:이름/직함/"…"}`: the mark before the name. */
static void
take_curly_mark (BulAttribution *out, BulSlice text, BulSlice *content)
{
  static const char *const words[] = { "전화인터뷰", "인터뷰", "전화녹취", "녹취", "싱크", "씽크",
                                       "전화",       "수퍼",   "INT",      "SYN",  "Int",  "Syn" };
  BulSlice rest = *content;

  if (!bul_slice_take_any (&rest, words, G_N_ELEMENTS (words)) || !bul_slice_take (&rest, ":"))
    return;
  out->marker = bul_slice_trim (bul_slice (text.start, rest.start));
  *content = rest;
}

/* `{이름/직함/"…"}`: the words are the last field. */
BulAttributionSort
bul_curly_read (BulAttribution *out, BulSlice text)
{
  gboolean closed = bul_slice_ends (text, "}");
  BulSlice content
      = bul_slice_trim (bul_slice (text.start + 1, bul_slice_end (text) - (closed ? 1 : 0)));
  const char *last = NULL;
  gsize length = 1;

  for (const char *p = content.start; p < bul_slice_end (content); p = g_utf8_next_char (p))
    if (*p == '/')
      {
        last = p;
        if (bul_slice_starts_quote (bul_slice_trim (bul_slice (p + 1, bul_slice_end (content))))
            > 0)
          break;
      }
  out->bracket_open = !closed;
  take_curly_mark (out, text, &content);
  if (last == NULL)
    last = bul_quotation_find_colon (content, &length);
  if (last == NULL)
    {
      if (bul_slice_starts_quote (content) == 0)
        return BUL_ATTRIBUTION_NONE;
      bul_quotation_read (out, content);
      return BUL_ATTRIBUTION_BITE;
    }
  bul_label_read (out, bul_slice (content.start, last));
  out->attribution = bul_slice (text.start, last + length);
  bul_quotation_read (out, bul_slice (last + length, bul_slice_end (content)));
  return BUL_ATTRIBUTION_BITE;
}
