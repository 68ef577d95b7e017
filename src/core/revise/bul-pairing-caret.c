/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <string.h>

#include "bul-chars.h"
#include "bul-error.h"
#include "bul-pairing-private.h"

/* Without the blanks around it; %NULL where there is nothing else. */
static BulSegment *
make_part (const BulSegment *segment, guint start, guint end)
{
  guint from = start - segment->span.start;
  g_autofree char *words = bul_chars_slice (segment->span.quote, from, end - segment->span.start);
  gsize length;
  const char *trimmed = bul_chars_trim (words, strlen (words), &length);
  g_autofree char *quote = g_strndup (trimmed, length);

  start += bul_chars_from_byte (words, (gsize) (trimmed - words));
  if (length == 0)
    return NULL;
  return bul_segment_new (segment->language, segment->span.on, start,
                          start + bul_chars_count (quote), quote);
}

/* The blank nearest to the caret, which may stand in a word; the caret's own place where that is
 * between two, and the start of the words where they are one. */
static guint
find_gap (const BulSegment *segment, guint at)
{
  guint caret = at - segment->span.start;
  guint length = bul_chars_count (segment->span.quote);
  guint best = 0;
  guint i = 0;

  for (const char *p = segment->span.quote; *p != '\0'; p = g_utf8_next_char (p), i++)
    if (bul_chars_is_blank (g_utf8_get_char (p))
        && (best == 0 || ABS ((int) (i - caret)) < ABS ((int) (best - caret))))
      best = i;
  /* Behind a blank is between words too. */
  if (best + 1 == caret && best > 0)
    best = caret;
  return best >= length ? segment->span.start : segment->span.start + best;
}

/* Cuts the segment of @link in which the caret stands, where words stand on either side of it.
 * Returns: whether it does */
static gboolean
cut_segment (BulLink *link, const char *block, guint *at)
{
  for (guint i = 0; i < link->segments->len; i++)
    {
      const BulSegment *segment = link->segments->pdata[i];
      g_autoptr (BulRecord) before = NULL;
      g_autoptr (BulRecord) behind = NULL;

      if (segment->span.orphan || g_strcmp0 (segment->span.on, block) != 0
          || *at <= segment->span.start || *at >= segment->span.end)
        continue;
      *at = find_gap (segment, *at);
      before = (BulRecord *) make_part (segment, segment->span.start, *at);
      behind = (BulRecord *) make_part (segment, *at, segment->span.end);
      if (before == NULL || behind == NULL)
        return FALSE;
      g_ptr_array_remove_index (link->segments, i);
      g_ptr_array_insert (link->segments, (int) i, g_steal_pointer (&before));
      g_ptr_array_insert (link->segments, (int) i + 1, g_steal_pointer (&behind));
      return TRUE;
    }
  return FALSE;
}

static guint
length_of (const BulSegment *segment)
{
  return segment->span.end - segment->span.start;
}

/* How many segments of @language stand before the caret; @share: (out): how much of that side. Its
 * own block comes after all before it in the list, which is in the order of the text. */
static guint
count_before (const BulLink *link, BulLanguage language, const char *block, guint at, double *share)
{
  gboolean reached = FALSE;
  guint n_before = 0;
  guint length_before = 0;
  guint length = 0;

  for (guint i = 0; i < link->segments->len; i++)
    {
      const BulSegment *segment = link->segments->pdata[i];

      if (segment->language != language || segment->span.orphan)
        continue;
      length += length_of (segment);
      reached |= g_strcmp0 (segment->span.on, block) == 0 && segment->span.end > at;
      if (reached)
        continue;
      length_before += length_of (segment);
      n_before++;
    }
  *share = length == 0 ? 0 : (double) length_before / length;
  return n_before;
}

/* How many segments of @language are that much of its side, as nearly as may be. Where there are
 * two, either part gets one. */
static guint
count_share (const BulLink *link, BulLanguage language, double share)
{
  guint n = bul_link_count (link, language);
  guint best = 0;
  guint length = 0;
  guint length_before = 0;
  guint seen = 0;

  for (guint i = 0; i < link->segments->len; i++)
    if (((BulSegment *) link->segments->pdata[i])->language == language
        && !((BulSegment *) link->segments->pdata[i])->span.orphan)
      length += length_of (link->segments->pdata[i]);
  for (guint i = 0; i < link->segments->len; i++)
    {
      const BulSegment *segment = link->segments->pdata[i];

      if (segment->language != language || segment->span.orphan)
        continue;
      /* Before the caret where its middle is. */
      if (length_before + length_of (segment) / 2.0 < share * length)
        best = seen + 1;
      length_before += length_of (segment);
      seen++;
    }
  return n < 2 ? best : CLAMP (best, 1, n - 1);
}

static gboolean
holds (const BulLink *link, const char *block)
{
  for (guint i = 0; i < link->segments->len; i++)
    if (g_strcmp0 (((BulSegment *) link->segments->pdata[i])->span.on, block) == 0)
      return TRUE;
  return FALSE;
}

gboolean
bul_pairing_split_at (BulHistory *history,
                      const char *key,
                      const char *block,
                      guint at,
                      const char *by,
                      GError **error)
{
  const BulStory *story = bul_history_get_story (history);
  const BulLink *link = bul_pairs_find (story, key);
  guint position;
  const BulScript *script = bul_story_find_block (story, block, &position);
  BulLanguage language = script == NULL ? 0 : bul_language_of (script->language);
  BulLink *after;
  gboolean is_cut;
  double share;
  guint n_before;
  guint n_other;
  guint n_theirs;

  if (link == NULL || language == 0 || !holds (link, block))
    {
      g_set_error_literal (error, BUL_ERROR, BUL_ERROR_NOT_FOUND,
                           _ ("There is no pair at this place. Nothing was changed."));
      return FALSE;
    }
  after = bul_record_copy (link);
  bul_pairs_sort_segments (story, after->segments);
  is_cut = cut_segment (after, block, &at);
  n_before = count_before (after, language, block, at, &share);
  n_theirs = bul_link_count (after, language == BUL_LANGUAGE_KOREAN ? BUL_LANGUAGE_ENGLISH
                                                                    : BUL_LANGUAGE_KOREAN);
  n_other = count_share (
      after, language == BUL_LANGUAGE_KOREAN ? BUL_LANGUAGE_ENGLISH : BUL_LANGUAGE_KOREAN, share);
  if (is_cut && n_theirs < 2)
    {
      bul_record_free (after);
      g_set_error_literal (error, BUL_ERROR, BUL_ERROR_REFUSED,
                           _ ("The other language has one sentence here, which cannot answer two "
                              "parts. Nothing was changed."));
      return FALSE;
    }
  if (n_before == 0 || n_before == bul_link_count (after, language))
    {
      bul_record_free (after);
      g_set_error_literal (error, BUL_ERROR, BUL_ERROR_REFUSED,
                           _ ("Either part of a pair needs a sentence. Nothing was changed."));
      return FALSE;
    }
  return language == BUL_LANGUAGE_KOREAN
             ? bul_pairing_part (history, after, n_before, n_other, by, error)
             : bul_pairing_part (history, after, n_other, n_before, by, error);
}
