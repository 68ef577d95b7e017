/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-names-private.h"
#include "bul-numbers-private.h"
#include "bul-parity-private.h"
#include "bul-romanization.h"
#include "bul-stem.h"
#include "bul-surnames.h"
#include "bul-words.h"

#define SYLLABLE 3 /* bytes of one, in UTF-8 */

/* Letters of a name that is told from other words. */
#define LEAST_NAME 4

/* A name that sounds at least so much like a word may be meant by it: spelling tells little. */
#define VAGUE 0.25f

/* The same of a name of several words, on the average: each is heard by chance now and then. */
#define VAGUE_ALL 0.45f

typedef struct
{
  BulParity *parity;
  GArray *korean;          /* of BulName */
  GArray *english;         /* of BulName */
  GHashTable *glosses;     /* English stems that answer the Korean words */
  GStrv small;             /* the Korean sentences, with small letters */
  gboolean *korean_named;  /* which words a name of the other side answers */
  float *likeness;         /* of each English name, to the Korean word that is most like it */
  gboolean *english_named; /* which words of the other side answer */
} Names;

static const BulName *
korean_at (const Names *self, guint i)
{
  return &g_array_index (self->korean, BulName, i);
}

static const BulName *
english_at (const Names *self, guint i)
{
  return &g_array_index (self->english, BulName, i);
}

/* --- what the lexicons know */

static void
look_up (Names *self, const BulLexicon *lexicon)
{
  g_autoptr (GArray) glosses = g_array_new (FALSE, FALSE, sizeof (BulGloss));

  for (guint i = 0; i < self->korean->len; i++)
    bul_lexicon_look_up (lexicon, korean_at (self, i)->text, korean_at (self, i)->stem, glosses);
  for (guint i = 0; i < glosses->len; i++)
    g_hash_table_add (self->glosses, (gpointer) g_array_index (glosses, BulGloss, i).stem);
}

static gboolean
is_known_stem (const Names *self, const char *stem)
{
  const GPtrArray *more = self->parity->options->lexicons;

  if (bul_lexicon_has_stem (bul_lexicon_get_news (), stem))
    return TRUE;
  for (guint i = 0; more != NULL && i < more->len; i++)
    if (bul_lexicon_has_stem (more->pdata[i], stem))
      return TRUE;
  return FALSE;
}

/* --- who answers whom */

/* How alike they sound; above VAGUE they may be the same. */
static float
compare (const BulName *korean, const BulPhonemes *english)
{
  return korean->has_phonemes ? bul_phonemes_compare_vaguely (&korean->phonemes, english) : 0;
}

static gboolean
is_surely_same (const BulName *korean, const BulPhonemes *english)
{
  guint n_syllables;
  float similarity;

  if (!korean->has_phonemes)
    return FALSE;
  similarity = bul_phonemes_compare (&korean->phonemes, english, TRUE, &n_syllables);
  return bul_phonemes_judge (similarity, n_syllables, TRUE) > 0;
}

/* Whether @english, in Latin letters, stands in the Korean as well. */
static gboolean
stands_in_korean (const Names *self, const BulName *english)
{
  const char *text = self->parity->english->sentences[english->sentence] + english->start;
  g_autofree char *word = g_ascii_strdown (text, (gssize) (english->end - english->start));

  for (guint i = 0; i < self->parity->korean->n; i++)
    if (strstr (self->small[i], word) != NULL)
      return TRUE;
  return FALSE;
}

/* The given name beside the family name at @family: its place, or -1. */
static gint
find_given (const Names *self, guint family)
{
  const BulName *name = english_at (self, family);

  if (name->is_shout || !bul_surnames_has (name->text))
    return -1;
  for (gint step = 1; step >= -1; step -= 2)
    {
      gint at = (gint) family + step;
      const BulName *other;

      if (at < 0 || at >= (gint) self->english->len)
        continue;
      other = english_at (self, (guint) at);
      if (other->run == name->run && other->sentence == name->sentence && other->has_hyphen)
        return at;
    }
  return -1;
}

static gboolean
is_given (const BulName *korean, const BulName *given)
{
  return strlen (korean->text) >= 2 * SYLLABLE
         && bul_romanization_matches (korean->text + SYLLABLE, given->text);
}

/* A Hangul word that is a person's name for sure: 김민수 씨. */
static gboolean
is_person (const BulName *name)
{
  g_autofree char *noun = NULL;

  if (!name->has_title || strlen (name->text) != 3 * SYLLABLE || !bul_surnames_begin (name->text)
      || bul_lexicon_has_word (bul_lexicon_get_news (), name->text))
    return FALSE;
  /* 연맹의 회장 */
  noun = g_strndup (name->text, 2 * SYLLABLE);
  return !bul_stem_is_particle (name->text + 2 * SYLLABLE)
         || !bul_lexicon_has_word (bul_lexicon_get_news (), noun);
}

/* “Kim Min-su” is answered by 김민수, and by 김 alone. */
static void
match_person (Names *self, guint family, guint given)
{
  if (stands_in_korean (self, english_at (self, given)))
    self->english_named[family] = self->english_named[given] = TRUE;
  for (guint i = 0; i < self->korean->len; i++)
    {
      const BulName *korean = korean_at (self, i);

      if (!bul_surnames_match (english_at (self, family)->text, korean->text))
        {
          /* Kai-Fu Lee, 카이푸 리 */
          if (!is_person (korean) && strlen (korean->text) > SYLLABLE
              && is_surely_same (korean, &english_at (self, given)->phonemes))
            self->korean_named[i] = self->english_named[family] = self->english_named[given] = TRUE;
          continue;
        }
      if (is_given (korean, english_at (self, given))
          || (strlen (korean->text) == SYLLABLE && korean->has_title))
        {
          self->korean_named[i] = TRUE;
          self->english_named[family] = self->english_named[given] = TRUE;
        }
    }
}

/* The name at @at, or a part of it, in the sounds of @phonemes. */
static void
match_sounds (Names *self, guint at, const BulPhonemes *phonemes)
{
  const BulName *english = english_at (self, at);

  for (guint i = 0; i < self->korean->len; i++)
    {
      const BulName *korean = korean_at (self, i);
      gboolean is_family = bul_surnames_match (english->text, korean->text);

      float likeness = compare (korean, phonemes);

      self->likeness[at] = MAX (self->likeness[at], likeness);
      if (is_family || (likeness > VAGUE_ALL && is_surely_same (korean, phonemes)))
        self->korean_named[i] = self->english_named[at] = TRUE;
    }
}

/* Rhein-Neckar */
static void
match_parts (Names *self, guint at)
{
  const BulName *english = english_at (self, at);
  const char *text = self->parity->english->sentences[english->sentence] + english->start;
  g_autofree char *word = g_ascii_strdown (text, (gssize) (english->end - english->start));
  g_auto (GStrv) parts = g_strsplit (word, "-", 8);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *stem = bul_stem_english (parts[i]);
      BulPhonemes phonemes;

      if (g_hash_table_contains (self->glosses, stem) || is_known_stem (self, stem))
        self->english_named[at] = TRUE;
      if (strlen (parts[i]) >= LEAST_NAME && bul_phonemes_from_english (parts[i], &phonemes))
        match_sounds (self, at, &phonemes);
    }
}

static void
match_word (Names *self, guint at)
{
  const BulName *english = english_at (self, at);

  if (g_hash_table_contains (self->glosses, english->stem) || stands_in_korean (self, english))
    self->english_named[at] = TRUE;
  if (english->has_phonemes)
    match_sounds (self, at, &english->phonemes);
  if (english->has_hyphen)
    match_parts (self, at);
}

static void
match (Names *self)
{
  g_autofree gboolean *is_person = g_new0 (gboolean, self->english->len + 1);

  for (guint i = 0; i < self->english->len; i++)
    {
      gint given = find_given (self, i);

      if (given < 0)
        continue;
      is_person[i] = is_person[given] = TRUE;
      match_person (self, i, (guint) given);
    }
  for (guint i = 0; i < self->english->len; i++)
    if (!is_person[i])
      match_word (self, i);
}

/* --- who is not answered */

/* Months, weekdays and numbers are figures, and some words say nothing. */
static gboolean
is_no_name (const BulName *name)
{
  gboolean is_month;
  double value;

  return g_str_has_suffix (name->text, "day") || g_str_has_suffix (name->text, "days")
         || bul_number_from_word (name->text, TRUE, &is_month, &value)
         || bul_words_is_empty (name->text);
}

static guint
end_of_run (const Names *self, guint at)
{
  const BulName *first = english_at (self, at);
  guint end = at;

  while (end < self->english->len && english_at (self, end)->run == first->run
         && english_at (self, end)->sentence == first->sentence)
    end++;
  return end;
}

/* A word that is a name, as far as can be told: no other word is known to be so. */
static gboolean
may_be_name (const Names *self, const BulName *name)
{
  return strlen (name->text) >= LEAST_NAME && !name->is_shout && !name->is_initial
         && !is_no_name (name) && !is_known_stem (self, name->stem);
}

/* Whether the words from @at to @end are a name that nothing answers. A title answers no name. */
static gboolean
is_unanswered (const Names *self, guint at, guint end)
{
  gboolean is_name = FALSE;
  float likeness = 0;
  float most = 0;
  guint n = 0;

  for (guint i = at; i < end; i++)
    if (find_given (self, i) >= 0)
      return !self->english_named[i];
  /* U.S. President Marko Belic: what goes before is translated */
  while (end - at > 2 && g_hash_table_contains (self->glosses, english_at (self, at)->stem))
    at++;
  for (guint i = at; i < end; i++)
    {
      const BulName *name = english_at (self, i);

      if (self->english_named[i])
        return FALSE;
      is_name |= may_be_name (self, name);
      if (is_no_name (name) || is_known_stem (self, name->stem))
        continue;
      n++;
      likeness += self->likeness[i];
      most = MAX (most, self->likeness[i]);
    }
  /* Forbidden City: what is made of words is translated */
  if (n == 1 && end - at > 1)
    return FALSE;
  return is_name && (n > 1 ? likeness / (float) n < VAGUE_ALL : most < VAGUE);
}

/* A pronoun may stand for a name. */
static gboolean
has_pronoun (const BulParitySide *side)
{
  static const char *const pronouns[] = { "he",    "she", "they", "him", "her", "his", "them",
                                          "their", "who", "i",    "we",  "you", "my",  "our" };

  for (guint i = 0; i < side->n; i++)
    {
      g_auto (GStrv) words = g_strsplit_set (side->sentences[i], " ,.;:!?\"'()", -1);

      for (guint j = 0; words[j] != NULL; j++)
        for (guint k = 0; k < G_N_ELEMENTS (pronouns); k++)
          if (g_ascii_strcasecmp (words[j], pronouns[k]) == 0)
            return TRUE;
    }
  return FALSE;
}

static void
tell_english (Names *self, GArray *told)
{
  guint end;

  for (guint i = 0; i < self->english->len; i = end)
    {
      const BulName *first = english_at (self, i);
      BulFact *fact;

      end = end_of_run (self, i);
      if (!is_unanswered (self, i, end))
        continue;
      fact = bul_parity_tell (self->parity, BUL_FACT_NAME, BUL_LANGUAGE_ENGLISH, first->sentence,
                              first->start, english_at (self, end - 1)->end);
      g_array_append_val (told, fact);
    }
}

/* A Korean name that nothing answers, beside an English one: probably the same person. */
static void
tell_korean (Names *self, const GArray *told)
{
  gboolean said_otherwise = has_pronoun (self->parity->english);
  guint next = 0;

  for (guint i = 0; i < self->korean->len; i++)
    {
      const BulName *name = korean_at (self, i);

      if (self->korean_named[i] || !is_person (name))
        continue;
      if (next < told->len)
        {
          BulFact *fact = g_array_index (told, BulFact *, next++);

          /* as all that differ: Korean first */
          fact->there = fact->here;
          bul_parity_move (self->parity, fact, BUL_LANGUAGE_KOREAN, name->sentence, name->start,
                           name->end);
        }
      else if (!said_otherwise)
        bul_parity_tell (self->parity, BUL_FACT_NAME, BUL_LANGUAGE_KOREAN, name->sentence,
                         name->start, name->end);
    }
}

static GStrv
make_small (const BulParitySide *side)
{
  GStrv small = g_new0 (char *, side->n + 1);

  for (guint i = 0; i < side->n; i++)
    small[i] = g_ascii_strdown (side->sentences[i], -1);
  return small;
}

void
bul_parity_names (BulParity *parity)
{
  const GPtrArray *more = parity->options->lexicons;
  g_autoptr (GArray) told = g_array_new (FALSE, FALSE, sizeof (BulFact *));
  Names self = {
    .parity = parity,
    .korean = g_array_new (FALSE, FALSE, sizeof (BulName)),
    .english = g_array_new (FALSE, FALSE, sizeof (BulName)),
    .glosses = g_hash_table_new (g_str_hash, g_str_equal),
  };

  g_array_set_clear_func (self.korean, (GDestroyNotify) bul_name_clear);
  g_array_set_clear_func (self.english, (GDestroyNotify) bul_name_clear);
  for (guint i = 0; i < parity->korean->n; i++)
    bul_names_read_korean (self.korean, parity->korean->sentences[i], i);
  for (guint i = 0; i < parity->english->n; i++)
    bul_names_read_english (self.english, parity->english->sentences[i], i);
  self.small = make_small (parity->korean);
  self.korean_named = g_new0 (gboolean, self.korean->len + 1);
  self.english_named = g_new0 (gboolean, self.english->len + 1);
  self.likeness = g_new0 (float, self.english->len + 1);
  look_up (&self, bul_lexicon_get_news ());
  for (guint i = 0; more != NULL && i < more->len; i++)
    look_up (&self, more->pdata[i]);
  match (&self);
  tell_english (&self, told);
  tell_korean (&self, told);
  g_strfreev (self.small);
  g_free (self.korean_named);
  g_free (self.english_named);
  g_free (self.likeness);
  g_hash_table_unref (self.glosses);
  g_array_unref (self.korean);
  g_array_unref (self.english);
}
