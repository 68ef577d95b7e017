/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-echo.h"

#include <math.h>
#include <string.h>

#include "bul-phonemes.h"
#include "bul-signs.h"
#include "bul-splitter.h"
#include "bul-surnames.h"
#include "bul-words.h"

/* Prose has far less of all these, and what is none must not take for ever: words of a side, of
 * which each sentence has its part, but a fair one; different words; pairs of them that match;
 * names of Korean persons. */
#define MOST_WORDS 20000
#define LEAST_WORDS 60
#define MOST_TYPES 4000
#define MOST_MATCHES 200000
#define MOST_PERSONS 1000

/* What is behind them belongs to the last. */
#define MOST_PIECES 8

/* A name of a person is sure where family name and the rest agree. */
#define SURE_REST 0.7f

/* A word of either language, however often it stands in the text. */
typedef struct
{
  BulWord word;      /* of its first occurrence, and owned by the sentence there */
  GArray *sentences; /* of guint: where it stands, in order */
  GArray *pieces;    /* the same, by pieces of sentences */
  BulPhonemes phonemes;
  gboolean has_phonemes;
  guint index; /* among all */
} Type;

typedef struct
{
  GPtrArray *texts; /* of GArray of BulWord, one a piece */
  GArray *pieces;   /* of guint: see BulEchoSide */
  GPtrArray *types; /* of Type */
  GHashTable *by_key;
  GHashTable *by_stem; /* English stem to GPtrArray of Type */
  guint n;
} Vocabulary;

/* Two words that have something in common. */
typedef struct
{
  guint korean;
  guint english;
  float strength[BUL_ECHO_N_CHANNELS];
} Match;

typedef struct
{
  Vocabulary korean;
  Vocabulary english;
  GHashTable *matches; /* guint64 of both to Match */
} Builder;

static void
type_free (gpointer data)
{
  Type *type = data;

  g_array_unref (type->sentences);
  g_array_unref (type->pieces);
  g_free (type);
}

static void
unref_words (gpointer words)
{
  g_array_unref (words);
}

static void
unref_list (gpointer list)
{
  g_ptr_array_unref (list);
}

static char *
make_key (const BulWord *word)
{
  if (word->kind == BUL_WORD_NUMBER || word->kind == BUL_WORD_MONTH)
    return g_strdup_printf ("%d %.17g", word->kind, word->value);
  return g_strdup_printf ("%d %d %s", word->kind, word->is_capital, word->text);
}

/* Returns: (nullable): %NULL where there are too many already */
static Type *
intern (Vocabulary *self, const BulWord *word)
{
  g_autofree char *key = make_key (word);
  Type *type = g_hash_table_lookup (self->by_key, key);
  GPtrArray *of_stem;

  if (type != NULL || self->types->len == MOST_TYPES)
    return type;
  type = g_new0 (Type, 1);
  type->word = *word;
  type->index = self->types->len;
  type->sentences = g_array_new (FALSE, FALSE, sizeof (guint));
  type->pieces = g_array_new (FALSE, FALSE, sizeof (guint));
  g_ptr_array_add (self->types, type);
  g_hash_table_insert (self->by_key, g_steal_pointer (&key), type);
  if (word->stem != NULL)
    {
      of_stem = g_hash_table_lookup (self->by_stem, word->stem);
      if (of_stem == NULL)
        {
          of_stem = g_ptr_array_new ();
          g_hash_table_insert (self->by_stem, word->stem, of_stem);
        }
      g_ptr_array_add (of_stem, GUINT_TO_POINTER (self->types->len - 1));
    }
  return type;
}

static void
add_place (GArray *places, guint at)
{
  if (places->len == 0 || g_array_index (places, guint, places->len - 1) != at)
    g_array_append_val (places, at);
}

/* Returns: how many words were taken, at most @most */
static guint
read_piece (Vocabulary *self, guint sentence, const char *text, const char *language, guint most)
{
  GArray *words = bul_words_read (text, language);
  guint piece = self->texts->len;

  g_array_set_size (words, MIN (words->len, most));
  g_ptr_array_add (self->texts, words);
  for (guint i = 0; i < words->len; i++)
    {
      Type *type = intern (self, &g_array_index (words, BulWord, i));

      if (type == NULL)
        continue;
      add_place (type->sentences, sentence);
      add_place (type->pieces, piece);
    }
  return words->len;
}

/* Whether a stop stands in the midst; most sentences have none, and need not be split. */
static gboolean
may_have_pieces (const char *text)
{
  const char *stop = strpbrk (text, ".?!");

  return stop != NULL && strchr (stop, ' ') != NULL;
}

static void
read_sentence (Vocabulary *self, guint sentence, const char *text, const char *language)
{
  g_autoptr (GArray) pieces = may_have_pieces (text) ? bul_splitter_split (text, language) : NULL;
  guint n = pieces == NULL ? 0 : MIN (pieces->len, MOST_PIECES);
  guint room = MAX (MOST_WORDS / self->n, LEAST_WORDS);

  g_array_append_val (self->pieces, self->texts->len);
  if (n < 2)
    read_piece (self, sentence, text, language, room);
  for (guint i = 0; n >= 2 && i < n; i++)
    {
      gsize start = g_array_index (pieces, BulSentence, i).start;
      gsize end = g_array_index (pieces, BulSentence, i + 1 < n ? i : pieces->len - 1).end;
      g_autofree char *piece = g_strndup (text + start, end - start);

      room -= read_piece (self, sentence, piece, language, room);
    }
}

static void
vocabulary_read (Vocabulary *self, const char *const *texts, guint n, const char *language)
{
  self->n = n;
  self->texts = g_ptr_array_new_with_free_func (unref_words);
  self->pieces = g_array_sized_new (FALSE, FALSE, sizeof (guint), n + 1);
  self->types = g_ptr_array_new_with_free_func (type_free);
  self->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->by_stem = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, unref_list);
  for (guint i = 0; i < n; i++)
    read_sentence (self, i, texts[i], language);
  g_array_append_val (self->pieces, self->texts->len);
}

static void
vocabulary_clear (Vocabulary *self)
{
  g_hash_table_unref (self->by_stem);
  g_hash_table_unref (self->by_key);
  g_ptr_array_unref (self->types);
  g_array_unref (self->pieces);
  g_ptr_array_unref (self->texts);
}

static const Type *
type_at (const Vocabulary *self, guint i)
{
  return self->types->pdata[i];
}

/* --- matches */

/* Numbers of types are small, and those of a pair alike. */
static guint
hash_pair (gconstpointer key)
{
  guint64 pair = *(const guint64 *) key;

  return (guint) (pair >> 32) * 2654435761u ^ (guint) pair;
}

static void
match (Builder *self, guint korean, guint english, BulEchoChannel channel, float strength)
{
  guint64 key = (guint64) korean << 32 | english;
  Match *found;

  if (strength <= 0)
    return;
  found = g_hash_table_lookup (self->matches, &key);
  if (found == NULL && g_hash_table_size (self->matches) == MOST_MATCHES)
    return;
  if (found == NULL)
    {
      guint64 *own = g_memdup2 (&key, sizeof key);

      found = g_new0 (Match, 1);
      found->korean = korean;
      found->english = english;
      g_hash_table_insert (self->matches, own, found);
    }
  found->strength[channel] = MAX (found->strength[channel], strength);
  found->strength[BUL_ECHO_ANY] = MAX (found->strength[BUL_ECHO_ANY], strength);
  if (channel == BUL_ECHO_NAME)
    found->strength[BUL_ECHO_WORD] = MAX (found->strength[BUL_ECHO_WORD], strength);
}

static void
match_lexicons (Builder *self, const GPtrArray *lexicons)
{
  g_autoptr (GArray) glosses = g_array_new (FALSE, FALSE, sizeof (BulGloss));

  for (guint i = 0; i < self->korean.types->len; i++)
    {
      const BulWord *word = &type_at (&self->korean, i)->word;

      if (word->kind != BUL_WORD_PLAIN && word->kind != BUL_WORD_HANJA)
        continue;
      g_array_set_size (glosses, 0);
      for (guint j = 0; j < lexicons->len; j++)
        bul_lexicon_look_up (lexicons->pdata[j], word->text,
                             word->stem == NULL ? word->text : word->stem, glosses);
      for (guint j = 0; j < glosses->len; j++)
        {
          const BulGloss *gloss = &g_array_index (glosses, BulGloss, j);
          const GPtrArray *types = g_hash_table_lookup (self->english.by_stem, gloss->stem);

          for (guint k = 0; types != NULL && k < types->len; k++)
            match (self, i, GPOINTER_TO_UINT (types->pdata[k]), BUL_ECHO_WORD, gloss->weight);
        }
    }
}

/* The same, or the same rounded. */
static float
compare_numbers (const BulWord *a, const BulWord *b)
{
  if (a->kind != b->kind)
    return 0;
  if (a->value == b->value)
    return 1;
  return a->kind == BUL_WORD_NUMBER && a->value >= 20 && b->value >= 20
                 && fabs (a->value - b->value) < 0.01 * MAX (a->value, b->value)
             ? 0.7f
             : 0;
}

static gboolean
same_latin (const char *a, const char *b)
{
  gsize length = *a == *b ? strlen (a) : 0;

  return length > 0 && strncmp (a, b, length) == 0
         && (b[length] == '\0' || (b[length] == 's' && b[length + 1] == '\0'));
}

static void
match_signs (Builder *self)
{
  for (guint i = 0; i < self->korean.types->len; i++)
    {
      const BulWord *a = &type_at (&self->korean, i)->word;

      if (a->kind == BUL_WORD_PLAIN || a->kind == BUL_WORD_HANJA)
        continue;
      for (guint j = 0; j < self->english.types->len; j++)
        {
          const BulWord *b = &type_at (&self->english, j)->word;

          if (a->kind == BUL_WORD_LATIN)
            {
              if (b->kind == BUL_WORD_PLAIN && same_latin (a->text, b->text))
                match (self, i, j, BUL_ECHO_LATIN, 1);
            }
          else if (b->kind == BUL_WORD_NUMBER || b->kind == BUL_WORD_MONTH)
            match (self, i, j, BUL_ECHO_NUMBER, compare_numbers (a, b));
        }
    }
}

/* --- names */

/* Whether a word may be a name, or a loan word at least. */
static gboolean
may_be_borrowed (const BulWord *word)
{
  gsize length = strlen (word->text);

  if (word->kind != BUL_WORD_PLAIN || bul_words_is_empty (word->text))
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_islower (word->text[i]))
      return FALSE;
  return word->is_capital ? length >= 3 : length >= 5;
}

static void
prepare_phonemes (Builder *self)
{
  for (guint i = 0; i < self->korean.types->len; i++)
    {
      Type *type = self->korean.types->pdata[i];

      if (type->word.kind == BUL_WORD_PLAIN && g_utf8_strlen (type->word.text, -1) >= 2)
        type->has_phonemes = bul_phonemes_from_korean (type->word.text, &type->phonemes);
    }
  for (guint i = 0; i < self->english.types->len; i++)
    {
      Type *type = self->english.types->pdata[i];

      if (may_be_borrowed (&type->word))
        type->has_phonemes = bul_phonemes_from_english (type->word.text, &type->phonemes);
    }
}

/* Korean words that begin alike, so that an English one can be told from all of them at once.
 * Returns: (element-type GArray of guint): never empty ones */
static GPtrArray *
group_beginnings (const Vocabulary *self)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func (unref_words);
  g_autoptr (GHashTable) by_beginning = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->types->len; i++)
    {
      const Type *type = type_at (self, i);
      gpointer key;
      GArray *group;

      if (!type->has_phonemes || type->phonemes.length == 0)
        continue;
      key = GINT_TO_POINTER (type->phonemes.sounds[0] << 8 | type->phonemes.sounds[1]);
      group = g_hash_table_lookup (by_beginning, key);
      if (group == NULL)
        {
          group = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (by_beginning, key, group);
          g_ptr_array_add (groups, group);
        }
      g_array_append_val (group, i);
    }
  return groups;
}

static void
match_sounds_of (Builder *self, guint english, const GArray *group)
{
  const Type *b = type_at (&self->english, english);

  if (!bul_phonemes_may_be_alike (
          &type_at (&self->korean, g_array_index (group, guint, 0))->phonemes, &b->phonemes))
    return;
  for (guint i = 0; i < group->len; i++)
    {
      guint korean = g_array_index (group, guint, i);
      const BulPhonemes *a = &type_at (&self->korean, korean)->phonemes;
      guint n_syllables;
      float similarity = bul_phonemes_compare (a, &b->phonemes, b->word.is_capital, &n_syllables);

      match (self, korean, english, BUL_ECHO_NAME,
             bul_phonemes_judge (similarity, n_syllables, b->word.is_capital));
    }
}

static void
match_sounds (Builder *self)
{
  g_autoptr (GPtrArray) groups = group_beginnings (&self->korean);

  for (guint j = 0; j < self->english.types->len; j++)
    for (guint i = 0; type_at (&self->english, j)->has_phonemes && i < groups->len; i++)
      match_sounds_of (self, j, groups->pdata[i]);
}

/* A Hangul word that may be a person of a family name, and what is behind that. */
typedef struct
{
  const Type *type;
  BulPhonemes given;
} Person;

/* Korean words that begin with a family name. */
static GArray *
find_persons (const Vocabulary *self)
{
  GArray *persons = g_array_new (FALSE, FALSE, sizeof (Person));

  for (guint i = 0; i < self->types->len; i++)
    {
      Person person = { .type = type_at (self, i) };
      const char *word = person.type->word.text;

      if (person.type->has_phonemes && person.type->phonemes.n_syllables >= 2
          && bul_surnames_begin (word)
          && bul_phonemes_from_korean (g_utf8_next_char (word), &person.given))
        g_array_append_val (persons, person);
    }
  return persons;
}

/* “Kim Min-su”, “Min-su Kim”: all words of the run answer 김민수. */
static void
match_person (Builder *self, const GArray *persons, const Type *family, const Type *first)
{
  BulPhonemes given;
  guint n_syllables;

  if (!bul_phonemes_from_english (first->word.text, &given))
    return;
  for (guint i = 0; i < persons->len; i++)
    {
      const Person *person = &g_array_index (persons, Person, i);

      if (!bul_surnames_match (family->word.text, person->type->word.text)
          || bul_phonemes_compare (&person->given, &given, TRUE, &n_syllables) <= SURE_REST)
        continue;
      match (self, person->type->index, family->index, BUL_ECHO_NAME, 1);
      match (self, person->type->index, first->index, BUL_ECHO_NAME, 1);
    }
}

static const Type *
find_type (const Vocabulary *self, const BulWord *word)
{
  g_autofree char *key = make_key (word);

  return g_hash_table_lookup (self->by_key, key);
}

static gboolean
may_be_given (const BulWord *word)
{
  return word->kind == BUL_WORD_PLAIN && word->is_capital;
}

/* Adds family name and given name, the numbers of both, if the words at @family and @given of
 * @words are such, to a set. */
static void
add_name (const Vocabulary *self, const GArray *words, guint family, guint given, GHashTable *names)
{
  const Type *a = find_type (self, &g_array_index (words, BulWord, family));
  const Type *b = find_type (self, &g_array_index (words, BulWord, given));
  guint64 pair;

  if (a == NULL || b == NULL || g_hash_table_size (names) == MOST_PERSONS)
    return;
  pair = (guint64) a->index << 32 | b->index;
  if (!g_hash_table_contains (names, &pair))
    g_hash_table_add (names, g_memdup2 (&pair, sizeof pair));
}

static void
find_names (const Vocabulary *self, const GArray *words, GHashTable *names)
{
  for (guint i = 0; i < words->len; i++)
    {
      const BulWord *word = &g_array_index (words, BulWord, i);
      const BulWord *next = i + 1 < words->len ? word + 1 : NULL;

      if (!may_be_given (word) || !bul_surnames_has (word->text))
        continue;
      if (next != NULL && may_be_given (next) && next->follows)
        add_name (self, words, i, i + 1, names);
      if (i > 0 && may_be_given (word - 1) && word->follows)
        add_name (self, words, i, i - 1, names);
    }
}

static void
match_persons (Builder *self)
{
  g_autoptr (GArray) persons = find_persons (&self->korean);
  g_autoptr (GHashTable) names = g_hash_table_new_full (hash_pair, g_int64_equal, g_free, NULL);
  GHashTableIter iter;
  const guint64 *pair;

  for (guint i = 0; i < self->english.texts->len; i++)
    find_names (&self->english, self->english.texts->pdata[i], names);
  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, (gpointer *) &pair, NULL))
    match_person (self, persons, type_at (&self->english, (guint) (*pair >> 32)),
                  type_at (&self->english, (guint) *pair));
}

/* --- what is heard */

/* What a type is heard at, sentence by sentence of the other side. */
typedef struct
{
  float *at[BUL_ECHO_N_CHANNELS];
  gboolean any[BUL_ECHO_N_CHANNELS];
} Hearing;

static void
hear (Hearing *hearing, const Type *other, const float *strength)
{
  for (guint c = 0; c < BUL_ECHO_N_CHANNELS; c++)
    {
      hearing->any[c] |= strength[c] > 0;
      for (guint i = 0; strength[c] > 0 && i < other->sentences->len; i++)
        {
          float *at = &hearing->at[c][g_array_index (other->sentences, guint, i)];

          *at = MAX (*at, strength[c]);
        }
    }
}

static float
loudest (const float *at, guint n, guint first, BulEchoSpan span)
{
  float b = first + 1 < n ? at[first + 1] : 0;
  float c = first + 2 < n ? at[first + 2] : 0;

  switch (span)
    {
    case BUL_ECHO_TWO:
      return MAX (at[first], b);
    case BUL_ECHO_THREE:
      return MAX (at[first], MAX (b, c));
    case BUL_ECHO_OUTER:
      return MAX (at[first], c);
    default:
      return at[first];
    }
}

/* A word that answers many sentences tells little of each. */
static float
weigh (const float *at, guint n)
{
  float sum = 0;

  for (guint i = 0; i < n; i++)
    sum += at[i];
  return MAX (0.15f, logf ((float) (n + 1) / (sum + 0.6f)));
}

/* @heard: of @type by @span of the other side, from @first on */
static void
add_to_pieces (BulEchoSide *side, const Type *type, BulEchoSpan span, guint first, float heard)
{
  float *row = side->piece_heard[span] + (gsize) first * side->pieces[side->n];

  for (guint i = 0; i < type->pieces->len; i++)
    row[g_array_index (type->pieces, guint, i)] += heard;
}

static void
add_hearing_at (BulEchoSide *side,
                const Type *type,
                const Hearing *hearing,
                guint n_other,
                guint first,
                float weight)
{
  for (guint s = 0; s < BUL_ECHO_N_SPANS; s++)
    for (guint c = 0; c < BUL_ECHO_N_CHANNELS; c++)
      {
        float heard = hearing->any[c] ? weight * loudest (hearing->at[c], n_other, first, s) : 0;

        for (guint i = 0; heard > 0 && i < type->sentences->len; i++)
          side->heard[s][c][first * side->n + g_array_index (type->sentences, guint, i)] += heard;
        if (c == BUL_ECHO_ANY && heard > 0)
          add_to_pieces (side, type, s, first, heard);
      }
}

static void
add_hearing (BulEchoSide *side, const Type *type, const Hearing *hearing, guint n_other, float rest)
{
  float weight = hearing->any[BUL_ECHO_ANY] ? weigh (hearing->at[BUL_ECHO_ANY], n_other) : rest;

  for (guint i = 0; i < type->sentences->len; i++)
    side->mass[g_array_index (type->sentences, guint, i)] += weight;
  for (guint i = 0; i < type->pieces->len; i++)
    side->piece_mass[g_array_index (type->pieces, guint, i)] += weight;
  for (guint first = 0; hearing->any[BUL_ECHO_ANY] && first < n_other; first++)
    if (loudest (hearing->at[BUL_ECHO_ANY], n_other, first, BUL_ECHO_THREE) > 0)
      add_hearing_at (side, type, hearing, n_other, first, weight);
}

/* @of_korean: the side that is listened for is the Korean one. */
static void
listen (BulEchoSide *side, const Builder *builder, gboolean of_korean)
{
  const Vocabulary *here = of_korean ? &builder->korean : &builder->english;
  const Vocabulary *there = of_korean ? &builder->english : &builder->korean;
  float rest = (of_korean ? 0.2f : 0.35f) * logf ((float) (there->n + 1));
  g_autofree GArray **of_type = g_new0 (GArray *, here->types->len);
  g_autofree float *room = g_new (float, BUL_ECHO_N_CHANNELS *MAX (there->n, 1));
  GHashTableIter iter;
  Match *found;

  g_hash_table_iter_init (&iter, builder->matches);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &found))
    {
      guint own = of_korean ? found->korean : found->english;

      if (of_type[own] == NULL)
        of_type[own] = g_array_new (FALSE, FALSE, sizeof (Match *));
      g_array_append_val (of_type[own], found);
    }
  for (guint i = 0; i < here->types->len; i++)
    {
      Hearing hearing = { .any = { FALSE } };

      if (of_type[i] != NULL)
        memset (room, 0, sizeof (float) * BUL_ECHO_N_CHANNELS * there->n);
      for (guint c = 0; c < BUL_ECHO_N_CHANNELS; c++)
        hearing.at[c] = room + c * there->n;
      for (guint j = 0; of_type[i] != NULL && j < of_type[i]->len; j++)
        {
          const Match *one = g_array_index (of_type[i], Match *, j);

          hear (&hearing, type_at (there, of_korean ? one->english : one->korean), one->strength);
        }
      add_hearing (side, type_at (here, i), &hearing, there->n, rest);
      g_clear_pointer (&of_type[i], g_array_unref);
    }
}

/* --- sides */

static void
side_start (
    BulEchoSide *side, const char *const *texts, guint n, guint n_other, const char *language)
{
  side->n = n;
  side->lengths = g_new0 (double, MAX (n, 1));
  side->mass = g_new0 (float, MAX (n, 1));
  side->signs = bul_signs_read (texts, n);
  for (guint i = 0; i < n; i++)
    side->lengths[i] = bul_words_measure (texts[i], language);
  for (guint s = 0; s < BUL_ECHO_N_SPANS; s++)
    for (guint c = 0; c < BUL_ECHO_N_CHANNELS; c++)
      side->heard[s][c] = g_new0 (float, MAX ((gsize) n * n_other, 1));
}

static void
side_take_pieces (BulEchoSide *side, const Vocabulary *vocabulary, guint n_other)
{
  gsize n = vocabulary->texts->len;

  side->pieces = g_memdup2 (vocabulary->pieces->data, sizeof (guint) * (side->n + 1));
  side->piece_mass = g_new0 (float, MAX (n, 1));
  for (guint s = 0; s < BUL_ECHO_N_SPANS; s++)
    side->piece_heard[s] = g_new0 (float, MAX (n * n_other, 1));
}

static void
side_clear (BulEchoSide *side)
{
  for (guint s = 0; s < BUL_ECHO_N_SPANS; s++)
    g_free (side->piece_heard[s]);
  g_free (side->piece_mass);
  g_free (side->pieces);
  g_free (side->lengths);
  g_free (side->mass);
  g_free (side->signs);
  for (guint s = 0; s < BUL_ECHO_N_SPANS; s++)
    for (guint c = 0; c < BUL_ECHO_N_CHANNELS; c++)
      g_free (side->heard[s][c]);
}

BulEchoes *
bul_echoes_new (const char *const *korean,
                guint n_korean,
                const char *const *english,
                guint n_english,
                const GPtrArray *lexicons)
{
  BulEchoes *self = g_new0 (BulEchoes, 1);
  Builder builder = { 0 };

  side_start (&self->korean, korean, n_korean, n_english, "ko");
  side_start (&self->english, english, n_english, n_korean, "en");
  vocabulary_read (&builder.korean, korean, n_korean, "ko");
  vocabulary_read (&builder.english, english, n_english, "en");
  side_take_pieces (&self->korean, &builder.korean, n_english);
  side_take_pieces (&self->english, &builder.english, n_korean);
  builder.matches = g_hash_table_new_full (hash_pair, g_int64_equal, g_free, g_free);
  prepare_phonemes (&builder);
  match_lexicons (&builder, lexicons);
  match_signs (&builder);
  match_sounds (&builder);
  match_persons (&builder);
  listen (&self->korean, &builder, TRUE);
  listen (&self->english, &builder, FALSE);
  g_hash_table_unref (builder.matches);
  vocabulary_clear (&builder.korean);
  vocabulary_clear (&builder.english);
  return self;
}

void
bul_echoes_free (BulEchoes *self)
{
  if (self == NULL)
    return;
  side_clear (&self->korean);
  side_clear (&self->english);
  g_free (self);
}
