/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-porter.h"

#include <string.h>

/* Words of two letters have no suffix. */
#define SHORTEST 3

/* A word in the making; its stem is what stands before the suffix that is looked at. */
typedef struct
{
  char *letters;
  gsize length;
} Word;

/* A suffix that gives way where what stands before it measures more than so much. */
typedef struct
{
  const char *suffix;
  const char *with;
} Rule;

static const Rule step_2[] = {
  { "ational", "ate" }, { "tional", "tion" }, { "enci", "ence" },
  { "anci", "ance" },   { "izer", "ize" },    { "abli", "able" },
  { "alli", "al" },     { "entli", "ent" },   { "eli", "e" },
  { "ousli", "ous" },   { "ization", "ize" }, { "ation", "ate" },
  { "ator", "ate" },    { "alism", "al" },    { "iveness", "ive" },
  { "fulness", "ful" }, { "ousness", "ous" }, { "aliti", "al" },
  { "iviti", "ive" },   { "biliti", "ble" },  { NULL },
};

static const Rule step_3[] = {
  { "icate", "ic" }, { "ative", "" }, { "alize", "al" }, { "iciti", "ic" },
  { "ical", "ic" },  { "ful", "" },   { "ness", "" },    { NULL },
};

static const Rule step_4[] = {
  { "al", "" },   { "ance", "" }, { "ence", "" }, { "er", "" },    { "ic", "" },
  { "able", "" }, { "ible", "" }, { "ant", "" },  { "ement", "" }, { "ment", "" },
  { "ent", "" },  { "ou", "" },   { "ism", "" },  { "ate", "" },   { "iti", "" },
  { "ous", "" },  { "ive", "" },  { "ize", "" },  { NULL },
};

/* A y is a consonant at the beginning and after a vowel. */
static gboolean
is_consonant (const Word *word, gsize i)
{
  if (word->letters[i] == 'y')
    return i == 0 || !is_consonant (word, i - 1);
  return strchr ("aeiou", word->letters[i]) == NULL;
}

/* The m of the paper: how often consonants follow vowels in the first @length letters. */
static guint
measure (const Word *word, gsize length)
{
  guint m = 0;
  gboolean after_vowel = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      gboolean consonant = is_consonant (word, i);

      m += consonant && after_vowel;
      after_vowel = !consonant;
    }
  return m;
}

static gboolean
has_vowel (const Word *word, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!is_consonant (word, i))
      return TRUE;
  return FALSE;
}

/* *d of the paper. */
static gboolean
ends_double (const Word *word)
{
  gsize n = word->length;

  return n >= 2 && word->letters[n - 1] == word->letters[n - 2] && is_consonant (word, n - 1);
}

/* *o of the paper: consonant, vowel, consonant, the last no w, x or y. */
static gboolean
ends_short (const Word *word, gsize length)
{
  return length >= 3 && is_consonant (word, length - 1) && !is_consonant (word, length - 2)
         && is_consonant (word, length - 3) && strchr ("wxy", word->letters[length - 1]) == NULL;
}

/* Returns: whether the word ends in @suffix; @stem is what stands before it. */
static gboolean
ends_in (const Word *word, const char *suffix, gsize *stem)
{
  gsize n = strlen (suffix);

  if (word->length < n || memcmp (word->letters + word->length - n, suffix, n) != 0)
    return FALSE;
  *stem = word->length - n;
  return TRUE;
}

/* No suffix grows, apart from an e that takes the place of a longer one. */
static void
put (Word *word, gsize stem, const char *with)
{
  memcpy (word->letters + stem, with, strlen (with));
  word->length = stem + strlen (with);
}

/* The longest suffix of a table counts, whether or not it gives way. */
static void
apply (Word *word, const Rule *rules, guint least)
{
  const Rule *longest = NULL;
  gsize stem = 0;

  for (; rules->suffix != NULL; rules++)
    if (ends_in (word, rules->suffix, &stem)
        && (longest == NULL || strlen (rules->suffix) > strlen (longest->suffix)))
      longest = rules;
  if (longest == NULL)
    return;
  ends_in (word, longest->suffix, &stem);
  if (measure (word, stem) > least)
    put (word, stem, longest->with);
}

static void
strip_plural (Word *word)
{
  gsize stem;

  if (ends_in (word, "sses", &stem))
    put (word, stem, "ss");
  else if (ends_in (word, "ies", &stem))
    put (word, stem, "i");
  else if (!ends_in (word, "ss", &stem) && ends_in (word, "s", &stem))
    word->length = stem;
}

/* After -ed and -ing: hoping is hope again, hopping is hop. */
static void
mend (Word *word)
{
  gsize stem;

  if (ends_in (word, "at", &stem) || ends_in (word, "bl", &stem) || ends_in (word, "iz", &stem))
    put (word, word->length, "e");
  else if (ends_double (word) && strchr ("lsz", word->letters[word->length - 1]) == NULL)
    word->length--;
  else if (measure (word, word->length) == 1 && ends_short (word, word->length))
    put (word, word->length, "e");
}

static void
strip_past (Word *word)
{
  gsize stem;

  if (ends_in (word, "eed", &stem))
    {
      if (measure (word, stem) > 0)
        word->length--;
    }
  else if ((ends_in (word, "ed", &stem) || ends_in (word, "ing", &stem)) && has_vowel (word, stem))
    {
      word->length = stem;
      mend (word);
    }
}

/* -ion goes only after s or t, which no row can say. */
static void
strip_last (Word *word)
{
  gsize stem;

  if (!ends_in (word, "ion", &stem))
    apply (word, step_4, 1);
  else if (stem > 0 && strchr ("st", word->letters[stem - 1]) != NULL && measure (word, stem) > 1)
    word->length = stem;
}

static void
tidy (Word *word)
{
  gsize stem;

  if (ends_in (word, "e", &stem))
    {
      guint m = measure (word, stem);

      if (m > 1 || (m == 1 && !ends_short (word, stem)))
        word->length = stem;
    }
  if (ends_double (word) && word->letters[word->length - 1] == 'l'
      && measure (word, word->length) > 1)
    word->length--;
}

gsize
bul_porter_stem (char *letters, gsize length)
{
  Word word = { letters, length };
  gsize stem;

  if (length < SHORTEST)
    return length;
  strip_plural (&word);
  strip_past (&word);
  if (ends_in (&word, "y", &stem) && has_vowel (&word, stem))
    word.letters[stem] = 'i';
  apply (&word, step_2, 0);
  apply (&word, step_3, 0);
  strip_last (&word);
  tidy (&word);
  return word.length;
}
