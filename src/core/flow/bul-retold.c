/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-retold-private.h"

#include <glib/gi18n.h>

#include "bul-beside.h"
#include "bul-chars.h"
#include "bul-diff.h"
#include "bul-error.h"
#include "bul-exchange.h"
#include "bul-value.h"

/* Where a character of a side stands. @block is borrowed from the link; NULL: in no line, for it
 * parts two sentences. */
typedef struct
{
  const char *block;
  guint at;
} Place;

/* A side as plain words, with the place of each character. */
typedef struct
{
  GString *words;
  GArray *places; /* of Place */
} Side;

static gboolean
is_blank (gunichar c)
{
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0x2028;
}

static void
side_clear (Side *side)
{
  g_string_free (side->words, TRUE);
  g_array_unref (side->places);
}

static void
add_char (Side *side, gunichar c, const char *block, guint at)
{
  Place place = { block, at };

  if (is_blank (c))
    c = ' ';
  if (c == ' ' && (side->words->len == 0 || side->words->str[side->words->len - 1] == ' '))
    return;
  g_string_append_unichar (side->words, c);
  g_array_append_val (side->places, place);
}

/* Whether the two sentences stand in one line with a single blank between. */
static gboolean
is_one_blank (const BulStory *story, const BulSegment *before, const BulSegment *segment)
{
  guint position;
  const BulScript *script = bul_story_find_block (story, segment->span.on, &position);
  const BulBlock *block = script == NULL ? NULL : script->blocks->pdata[position];
  g_autofree char *between = NULL;

  if (block == NULL || before == NULL || g_strcmp0 (before->span.on, segment->span.on) != 0
      || before->span.end + 1 != segment->span.start)
    return FALSE;
  between = bul_chars_slice (block->text, before->span.end, segment->span.start);
  return is_blank (g_utf8_get_char (between));
}

static void
side_start (Side *side, const BulStory *story, const BulLink *link, BulLanguage language)
{
  const BulSegment *before = NULL;

  *side = (Side){ g_string_new (NULL), g_array_new (FALSE, FALSE, sizeof (Place)) };
  for (guint i = 0; i < link->segments->len; i++)
    {
      const BulSegment *segment = link->segments->pdata[i];
      guint at = segment->span.start;

      if (segment->language != language || segment->span.orphan)
        continue;
      if (is_one_blank (story, before, segment))
        add_char (side, ' ', segment->span.on, at - 1);
      else
        add_char (side, ' ', NULL, 0);
      for (const char *p = segment->span.quote; *p != '\0'; p = g_utf8_next_char (p))
        add_char (side, g_utf8_get_char (p), segment->span.on, at++);
      before = segment;
    }
  if (g_str_has_suffix (side->words->str, " "))
    {
      g_string_truncate (side->words, side->words->len - 1);
      g_array_set_size (side->places, side->places->len - 1);
    }
}

static const Place *
get_place (const Side *side, guint i)
{
  return &g_array_index (side->places, Place, i);
}

/* How many characters from @start to before @end stand one after the other in one line; the run
 * that ends at @end. */
static guint
count_run (const Side *side, guint start, guint end)
{
  const Place *last = get_place (side, end - 1);
  guint n = 1;

  while (end - n > start)
    {
      const Place *place = get_place (side, end - n - 1);

      if (last->block == NULL || place->block != last->block || place->at + n != last->at)
        break;
      n++;
    }
  return n;
}

/* Where words go that come at @at: behind what stands before, or before what stands there. */
static Place
find_insertion (const Side *side, guint at)
{
  if (at > 0 && at < side->places->len && get_place (side, at - 1)->block == NULL)
    return *get_place (side, at);
  for (guint i = at; i > 0; i--)
    if (get_place (side, i - 1)->block != NULL)
      return (Place){ get_place (side, i - 1)->block, get_place (side, i - 1)->at + 1 };
  for (guint i = at; i < side->places->len; i++)
    if (get_place (side, i)->block != NULL)
      return *get_place (side, i);
  return (Place){ NULL, 0 };
}

/* From right to left, so that places that are still to come stay where they are. The words that
 * come take the place of the first run of those that go: what is said about these stays there. */
static gboolean
change_run (
    BulHistory *history, const Side *side, const BulDiffRun *run, const char *with, GError **error)
{
  guint end = run->was_end;
  gboolean put = *with == '\0';
  Place place;

  while (end > run->was_start)
    {
      guint n = count_run (side, run->was_start, end);
      const Place *first = get_place (side, end - n);
      gboolean is_first = end - n == run->was_start;

      if (first->block != NULL
          && !bul_history_replace (history, first->block, first->at, n, is_first ? with : "",
                                   error))
        return FALSE;
      put = put || (is_first && first->block != NULL);
      end -= n;
    }
  if (put)
    return TRUE;
  place = find_insertion (side, run->was_start);
  return bul_history_replace (history, place.block, place.at, 0, with, error);
}

/* --- where the words are afterwards */

/* So much of a line as the sentences of one side take up, from the first to the last. */
typedef struct
{
  char *block;
  guint start;
  guint end;
  guint n_chars; /* of the line */
} Extent;

static void
extent_clear (gpointer data)
{
  g_free (((Extent *) data)->block);
}

static const char *
get_text (const BulStory *story, const char *key)
{
  guint position;
  const BulScript *script = bul_story_find_block (story, key, &position);

  return script == NULL ? "" : ((BulBlock *) script->blocks->pdata[position])->text;
}

static GArray *
measure (const BulStory *story, const BulLink *link, BulLanguage language)
{
  GArray *extents = g_array_new (FALSE, FALSE, sizeof (Extent));

  g_array_set_clear_func (extents, extent_clear);
  for (guint i = 0; i < link->segments->len; i++)
    {
      const BulSegment *segment = link->segments->pdata[i];
      Extent *last = extents->len == 0 ? NULL : &g_array_index (extents, Extent, extents->len - 1);

      if (segment->language != language || segment->span.orphan)
        continue;
      if (last != NULL && g_strcmp0 (last->block, segment->span.on) == 0)
        last->end = MAX (last->end, segment->span.end);
      else
        {
          Extent extent = { g_strdup (segment->span.on), segment->span.start, segment->span.end,
                            bul_chars_count (get_text (story, segment->span.on)) };

          g_array_append_val (extents, extent);
        }
    }
  return extents;
}

/* The side made anew: all that now stands where its words stood. */
static void
put_extents (const BulStory *story, BulLink *link, BulLanguage language, const GArray *extents)
{
  for (guint i = link->segments->len; i > 0; i--)
    if (((BulSegment *) link->segments->pdata[i - 1])->language == language)
      g_ptr_array_remove_index (link->segments, i - 1);
  for (guint i = 0; i < extents->len; i++)
    {
      const Extent *extent = &g_array_index (extents, Extent, i);
      const char *text = get_text (story, extent->block);
      guint end = extent->end + bul_chars_count (text) - extent->n_chars;
      g_autofree char *quote = bul_chars_slice (text, extent->start, end);

      if (*quote != '\0')
        g_ptr_array_add (link->segments,
                         bul_segment_new (language, extent->block, extent->start, end, quote));
    }
  bul_pairs_sort_segments (story, link->segments);
}

static gboolean
set_field (BulHistory *history, const BulLink *link, const char *name, GError **error)
{
  g_autofree char *value = bul_value_dup (link, bul_record_type_find_field (&bul_link_type, name));

  return bul_history_set (history, link->key, name, value, error);
}

/* Puts @link, which is the one in the story but for its segments. */
static gboolean
set_segments (BulHistory *history, BulLink *link, GError **error)
{
  link->state = bul_link_make_state (link);
  return set_field (history, link, "segments", error) && set_field (history, link, "state", error);
}

static gboolean
reads (const BulLink *link, BulLanguage language, const char *words)
{
  g_autofree char *now = bul_link_dup_words (link, language);
  g_autofree char *plain = now == NULL ? NULL : bul_exchange_dup_plain (now);

  return g_strcmp0 (plain, words) == 0;
}

/* A sentence does not take in what is typed at its edges; what came there is of this one. */
static gboolean
take_in (BulHistory *history,
         const char *key,
         BulLanguage language,
         const char *words,
         const GArray *extents,
         GError **error)
{
  const BulStory *story = bul_history_get_story (history);
  g_autoptr (BulRecord) after = bul_record_copy (bul_pairs_find (story, key));
  BulLink *link = (BulLink *) after;

  if (reads (link, language, words))
    return TRUE;
  put_extents (story, link, language, extents);
  /* Another sentence may stand between two of this side: then the edges stay as they are. */
  return !reads (link, language, words) || set_segments (history, link, error);
}

gboolean
bul_retold_change (
    BulHistory *history, const char *key, BulLanguage language, const char *words, GError **error)
{
  const BulStory *story = bul_history_get_story (history);
  g_autoptr (BulRecord) link = bul_record_copy (bul_pairs_find (story, key));
  g_autoptr (GArray) extents = measure (story, (BulLink *) link, language);
  g_autoptr (GArray) runs = NULL;
  gboolean done = TRUE;
  Side side;

  side_start (&side, story, (BulLink *) link, language);
  runs = bul_diff_words (side.words->str, words);
  for (guint i = runs->len; done && i > 0; i--)
    {
      const BulDiffRun *run = &g_array_index (runs, BulDiffRun, i - 1);
      g_autofree char *with = bul_chars_slice (words, run->now_start, run->now_end);

      done = run->same || change_run (history, &side, run, with, error);
    }
  side_clear (&side);
  return done && take_in (history, key, language, words, extents, error);
}

/* --- a side that is not there yet */

/* The last sentence of @link in @language, or its first. */
static const BulSegment *
find_segment (const BulLink *link, BulLanguage language, gboolean last)
{
  const BulSegment *found = NULL;

  for (guint i = 0; i < link->segments->len; i++)
    {
      const BulSegment *segment = link->segments->pdata[i];

      if (segment->language == language && !segment->span.orphan && (found == NULL || last))
        found = segment;
    }
  return found;
}

/* Where a sentence goes that answers the link @key. @before: (out): it goes before that. */
static const BulSegment *
find_neighbour (const BulStory *story, const char *key, BulLanguage language, gboolean *before)
{
  g_autoptr (GPtrArray) links = bul_pairs_list (story);
  const BulSegment *behind = NULL;
  gboolean passed = FALSE;

  *before = FALSE;
  for (guint i = 0; i < links->len; i++)
    {
      const BulLink *link = links->pdata[i];
      const BulSegment *segment = find_segment (link, language, !passed);

      passed = passed || g_strcmp0 (link->key, key) == 0;
      if (passed && behind != NULL)
        break;
      if (segment != NULL)
        behind = segment;
      *before = passed && segment != NULL;
      if (*before)
        break;
    }
  return behind;
}

/* The line beside that which @link answers, where it waits for such words; NULL: none does. */
static const BulBlock *
find_line_beside (const BulStory *story, const BulLink *link, BulLanguage language)
{
  BulLanguage other = language == BUL_LANGUAGE_KOREAN ? BUL_LANGUAGE_ENGLISH : BUL_LANGUAGE_KOREAN;
  const BulSegment *answered = link == NULL ? NULL : find_segment (link, other, FALSE);
  const BulScript *script = NULL;
  const BulBlock *line
      = answered == NULL ? NULL : bul_beside_find (story, answered->span.on, &script);

  return line != NULL && (*line->text == '\0' || bul_beside_is_written (script)) ? line : NULL;
}

/* Where words go that answer the link @key, whose block is NULL where there is no such place.
 * @format: (out): what parts them from those that stand there. */
static Place
find_room (const BulStory *story, const char *key, BulLanguage language, const char **format)
{
  gboolean before;
  const BulSegment *neighbour = find_neighbour (story, key, language, &before);
  const BulBlock *line = find_line_beside (story, bul_pairs_find (story, key), language);

  if (line != NULL && (neighbour == NULL || g_strcmp0 (neighbour->span.on, line->key) != 0))
    {
      /* What stands there already answers a later sentence. */
      *format = *line->text == '\0' ? "%s" : "%s ";
      return (Place){ line->key, 0 };
    }
  *format = before ? "%s " : " %s";
  return neighbour == NULL
             ? (Place){ NULL, 0 }
             : (Place){ neighbour->span.on, before ? neighbour->span.start : neighbour->span.end };
}

/* Adds to the link a segment of the words that stand in @block from @at on. */
static gboolean
add_segment (BulHistory *history,
             const char *key,
             BulLanguage language,
             const char *block,
             guint at,
             const char *words,
             GError **error)
{
  const BulStory *story = bul_history_get_story (history);
  g_autoptr (BulRecord) after = bul_record_copy (bul_pairs_find (story, key));
  BulLink *link = (BulLink *) after;

  g_ptr_array_add (link->segments,
                   bul_segment_new (language, block, at, at + bul_chars_count (words), words));
  bul_pairs_sort_segments (story, link->segments);
  return set_segments (history, link, error);
}

gboolean
bul_retold_add (
    BulHistory *history, const char *key, BulLanguage language, const char *words, GError **error)
{
  const char *format;
  Place room = find_room (bul_history_get_story (history), key, language, &format);
  g_autofree char *block = g_strdup (room.block);
  g_autofree char *text = g_strdup_printf (format, words);

  if (block == NULL)
    {
      g_set_error_literal (error, BUL_ERROR, BUL_ERROR_REFUSED,
                           _ ("No sentence of the translation is paired, so there is no place for "
                              "a new one. Nothing was changed. Pair the story first."));
      return FALSE;
    }
  return bul_history_replace (history, block, room.at, 0, text, error)
         && add_segment (history, key, language, block, room.at + (*format == ' ' ? 1 : 0), words,
                         error);
}
