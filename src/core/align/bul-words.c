/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-words.h"

#include <stdlib.h>
#include <string.h>

#include "bul-normal.h"
#include "bul-numbers-private.h"
#include "bul-stem.h"

typedef struct
{
  GArray *words;
  const char *text;
  const char *at;
  const char *end;
  const char *last; /* the end of the word before */
} Reader;

void
bul_word_clear (BulWord *word)
{
  g_free (word->text);
  g_free (word->stem);
}

static gboolean
is_hangul (gunichar c)
{
  return c >= 0xac00 && c <= 0xd7a3;
}

static gboolean
is_hanja (gunichar c)
{
  return (c >= 0x4e00 && c <= 0x9fff) || (c >= 0xf900 && c <= 0xfaff);
}

static gunichar
char_at (const Reader *self)
{
  return self->at < self->end ? g_utf8_get_char (self->at) : 0;
}

/* Whether nothing but one blank or hyphen lies between the last word and @start. */
static gboolean
follows (const Reader *self, const char *start)
{
  return self->last != NULL
         && (start == self->last
             || (start == self->last + 1 && (*self->last == ' ' || *self->last == '-')));
}

/* Takes @text, and @stem. */
static BulWord *
add (Reader *self, BulWordKind kind, char *text, char *stem, const char *start)
{
  BulWord word = { .kind = kind, .text = text, .stem = stem, .follows = follows (self, start) };

  g_array_append_val (self->words, word);
  self->last = self->at;
  return &g_array_index (self->words, BulWord, self->words->len - 1);
}

static void
add_number (Reader *self, gboolean is_month, double value, const char *start)
{
  add (self, is_month ? BUL_WORD_MONTH : BUL_WORD_NUMBER, g_strdup (""), NULL, start)->value
      = value;
}

/* Small letters without accents, dots and apostrophes; @keep: a sign that stays. */
static char *
fold (const char *start, const char *end, char keep)
{
  g_autofree char *plain = bul_normalize (start, end - start, G_NORMALIZE_NFD);
  GString *out = g_string_new (NULL);

  for (const char *p = plain; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c) || (c == (gunichar) keep && c != 0))
        g_string_append_unichar (out, g_unichar_tolower (c));
    }
  return g_string_free (out, FALSE);
}

/* --- Korean */

static const char *
end_of_hangul (const char *at, const char *end)
{
  while (at < end && is_hangul (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  return at;
}

static gboolean
is_latin (gunichar c)
{
  return c < 0x250 && g_unichar_isalnum (c);
}

/* Counters and particles glued to a number say little: 118명을. */
static void
skip_counter (Reader *self)
{
  const char *end = end_of_hangul (self->at, self->end);

  if (end - self->at <= 6)
    self->at = end;
}

static void
read_hangul (Reader *self)
{
  const char *start = self->at;
  const char *behind;
  char *word;
  double value;

  self->at = end_of_hangul (start, self->end);
  word = g_strndup (start, (gsize) (self->at - start));
  behind = self->at;
  while (behind < self->end && *behind == ' ')
    behind++;
  value = bul_number_native (word, behind);
  if (value >= 0)
    {
      g_free (word);
      add_number (self, FALSE, value, start);
      return;
    }
  add (self, BUL_WORD_PLAIN, word, bul_stem_korean (word), start);
}

/* KBS, U.S., G7, AT&T */
static void
read_latin (Reader *self)
{
  const char *start = self->at;
  gunichar c;

  while (is_latin (c = char_at (self)) || c == '.' || c == '&')
    {
      const char *next = g_utf8_next_char (self->at);

      if ((c == '.' || c == '&') && (next >= self->end || !is_latin (g_utf8_get_char (next))))
        break;
      self->at = next;
    }
  add (self, BUL_WORD_LATIN, fold (start, self->at, '\0'), NULL, start)->is_capital = TRUE;
}

static void
read_korean (Reader *self)
{
  while (self->at < self->end)
    {
      const char *start = self->at;
      gunichar c = char_at (self);

      if (g_ascii_isdigit (*start))
        {
          gboolean is_month;
          double value;

          self->at = bul_number_read_korean (start, self->end, &is_month, &value);
          add_number (self, is_month, value, start);
          skip_counter (self);
        }
      else if (is_hangul (c))
        read_hangul (self);
      else if (is_latin (c))
        read_latin (self);
      else
        {
          self->at = g_utf8_next_char (self->at);
          if (is_hanja (c))
            add (self, BUL_WORD_HANJA, g_strndup (start, (gsize) (self->at - start)), NULL, start);
        }
    }
}

/* --- English */

/* Words that every text is full of, sorted. */
static const char *const stop_words[] = {
  "a",       "about",  "above",  "all",  "also",  "am",    "an",      "and",    "any",     "are",
  "as",      "at",     "be",     "been", "being", "by",    "can",     "could",  "did",     "do",
  "does",    "doing",  "done",   "down", "even",  "ever",  "for",     "from",   "further", "had",
  "has",     "have",   "having", "he",   "her",   "here",  "hers",    "him",    "himself", "his",
  "i",       "in",     "into",   "is",   "it",    "its",   "itself",  "just",   "like",    "may",
  "me",      "might",  "much",   "must", "my",    "no",    "nor",     "not",    "now",     "of",
  "off",     "on",     "once",   "one",  "or",    "our",   "out",     "over",   "own",     "shall",
  "she",     "should", "so",     "some", "such",  "than",  "that",    "the",    "their",   "them",
  "then",    "there",  "these",  "they", "this",  "those", "through", "to",     "too",     "under",
  "up",      "upon",   "us",     "very", "was",   "we",    "well",    "were",   "what",    "where",
  "whether", "which",  "who",    "whom", "whose", "will",  "with",    "within", "would",   "yet",
  "you",     "your",
};

/* Words that are in every text as well, but are answered by words of their own, which tell the
 * halves of a sentence apart; sorted. */
static const char *const joints[] = {
  "after", "again", "because", "before", "both",  "but",  "during", "each", "how",   "however",
  "if",    "more",  "most",    "only",   "other", "same", "until",  "when", "while", "why",
};

static int
compare_words (const void *a, const void *b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static gboolean
has (const char *const *list, gsize n, const char *word)
{
  return bsearch (&word, list, n, sizeof *list, compare_words) != NULL;
}

static gboolean
is_stop_word (const char *word)
{
  return has (stop_words, G_N_ELEMENTS (stop_words), word);
}

gboolean
bul_words_is_empty (const char *word)
{
  return is_stop_word (word) || has (joints, G_N_ELEMENTS (joints), word);
}

/* Behind the letters that @at begins a word of; apostrophes, and dots of U.S., are within. */
static const char *
end_of_word (const char *at, const char *end)
{
  while (at < end)
    {
      gunichar c = g_utf8_get_char (at);
      const char *next = g_utf8_next_char (at);

      if (!g_unichar_isalnum (c)
          && !((c == '.' || c == '\'' || c == 0x2019 || c == '-' || c == '&') && next < end
               && g_unichar_isalnum (g_utf8_get_char (next))))
        break;
      at = next;
    }
  return at;
}

/* Kim's and Kim’s are Kim. */
static const char *
without_possessive (const char *start, const char *end)
{
  static const char *const marks[] = { "'s", "’s", "'", "’" };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      gsize size = strlen (marks[i]);

      if ((gsize) (end - start) > size && memcmp (end - size, marks[i], size) == 0)
        return end - size;
    }
  return end;
}

/* Whether a word is left out: it, but not U.S.; us, but not US. */
static gboolean
says_nothing (const char *word, const char *start, const char *end)
{
  return is_stop_word (word) && memchr (start, '.', (gsize) (end - start)) == NULL
         && strncmp (start, "US", 2) != 0 && strncmp (start, "WHO", 3) != 0;
}

static gboolean
scale_last (Reader *self, const char *word, const char *start)
{
  double scale = bul_number_scale (word);
  BulWord *last
      = self->words->len == 0 ? NULL : &g_array_index (self->words, BulWord, self->words->len - 1);

  if (scale == 0)
    return FALSE;
  if (last != NULL && last->kind == BUL_WORD_NUMBER && follows (self, start))
    {
      last->value *= scale;
      self->last = self->at;
    }
  else
    add_number (self, FALSE, scale, start);
  return TRUE;
}

static void
add_english (Reader *self, const char *start, const char *end)
{
  gunichar first = g_utf8_get_char (start);
  gboolean is_capital = g_unichar_isupper (first);
  char *word = fold (start, without_possessive (start, end), '\0');
  gboolean is_month;
  double value;

  /* “may” is said of anything, but “May” within a sentence is a month */
  if (is_capital && start > self->text && strcmp (word, "may") == 0)
    {
      g_free (word);
      add_number (self, TRUE, 5, start);
    }
  else if (*word == '\0' || says_nothing (word, start, end))
    g_free (word);
  else if (scale_last (self, word, start))
    g_free (word);
  else if (bul_number_from_word (word, is_capital, &is_month, &value))
    {
      g_free (word);
      add_number (self, is_month, value, start);
    }
  else
    add (self, BUL_WORD_PLAIN, word, bul_stem_english (word), start)->is_capital
        = is_capital && !bul_words_is_empty (word);
}

/* A word with hyphens is a number (twenty-three), or itself and each of its parts. */
static void
add_hyphenated (Reader *self, const char *start, const char *end)
{
  g_autofree char *whole = fold (start, without_possessive (start, end), '-');
  gboolean is_month;
  double value;

  if (bul_number_from_word (whole, FALSE, &is_month, &value))
    {
      add_number (self, is_month, value, start);
      return;
    }
  add_english (self, start, end);
  for (const char *part = start; part < end;)
    {
      const char *hyphen = memchr (part, '-', (gsize) (end - part));
      const char *part_end = hyphen == NULL ? end : hyphen;

      if (part_end - part > 2)
        add_english (self, part, part_end);
      part = part_end + 1;
    }
}

static void
read_english (Reader *self)
{
  while (self->at < self->end)
    {
      const char *start = self->at;
      gboolean is_month;
      double value;

      if (g_ascii_isdigit (*start))
        {
          self->at = bul_number_read_digits (start, self->end, &is_month, &value);
          if (self->at < self->end && g_ascii_isalpha (*self->at))
            {
              /* 4x4, 5G */
              self->at = end_of_word (start, self->end);
              add (self, BUL_WORD_PLAIN, fold (start, self->at, '\0'), fold (start, self->at, '\0'),
                   start);
            }
          else
            add_number (self, is_month, value, start);
        }
      else if (g_unichar_isalpha (char_at (self)))
        {
          self->at = end_of_word (start, self->end);
          if (memchr (start, '-', (gsize) (self->at - start)) != NULL)
            add_hyphenated (self, start, self->at);
          else
            add_english (self, start, self->at);
        }
      else
        self->at = g_utf8_next_char (self->at);
    }
}

GArray *
bul_words_read (const char *text, const char *language)
{
  Reader self
      = { g_array_new (FALSE, FALSE, sizeof (BulWord)), text, text, text + strlen (text), NULL };

  g_array_set_clear_func (self.words, (GDestroyNotify) bul_word_clear);
  if (g_strcmp0 (language, "ko") == 0)
    read_korean (&self);
  else
    read_english (&self);
  return self.words;
}

const char *
bul_words_find_letters (const char *at, const char **end)
{
  while (*at != '\0' && !g_unichar_isalpha (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  for (*end = at; g_unichar_isalpha (g_utf8_get_char (*end));)
    *end = g_utf8_next_char (*end);
  return *end > at ? at : NULL;
}

double
bul_words_measure (const char *text, const char *language)
{
  gboolean korean = g_strcmp0 (language, "ko") == 0;
  double length = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_hangul (c))
        length += 1;
      else if (g_unichar_isalnum (c))
        length += korean ? 0.5 : 1;
    }
  return length;
}
