/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-talk-private.h"

#include "bul-naming.h"
#include "bul-quotation-private.h"

/* `▷ 이름/앵커: words`, `▶ 이름/직함: words`: a talk, as SBS writes it down. */
static gboolean
read_talk (BulAttribution *out, BulSlice text)
{
  BulSlice head
      = bul_slice (text.start, text.start + MIN (text.length, BUL_QUOTATION_LONGEST_LABEL));
  gsize length;
  const char *colon = bul_quotation_next_colon (head, head.start, &length);
  BulSlice label = colon == NULL ? BUL_SLICE_NONE
                                 : bul_slice_trim (bul_slice (head.start + strlen ("▷"), colon));
  const char *stroke = label.length == 0 ? NULL : bul_label_field_end (label);

  if (stroke == NULL
      || !bul_naming_is_korean_name (bul_slice_trim (bul_slice (label.start, stroke))))
    return FALSE;
  bul_label_read (out, label);
  out->attribution = bul_slice (text.start, colon + length);
  out->quote = bul_slice_trim (bul_slice (colon + length, bul_slice_end (text)));
  return out->quote.length > 0;
}

/* The first `>` or colon. */
static const char *
end_of_label (BulSlice head)
{
  for (const char *p = head.start; p < bul_slice_end (head); p++)
    if (*p == '>' || *p == ':')
      return p;
  return NULL;
}

/* `◆ 이름(이하 이름)> words`, `◆ 이름 : words`: a talk on the radio. */
static gboolean
read_radio_talk (BulAttribution *out, BulSlice text)
{
  BulSlice head
      = bul_slice (text.start, text.start + MIN (text.length, BUL_QUOTATION_LONGEST_LABEL / 2));
  const char *close = end_of_label (head);
  BulSlice label = close == NULL ? BUL_SLICE_NONE
                                 : bul_slice_trim (bul_slice (head.start + strlen ("◆"), close));
  const char *group = label.length == 0 ? NULL : bul_label_closing_group (label);

  if (label.length == 0 || label.length > 90)
    return FALSE;
  if (group != NULL && bul_slice_starts (bul_slice (group + 1, bul_slice_end (label)), "이하"))
    label = bul_slice_trim (bul_slice (label.start, group));
  bul_label_read (out, label);
  out->attribution = bul_slice (text.start, close + 1);
  out->quote = bul_slice_trim (bul_slice (close + 1, bul_slice_end (text)));
  return out->quote.length > 0 && out->n_names > 0;
}

gboolean
bul_talk_read (BulAttribution *out, BulSlice text)
{
  if (bul_slice_starts (text, "▷") || bul_slice_starts (text, "▶"))
    return read_talk (out, text);
  if (bul_slice_starts (text, "◆") || bul_slice_starts (text, "◇"))
    return read_radio_talk (out, text);
  return FALSE;
}
