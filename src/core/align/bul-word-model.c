/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-word-model.h"

#include <math.h>
#include <string.h>

#include "bul-phonemes.h"
#include "bul-words.h"

/* One up with each change of what is read from a pair. */
#define VERSION 1

#define SYLLABLE 3 /* bytes of one, in UTF-8 */

/* A pair in which more words of a side are left says nothing of any. */
#define MOST_LEFT 16

/* What explains a word. */
#define LEAST_GLOSS 0.5f
#define LEAST_SOUND 0.5f

/* Longer words are none, and no row of a table. */
#define LONGEST 60 /* bytes */

/* Concluding: what is weaker is chance. */
#define LEAST_COSINE 0.25
#define LEAST_WEIGHT 0.2
/* Of what answers one word, what is as likely as this share of the likeliest is a rival. */
#define RIVAL 0.8
#define LEAST_SHARE 0.5

/* A word of a pair, each once. */
typedef struct
{
  const BulWord *word; /* borrowed */
  BulPhonemes phonemes;
  gboolean has_phonemes;
  gboolean is_explained;
} Left;

guint
bul_word_model_get_version (void)
{
  return VERSION << 24 | (bul_lexicon_get_fingerprint (bul_lexicon_get_news ()) & 0xffffff);
}

/* --- one pair */

static gboolean
is_hangul_word (const BulWord *word)
{
  return strlen (word->stem) >= 2 * SYLLABLE;
}

/* Small letters alone; of two they are no word of weight. */
static gboolean
is_english_word (const BulWord *word)
{
  gsize length = strlen (word->stem);

  for (gsize i = 0; i < length; i++)
    if (!g_ascii_islower (word->stem[i]))
      return FALSE;
  return length >= 2 && !bul_words_is_empty (word->text);
}

/* The different stems of @words, a GArray of BulWord that stays. */
static GArray *
list_left (const GArray *words, gboolean (*is_one) (const BulWord *word))
{
  GArray *list = g_array_new (FALSE, TRUE, sizeof (Left));
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < words->len; i++)
    {
      Left left = { .word = &g_array_index (words, BulWord, i) };

      if (left.word->kind == BUL_WORD_PLAIN && left.word->stem != NULL
          && strlen (left.word->stem) <= LONGEST && is_one (left.word)
          && g_hash_table_add (known, left.word->stem))
        g_array_append_val (list, left);
    }
  return list;
}

static void
explain_by_lexicon (Left *korean, GArray *english)
{
  const BulLexicon *news = bul_lexicon_get_news ();
  g_autoptr (GArray) glosses = g_array_new (FALSE, FALSE, sizeof (BulGloss));

  bul_lexicon_look_up (news, korean->word->text, korean->word->stem, glosses);
  for (guint i = 0; i < glosses->len; i++)
    {
      const BulGloss *gloss = &g_array_index (glosses, BulGloss, i);

      for (guint j = 0; gloss->weight >= LEAST_GLOSS && j < english->len; j++)
        {
          Left *other = &g_array_index (english, Left, j);

          if (strcmp (other->word->stem, gloss->stem) != 0)
            continue;
          korean->is_explained = TRUE;
          other->is_explained = TRUE;
        }
    }
}

static void
explain_by_sound (Left *korean, GArray *english)
{
  for (guint i = 0; korean->has_phonemes && i < english->len; i++)
    {
      Left *other = &g_array_index (english, Left, i);
      guint n_syllables;
      float similarity;

      if (!other->has_phonemes || !bul_phonemes_may_be_alike (&korean->phonemes, &other->phonemes))
        continue;
      similarity = bul_phonemes_compare (&korean->phonemes, &other->phonemes, TRUE, &n_syllables);
      if (bul_phonemes_judge (similarity, n_syllables, TRUE) < LEAST_SOUND)
        continue;
      korean->is_explained = TRUE;
      other->is_explained = TRUE;
    }
}

/* @korean, @english: of Left; those that nothing known explains are left in them. */
static void
explain (GArray *korean, GArray *english)
{
  for (guint i = 0; i < english->len; i++)
    {
      Left *left = &g_array_index (english, Left, i);

      left->has_phonemes = left->word->is_capital && strlen (left->word->text) >= 3
                           && bul_phonemes_from_english (left->word->text, &left->phonemes);
    }
  for (guint i = 0; i < korean->len; i++)
    {
      Left *left = &g_array_index (korean, Left, i);

      left->has_phonemes = bul_phonemes_from_korean (left->word->text, &left->phonemes);
      explain_by_lexicon (left, english);
      explain_by_sound (left, english);
    }
  for (guint side = 0; side < 2; side++)
    {
      GArray *list = side == 0 ? korean : english;

      for (guint i = list->len; i > 0; i--)
        if (g_array_index (list, Left, i - 1).is_explained)
          g_array_remove_index (list, i - 1);
    }
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Adds @key, once. */
static void
add_key (GPtrArray *keys, GHashTable *known, char *key)
{
  if (g_hash_table_add (known, key))
    g_ptr_array_add (keys, key);
  else
    g_free (key);
}

/* A stem, and how it begins where it is longer, for the endings of verbs have no end. */
static GPtrArray *
list_korean_keys (const GArray *left)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < left->len; i++)
    {
      const char *stem = g_array_index (left, Left, i).word->stem;

      add_key (keys, known, g_strdup (stem));
      if (strlen (stem) > 2 * SYLLABLE)
        add_key (keys, known, g_strndup (stem, 2 * SYLLABLE));
    }
  g_ptr_array_sort (keys, compare_texts);
  return keys;
}

static GPtrArray *
list_english_keys (const GArray *left)
{
  GPtrArray *keys = g_ptr_array_new ();

  for (guint i = 0; i < left->len; i++)
    g_ptr_array_add (keys, g_array_index (left, Left, i).word->stem);
  g_ptr_array_sort (keys, compare_texts);
  return keys;
}

GPtrArray *
bul_word_model_read (const char *korean, const char *english)
{
  GPtrArray *ties = bul_ties_new ();
  g_autoptr (GArray) korean_words = bul_words_read (korean, "ko");
  g_autoptr (GArray) english_words = bul_words_read (english, "en");
  g_autoptr (GArray) korean_left = list_left (korean_words, is_hangul_word);
  g_autoptr (GArray) english_left = list_left (english_words, is_english_word);
  g_autoptr (GPtrArray) korean_keys = NULL;
  g_autoptr (GPtrArray) english_keys = NULL;
  guint most;

  explain (korean_left, english_left);
  most = MAX (korean_left->len, english_left->len);
  if (most > MOST_LEFT || korean_left->len == 0 || english_left->len == 0)
    return ties;
  korean_keys = list_korean_keys (korean_left);
  english_keys = list_english_keys (english_left);
  for (guint i = 0; i < korean_keys->len; i++)
    for (guint j = 0; j < english_keys->len; j++)
      {
        BulTie *tie = bul_tie_new (korean_keys->pdata[i], english_keys->pdata[j]);

        tie->n_pairs = tie->n_korean = tie->n_english = 1;
        tie->mass = 1000 / most;
        g_ptr_array_add (ties, tie);
      }
  return ties;
}

/* --- all pairs */

/* How surely a word answers another, from 0 to 1, if it had no rivals. */
static double
weigh (const BulTie *tie)
{
  double cosine = tie->n_pairs / sqrt ((double) tie->n_korean * tie->n_english);
  double mass = tie->mass / 1000.0;

  return tie->n_korean == 0 || tie->n_english == 0 || cosine < LEAST_COSINE
             ? 0
             : cosine * mass / (mass + 0.6);
}

/* What few pairs say is never quite sure. */
static double
get_most (guint n_pairs)
{
  return n_pairs == 1 ? 0.6 : n_pairs == 2 ? 0.8 : 0.95;
}

/* @first to before @end: all that may answer one Korean word. */
static void
conclude_word (BulLexicon *lexicon, const GPtrArray *ties, guint first, guint end)
{
  double best = 0;
  guint n_rivals = 0;

  for (guint i = first; i < end; i++)
    best = MAX (best, weigh (ties->pdata[i]));
  for (guint i = first; i < end; i++)
    n_rivals += best > 0 && weigh (ties->pdata[i]) >= RIVAL * best;
  for (guint i = first; i < end; i++)
    {
      const BulTie *tie = ties->pdata[i];
      double likely = weigh (tie);
      double weight = MIN (1.6 * likely, get_most (tie->n_pairs)) / sqrt (MAX (n_rivals, 1));

      if (likely >= LEAST_SHARE * best && weight >= LEAST_WEIGHT)
        bul_lexicon_teach (lexicon, tie->korean, tie->english, (float) weight);
    }
}

BulLexicon *
bul_word_model_conclude (const GPtrArray *ties)
{
  BulLexicon *lexicon = bul_lexicon_new ();
  guint first = 0;

  for (guint i = 1; i <= ties->len; i++)
    {
      const BulTie *of_first = ties->pdata[first];

      if (i < ties->len && strcmp (((BulTie *) ties->pdata[i])->korean, of_first->korean) == 0)
        continue;
      conclude_word (lexicon, ties, first, i);
      first = i;
    }
  return lexicon;
}
