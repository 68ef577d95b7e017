/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-token.h"

#include <string.h>

#include "bul-porter.h"
#include "bul-token-char-private.h"

/* A longer word is known by its beginning. */
#define LONGEST_WORD 64

/* Two syllables of Hangul, or two ideographs, with one letter before them. */
#define LONGEST_PAIR 16

#define N_SYLLABLES (0xd7a3 - 0xac00 + 1)

/* Syllables are written as letters and signs that no folded word begins with: three bytes, for what
 * it begins with, its vowel, its end, so that a syllable without its end is the beginning of it. */
#define LEAD_BASE 'A'
#define VOWEL_BASE '!'
#define TAIL_BASE '!'
#define AFTER_WORD 'U' /* a first syllable right behind a word */
#define STEM 'Z'

typedef struct
{
  const char *text;
  gsize length;
  BulTokenMode mode;
  gboolean exact;
  BulTokenFunc func;
  gpointer data;

  int result;
  gboolean glued; /* a run ended right before this */
  BulTokenEnd end;
} Reader;

typedef struct
{
  char bytes[LONGEST_PAIR];
  gsize length;
} Pair;

/* The consonants U+3131 and on by their place among first letters; -1: never first. */
static const signed char leads[] = {
  0,  1, -1, 2, -1, -1, 3,  4,  5,  -1, -1, -1, -1, -1, -1,
  -1, 6, 7,  8, -1, 9,  10, 11, 12, 13, 14, 15, 16, 17, 18,
};

static void
tell (Reader *self, const char *bytes, gsize length, gsize start, gsize end)
{
  BulToken token = { bytes, length, start, end, FALSE };

  if (self->result == 0)
    self->result = self->func (&token, self->data);
}

static void
tell_beside (Reader *self, const char *bytes, gsize length, gsize start, gsize end)
{
  BulToken token = { bytes, length, start, end, TRUE };

  if (self->result == 0)
    self->result = self->func (&token, self->data);
}

static void
pair_add_char (Pair *self, BulTokenChar c)
{
  if (c.kind == BUL_TOKEN_CHAR_HANGUL)
    {
      gunichar i = c.c - 0xac00;

      self->bytes[self->length++] = (char) (LEAD_BASE + i / (21 * 28));
      self->bytes[self->length++] = (char) (VOWEL_BASE + i / 28 % 21);
      self->bytes[self->length++] = (char) (TAIL_BASE + i % 28);
    }
  else
    self->length += (gsize) g_unichar_to_utf8 (c.c, self->bytes + self->length);
}

/* The last syllable of what is being typed may still get an end. */
static void
pair_add_last (Reader *reader, Pair *self, BulTokenChar c)
{
  pair_add_char (self, c);
  if (reader->mode == BUL_TOKEN_PREFIX && !reader->exact && c.kind == BUL_TOKEN_CHAR_HANGUL
      && (c.c - 0xac00) % 28 == 0)
    self->length--;
}

/* The consonant that @c is when it is typed alone, or -1. */
static int
lead_of (BulTokenChar c)
{
  return c.c >= 0x3131 && c.c < 0x3131 + G_N_ELEMENTS (leads) ? leads[c.c - 0x3131] : -1;
}

static gboolean
is_run (BulTokenCharKind kind)
{
  return kind == BUL_TOKEN_CHAR_HANGUL || kind == BUL_TOKEN_CHAR_HAN || kind == BUL_TOKEN_CHAR_WORD
         || kind == BUL_TOKEN_CHAR_VERBATIM;
}

/* Whether nothing is read from @at on. */
static gboolean
is_last (const Reader *self, gsize at)
{
  while (at < self->length)
    {
      BulTokenChar c = bul_token_char_read (self->text, self->length, at);

      if (is_run (c.kind))
        return FALSE;
      at = c.end;
    }
  return TRUE;
}

static BulTokenChar
peek (const Reader *self, gsize at)
{
  return at < self->length ? bul_token_char_read (self->text, self->length, at)
                           : (BulTokenChar){ BUL_TOKEN_CHAR_NONE, 0, at, at };
}

static void
tell_first (Reader *self, BulTokenChar c)
{
  Pair first = { { AFTER_WORD }, 1 };

  pair_add_char (&first, c);
  tell_beside (self, first.bytes, first.length, c.start, c.end);
}

/* The last syllable of a run in a text, or of one that another follows in a query. */
static void
tell_lone (Reader *self, BulTokenChar c, gboolean after_word)
{
  Pair lone = { .length = 0 };

  pair_add_char (&lone, c);
  tell (self, lone.bytes, lone.length, c.start, c.end);
  if (after_word && self->mode == BUL_TOKEN_TEXT)
    tell_first (self, c);
}

/* What a query ends with: anything may follow it in the text. */
static void
tell_end (Reader *self, BulTokenChar c, gboolean is_first, gboolean after_word)
{
  BulTokenChar next = peek (self, c.end);
  int lead
      = self->mode == BUL_TOKEN_PREFIX && c.kind == BUL_TOKEN_CHAR_HANGUL ? lead_of (next) : -1;
  Pair pair = { .length = 0 };

  if (lead >= 0 && is_last (self, next.end))
    {
      pair_add_char (&pair, c);
      pair.bytes[pair.length++] = (char) (LEAD_BASE + lead);
      tell (self, pair.bytes, pair.length, c.start, next.end);
      return;
    }
  if (!is_first)
    return;
  if (after_word)
    pair.bytes[pair.length++] = AFTER_WORD;
  pair_add_last (self, &pair, c);
  tell (self, pair.bytes, pair.length, c.start, c.end);
  self->end = after_word ? BUL_TOKEN_END_SHUT : BUL_TOKEN_END_OPEN;
}

/* Whether in a query nothing but @c's own run, or a consonant that is being typed, is left. */
static gboolean
ends_query (const Reader *self, BulTokenChar c)
{
  BulTokenChar next;

  /* Of texts every pair asks. */
  if (self->mode == BUL_TOKEN_TEXT)
    return FALSE;
  next = peek (self, c.end);
  if (self->mode == BUL_TOKEN_PREFIX && c.kind == BUL_TOKEN_CHAR_HANGUL && lead_of (next) >= 0)
    return is_last (self, next.end);
  return is_last (self, c.end);
}

static void
tell_pair (Reader *self, BulTokenChar c, BulTokenChar next)
{
  Pair pair = { .length = 0 };

  pair_add_char (&pair, c);
  if (ends_query (self, next) && peek (self, next.end).kind != BUL_TOKEN_CHAR_WORD)
    pair_add_last (self, &pair, next);
  else
    pair_add_char (&pair, next);
  tell (self, pair.bytes, pair.length, c.start, next.end);
}

/* Returns: where the run that begins with @c ends. */
static gsize
read_pairs (Reader *self, BulTokenChar c)
{
  gboolean after_word = self->glued && c.kind == BUL_TOKEN_CHAR_HANGUL;
  gboolean is_first = TRUE;

  for (;;)
    {
      BulTokenChar next = peek (self, c.end);

      if (next.kind != c.kind)
        break;
      tell_pair (self, c, next);
      if (is_first && after_word && self->mode == BUL_TOKEN_TEXT)
        tell_first (self, c);
      is_first = FALSE;
      c = next;
    }
  if (!ends_query (self, c))
    {
      tell_lone (self, c, is_first && after_word);
      return c.end;
    }
  tell_end (self, c, is_first, after_word);
  return self->length;
}

typedef struct
{
  char bytes[1 + LONGEST_WORD + 6]; /* after room for one letter */
  gsize length;
  gsize end;
  gboolean is_plain; /* letters a to z */
  gboolean has_vowel;
} Word;

static void
word_add (Word *self, BulTokenChar c)
{
  if (c.c < 'a' || c.c > 'z')
    self->is_plain = FALSE;
  else if (strchr ("aeiouy", (int) c.c) != NULL)
    self->has_vowel = TRUE;
  if (self->length < LONGEST_WORD)
    self->length += (gsize) g_unichar_to_utf8 (c.c, self->bytes + 1 + self->length);
  self->end = c.end;
}

/* Returns: the end of the “’s” at @at, or @at. */
static gsize
skip_genitive (const Reader *self, gsize at)
{
  BulTokenChar mark = peek (self, at);
  BulTokenChar s = peek (self, mark.end);

  if ((mark.c == '\'' || mark.c == 0x2019) && s.kind == BUL_TOKEN_CHAR_WORD && s.c == 's'
      && peek (self, s.end).kind != BUL_TOKEN_CHAR_WORD)
    return s.end;
  return at;
}

static void
tell_word (Reader *self, Word *word, gsize start)
{
  char stem[sizeof word->bytes] = { STEM };
  gsize length = word->length;
  gboolean whole = self->exact || (self->mode == BUL_TOKEN_PREFIX && is_last (self, word->end));
  /* KBS is no plural. */
  gboolean has_stem = word->is_plain && word->has_vowel && !whole;

  if (has_stem)
    {
      memcpy (stem + 1, word->bytes + 1, length);
      length = bul_porter_stem (stem + 1, length);
    }
  if (self->mode == BUL_TOKEN_TEXT)
    {
      tell (self, word->bytes + 1, word->length, start, word->end);
      if (has_stem && (length != word->length || memcmp (stem + 1, word->bytes + 1, length) != 0))
        tell_beside (self, stem, length + 1, start, word->end);
      return;
    }
  /* A word that is its own stem has no other token. */
  tell (self, has_stem ? stem + 1 : word->bytes + 1, length, start, word->end);
  if (has_stem)
    tell_beside (self, stem, length + 1, start, word->end);
}

static gsize
read_word (Reader *self, BulTokenChar c)
{
  Word word = { .is_plain = TRUE };
  gsize start = c.start;
  int lead = self->mode == BUL_TOKEN_PREFIX ? lead_of (c) : -1;

  if (lead >= 0 && is_last (self, c.end))
    {
      char letter = (char) (LEAD_BASE + lead);

      tell (self, &letter, 1, c.start, c.end);
      return c.end;
    }
  for (; c.kind == BUL_TOKEN_CHAR_WORD || c.kind == BUL_TOKEN_CHAR_MARK; c = peek (self, c.end))
    {
      if (c.kind == BUL_TOKEN_CHAR_WORD)
        word_add (&word, c);
      else
        word.end = c.end;
    }
  tell_word (self, &word, start);
  return skip_genitive (self, word.end);
}

static gsize
read_verbatim (Reader *self, BulTokenChar c)
{
  gsize end = c.start;

  while (end < self->length && !g_ascii_isspace (self->text[end]))
    end++;
  tell (self, self->text + c.start, end - c.start, c.start, end);
  return end;
}

static void
read_all (Reader *self)
{
  for (gsize at = 0; at < self->length && self->result == 0;)
    {
      BulTokenChar c = bul_token_char_read (self->text, self->length, at);

      switch (c.kind)
        {
        case BUL_TOKEN_CHAR_NONE:
        case BUL_TOKEN_CHAR_MARK:
          at = c.end;
          break;
        case BUL_TOKEN_CHAR_BOUNDARY:
          if (self->mode == BUL_TOKEN_TEXT)
            tell (self, "\n", 1, c.start, c.end);
          at = c.end;
          break;
        case BUL_TOKEN_CHAR_VERBATIM:
          at = read_verbatim (self, c);
          break;
        case BUL_TOKEN_CHAR_HANGUL:
        case BUL_TOKEN_CHAR_HAN:
          at = read_pairs (self, c);
          break;
        case BUL_TOKEN_CHAR_WORD:
          at = read_word (self, c);
          break;
        }
      /* “5” and “월” stand together, “5” and “ 월” do not. */
      self->glued = c.kind == BUL_TOKEN_CHAR_WORD || c.kind == BUL_TOKEN_CHAR_HAN;
    }
}

int
bul_token_read (const char *text, gsize length, BulTokenMode mode, BulTokenFunc func, gpointer data)
{
  Reader self = { text, length, mode, FALSE, func, data, 0, FALSE, BUL_TOKEN_END_SHUT };
  gsize n_mark = strlen (BUL_TOKEN_EXACT);

  self.exact
      = mode != BUL_TOKEN_TEXT && length >= n_mark && memcmp (text, BUL_TOKEN_EXACT, n_mark) == 0;
  read_all (&self);
  return self.result;
}

/* Which syllables were met. */
typedef struct
{
  guint8 met[N_SYLLABLES / 8 + 1];
} Syllables;

int
bul_token_read_syllables (const char *text, gsize length, BulTokenFunc func, gpointer data)
{
  Syllables syllables = { { 0 } };
  Reader self = { .text = text, .length = length, .func = func, .data = data };

  for (gsize at = 0; at < length && self.result == 0;)
    {
      BulTokenChar c = bul_token_char_read (text, length, at);
      guint i = c.c - 0xac00;

      at = c.end;
      if (c.kind != BUL_TOKEN_CHAR_HANGUL || (syllables.met[i / 8] & (1u << (i % 8))) != 0)
        continue;
      syllables.met[i / 8] |= (guint8) (1u << (i % 8));
      tell_lone (&self, c, FALSE);
    }
  return self.result;
}

/* What a query is made of. */
typedef struct
{
  guint n;
  gboolean is_syllable;
} Shape;

static int
note_shape (const BulToken *token, gpointer data)
{
  Shape *shape = data;

  shape->n++;
  shape->is_syllable
      = token->length == 3 && token->bytes[0] >= LEAD_BASE && token->bytes[0] < LEAD_BASE + 19;
  return 0;
}

BulTokenEnd
bul_token_look_at_end (const char *text)
{
  Shape shape = { 0 };
  Reader self = { .text = text, .length = strlen (text), .mode = BUL_TOKEN_QUERY };

  self.func = note_shape;
  self.data = &shape;
  read_all (&self);
  return self.end;
}

gboolean
bul_token_is_syllable (const char *text)
{
  Shape shape = { 0 };

  bul_token_read (text, strlen (text), BUL_TOKEN_QUERY, note_shape, &shape);
  return shape.n == 1 && shape.is_syllable;
}

gboolean
bul_token_is_single (const char *bytes, gsize length)
{
  if (length > 0 && bytes[0] >= LEAD_BASE && bytes[0] < LEAD_BASE + 19)
    return length <= 3;
  return length > 0 && (guchar) bytes[0] >= 0xe3 && g_utf8_next_char (bytes) == bytes + length;
}

gboolean
bul_token_is_mark (gunichar c)
{
  return c == 0xe000 || c == 0xe001;
}
