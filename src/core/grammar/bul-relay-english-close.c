/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-relay-private.h"

#include <string.h>

#include "bul-naming.h"

/* No sign-off is longer, in bytes. */
#define LONGEST 140
#define MOST_HOUSE_WORDS 5
#define MOST_PLACE_WORDS 6
#define LONGEST_CLAUSE 70
#define MOST_OTHERS 4

/* “PBS "News Hour”: the name of the programme may stand in quote marks behind the house. */
static gboolean
is_house (BulSlice words)
{
  const char *quote = bul_slice_find (words, " \"");
  const char *curly = bul_slice_find (words, " “");

  if (quote != NULL || curly != NULL)
    words = bul_slice (words.start, quote != NULL ? quote : curly);
  bul_slice_take_end (&words, " Radio");
  return bul_naming_is_broadcaster (words);
}

/* Words that begin a sign-off with a capital, and no house. */
static gboolean
opens_clause (BulSlice word)
{
  static const char *const words[]
      = { "For", "From", "In", "At", "On", "This", "That", "I'm", "I’m", "Reporting", "Live" };

  return bul_slice_is_any (word, words, G_N_ELEMENTS (words));
}

/* The house of most words, wherever it stands. */
static BulSlice
find_house (BulSlice line)
{
  BulSlice found = BUL_SLICE_NONE;

  for (BulSlice rest = line; rest.length > 0;)
    {
      static const char *const ends[] = { ",\"", ",”", ",", "\"", "”", "'s", "’s", "'", "’" };
      const char *start = rest.start + bul_slice_starts_quote (rest);
      BulSlice ahead = rest;

      for (guint n = 0; n < MOST_HOUSE_WORDS && ahead.length > 0; n++)
        {
          BulSlice word = bul_slice_take_word (&ahead);
          BulSlice words = bul_slice (start, bul_slice_end (word));
          gboolean is_over = bul_slice_take_end_any (&words, ends, G_N_ELEMENTS (ends));

          if (words.length > found.length && is_house (words))
            found = words;
          if (is_over || opens_clause (word))
            break;
        }
      bul_slice_take_word (&rest);
    }
  return found;
}

/* “in Naju”, “live from Sydney, Nova Scotia”: the place, or nothing. */
static BulSlice
place_of (BulSlice clause)
{
  static const char *const before[] = { "In ", "From ", "At ", "On " };
  static const char *const within[] = { " in ", " from ", " at ", " on " };
  BulSlice place;
  BulSlice rest;

  for (gsize i = 0; i < G_N_ELEMENTS (before); i++)
    {
      place = clause;
      if (bul_slice_take (&place, before[i]) || bul_slice_split (clause, within[i], &rest, &place))
        return place;
    }
  return BUL_SLICE_NONE;
}

/* What may stand behind a word, its comma within the quotation marks or behind them. */
static const char *const commas[] = { ",\"", ",”", "\",", "”,", "," };
static const char *const quotes[] = { "\"", "”" };

/* A sign-off that is read from word to word. */
typedef struct
{
  BulRelay *relay;
  BulSlice house; /* empty: none */
  BulSlice rest;
  gboolean after_comma;
  gboolean says; /* “this is”, “I'm” */
  gboolean placed;
} Walk;

/* “Riding the bus in P, this is X, B”: a clause before a name tells no more than the place. */
static void
skip_clause (Walk *walk)
{
  static const char *const says[] = { ", this is ", ", this was ", ", I'm ", ", I’m ", ", I am " };

  for (gsize i = 0; i < G_N_ELEMENTS (says); i++)
    {
      BulSlice clause;
      BulSlice rest;

      if (!bul_slice_split (walk->rest, says[i], &clause, &rest) || clause.length > LONGEST_CLAUSE
          || walk->house.start < bul_slice_end (clause))
        continue;
      walk->relay->place = place_of (clause);
      if (walk->relay->place.length == 0)
        continue;
      walk->placed = TRUE;
      walk->rest
          = bul_slice_trim (bul_slice (bul_slice_end (clause) + 1, bul_slice_end (walk->rest)));
      return;
    }
}

/* Takes the next word; its comma, and the quotation marks around it, are left out. */
static BulSlice
next_word (Walk *walk)
{
  BulSlice word;

  walk->rest = bul_slice (walk->rest.start + bul_slice_starts_quote (walk->rest),
                          bul_slice_end (walk->rest));
  word = bul_slice_take_word (&walk->rest);
  walk->after_comma = bul_slice_ends_any (word, commas, G_N_ELEMENTS (commas));
  if (!bul_slice_take_end_any (&word, commas, G_N_ELEMENTS (commas)))
    bul_slice_take_end_any (&word, quotes, G_N_ELEMENTS (quotes));
  return word;
}

static gboolean
is_at_house (const Walk *walk)
{
  return walk->house.length > 0
         && walk->rest.start + bul_slice_starts_quote (walk->rest) == walk->house.start;
}

/* “KBS News”, “KBS News'”, “KBS's” */
static void
skip_house (Walk *walk)
{
  static const char *const owners[] = { "'s ", "’s ", "' ", "’ " };

  walk->rest = bul_slice (bul_slice_end (walk->house), bul_slice_end (walk->rest));
  walk->after_comma = bul_slice_take_any (&walk->rest, commas, G_N_ELEMENTS (commas));
  if (!walk->after_comma && !bul_slice_take_any (&walk->rest, quotes, G_N_ELEMENTS (quotes)))
    bul_slice_take_any (&walk->rest, owners, G_N_ELEMENTS (owners));
  walk->rest = bul_slice_trim (walk->rest);
}

/* What a sign-off says beside names and places. */
static gboolean
is_small (BulSlice word)
{
  static const char *const words[]
      = { "for",       "For",      "of",   "with",          "With",     "the",    "reporting",
          "Reporting", "live",     "Live", "signing",       "Signing",  "off",    "Standing",
          "by",        "So",       "far",  "now",           "Once",     "again",  "Here",
          "here",      "reporter", "your", "correspondent", "Reporter", "report", "weather",
          "and",       "And",      "all",  "That's",        "That’s",   "Back",   "to",
          "you",       "studio" };

  return bul_slice_is_any (word, words, G_N_ELEMENTS (words));
}

static gboolean
is_saying (BulSlice word)
{
  static const char *const words[] = { "This", "this", "I'm", "I’m", "I", "That", "it's" };

  return bul_slice_is_any (word, words, G_N_ELEMENTS (words));
}

/* “This has been”: behind whoever is named it would pass to them. */
static gboolean
goes_on_saying (BulSlice word)
{
  static const char *const words[] = { "is", "was", "has", "been", "am" };

  return bul_slice_is_any (word, words, G_N_ELEMENTS (words));
}

static gboolean
is_where (BulSlice word)
{
  static const char *const words[]
      = { "in", "from", "at", "on", "near", "In", "From", "At", "On", "Near" };

  return bul_slice_is_any (word, words, G_N_ELEMENTS (words));
}

/* The words up to a comma, the house, or what may follow a place. */
static gboolean
take_where (Walk *walk)
{
  BulSlice place = BUL_SLICE_NONE;
  gboolean named = FALSE;

  walk->after_comma = FALSE;
  for (guint n = 0; n < MOST_PLACE_WORDS && walk->rest.length > 0 && !walk->after_comma; n++)
    {
      Walk ahead = *walk;
      BulSlice word;

      if (is_at_house (walk))
        break;
      word = next_word (&ahead);
      if (word.length == 0)
        return FALSE;
      if (!bul_slice_equal (word, "the") && (is_small (word) || is_saying (word))
          && !bul_slice_equal (word, "of"))
        break;
      named |= g_ascii_isupper (word.start[0]) || bul_slice_equal (word, "the");
      if (!named)
        return FALSE;
      place = bul_slice (n == 0 ? word.start : place.start, bul_slice_end (word));
      walk->rest = ahead.rest;
      walk->after_comma = ahead.after_comma;
    }
  if (place.length == 0 || walk->relay->place.length > 0)
    return place.length > 0 && walk->placed;
  walk->placed = TRUE;
  if (!bul_slice_starts (place, "the scene"))
    walk->relay->place = place;
  return TRUE;
}

static gboolean
is_name (BulSlice words)
{
  gboolean small = FALSE;

  for (gsize i = 0; i < words.length; i++)
    small |= g_ascii_islower (words.start[i]);
  return small && bul_slice_find (words, " ") != NULL && bul_naming_is_english_name (words)
         && !bul_relay_is_english_institution (words);
}

/* Whether a name is still to come: “Sydney, Nova Scotia, X” */
static gboolean
name_follows (const Walk *walk)
{
  BulSlice rest = walk->rest;

  while (walk->after_comma && rest.length > 0)
    {
      BulSlice piece = rest;
      BulSlice name;

      if (!bul_slice_split (rest, ", ", &piece, &rest))
        rest = BUL_SLICE_NONE;
      if (!bul_slice_split (piece, " for ", &name, &piece))
        name = piece;
      if (name.start != walk->house.start && is_name (name))
        return TRUE;
    }
  return FALSE;
}

/* Words with capitals: the name, or a place behind a comma: “X, B, P”, “B, P, X”. */
static gboolean
take_capitals (Walk *walk)
{
  gboolean was_comma = walk->after_comma;
  BulRelay *relay = walk->relay;
  BulSlice words = BUL_SLICE_NONE;

  walk->after_comma = FALSE;
  for (guint n = 0; n < 4 && walk->rest.length > 0 && !walk->after_comma && !is_at_house (walk);
       n++)
    {
      Walk ahead = *walk;
      BulSlice word = next_word (&ahead);

      if (word.length == 0 || !g_ascii_isupper (word.start[0]))
        break;
      words = bul_slice (n == 0 ? word.start : words.start, bul_slice_end (word));
      walk->rest = ahead.rest;
      walk->after_comma = ahead.after_comma;
    }
  if (relay->reporter.length == 0 && is_name (words) && !(was_comma && name_follows (walk)))
    {
      relay->reporter = words;
      return TRUE;
    }
  if (!was_comma || words.length == 0 || words.length > 40)
    return FALSE;
  /* “Sydney, Nova Scotia” */
  if (relay->place.length > 0 && words.start - bul_slice_end (relay->place) > 2)
    return FALSE;
  relay->place = bul_slice (relay->place.length == 0 ? words.start : relay->place.start,
                            bul_slice_end (words));
  walk->placed = TRUE;
  return relay->place.length <= 60;
}

/* Whether all of it is what a sign-off is made of: who, whose, where, and a few small words. */
static gboolean
walk_on (Walk *walk)
{
  while (walk->rest.length > 0)
    {
      Walk ahead = *walk;
      BulSlice word;

      if (is_at_house (walk))
        {
          skip_house (walk);
          continue;
        }
      word = next_word (&ahead);
      if (is_where (word))
        {
          *walk = ahead;
          if (!take_where (walk))
            return FALSE;
        }
      else if (is_saying (word) || is_small (word) || (walk->says && goes_on_saying (word)))
        {
          *walk = ahead;
          walk->says |= is_saying (word);
        }
      else if (word.length == 0 || !g_ascii_isupper (word.start[0]) || !take_capitals (walk))
        return FALSE;
    }
  return TRUE;
}

/* Houses are in capitals or call themselves News; most lines hold neither. */
static gboolean
may_name_house (BulSlice line)
{
  for (gsize i = 0; i + 1 < line.length; i++)
    if (g_ascii_isupper (line.start[i]) && g_ascii_isupper (line.start[i + 1]))
      return TRUE;
  return bul_slice_find (line, "News") != NULL || bul_slice_find (line, "Arirang") != NULL;
}

/* Words of a sentence that a sign-off does not have; those of its place and its clause are few. */
static gboolean
is_sentence (BulSlice line)
{
  guint n_others = 0;

  for (const char *p = line.start; p < bul_slice_end (line);)
    {
      const char *blank = memchr (p, ' ', (gsize) (bul_slice_end (line) - p));
      const char *end = blank == NULL ? bul_slice_end (line) : blank;
      BulSlice word = bul_slice (p, end);

      p = end + 1;
      if (word.length == 0 || !g_ascii_islower (word.start[0]))
        continue;
      n_others
          += !is_where (word) && !is_small (word) && !goes_on_saying (word) && !is_saying (word);
      if (n_others > MOST_OTHERS)
        return TRUE;
    }
  return FALSE;
}

gboolean
bul_relay_read_english_close (BulRelay *relay, BulSlice line)
{
  Walk walk = { .relay = relay, .rest = line };
  gboolean opens = bul_slice_starts (line, "From ") || bul_slice_starts (line, "Reporting ");
  gboolean may_name = line.length <= LONGEST && may_name_house (line);

  if (line.length > LONGEST || (!may_name && !opens) || is_sentence (line))
    return FALSE;
  if (may_name)
    walk.house = find_house (line);
  if (walk.house.length == 0 && !opens)
    return FALSE;
  relay->broadcaster = walk.house;
  relay->closes = TRUE;
  skip_clause (&walk);
  return walk_on (&walk) && relay->reporter.length > 0
         && (walk.house.length > 0 || (walk.says && walk.placed));
}
