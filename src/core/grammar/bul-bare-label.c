/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-bare-label-private.h"

#include "bul-behind-private.h"
#include "bul-label-private.h"
#include "bul-naming.h"
#include "bul-quotation-private.h"
#include "bul-talk-private.h"
#include "bul-who-line-private.h"

/* “공중전화 수리원 : words”; one word only where its colon ends the line, and the words stand on
 * the next: @behind begins with what separates them. */
static gboolean
is_bare_role (BulSlice label, const char *colon, BulSlice behind)
{
  return label.length > 0 && label.length <= 60 && colon[-1] == ' '
         && (bul_slice_find (label, " ") != NULL || behind.length == 0
             || bul_slice_starts (behind, "\u2028"))
         && bul_naming_is_sure_role (label);
}

/* “차금례, 차순례” */
static gboolean
are_korean_names (BulSlice names)
{
  static const char *const between[] = { ", ", "·", "ㆍ", "," };
  BulSlice first;

  for (guint i = 0; i < G_N_ELEMENTS (between); i++)
    while (bul_slice_split (names, between[i], &first, &names))
      if (!bul_naming_is_full_korean_name (first))
        return FALSE;
  return bul_naming_is_korean_name (names);
}

/* “안톤 레즈닉 (벨로니아 대통령) :”, alone on its line: no Korean name, but what is in the bracket
 * tells. */
static gboolean
is_foreign (BulSlice name, BulSlice title, BulSlice behind)
{
  guint n_words = 0;

  if ((behind.length > 0 && !bul_slice_starts (behind, "\u2028")) || name.length > 36
      || !bul_naming_is_role (title))
    return FALSE;
  while (name.length > 0)
    if (bul_slice_count_hangul (bul_slice_take_word (&name)) < 2 || ++n_words > 3)
      return FALSE;
  return n_words > 0;
}

/* `⊙이름(직함): words`, `이름 (직함) : words`: no bracket is around it. */
static BulAttributionSort
read_bare (BulAttribution *out, BulSlice text)
{
  BulSlice head
      = bul_slice (text.start, text.start + MIN (text.length, BUL_QUOTATION_LONGEST_LABEL));
  gboolean bullet = bul_slice_starts (text, "⊙");
  gboolean round = bul_slice_starts (text, "●");
  gsize length;
  const char *colon;
  const char *group;
  BulSlice label;

  colon = bul_quotation_next_colon (head, head.start, &length);
  if (colon == NULL)
    return BUL_ATTRIBUTION_NONE;
  label = bul_slice_trim (bul_slice (head.start + (bullet || round ? strlen ("⊙") : 0), colon));
  group = bul_label_closing_group (label);
  if (!bullet && !is_bare_role (label, colon, bul_slice (colon + length, bul_slice_end (text)))
      && (group == NULL
          || (!are_korean_names (bul_slice_trim (bul_slice (label.start, group)))
              && !is_foreign (bul_slice_trim (bul_slice (label.start, group)),
                              bul_slice_trim (bul_slice (group + 1, bul_slice_end (label) - 1)),
                              bul_slice (colon + length, bul_slice_end (text))))))
    return BUL_ATTRIBUTION_NONE;
  if (label.length == 0)
    return BUL_ATTRIBUTION_NONE;
  bul_label_read (out, label);
  out->attribution = bul_slice (text.start, colon + length);
  bul_quotation_read (out, bul_slice (colon + length, bul_slice_end (text)));
  return out->quote.length == 0 ? BUL_ATTRIBUTION_LABEL : BUL_ATTRIBUTION_BITE;
}

/* `이름 / 직함`, and the quotation on the next line */
static BulAttributionSort
read_bare_lines (BulAttribution *out, BulSlice text, const char *line_end)
{
  BulSlice label = bul_slice_trim (bul_slice (text.start, line_end));
  BulSlice words = bul_slice_trim (bul_slice (line_end, bul_slice_end (text)));

  /* Without quote marks a stroke must tell it: that is one block by its place. */
  if (!bul_who_line_is (label)
      || (bul_slice_starts_quote (words) == 0 && !bul_who_line_has_fields (label)))
    return BUL_ATTRIBUTION_NONE;
  bul_label_read (out, label);
  out->attribution = label;
  bul_quotation_read (out, words);
  return BUL_ATTRIBUTION_BITE;
}

/* `"…" [이름 / 직함]`: who stands behind the words. */
static BulAttributionSort
read_behind (BulAttribution *out, BulSlice text)
{
  BulSlice label = BUL_SLICE_NONE;
  const char *at = bul_behind_find (text, &label);
  BulSlice words = at == NULL ? BUL_SLICE_NONE : bul_slice_trim (bul_slice (text.start, at));

  if (bul_slice_ends_quote (words) == 0 || !bul_who_line_is (label))
    return BUL_ATTRIBUTION_NONE;
  bul_label_read (out, label);
  out->attribution = bul_slice (at, bul_slice_end (text));
  bul_quotation_read (out, words);
  return BUL_ATTRIBUTION_BITE;
}

/* `Name/Title: "…"` */
static BulAttributionSort
read_latin_fields (BulAttribution *out, BulSlice text)
{
  BulSlice head
      = bul_slice (text.start, text.start + MIN (text.length, BUL_QUOTATION_LONGEST_LABEL / 2));
  gsize length;
  const char *colon = bul_quotation_find_colon (head, &length);
  BulSlice words = colon == NULL
                       ? BUL_SLICE_NONE
                       : bul_slice_trim (bul_slice (colon + length, bul_slice_end (text)));
  BulSlice label = colon == NULL ? BUL_SLICE_NONE : bul_slice (text.start, colon);
  const char *stroke = label.length == 0 ? NULL : bul_label_field_end (label);

  if (stroke == NULL || bul_slice_starts_quote (words) == 0 || bul_slice_ends_quote (words) == 0
      || !bul_naming_is_english_name (bul_slice_trim (bul_slice (label.start, stroke))))
    return BUL_ATTRIBUTION_NONE;
  bul_label_read (out, label);
  out->attribution = bul_slice (text.start, colon + length);
  bul_quotation_read (out, words);
  return BUL_ATTRIBUTION_BITE;
}

BulAttributionSort
bul_bare_label_read (BulAttribution *out, BulSlice text)
{
  const char *line_end = bul_slice_find (text, "\u2028");
  guchar first = text.length == 0 ? 0 : text.start[0];
  BulAttributionSort sort
      = line_end == NULL ? BUL_ATTRIBUTION_NONE : read_bare_lines (out, text, line_end);

  if (sort != BUL_ATTRIBUTION_NONE)
    return sort;
  if (bul_slice_starts_quote (text) > 0)
    return read_behind (out, text);
  if (bul_talk_read (out, text))
    return BUL_ATTRIBUTION_TURN;
  if (g_ascii_isupper (first))
    return read_latin_fields (out, text);
  return first >= 0xea || bul_slice_starts (text, "⊙") || bul_slice_starts (text, "●")
             ? read_bare (out, text)
             : BUL_ATTRIBUTION_NONE;
}
