/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-relay-private.h"

#include "bul-naming.h"

/* No sign-off is longer, in bytes. */
#define LONGEST 140
#define MOST_HOUSE_WORDS 5

/* “PBS "News Hour”: the name of the programme may stand in quote marks behind the house. */
static gboolean
is_house (BulSlice words)
{
  const char *quote = bul_slice_find (words, " \"");
  const char *curly = bul_slice_find (words, " “");

  if (quote != NULL || curly != NULL)
    words = bul_slice (words.start, quote != NULL ? quote : curly);
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
      static const char *const ends[] = { ",\"", ",”", ",", "\"", "”" };
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

/* The words of capitals that end @words, four at most, where a comma parts them from what stands
 * before; taken from it. */
static BulSlice
take_name (BulSlice *words)
{
  BulSlice name = BUL_SLICE_NONE;

  for (guint n = 0; n < 4 && words->length > 0; n++)
    {
      BulSlice rest = *words;
      BulSlice word = bul_slice_take_last_word (&rest);

      if (bul_slice_ends (word, ",") || bul_slice_equal (word, "I'm") || bul_slice_equal (word, "I")
          || !bul_naming_is_english_name (word))
        break;
      name = bul_slice (word.start, name.length == 0 ? bul_slice_end (word) : bul_slice_end (name));
      *words = rest;
    }
  return name;
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

/* What opens a sign-off before the name: nothing, “This is”, a place, or what the reporter did
 * there. */
static gboolean
read_opening (BulRelay *relay, BulSlice before)
{
  static const char *const says[]
      = { "This is",           "this is",       "I'm",      "I’m",      "I am",
          "This has been",     "this has been", "This was", "That was", "it's",
          "I'm your reporter", "here is" };
  static const char *const places[] = { "In", "From", "At", "Live", "Reporting" };
  gboolean said = bul_slice_take_end_any (&before, says, G_N_ELEMENTS (says));

  if (before.length == 0)
    return TRUE;
  if (!bul_slice_take_end (&before, ","))
    return FALSE;
  relay->place = place_of (before);
  /* A clause without “this is” must be a place, lest a sentence that ends in a name be taken. */
  return relay->place.length > 0
         && (said
             || bul_slice_is_any (bul_slice_take_word (&before), places, G_N_ELEMENTS (places)));
}

/* What follows the house: “in P”, “, signing off from P”, “, P”, “reporting”. */
static gboolean
read_ending (BulRelay *relay, BulSlice after)
{
  static const char *const asides[] = { "signing off ", "reporting live ", "reporting ", "live " };
  static const char *const where[] = { "in ", "from ", "at ", "on " };
  gboolean comma = bul_slice_take (&after, ",");
  gboolean placed;

  if (after.length == 0 || bul_slice_equal (after, "reporting")
      || bul_slice_equal (after, "signing off"))
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (asides); i++)
    bul_slice_take (&after, asides[i]);
  placed = bul_slice_take_any (&after, where, G_N_ELEMENTS (where));
  if ((!placed && !comma) || after.length > 40
      || (!g_ascii_isupper (after.start[0]) && !bul_slice_starts (after, "the ")))
    return FALSE;
  relay->place = after;
  return TRUE;
}

/* “B, X reporting” */
static gboolean
read_house_first (BulRelay *relay, BulSlice after)
{
  static const char *const reporting[] = { " reporting", ", reporting" };

  if (!bul_slice_take (&after, ",")
      || !bul_slice_take_end_any (&after, reporting, G_N_ELEMENTS (reporting)))
    return FALSE;
  relay->reporter = after;
  return bul_naming_is_english_name (after);
}

/* “For B, I'm X in P” */
static gboolean
read_for_house (BulRelay *relay, BulSlice after)
{
  static const char *const says[] = { "this is ", "this was ", "I'm ", "I’m ", "I am " };
  static const char *const where[] = { " in ", " at ", " from ", " on " };
  static const char *const ends[] = { ",\"", ",”", "\",", "”,", "," };
  BulSlice name;
  gboolean said;

  bul_slice_take_any (&after, ends, G_N_ELEMENTS (ends));
  said = bul_slice_take_any (&after, says, G_N_ELEMENTS (says));
  for (gsize i = 0; i < G_N_ELEMENTS (where); i++)
    if (bul_slice_split (after, where[i], &name, &relay->place))
      {
        after = name;
        break;
      }
  relay->reporter = after;
  return said && bul_naming_is_english_name (after);
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

gboolean
bul_relay_read_english_close (BulRelay *relay, BulSlice line)
{
  static const char *const between[] = { " for the", " for",           " of the",
                                         " of",      " with the",      " with",
                                         ",",        " reporting for", " reporting live for",
                                         " from" };
  static const char *const alone[] = { "For", "For the" };
  BulSlice house
      = line.length > LONGEST || !may_name_house (line) ? BUL_SLICE_NONE : find_house (line);
  BulSlice before;
  BulSlice after;

  if (house.length == 0)
    return FALSE;
  relay->broadcaster = house;
  relay->closes = TRUE;
  before = bul_slice_trim (bul_slice (line.start, house.start));
  after = bul_slice_trim (bul_slice (bul_slice_end (house), bul_slice_end (line)));
  if (!bul_slice_take_end (&before, "\""))
    bul_slice_take_end (&before, "“");
  if (before.length == 0)
    return read_house_first (relay, after);
  if (bul_slice_is_any (before, alone, G_N_ELEMENTS (alone)))
    return read_for_house (relay, after);
  if (!bul_slice_take_end_any (&before, between, G_N_ELEMENTS (between)))
    return FALSE;
  bul_slice_take_end (&before, " reporting");
  relay->reporter = take_name (&before);
  return relay->reporter.length > 0 && bul_slice_find (relay->reporter, " ") != NULL
         && read_opening (relay, before) && read_ending (relay, after);
}
