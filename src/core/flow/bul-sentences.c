/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-sentences-private.h"

#include <string.h>

#include "bul-chars.h"
#include "bul-heard.h"
#include "bul-pairs.h"
#include "bul-splitter.h"

/* The sentences of one line, before they are put in order. */
typedef struct
{
  BulSegment *segment;
  BulLink *link;
} Piece;

typedef struct
{
  const BulBlock *block;
  BulLanguage language;
  GArray *pieces; /* of Piece: first what is settled, in order */
  guint n_settled;
} Line;

/* --- what is settled */

static int
compare_pieces (gconstpointer a, gconstpointer b)
{
  const BulSpan *x = &((const Piece *) a)->segment->span;
  const BulSpan *y = &((const Piece *) b)->segment->span;

  return x->start != y->start ? (x->start < y->start ? -1 : 1) : 0;
}

/* Key of a block, borrowed → (element-type Piece): the segments of settled pairs that stand there,
 * borrowed. */
static GHashTable *
list_settled (const BulStory *story, BulLanguage language)
{
  GHashTable *settled
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);

  for (guint i = 0; i < story->links->len; i++)
    {
      BulLink *link = story->links->pdata[i];

      for (guint j = 0; bul_pairs_is_settled (link) && j < link->segments->len; j++)
        {
          Piece piece = { link->segments->pdata[j], link };
          GArray *pieces;

          if (piece.segment->language != language || piece.segment->span.orphan
              || piece.segment->span.on == NULL)
            continue;
          pieces = g_hash_table_lookup (settled, piece.segment->span.on);
          if (pieces == NULL)
            {
              pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
              g_hash_table_insert (settled, piece.segment->span.on, pieces);
            }
          g_array_append_val (pieces, piece);
        }
    }
  return settled;
}

/* --- what is free */

static void
add_sentences (Line *line, guint start, guint end)
{
  g_autofree char *text = bul_chars_slice (line->block->text, start, end);
  g_autoptr (GArray) cuts
      = bul_splitter_split (text, line->language == BUL_LANGUAGE_KOREAN ? "ko" : "en");

  for (guint i = 0; i < cuts->len; i++)
    {
      const BulSentence *cut = &g_array_index (cuts, BulSentence, i);
      g_autofree char *quote = g_strndup (text + cut->start, cut->end - cut->start);
      guint at = start + bul_chars_from_byte (text, cut->start);
      Piece piece = { bul_segment_new (line->language, line->block->key, at,
                                       at + bul_chars_count (quote), quote),
                      NULL };

      g_array_append_val (line->pieces, piece);
    }
}

/* The sentences of @range, around what is settled in it. */
static void
add_range (Line *line, BulRange range)
{
  guint at = range.start;

  for (guint i = 0; i < line->n_settled; i++)
    {
      const BulSpan *span = &g_array_index (line->pieces, Piece, i).segment->span;

      if (span->end <= at || span->start >= range.end)
        continue;
      if (span->start > at)
        add_sentences (line, at, span->start);
      at = span->end;
    }
  if (at < range.end)
    add_sentences (line, at, range.end);
}

static void
read_line (BulSentences *self, Line *line, const GArray *settled)
{
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (BulRange));

  line->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  for (guint i = 0; settled != NULL && i < settled->len; i++)
    {
      Piece piece = g_array_index (settled, Piece, i);

      piece.segment = bul_record_copy (piece.segment);
      g_array_append_val (line->pieces, piece);
    }
  g_array_sort (line->pieces, compare_pieces);
  line->n_settled = line->pieces->len;
  if (line->block->kind == BUL_BLOCK_HEADLINE)
    {
      BulRange whole = { 0, bul_chars_count (line->block->text) };

      g_array_append_val (ranges, whole);
    }
  else
    bul_heard_append (ranges, line->block->kind, line->block->text);
  for (guint i = 0; i < ranges->len; i++)
    add_range (line, g_array_index (ranges, BulRange, i));
  g_array_sort (line->pieces, compare_pieces);
  for (guint i = 0; i < line->pieces->len; i++)
    {
      g_ptr_array_add (self->segments, g_array_index (line->pieces, Piece, i).segment);
      g_ptr_array_add (self->links, g_array_index (line->pieces, Piece, i).link);
    }
  g_array_unref (line->pieces);
}

BulSentences *
bul_sentences_new (const BulStory *story, const BulScript *script)
{
  BulSentences *self = g_new0 (BulSentences, 1);
  BulLanguage language = bul_language_of (script->language);
  g_autoptr (GHashTable) settled = list_settled (story, language);

  self->segments = bul_records_new ();
  self->links = g_ptr_array_new ();
  for (guint i = 0; i < script->blocks->len; i++)
    {
      Line line = { .block = script->blocks->pdata[i], .language = language };

      read_line (self, &line, g_hash_table_lookup (settled, line.block->key));
    }
  return self;
}

void
bul_sentences_free (BulSentences *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->segments);
  g_ptr_array_unref (self->links);
  g_free (self);
}

GStrv
bul_sentences_dup_words (const BulSentences *self)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  for (guint i = 0; i < self->segments->len; i++)
    {
      const BulSegment *segment = self->segments->pdata[i];
      g_auto (GStrv) lines = g_strsplit (segment->span.quote, "\xe2\x80\xa8", -1);
      g_autofree char *line = g_strjoinv (" ", lines);

      g_strv_builder_add (words, line);
    }
  return g_strv_builder_end (words);
}

int
bul_sentences_find (const BulSentences *self, const BulSegment *segment)
{
  for (guint i = 0; i < self->segments->len; i++)
    if (self->links->pdata[i] == NULL && bul_record_equal (self->segments->pdata[i], segment))
      return (int) i;
  return -1;
}
