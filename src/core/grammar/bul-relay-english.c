/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-relay-private.h"

#include <string.h>

#include "bul-naming.h"

/* “our Unification Ministry correspondent X” */
static BulSlice
without_post (BulSlice name)
{
  BulSlice person;
  BulSlice station;
  static const char *const posts[]
      = { " correspondent ",  " reporter ",   " editor ",       " correspondent, ",
          " Correspondent, ", " reporter, ",  " Reporter, ",    " Correspondent ",
          " weathercaster ",  " forecaster ", " meteorologist " };

  /* “X of member station WQLS” */
  if (bul_slice_split (name, " of member station ", &person, &station))
    return person;
  for (guint i = 0; i < G_N_ELEMENTS (posts); i++)
    {
      const char *at = bul_slice_find (name, posts[i]);

      if (at != NULL && name.length <= 80)
        return bul_slice_trim (bul_slice (at + strlen (posts[i]), bul_slice_end (name)));
    }
  return name;
}

static gboolean
set_reporter (BulRelay *relay, BulSlice name)
{
  static const char *const before[]
      = { "our ",           "Our ",           "reporter ",      "Reporter ",  "correspondent ",
          "Correspondent ", "Weathercaster ", "Meteorologist ", "Forecaster " };

  static const char *const of[] = { "' ", "’ ", "'s ", "’s " };

  name = without_post (name);
  for (guint i = 0; i < G_N_ELEMENTS (before); i++)
    bul_slice_take (&name, before[i]);
  for (guint i = 0; i < G_N_ELEMENTS (of); i++)
    {
      BulSlice house;
      BulSlice person;

      if (!bul_slice_split (name, of[i], &house, &person) || !bul_naming_is_broadcaster (house))
        continue;
      relay->broadcaster = house;
      name = person;
    }
  if (!bul_naming_is_english_name (name))
    return FALSE;
  relay->reporter = name;
  return TRUE;
}

/* “X reporting from P”, “X reporting for B from P”, “X reporting for B”. */
static gboolean
read_reporting (BulRelay *relay, BulSlice rest)
{
  BulSlice name;
  BulSlice after;
  BulSlice house;

  if (!bul_slice_split (rest, " reporting", &name, &after) || !set_reporter (relay, name))
    return FALSE;
  bul_slice_take (&after, "live");
  if (bul_slice_take (&after, "for "))
    {
      if (!bul_slice_split (after, " from ", &house, &relay->place))
        house = after;
      relay->broadcaster = house;
      return bul_naming_is_broadcaster (house);
    }
  if (bul_slice_take (&after, "from ") || bul_slice_take (&after, "in "))
    relay->place = after;
  return after.length > 0 || relay->place.length > 0;
}

/* “X in P”, “B from P” */
static BulSlice
without_place (BulSlice words, BulSlice *place)
{
  static const char *const where[] = { " in ", " from ", " at " };
  BulSlice before;

  for (guint i = 0; i < G_N_ELEMENTS (where); i++)
    if (bul_slice_split (words, where[i], &before, place))
      return before;
  return words;
}

/* “B, X”, “X, B”, “X, B, P”, “B, X in P”: the first or second piece is a broadcaster, and what is
 * left a place.
 */
static gboolean
read_pieces (BulRelay *relay, BulSlice rest)
{
  static const char *const before_place[] = { "at ", "in ", "from ", "reporting from " };
  BulSlice first;
  BulSlice second;
  BulSlice place = BUL_SLICE_NONE;

  if (!bul_slice_split (rest, ", ", &first, &second))
    return FALSE;
  if (bul_slice_split (second, ", ", &rest, &place))
    second = rest;
  else
    second = without_place (second, &place);
  relay->broadcaster = bul_naming_is_broadcaster (second) ? second : first;
  if (!bul_naming_is_broadcaster (relay->broadcaster)
      || !set_reporter (relay, relay->broadcaster.start == second.start ? first : second))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (before_place); i++)
    bul_slice_take (&place, before_place[i]);
  relay->place = place;
  return place.length == 0 || (place.length <= 40 && g_ascii_isupper (place.start[0]));
}

/* “X from P for B”, “X for B in P” */
static gboolean
read_for_house (BulRelay *relay, BulSlice rest)
{
  static const char *const where[] = { " from ", " in ", " at " };
  BulSlice name;
  BulSlice house;

  if (!bul_slice_split (rest, " for ", &name, &house))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (where); i++)
    {
      BulSlice before;

      if (bul_slice_split (name, where[i], &before, &relay->place))
        name = before;
      else if (bul_slice_split (house, where[i], &before, &relay->place))
        house = before;
      else
        continue;
      break;
    }
  relay->broadcaster = house;
  return bul_naming_is_broadcaster (house) && set_reporter (relay, name);
}

/* “B, X”, “X, B”, “X from B”, “B's X from P”, “X from P”. */
static gboolean
read_this_is (BulRelay *relay, BulSlice rest)
{
  static const char *const between[] = { "' ", "’ ", "'s ", "’s " };
  BulSlice first;
  BulSlice second;
  BulSlice house;

  if (bul_slice_split (rest, " from ", &first, &second)
      && (bul_slice_split (second, ", in ", &house, &relay->place)
          || bul_slice_split (second, " in ", &house, &relay->place))
      && bul_naming_is_broadcaster (house))
    {
      relay->broadcaster = house;
      return set_reporter (relay, first);
    }
  relay->place = BUL_SLICE_NONE;
  if (read_for_house (relay, rest))
    return TRUE;
  relay->place = BUL_SLICE_NONE;
  relay->broadcaster = BUL_SLICE_NONE;
  if (bul_slice_find (rest, ", ") != NULL)
    return read_pieces (relay, rest);
  for (guint i = 0; i < G_N_ELEMENTS (between); i++)
    {
      if (!bul_slice_split (rest, between[i], &first, &second))
        continue;
      relay->broadcaster = first;
      if (bul_slice_split (second, " from ", &first, &relay->place)
          || bul_slice_split (second, " at ", &first, &relay->place)
          || bul_slice_split (second, " in ", &first, &relay->place))
        second = first;
      return bul_naming_is_broadcaster (relay->broadcaster) && set_reporter (relay, second);
    }
  if (!bul_slice_split (rest, " from ", &first, &second)
      && !bul_slice_split (rest, " for ", &first, &second)
      && !bul_slice_split (rest, " in ", &first, &second)
      && !bul_slice_split (rest, " at ", &first, &second))
    return FALSE;
  if (bul_naming_is_broadcaster (second))
    relay->broadcaster = second;
  else
    relay->place = second;
  return set_reporter (relay, first);
}

/* Takes “Our ”, “CNN's ” from before whoever is passed to. */
static gboolean
take_owner (BulSlice *line)
{
  static const char *const of[] = { "'s ", "’s ", "' ", "’ " };
  BulSlice house;
  BulSlice rest;

  if (bul_slice_take (line, "Our "))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (of); i++)
    if (bul_slice_split (*line, of[i], &house, &rest) && house.length <= 24
        && bul_naming_is_broadcaster (house))
      {
        *line = rest;
        return TRUE;
      }
  return FALSE;
}

/* Verbs by which an anchor passes on. */
static const char *const verbs[]
    = { " reports",           " has the details",  " has the story",
        " has more",          " has the report",   " has the latest",
        " has this report",   " has this story",   " has the full",
        " tells us more",     " brings us",        " covered",
        " takes a closer",    " filed this",       " files this",
        " explains",          " went there",       " was there",
        " looks into",        " joins us",         " joins me",
        " is there",          " is on the scene",  " with the details",
        " with the story",    " with more",        " with the report",
        " with this report",  " has an exclusive", " has this exclusive",
        " has the exclusive", " is standing by",   " takes us",
        " shows us",          " walks us",         " breaks it down",
        " tells us why",      " tells us how",     " tells us what",
        " is live in ",       " is live at ",      " starts us off",
        " has our report",    " has our story",    " has been finding out",
        " has been to" };

/* Bytes of the verb that @rest begins with, and the blank before it; 0 for none. */
static gsize
verb_length (BulSlice rest)
{
  for (guint i = 0; rest.length > 1 && i < G_N_ELEMENTS (verbs); i++)
    if (verbs[i][1] == rest.start[1] && bul_slice_starts (rest, verbs[i]))
      return strlen (verbs[i]);
  return 0;
}

/* “… live from P”, “… is live in P”: where the reporter is, behind the verb of @length bytes at
 * @verb, or with it. */
static gboolean
read_where (BulRelay *relay, BulSlice line, const char *verb, gsize length, BulSlice after)
{
  static const char *const where[] = { "from ", "in ", "at " };
  BulSlice words = bul_slice (verb, verb + length);
  gboolean found = bul_slice_ends (words, " in ") || bul_slice_ends (words, " at ");

  bul_slice_take (&after, "live ");
  for (guint i = 0; !found && i < G_N_ELEMENTS (where); i++)
    found = bul_slice_take (&after, where[i]);
  bul_slice_take_end (&after, ".");
  if (!found || after.length == 0
      || (!g_ascii_isupper (after.start[0]) && !bul_slice_starts (after, "the ")))
    return FALSE;
  if (!bul_slice_equal (after, "the scene") && after.length <= 60)
    relay->place = after;
  return TRUE;
}

/* “X reports from P”, “Reporter X has the details”, “P's X reports”. */
static gboolean
read_reports (BulRelay *relay, BulSlice line)
{
  for (const char *p = line.start; (p = memchr (p, ' ', bul_slice_end (line) - p)) != NULL; p++)
    {
      gsize length = verb_length (bul_slice (p, bul_slice_end (line)));
      BulSlice name = bul_slice (line.start, p);
      BulSlice after = bul_slice_trim (bul_slice (p + length, bul_slice_end (line)));
      BulSlice place;
      BulSlice person;
      BulSlice rest;

      if (length == 0)
        continue;
      /* “is there this morning -- Theo.”: the reporter is spoken to. */
      if (bul_slice_find (after, " -- ") != NULL)
        return FALSE;
      if (bul_slice_starts (after, "for ") && bul_slice_split (after, " from ", &place, &person)
          && bul_naming_is_broadcaster (bul_slice (place.start + 4, bul_slice_end (place))))
        relay->place = person;
      else if (!read_where (relay, line, p, length, after) && after.length > 24)
        continue;
      if (bul_slice_split (name, "'s ", &place, &person)
          || bul_slice_split (name, "’s ", &place, &person))
        {
          if (!bul_naming_is_broadcaster (place))
            relay->place = place;
          name = person;
        }
      relay->passes = TRUE;
      /* that is said of many */
      rest = line;
      relay->is_weak = bul_slice_starts (bul_slice (p, bul_slice_end (line)), " is live ")
                       && !take_owner (&rest);
      return set_reporter (relay, name);
    }
  return FALSE;
}

/* “First, we go to P with reporter X.”, “Let's go to reporter X in P.” */
static gboolean
read_we_go (BulRelay *relay, BulSlice line)
{
  static const char *const goes[] = { "go to ",   "go live to ", "go over to ",   "connect to ",
                                      "turn to ", "cross to ",   "cross live to " };
  static const char *const with[] = { " with ", " where ", ", where " };
  BulSlice before;
  BulSlice after;
  BulSlice name;

  relay->passes = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (goes); i++)
    {
      if (!bul_slice_split (line, goes[i], &before, &after) || before.length > 40)
        continue;
      for (guint j = 0; j < G_N_ELEMENTS (with); j++)
        {
          BulSlice person;

          if (!bul_slice_split (after, with[j], &relay->place, &person))
            continue;
          if (bul_slice_split (person, " is ", &name, &before))
            person = name;
          return set_reporter (relay, person);
        }
      if (bul_slice_split (after, " in ", &name, &relay->place)
          || bul_slice_split (after, " at ", &name, &relay->place))
        return set_reporter (relay, name);
      return bul_slice_find (after, "eporter ") != NULL && set_reporter (relay, after);
    }
  return FALSE;
}

/* “Here's X with the details.” */
static gboolean
read_here_is (BulRelay *relay, BulSlice line)
{
  BulSlice name = line;
  BulSlice after;
  BulSlice rest;

  relay->passes = TRUE;
  if (!bul_slice_take (&name, "Here's ") && !bul_slice_take (&name, "Here’s ")
      && !bul_slice_take (&name, "Here is "))
    return FALSE;
  if (bul_slice_split (name, " with ", &name, &after))
    return set_reporter (relay, name);
  bul_slice_take_end (&name, ".");
  rest = name;
  if (take_owner (&rest))
    return set_reporter (relay, rest);
  relay->is_weak = TRUE;
  return (bul_slice_starts (name, "reporter ") || bul_slice_starts (name, "our ")
          || (bul_slice_find (name, " ") != NULL && bul_naming_is_english_name (name)))
         && set_reporter (relay, name);
}

/* Words that begin with a capital too, and are no one's name. */
static gboolean
is_institution (BulSlice name)
{
  static const char *const words[]
      = { "National",   "Assembly", "Ministry", "Party",   "House",   "Government", "Team",
          "City",       "State",    "Supreme",  "Court",   "Bank",    "News",       "Radio",
          "Television", "First",    "Prime",    "Defense", "Defence", "Foreign",    "Korean",
          "American",   "Japanese", "Chinese",  "North",   "South",   "Olympic",    "World" };

  while (name.length > 0)
    if (bul_slice_is_any (bul_slice_take_word (&name), words, G_N_ELEMENTS (words)))
      return TRUE;
  return FALSE;
}

/* Whether the reporter is spoken to behind it: “… -- X.”, “… X, what do you see?” */
static gboolean
calls_reporter (BulSlice line)
{
  return bul_slice_find (line, ". ") != NULL || bul_slice_find (line, " -- ") != NULL
         || bul_slice_ends (line, "?");
}

/* “Our X went to see it.”, “NPR's X spent a day with them.”: one of theirs, and what the reporter
 * does. */
static gboolean
read_one_of_ours (BulRelay *relay, BulSlice line)
{
  BulSlice rest = line;
  BulSlice name = BUL_SLICE_NONE;
  guint n_words = 0;

  relay->passes = TRUE;
  if (!take_owner (&rest) || calls_reporter (line))
    return FALSE;
  while (rest.length > 0 && g_ascii_isupper (rest.start[0]))
    {
      BulSlice word = bul_slice_take_word (&rest);

      name = bul_slice (name.start == NULL ? word.start : name.start, bul_slice_end (word));
      n_words++;
    }
  return n_words >= 2 && n_words <= 3 && rest.length > 0 && g_ascii_islower (rest.start[0])
         && memchr (name.start, ',', name.length) == NULL && !is_institution (name)
         && bul_naming_is_english_name (name) && set_reporter (relay, name);
}

/* “Our Rural Affairs Correspondent, X, has been to meet him.” */
static gboolean
read_our_correspondent (BulRelay *relay, BulSlice line)
{
  BulSlice post;
  BulSlice rest;
  BulSlice name;

  relay->passes = TRUE;
  relay->is_weak = TRUE;
  return bul_slice_starts (line, "Our ") && bul_slice_split (line, ", ", &post, &rest)
         && post.length <= 60
         && (bul_slice_ends (post, "orrespondent") || bul_slice_ends (post, "eporter")
             || bul_slice_ends (post, "ditor"))
         && bul_slice_split (rest, ", ", &name, &rest) && set_reporter (relay, name);
}

/* “Reporter X has counted them.”: any sentence about a reporter, where nothing stronger is said. */
static gboolean
read_about_reporter (BulRelay *relay, BulSlice line)
{
  static const char *const openings[]
      = { "Reporter ", "Our reporter ", "Our correspondent ", "Correspondent ", "KBS's " };
  BulSlice rest = line;
  BulSlice name = BUL_SLICE_NONE;
  gboolean opened = FALSE;

  for (guint i = 0; !opened && i < G_N_ELEMENTS (openings); i++)
    opened = bul_slice_take (&rest, openings[i]);
  /* “Culture reporter X met him.” */
  if (!opened && bul_slice_split (rest, " reporter ", &name, &rest))
    opened = name.length <= 40 && memchr (name.start, ',', name.length) == NULL;
  name = BUL_SLICE_NONE;
  while (opened && rest.length > 0 && g_ascii_isupper (rest.start[0]))
    {
      BulSlice word = bul_slice_take_word (&rest);

      name = bul_slice (name.start == NULL ? word.start : name.start, bul_slice_end (word));
    }
  relay->passes = TRUE;
  relay->is_weak = TRUE;
  return opened && name.length > 0 && rest.length > 0 && set_reporter (relay, name);
}

/* “Yeom Ga-ram went to the dam.”, “Let's listen in with Chu Ye-rang.”: a Korean name in Latin
 * letters begins or ends the sentence; where a report follows, it is the reporter's. */
static gboolean
read_romanised (BulRelay *relay, BulSlice line)
{
  BulSlice rest = line;
  BulSlice first = bul_slice_take_word (&rest);
  BulSlice second = bul_slice_take_word (&rest);
  BulSlice ending = line;

  relay->passes = TRUE;
  relay->is_weak = TRUE;
  if (bul_naming_is_romanised (first, second) && rest.length > 0 && g_ascii_islower (rest.start[0]))
    return set_reporter (relay, bul_slice (first.start, bul_slice_end (second)));
  second = bul_slice_take_last_word (&ending);
  first = bul_slice_take_last_word (&ending);
  return bul_slice_ends (ending, " with") && bul_naming_is_romanised (first, second)
         && set_reporter (relay, bul_slice (first.start, bul_slice_end (second)));
}

/* “Reporter X! …?”, “X, …?” is none: the anchor calls the reporter by name and asks. */
static gboolean
read_english_throw (BulRelay *relay, BulSlice line)
{
  BulSlice name = line;
  BulSlice after;

  if (!bul_slice_take (&name, "Reporter "))
    return FALSE;
  relay->passes = TRUE;
  return (bul_slice_split (name, "!", &name, &after)
          || (bul_slice_ends (line, "?") && bul_slice_split (name, ",", &name, &after)))
         && set_reporter (relay, name);
}

/* “PBS \"News Hour”: the name of the programme stands in quote marks behind the house. */
static gboolean
is_house_in_quotes (BulSlice house)
{
  const char *quote = bul_slice_find (house, "\"");
  const char *curly = bul_slice_find (house, "“");
  BulSlice before;

  if (quote == NULL && curly == NULL)
    return bul_naming_is_broadcaster (house);
  before = bul_slice_trim (bul_slice (house.start, quote != NULL ? quote : curly));
  return bul_naming_is_broadcaster (before);
}

/* “X, live from P for B”, “X with the weather for B” */
static gboolean
read_asides (BulRelay *relay, BulSlice rest)
{
  static const char *const asides[] = { ", live from ", ", live in ", ", live at " };
  BulSlice name;
  BulSlice after;

  if (bul_slice_split (rest, " with the weather for ", &name, &after)
      || bul_slice_split (rest, " with the weather from ", &name, &after))
    {
      relay->broadcaster = after;
      return bul_naming_is_broadcaster (after) && set_reporter (relay, name);
    }
  for (guint i = 0; i < G_N_ELEMENTS (asides); i++)
    if (bul_slice_split (rest, asides[i], &name, &after)
        && bul_slice_split (after, " for ", &relay->place, &relay->broadcaster))
      return bul_naming_is_broadcaster (relay->broadcaster) && set_reporter (relay, name);
  return FALSE;
}

static gboolean
read_english_this_is (BulRelay *relay, BulSlice line)
{
  static const char *const openings[]
      = { "This is ", "That was ",         "This has been ", "This was ",           "I'm ",
          "I’m ",     "For now, this is ", "I am ",          "Once again, this is " };
  BulSlice rest = line;
  BulRelay empty = { 0 };
  gboolean opened = FALSE;

  for (guint i = 0; !opened && i < G_N_ELEMENTS (openings); i++)
    opened = bul_slice_take (&rest, openings[i]);
  if (!opened)
    return FALSE;
  /* “This is Dan Hee-su.”: an anchor's words, where a report follows */
  if (bul_slice_starts (line, "This is ") && bul_naming_is_romanised_name (rest))
    {
      relay->passes = TRUE;
      relay->is_weak = TRUE;
      return set_reporter (relay, rest);
    }
  if (!read_reporting (relay, rest))
    {
      *relay = empty;
      if (!read_this_is (relay, rest))
        {
          *relay = empty;
          if (!read_asides (relay, rest))
            return FALSE;
        }
    }
  relay->closes = relay->broadcaster.length > 0 || bul_slice_starts (line, "This has been ");
  return TRUE;
}

/* “KBS News X reporting”, “KBS News X.”: nothing parts the house from a name of Korean form. */
static gboolean
read_house_and_name (BulRelay *relay, BulSlice line)
{
  BulSlice rest = line;
  gboolean reporting = bul_slice_take_end (&rest, " reporting");
  BulSlice words = rest;
  BulSlice name = BUL_SLICE_NONE;

  relay->closes = TRUE;
  /* “KBS News' X.” */
  if (bul_slice_split (rest, "' ", &relay->broadcaster, &name)
      || bul_slice_split (rest, "’ ", &relay->broadcaster, &name))
    return bul_naming_is_broadcaster (relay->broadcaster) && set_reporter (relay, name);
  if (!reporting && memchr (line.start, '-', line.length) == NULL)
    return FALSE;
  for (guint i = 0; i < 4 && words.length > 0; i++)
    {
      BulSlice word = bul_slice_take_word (&words);
      BulSlice house = bul_slice (rest.start, bul_slice_end (word));
      BulSlice given = words;
      BulSlice family = bul_slice_take_word (&given);

      if (!bul_naming_is_broadcaster (house)
          || !(bul_naming_is_romanised (family, given) || (reporting && given.length > 0)))
        continue;
      relay->broadcaster = house;
      name = words;
    }
  return name.length > 0 && set_reporter (relay, name);
}

/* “Reporting from P, this is X for B.”, “For B, this is X in P.” */
static gboolean
read_turned_close (BulRelay *relay, BulSlice line)
{
  static const char *const openings[]
      = { ", this is ", ", I'm ", ", I’m ", ",\" I'm ", ",” I’m ", ",” I'm ", ",\" this is " };
  BulSlice rest = line;
  BulSlice first = BUL_SLICE_NONE;
  BulSlice name = BUL_SLICE_NONE;
  BulSlice place;
  BulSlice house;
  gboolean from = bul_slice_take (&rest, "Reporting from ") || bul_slice_take (&rest, "From ")
                  || bul_slice_take (&rest, "In ");

  relay->closes = TRUE;
  if (!from && !bul_slice_take (&rest, "For "))
    return FALSE;
  for (guint i = 0; name.length == 0 && i < G_N_ELEMENTS (openings); i++)
    if (!bul_slice_split (rest, openings[i], &first, &name))
      name = BUL_SLICE_NONE;
  if (name.length == 0)
    return FALSE;
  if (from)
    {
      if (bul_slice_split (name, " for ", &rest, &house)
          || bul_slice_split (name, ", ", &rest, &house))
        {
          relay->broadcaster = house;
          name = rest;
        }
      relay->place = first;
      return (relay->broadcaster.length == 0 || bul_naming_is_broadcaster (house))
             && set_reporter (relay, name);
    }
  bul_slice_take (&first, "the ");
  bul_slice_take (&first, "\"");
  bul_slice_take (&first, "“");
  relay->broadcaster = first;
  if (bul_slice_split (name, " in ", &rest, &place) || bul_slice_split (name, " at ", &rest, &place)
      || bul_slice_split (name, " from ", &rest, &place))
    {
      relay->place = place;
      name = rest;
    }
  return (is_house_in_quotes (first) || bul_slice_ends (first, " News"))
         && set_reporter (relay, name);
}

/* “In Dunmore, X, Action 4 News.”, “Reporting live from P, X, B.” */
static gboolean
read_placed_pieces (BulRelay *relay, BulSlice line)
{
  static const char *const openings[] = { "Reporting live from ",
                                          "Reporting live in ",
                                          "Reporting from ",
                                          "Reporting in ",
                                          "Live in ",
                                          "Live from ",
                                          "Live at ",
                                          "In ",
                                          "At ",
                                          "From " };
  BulSlice rest = line;
  BulSlice place = BUL_SLICE_NONE;
  gboolean opened = FALSE;

  for (guint i = 0; !opened && i < G_N_ELEMENTS (openings); i++)
    opened = bul_slice_take (&rest, openings[i]);
  if (!opened || !bul_slice_split (rest, ", ", &place, &rest) || !read_pieces (relay, rest)
      || relay->place.length > 0)
    return FALSE;
  relay->place = place;
  relay->closes = TRUE;
  return TRUE;
}

/* “KBS News, X.” stands alone; other names with commas are sentences. */
static gboolean
read_english_pieces (BulRelay *relay, BulSlice line)
{
  BulSlice rest = line;
  BulRelay empty = { 0 };

  if (read_placed_pieces (relay, line))
    return TRUE;
  *relay = empty;
  bul_slice_take (&rest, "Reporting from ");
  relay->closes = TRUE;
  return read_pieces (relay, rest);
}

/* “CNN's …” */
static gboolean
begins_with_owner (BulSlice line)
{
  BulSlice first = bul_slice_take_word (&line);

  return bul_slice_ends (first, "'s") || bul_slice_ends (first, "’s");
}

/* Words of which every English relay has one; sentences are many, and relays few. */
static gboolean
has_english_hint (BulSlice line)
{
  static const char *const openings[]
      = { "This ", "I'm ", "I’m ", "I am ", "For ", "Here", "Report", "Our ", "Back", "Live " };
  static const char *const hints[]
      = { "report",    "Report",     "News",     "has ",      "tells us", "takes a ",
          "brings us", "covered",    "filed ",   "files ",    "explains", "went there",
          "was there", "looks into", "go ",      "connect ",  "turn to",  "cross ",
          "this is ",  "live in ",   "live at ", "there for", "there.",   "joins " };

  if (bul_slice_starts_any (line, openings, G_N_ELEMENTS (openings)) || begins_with_owner (line))
    return TRUE;
  if (memchr (line.start, '-', MIN (line.length, 20)) != NULL
      || bul_slice_find (line, " with ") != NULL)
    return TRUE;
  for (const char *p = line.start; (p = memchr (p, ' ', bul_slice_end (line) - p)) != NULL;)
    {
      BulSlice word = bul_slice (++p, bul_slice_end (line));

      if (word.length == 0 || strchr ("rRNhtbcfewlgj", *p) == NULL)
        continue;
      if (bul_slice_starts_any (word, hints, G_N_ELEMENTS (hints)))
        return TRUE;
    }
  return bul_slice_find (line, ", ") != NULL && line.length <= 60;
}

/* “Back to you.”, “Back to you in the studio.”: who it was is not said. */
static gboolean
read_back_to_you (BulRelay *relay, BulSlice line)
{
  relay->closes = TRUE;
  return line.length <= 40 && bul_slice_starts (line, "Back to you");
}

gboolean
bul_relay_read_english (BulRelay *relay, BulSlice line)
{
  static gboolean (*const readers[]) (BulRelay *, BulSlice)
      = { read_english_throw, read_english_this_is, read_here_is,           read_reports,
          read_one_of_ours,   read_we_go,           read_house_and_name,    read_reporting,
          read_turned_close,  read_english_pieces,  read_our_correspondent, read_about_reporter,
          read_romanised,     read_back_to_you };
  BulRelay empty = { 0 };

  *relay = empty;
  if (!has_english_hint (line))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      *relay = empty;
      if (readers[i](relay, line))
        return TRUE;
    }
  *relay = empty;
  return FALSE;
}
