/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-heard.h"

#include "bul-chars.h"
#include "bul-markers.h"
#include "bul-parts.h"

static void
append (GArray *ranges, guint start, guint end)
{
  BulRange range = { start, end };

  if (!bul_range_is_empty (range))
    g_array_append_val (ranges, range);
}

/* What says who speaks: a mark, or the name and title. The mark of a turn may be all of its line.
 */
static BulRange
find_label (BulBlockKind kind, const char *text, const BulParts *parts)
{
  if (kind != BUL_BLOCK_TURN)
    return parts->marker;
  if (!bul_range_is_empty (parts->marker))
    return parts->marker;
  if (!bul_range_is_empty (parts->attribution))
    return parts->attribution;
  if (bul_markers_find (bul_slice_trim (bul_slice_of (text))).marker != NULL)
    return (BulRange){ 0, bul_chars_count (text) };
  return BUL_RANGE_EMPTY;
}

/* Some houses put the credits behind the sign-off, on its line. */
static guint
find_end (const BulParts *parts, const char *text)
{
  if (parts->credits->len > 0)
    return g_array_index (parts->credits, BulPartsCredit, 0).role.start;
  return bul_chars_count (text);
}

void
bul_heard_append (GArray *ranges, BulBlockKind kind, const char *text)
{
  g_autoptr (BulParts) parts = NULL;
  BulRange label;

  g_return_if_fail (ranges != NULL && text != NULL);

  if (!bul_block_kind_is_read (kind))
    return;
  parts = bul_parts_new (kind, text);
  if (kind == BUL_BLOCK_BITE)
    {
      append (ranges, parts->quote.start, parts->quote.end);
      return;
    }
  label = find_label (kind, text, parts);
  append (ranges, 0, label.start);
  append (ranges, label.end, find_end (parts, text));
}
