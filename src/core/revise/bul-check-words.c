/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-check-private.h"
#include "bul-markers.h"

/* Words that are common enough to be known by their pieces, such as “t he”. */
static const char *const common[] = {
  "been", "before", "but",   "could", "did",  "for",  "from",  "had",   "has",  "have",
  "her",  "his",    "not",   "said",  "she",  "some", "than",  "that",  "the",  "their",
  "them", "then",   "there", "these", "they", "this", "those", "was",   "were", "what",
  "when", "where",  "which", "while", "who",  "will", "with",  "would", "you",
};

/* After a hyphen that is meant to hang: “two- and three-storey”. */
static const char *const joining[] = { "and", "as", "but", "nor", "or", "plus", "then", "to" };

/* Pieces of Korean that never begin a sentence, nor a word. */
static const char *const endings[] = {
  "에",     "을",   "를",   "은",   "는",   "의",   "와",   "과",     "로",     "으로",
  "에서",   "에게", "까지", "부터", "처럼", "에는", "에도", "에서는", "으로는", "니다",
  "습니다", "야",   "요",   "죠",   "네요", "어요", "아요", "거든요",
};

static gboolean
is_one_of (BulSlice word, const char *const *words, guint n_words)
{
  for (guint i = 0; i < n_words; i++)
    if (bul_slice_equal (word, words[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_small (BulSlice word)
{
  for (gsize i = 0; i < word.length; i++)
    if (!g_ascii_islower (word.start[i]))
      return FALSE;
  return word.length > 0;
}

/* “in- depth”: the hyphen of a word that was broken at the end of a row. */
static gboolean
is_hyphenated (BulSlice word, BulSlice next)
{
  BulSlice stem = { word.start, word.length - 1 };

  return word.length > 2 && bul_slice_ends (word, "-") && is_small (stem) && next.length > 1
         && is_small (next) && !is_one_of (next, joining, G_N_ELEMENTS (joining));
}

/* “t he”: together the two are a word that everyone knows, and the first alone is none. */
static gboolean
is_torn (BulSlice word, BulSlice next)
{
  char joined[8];

  if (word.length != 1 || !is_small (word) || strchr ("aio", word.start[0]) != NULL
      || next.length + 2 > sizeof joined || !is_small (next))
    return FALSE;
  joined[0] = word.start[0];
  memcpy (joined + 1, next.start, next.length);
  joined[next.length + 1] = '\0';
  return is_one_of ((BulSlice){ joined, next.length + 1 }, common, G_N_ELEMENTS (common));
}

/* Returns: where the first word of Latin letters that seems broken begins and ends, or none. */
static BulSlice
find_torn (BulSlice line)
{
  BulSlice word = bul_slice_take_word (&line);

  while (line.length > 0)
    {
      BulSlice next = bul_slice_take_word (&line);

      if (is_hyphenated (word, next) || is_torn (word, next))
        return bul_slice (word.start, next.start + next.length);
      word = next;
    }
  return BUL_SLICE_NONE;
}

/* The line stops in the middle of Korean words, without a stop or a bracket. */
static gboolean
is_unfinished (BulSlice line)
{
  BulSlice rest = line;
  BulSlice last = bul_slice_take_last_word (&rest);
  const char *end = last.start + last.length;

  return last.length >= 3
         && bul_slice_count_hangul (
                (BulSlice){ g_utf8_prev_char (end), end - g_utf8_prev_char (end) })
                == 1;
}

/* What is left of a word whose beginning stands at the end of the line before. */
static BulSlice
find_ending (BulSlice before, BulSlice line)
{
  BulSlice rest = line;
  BulSlice first = bul_slice_take_word (&rest);

  while (first.length > 0 && strchr (".,!?", first.start[first.length - 1]) != NULL)
    first.length--;
  return is_unfinished (before) && is_one_of (first, endings, G_N_ELEMENTS (endings))
             ? first
             : BUL_SLICE_NONE;
}

/* @before is the line before, in the same stretch of words. */
static BulSlice
find_in_block (const char *text, BulSlice before)
{
  BulSlice found = BUL_SLICE_NONE;

  while (text != NULL && found.length == 0)
    {
      const char *end = strstr (text, "\u2028");
      BulSlice line = bul_slice_trim (end == NULL ? bul_slice_of (text) : bul_slice (text, end));

      found = find_torn (bul_markers_skip (line));
      if (found.length == 0 && before.length > 0)
        found = find_ending (before, line);
      before = line;
      text = end == NULL ? NULL : end + strlen ("\u2028");
    }
  return found;
}

void
bul_check_words (BulCheck *self)
{
  BulSlice before = BUL_SLICE_NONE;

  for (guint i = 0; i < self->script->blocks->len; i++)
    {
      const BulBlock *block = bul_check_get_block (self, i);
      BulSlice line = bul_slice_trim (bul_slice_of (block->text));
      BulSlice found;

      /* An empty line may stand in the middle of a word as well. */
      if (line.length == 0)
        continue;
      found = bul_block_kind_is_read (block->kind) ? find_in_block (block->text, before)
                                                   : BUL_SLICE_NONE;
      if (found.length > 0)
        bul_check_tell_bytes (self, i, "wrapped-word", found.start, found.length);
      before = bul_block_kind_is_read (block->kind) ? line : BUL_SLICE_NONE;
    }
}
