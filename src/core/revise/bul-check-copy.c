/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-check-private.h"
#include "bul-furniture.h"
#include "bul-markers.h"
#include "bul-programme.h"
#include "bul-stamp-reading.h"

/*
 * A page may print its story twice, the second time often flattened to one paragraph or cut short.
 * Each sentence of the second copy is looked for in the first. One that is not there to the letter
 * but has most words of one that is, says something else; one that is like none belongs to the
 * page.
 */

/* Of the words of two sentences, so many tenths in common make them the same one. */
#define ALIKE 6

/* Shorter ones say too little to be told apart. */
#define LEAST_WORDS 3

typedef struct
{
  BulCheck *check;
  GString *text;    /* of the first copy, without blanks */
  GPtrArray *words; /* of GHashTable: the words of each sentence */
} First;

static void
end_sentence (BulSlice sentence, GArray *sentences)
{
  gsize length;

  sentence = bul_slice_trim (sentence);
  /* The two may mark their sections in different ways. */
  do
    {
      length = sentence.length;
      sentence = bul_markers_skip (sentence);
    }
  while (sentence.length < length);
  if (sentence.length > 0)
    g_array_append_val (sentences, sentence);
}

static const char *
skip_closing (const char *p)
{
  static const char *const marks[] = { "\"", "”", "’", "'", "]", ")" };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_has_prefix (p, marks[i]))
      return skip_closing (p + strlen (marks[i]));
  return p;
}

/* Returns: (transfer full) (element-type BulSlice): of any line alike, so that 3.5 stays whole. */
static GArray *
list_sentences (const char *text)
{
  GArray *sentences = g_array_new (FALSE, FALSE, sizeof (BulSlice));
  const char *start = text;

  for (const char *p = text; *p != '\0'; p++)
    {
      const char *end;

      if (strchr (".!?", *p) == NULL)
        continue;
      end = skip_closing (p + 1);
      if (*end != ' ' && !g_str_has_prefix (end, "\u2028"))
        continue;
      end_sentence (bul_slice (start, end), sentences);
      start = end;
      p = end - 1;
    }
  end_sentence (bul_slice_of (start), sentences);
  return sentences;
}

static void
append_squeezed (GString *out, BulSlice sentence)
{
  for (gsize i = 0; i < sentence.length; i++)
    if (strncmp (sentence.start + i, "\u2028", 3) == 0)
      i += 2;
    else if (!g_ascii_isspace (sentence.start[i]))
      g_string_append_c (out, sentence.start[i]);
}

static GHashTable *
list_words (BulSlice sentence)
{
  GHashTable *words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  while (sentence.length > 0)
    {
      BulSlice word = bul_slice_take_word (&sentence);

      g_hash_table_add (words, g_strndup (word.start, word.length));
    }
  return words;
}

static void
note_first (First *first, const BulBlock *block)
{
  g_autoptr (GArray) sentences = list_sentences (block->text);

  for (guint i = 0; i < sentences->len; i++)
    {
      BulSlice sentence = g_array_index (sentences, BulSlice, i);

      append_squeezed (first->text, sentence);
      g_ptr_array_add (first->words, list_words (sentence));
    }
}

/* Where the second copy was cut short, a sentence may end in dots. */
static void
drop_dots (GString *sentence)
{
  static const char *const dots[] = { "…", "...", ".." };

  for (guint i = 0; i < G_N_ELEMENTS (dots); i++)
    if (g_str_has_suffix (sentence->str, dots[i]))
      {
        g_string_truncate (sentence, sentence->len - strlen (dots[i]));
        return;
      }
}

/* Letter by letter; 7 is not found in 17. */
static gboolean
is_in_first (const First *first, BulSlice sentence)
{
  g_autoptr (GString) squeezed = g_string_new (NULL);

  append_squeezed (squeezed, sentence);
  drop_dots (squeezed);
  if (squeezed->len == 0 || !bul_check_may_search (first->check, first->text->len))
    return TRUE;
  for (const char *p = first->text->str; (p = strstr (p, squeezed->str)) != NULL; p++)
    if (p == first->text->str || !g_ascii_isdigit (*p) || !g_ascii_isdigit (p[-1]))
      return TRUE;
  return FALSE;
}

static guint
count_common (GHashTable *a, GHashTable *b)
{
  GHashTableIter iter;
  gpointer word;
  guint n = 0;

  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    n += g_hash_table_contains (b, word);
  return n;
}

static gboolean
is_like_one (const First *first, BulSlice sentence)
{
  gsize n_bytes = sentence.length;
  g_autoptr (GHashTable) words = list_words (sentence);
  guint n_words = g_hash_table_size (words);

  if (n_words < LEAST_WORDS || !bul_check_may_search (first->check, first->words->len * n_bytes))
    return FALSE;
  for (guint i = 0; i < first->words->len; i++)
    {
      GHashTable *other = first->words->pdata[i];
      guint n_both = n_words + g_hash_table_size (other);

      if (count_common (words, other) * 20 >= n_both * ALIKE)
        return TRUE;
    }
  return FALSE;
}

/* A second copy is furniture that would not be, by its words alone. */
static gboolean
is_copy (const BulBlock *block)
{
  BulSlice line = bul_slice_trim (bul_slice_of (block->text));
  BulStampReading stamps[1];
  BulSlice rest;

  return block->kind == BUL_BLOCK_FURNITURE && block->section == BUL_SECTION_TAIL
         && bul_furniture_find (line) == BUL_FURNITURE_NONE
         && bul_programme_find (line.start, line.length) == NULL
         && bul_stamp_reading_read (line, stamps, 1, &rest) == 0;
}

static BulSlice
without_bullet (BulSlice sentence)
{
  return bul_slice_starts (sentence, "•") ? bul_slice_trim (
             bul_slice (sentence.start + strlen ("•"), sentence.start + sentence.length))
                                          : sentence;
}

static void
compare_block (BulCheck *self, guint i, const First *first)
{
  const char *text = bul_check_get_block (self, i)->text;
  g_autoptr (GArray) sentences = list_sentences (text);

  for (guint j = 0; j < sentences->len; j++)
    {
      BulSlice sentence = without_bullet (g_array_index (sentences, BulSlice, j));

      if (is_in_first (first, sentence) || !is_like_one (first, sentence))
        continue;
      bul_check_tell_bytes (self, i, "copy-differs", sentence.start, sentence.length);
      return;
    }
}

void
bul_check_copy (BulCheck *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) words
      = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  First first = { self, text, words };
  guint n_copied = 0;

  for (guint i = 0; i < self->script->blocks->len; i++)
    n_copied += is_copy (bul_check_get_block (self, i));
  if (n_copied == 0)
    return;
  for (guint i = 0; i < self->script->blocks->len; i++)
    if (bul_check_get_block (self, i)->kind != BUL_BLOCK_FURNITURE)
      note_first (&first, bul_check_get_block (self, i));
  for (guint i = 0; i < self->script->blocks->len; i++)
    if (is_copy (bul_check_get_block (self, i)))
      compare_block (self, i, &first);
}
