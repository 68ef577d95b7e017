/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-relay-private.h"

#include <string.h>

#include "bul-naming.h"

/* “X reporting from P”, “X reporting for B from P”, “X reporting for B”. */
static gboolean
read_reporting (BulRelay *relay, BulSlice rest)
{
  BulSlice name;
  BulSlice after;
  BulSlice house;

  if (!bul_slice_split (rest, " reporting", &name, &after)
      || !bul_relay_set_english_reporter (relay, name))
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
      || !bul_relay_set_english_reporter (relay, relay->broadcaster.start == second.start ? first
                                                                                          : second))
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
  return bul_naming_is_broadcaster (house) && bul_relay_set_english_reporter (relay, name);
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
      return bul_relay_set_english_reporter (relay, first);
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
      return bul_naming_is_broadcaster (relay->broadcaster)
             && bul_relay_set_english_reporter (relay, second);
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
  return bul_relay_set_english_reporter (relay, first);
}

/* Verbs by which an anchor passes on. */
static const char *const verbs[]
    = { " reports",          " has the details",    " has the story",   " has more",
        " has the report",   " has the latest",     " has this report", " has this story",
        " has the full",     " tells us more",      " brings us",       " covered",
        " takes a closer",   " filed this",         " files this",      " explains",
        " went there",       " was there",          " looks into",      " joins us",
        " joins me",         " is there",           " is on the scene", " with the details",
        " with the story",   " with more",          " with the report", " with this report",
        " has an exclusive", " has this exclusive", " has tonight's",   " has today's",
        " has tonight’s",    " has the exclusive",  " is standing by",  " takes us",
        " shows us",         " walks us",           " breaks it down",  " tells us why",
        " tells us how",     " tells us what",      " is live in ",     " is live at ",
        " starts us off",    " has our report",     " has our story",   " has been finding out",
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
read_where (BulRelay *relay, const char *verb, gsize length, BulSlice after)
{
  static const char *const where[] = { "from ", "in ", "at " };
  BulSlice words = bul_slice (verb, verb + length);
  gboolean found = bul_slice_ends (words, " in ") || bul_slice_ends (words, " at ");

  bul_slice_take (&after, "live ");
  found = found || bul_slice_take_any (&after, where, G_N_ELEMENTS (where));
  bul_slice_take_end (&after, ".");
  if (!found || after.length == 0
      || (!g_ascii_isupper (after.start[0]) && !bul_slice_starts (after, "the ")))
    return FALSE;
  if (!bul_slice_equal (after, "the scene") && after.length <= 60)
    relay->place = after;
  return TRUE;
}

/* “From P, X”, “From member station B, X”, “For details, X”: takes what stands before the name. */
static gboolean
take_opening (BulRelay *relay, BulSlice *name)
{
  static const char *const stations[] = { "member station ", "Member station " };
  static const char *const openings[] = { "For ",  "With ", "In an ", "In this ", "Our ", "And ",
                                          "More ", "On ",   "Now ",   "Now, ",    "Here" };
  BulSlice place = *name;
  BulSlice person;

  bul_slice_take_end (name, ",");
  if (bul_slice_take (&place, "From ") && bul_slice_split (place, ", ", &place, &person)
      && place.length <= 60)
    {
      if (bul_slice_take_any (&place, stations, G_N_ELEMENTS (stations))
          || bul_naming_is_broadcaster (place))
        relay->broadcaster = place;
      else
        relay->place = place;
      *name = person;
      return TRUE;
    }
  if (!bul_slice_starts_any (*name, openings, G_N_ELEMENTS (openings))
      || !bul_slice_split (*name, ", ", &place, &person) || place.length > 60)
    return FALSE;
  /* “Now to P, where X” */
  if (bul_slice_take (&person, "where ") && bul_slice_take (&place, "Now to "))
    relay->place = place;
  *name = person;
  return TRUE;
}

/* “X reports from P”, “Reporter X has the details”, “P's X reports”, “From P, X reports”. */
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
      else if (!read_where (relay, p, length, after) && after.length > 24)
        continue;
      if (!take_opening (relay, &name))
        bul_relay_take_english_place (relay, &name);
      relay->passes = TRUE;
      /* that is said of many */
      rest = line;
      relay->is_weak = bul_slice_starts (bul_slice (p, bul_slice_end (line)), " is live ")
                       && !bul_relay_take_english_owner (&rest);
      return bul_relay_set_english_reporter (relay, name);
    }
  return FALSE;
}

/* “First, we go to P with reporter X.”, “Let's go to reporter X in P.” */
static gboolean
read_we_go (BulRelay *relay, BulSlice line)
{
  static const char *const goes[]
      = { "go to ",    "go live to ",    "go over to ", "connect to ", "connected to ", "turn to ",
          "cross to ", "cross live to ", "Now to ",     "Over to ",    "First to ",     "On to " };
  static const char *const with[] = { " with ", ", where ", " where " };
  BulSlice before;
  BulSlice after;
  BulSlice name;

  relay->passes = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (goes); i++)
    {
      if (!bul_slice_split (line, goes[i], &before, &after) || before.length > 40)
        continue;
      if (bul_slice_split (after, ", who ", &name, &before))
        after = name;
      for (guint j = 0; j < G_N_ELEMENTS (with); j++)
        {
          BulSlice person;

          if (!bul_slice_split (after, with[j], &relay->place, &person))
            continue;
          if (bul_slice_split (person, " is ", &name, &before))
            person = name;
          return bul_relay_set_english_reporter (relay, person);
        }
      if (bul_slice_split (after, " in ", &name, &relay->place)
          || bul_slice_split (after, " at ", &name, &relay->place))
        return bul_relay_set_english_reporter (relay, name);
      relay->is_weak = bul_slice_find (after, "eporter ") == NULL;
      return (!relay->is_weak || bul_naming_is_romanised_name (after))
             && bul_relay_set_english_reporter (relay, after);
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
    return bul_relay_set_english_reporter (relay, name);
  bul_slice_take_end (&name, ".");
  rest = name;
  if (bul_relay_take_english_owner (&rest))
    return bul_relay_set_english_reporter (relay, rest);
  relay->is_weak = !bul_slice_starts (name, "our ");
  return (bul_slice_starts (name, "reporter ") || bul_slice_starts (name, "our ")
          || (bul_slice_find (name, " ") != NULL && bul_naming_is_english_name (name)))
         && bul_relay_set_english_reporter (relay, name);
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
  if (!bul_relay_take_english_owner (&rest) || calls_reporter (line))
    return FALSE;
  while (rest.length > 0 && g_ascii_isupper (rest.start[0]))
    {
      BulSlice word = bul_slice_take_word (&rest);

      name = bul_slice (name.start == NULL ? word.start : name.start, bul_slice_end (word));
      n_words++;
    }
  return n_words >= 2 && n_words <= 3 && rest.length > 0 && g_ascii_islower (rest.start[0])
         && memchr (name.start, ',', name.length) == NULL
         && !bul_relay_is_english_institution (name) && bul_naming_is_english_name (name)
         && bul_relay_set_english_reporter (relay, name);
}

/* “Reporter X! …?”, “X, …?” is none: the anchor calls the reporter by name and asks. */
static gboolean
read_english_throw (BulRelay *relay, BulSlice line)
{
  static const char *const turns[]
      = { "First, ", "First up, ", "Next, ", "Next up, ", "And now, ", "Now, ", "And " };
  BulSlice name = line;
  BulSlice after;

  bul_slice_take_any (&name, turns, G_N_ELEMENTS (turns));
  if (!bul_slice_take (&name, "Reporter "))
    return FALSE;
  relay->passes = TRUE;
  return (bul_slice_split (name, "!", &name, &after)
          || (bul_slice_ends (line, "?") && bul_slice_split (name, ",", &name, &after)))
         && bul_relay_set_english_reporter (relay, name);
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
      return bul_naming_is_broadcaster (after) && bul_relay_set_english_reporter (relay, name);
    }
  for (guint i = 0; i < G_N_ELEMENTS (asides); i++)
    if (bul_slice_split (rest, asides[i], &name, &after)
        && bul_slice_split (after, " for ", &relay->place, &relay->broadcaster))
      return bul_naming_is_broadcaster (relay->broadcaster)
             && bul_relay_set_english_reporter (relay, name);
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

  if (!bul_slice_take_any (&rest, openings, G_N_ELEMENTS (openings)))
    return FALSE;
  /* “This is Dan Hee-su.”: an anchor's words, where a report follows */
  if (bul_slice_starts (line, "This is ") && bul_naming_is_romanised_name (rest))
    {
      relay->passes = TRUE;
      relay->is_weak = TRUE;
      return bul_relay_set_english_reporter (relay, rest);
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

/* “Reporting from P, this is …”: the place, and takes it from the line. */
static void
take_opening_place (BulRelay *relay, BulSlice *rest)
{
  static const char *const where[] = {
    "Reporting live from ", "Reporting from ", "Live from ", "From ", "In ", "Reporting in "
  };
  static const char *const openings[]
      = { ", this is ", ", this has been ", ", this was ", ", I'm ", ", I’m " };
  BulSlice words = *rest;

  if (!bul_slice_take_any (&words, where, G_N_ELEMENTS (where)))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (openings); i++)
    {
      BulSlice place;
      BulSlice behind;

      if (!bul_slice_split (words, openings[i], &place, &behind) || place.length > 40)
        continue;
      relay->place = place;
      *rest = behind;
      return;
    }
}

/* “KBS News X reporting”, “KBS News X.”: nothing parts the house from a name of Korean form. */
static gboolean
read_house_and_name (BulRelay *relay, BulSlice line)
{
  BulSlice rest = line;
  gboolean reporting = bul_slice_take_end (&rest, " reporting");
  BulSlice name = BUL_SLICE_NONE;
  BulSlice words;

  take_opening_place (relay, &rest);
  words = rest;
  relay->closes = TRUE;
  /* “KBS News' X.” */
  if (bul_slice_split (rest, "' ", &relay->broadcaster, &name)
      || bul_slice_split (rest, "’ ", &relay->broadcaster, &name))
    return bul_naming_is_broadcaster (relay->broadcaster)
           && bul_relay_set_english_reporter (relay, name);
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
  return name.length > 0 && bul_relay_set_english_reporter (relay, name);
}

/* “KBS News, X.”, “Reporting for KBS News, X.”, “KBS News, this is X in P.” stand alone; other
 * names with commas are sentences. */
static gboolean
read_english_pieces (BulRelay *relay, BulSlice line)
{
  BulSlice rest = line;
  BulSlice name;

  if (!bul_slice_take (&rest, "Reporting from "))
    bul_slice_take (&rest, "Reporting for ");
  relay->closes = TRUE;
  if (bul_slice_split (rest, ", this is ", &relay->broadcaster, &name)
      && bul_naming_is_broadcaster (relay->broadcaster))
    return bul_relay_set_english_reporter (relay, without_place (name, &relay->place));
  return read_pieces (relay, rest);
}

/* “CNN's …” */
static gboolean
begins_with_owner (BulSlice line)
{
  BulSlice first = bul_slice_take_word (&line);

  return bul_slice_ends (first, "'s") || bul_slice_ends (first, "’s");
}

/* “X has the details”, but not “the plan has slipped”, which is how most sentences have it. */
static gboolean
has_something (BulSlice words)
{
  static const char *const things[]
      = { "more",   "the ",  "our ",    "this ", "that ", "details", "a ",      "an ",
          "been ",  "all ",  "on ",     "what ", "how ",  "full ",   "further", "reaction",
          "these ", "today", "tonight", "his ",  "her ",  "it ",     "it.",     "also " };

  return bul_slice_take (&words, "has ")
         && bul_slice_starts_any (words, things, G_N_ELEMENTS (things));
}

/* Words of which every English relay has one; sentences are many, and relays few. */
static gboolean
has_english_hint (BulSlice line)
{
  static const char *const openings[]
      = { "Weather", "This ",  "I'm ",      "I’m ",   "I am ",   "For ",
          "Here",    "Report", "Our ",      "Back",   "Live ",   "Joining",
          "Next up", "More ",  "The story", "Story ", "Details " };
  static const char *const hints[]
      = { "report",       "Report",    "News",      "tells us",   "takes a ",   "brings us",
          "covered",      "filed ",    "files ",    "explains",   "went there", "was there",
          "looks into",   "go ",       "connect ",  "turn to",    "cross ",     "this is ",
          "live in ",     "live at ",  "there for", "there.",     "joins ",     "correspondent",
          "hear from ",   "here's ",   "here’s ",   "joined by ", "Media",      "Radio",
          "coverage by ", "starts us", "connected " };

  if (bul_slice_starts_any (line, openings, G_N_ELEMENTS (openings)) || begins_with_owner (line))
    return TRUE;
  if (memchr (line.start, '-', MIN (line.length, 20)) != NULL
      || bul_slice_find (line, " with ") != NULL)
    return TRUE;
  for (const char *p = line.start; (p = memchr (p, ' ', bul_slice_end (line) - p)) != NULL;)
    {
      BulSlice word = bul_slice (++p, bul_slice_end (line));

      if (word.length == 0 || strchr ("rRNhtbcfewlgjsM", *p) == NULL)
        continue;
      if (has_something (word) || bul_slice_starts_any (word, hints, G_N_ELEMENTS (hints)))
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

/* The words of capitals that @rest begins with, and those behind a comma: “Sydney, Nova Scotia”. */
static BulSlice
take_place (BulSlice rest)
{
  const char *start = rest.start;
  const char *end = start;

  while (rest.length > 0 && g_ascii_isupper (rest.start[0]))
    {
      BulSlice word = bul_slice_take_word (&rest);

      end = bul_slice_end (word);
      if (bul_slice_ends (word, ".") || bul_slice_ends (word, "'s"))
        break;
    }
  while (end > start && strchr (",.", end[-1]) != NULL)
    end--;
  return bul_slice (start, end);
}

/* “Sports reporter X was rinkside in Sydney, Nova Scotia.”, “KBS News' X in P.”: where it is said
 * in passing. */
static void
find_place (BulRelay *relay, BulSlice line)
{
  static const char *const where[] = { " in ", " at ", " from " };

  for (guint i = 0; relay->place.length == 0 && i < G_N_ELEMENTS (where); i++)
    {
      BulSlice before;
      BulSlice rest;
      BulSlice place;

      if (!bul_slice_split (line, where[i], &before, &rest) || before.length == 0)
        continue;
      place = take_place (rest);
      if (place.length > 0 && place.length <= 40 && !bul_naming_is_broadcaster (place)
          && place.start != relay->broadcaster.start && place.start != relay->reporter.start)
        relay->place = place;
    }
}

/* “… at Sokcho Port. Gyu-bin, has anyone been found?”: the place ends with its sentence; and “…
 * from Nebraska as part of our series” before what the report belongs to. */
static void
end_place (BulRelay *relay)
{
  static const char *const behind[] = { " as part of ", " for our ", " for this ", " with more" };
  const char *stop = bul_slice_find (relay->place, ". ");
  BulSlice rest;

  for (guint i = 0; i < G_N_ELEMENTS (behind); i++)
    bul_slice_split (relay->place, behind[i], &relay->place, &rest);
  if (stop != NULL && !bul_slice_ends (bul_slice (relay->place.start, stop), "St"))
    relay->place = bul_slice (relay->place.start, stop);
}

/* “Tom Avery. You're”: no name goes on behind a stop, but for an initial or “St.” */
static gboolean
ends_sentence_within (BulSlice name)
{
  const char *stop = bul_slice_find (name, ". ");

  return stop != NULL && stop - name.start >= 3 && g_ascii_islower (stop[-1])
         && g_ascii_islower (stop[-2]);
}

gboolean
bul_relay_read_english (BulRelay *relay, BulSlice line)
{
  static gboolean (*const readers[]) (BulRelay *, BulSlice) = { read_english_throw,
                                                                bul_relay_read_english_close,
                                                                read_english_this_is,
                                                                read_here_is,
                                                                read_reports,
                                                                read_one_of_ours,
                                                                read_we_go,
                                                                read_house_and_name,
                                                                read_reporting,
                                                                read_english_pieces,
                                                                bul_relay_read_english_pass,
                                                                read_back_to_you };
  BulRelay empty = { 0 };

  *relay = empty;
  if (!has_english_hint (line))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      *relay = empty;
      if (!readers[i](relay, line) || ends_sentence_within (relay->reporter))
        continue;
      end_place (relay);
      find_place (relay, line);
      return TRUE;
    }
  *relay = empty;
  return FALSE;
}
