/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-relay-private.h"

#include <string.h>

#include "bul-naming.h"

/* “Our Rural Affairs Correspondent, X, has been to meet him.” */
static gboolean
read_our_correspondent (BulRelay *relay, BulSlice line)
{
  BulSlice post;
  BulSlice rest;
  BulSlice name;

  relay->passes = TRUE;
  return bul_slice_starts (line, "Our ") && bul_slice_split (line, ", ", &post, &rest)
         && post.length <= 60
         && (bul_slice_ends (post, "orrespondent") || bul_slice_ends (post, "eporter")
             || bul_slice_ends (post, "ditor"))
         && bul_slice_split (rest, ", ", &name, &rest)
         && bul_relay_set_english_reporter (relay, name);
}

/* “Reporter X has counted them.”: any sentence about a reporter, where nothing stronger is said. */
static gboolean
read_about_reporter (BulRelay *relay, BulSlice line)
{
  static const char *const openings[]
      = { "Reporter ", "Our reporter ",   "Our correspondent ", "Correspondent ",
          "KBS's ",    "Weather caster ", "Weathercaster ",     "Meteorologist " };
  static const char *const trades[] = { " reporter ", " correspondent ", " editor " };
  BulSlice rest = line;
  BulSlice name = BUL_SLICE_NONE;
  BulSlice first = line;
  gboolean opened = bul_slice_take_any (&rest, openings, G_N_ELEMENTS (openings));

  /* “Culture reporter X met him.” */
  for (guint i = 0; !opened && i < G_N_ELEMENTS (trades); i++)
    if (bul_slice_split (line, trades[i], &name, &rest))
      opened = name.length <= 40 && memchr (name.start, ',', name.length) == NULL;
  first = bul_slice_take_word (&first);
  name = BUL_SLICE_NONE;
  while (opened && rest.length > 0 && g_ascii_isupper (rest.start[0]))
    {
      BulSlice word = bul_slice_take_word (&rest);

      name = bul_slice (name.start == NULL ? word.start : name.start, bul_slice_end (word));
    }
  relay->passes = TRUE;
  /* “NewsHour science correspondent X took a sip.” can be nobody else's. */
  relay->is_weak = !bul_naming_is_broadcaster (first) && !bul_slice_equal (first, "NewsHour");
  return opened && name.length > 0 && rest.length > 0
         && bul_relay_set_english_reporter (relay, name);
}

/* “X of Arizona Public Media looks at …”: one of another house. */
static gboolean
read_of_station (BulRelay *relay, BulSlice line)
{
  static const char *const ends[]
      = { "Media", "Radio", "Television", "TV", "News", "Broadcasting" };
  BulSlice name;
  BulSlice rest;
  BulSlice house = BUL_SLICE_NONE;

  if (!bul_slice_split (line, " of ", &name, &rest) || name.length > 40)
    return FALSE;
  while (rest.length > 0 && g_ascii_isupper (rest.start[0]))
    {
      BulSlice word = bul_slice_take_word (&rest);

      house = bul_slice (house.start == NULL ? word.start : house.start, bul_slice_end (word));
    }
  relay->passes = TRUE;
  return house.length > 0 && rest.length > 0 && g_ascii_islower (rest.start[0])
         && (bul_naming_is_broadcaster (house)
             || bul_slice_ends_any (house, ends, G_N_ELEMENTS (ends)))
         && bul_slice_find (name, " ") != NULL && bul_relay_set_english_reporter (relay, name);
}

/* What a report is called where it is passed to without a verb, and the small words around. */
static gboolean
is_of_work (BulSlice words)
{
  static const char *const known[]
      = { "A",         "a",         "An",       "an",        "The",   "the",    "This",
          "this",      "that",      "on",       "more",      "More",  "full",   "latest",
          "exclusive", "Exclusive", "report",   "Here",      "is",    "Here's", "Here’s",
          "details",   "Details",   "coverage", "story",     "Story", "And",    "Now",
          "now",       "special",   "Special",  "have",      "we",    "We",     "hear",
          "live",      "details,",  "Report",   "reporting", "our",   "get",    "got" };

  while (words.length > 0)
    if (!bul_slice_is_any (bul_slice_take_word (&words), known, G_N_ELEMENTS (known)))
      return FALSE;
  return TRUE;
}

/* “Exclusive coverage by X.”, “More on this from our X.”, “Here's a report by X.” */
static gboolean
read_work (BulRelay *relay, BulSlice line)
{
  static const char *const between[] = { " by ", " from " };
  static const char *const trades[] = { "reporter ", "Reporter ", "correspondent " };
  BulSlice before;
  BulSlice name;
  BulSlice rest;

  relay->passes = TRUE;
  relay->is_weak = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (between); i++)
    if (bul_slice_split (line, between[i], &before, &name) && before.length <= 40
        && is_of_work (before))
      {
        bul_slice_take (&name, "our ");
        bul_slice_take_any (&name, trades, G_N_ELEMENTS (trades));
        if (bul_slice_split (name, " in ", &name, &rest))
          relay->place = rest;
        return bul_naming_is_english_name (name) && bul_slice_find (name, " ") != NULL
               && bul_relay_set_english_reporter (relay, name);
      }
  return FALSE;
}

/* “Stay with us for X's report.”, “Joining us now is X.”, “Now to X in P.” */
static gboolean
read_report_of (BulRelay *relay, BulSlice line)
{
  static const char *const before[]
      = { "Take a look at ", "Stay with us for ", "Stay tuned for ",       "Here is ",
          "Here's ",         "Here’s ",           "Let's take a look at ", "Let's watch " };
  static const char *const joins[]
      = { "Joining us now is ", "Joining us is ", "Joining me now is ", "Now to ",
          "Now over to ",       "Next up is " };
  static const char *const ends[] = { "'s report", "’s report", "'s story", "’s story" };
  static const char *const where[] = { " in ", " at ", " from ", ", " };
  BulSlice name = line;
  BulSlice rest;

  relay->passes = TRUE;
  relay->is_weak = TRUE;
  if (bul_slice_take_any (&name, before, G_N_ELEMENTS (before)))
    return bul_slice_take_end_any (&name, ends, G_N_ELEMENTS (ends))
           && bul_naming_is_english_name (name) && bul_relay_set_english_reporter (relay, name);
  if (!bul_slice_take_any (&name, joins, G_N_ELEMENTS (joins)))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (where); i++)
    if (bul_slice_split (name, where[i], &name, &rest))
      {
        if (i + 1 < G_N_ELEMENTS (where))
          relay->place = rest;
        break;
      }
  bul_relay_take_english_place (relay, &name);
  return bul_slice_find (name, " ") != NULL && !bul_relay_is_english_institution (name)
         && bul_relay_set_english_reporter (relay, name);
}

/* “Let's hear from X.”, “With more, here's X.”, “Here's our culture correspondent, X.” */
static gboolean
read_name_last (BulRelay *relay, BulSlice line)
{
  static const char *const before[]
      = { "hear from ", "here's ",  "here’s ",    "here is ",       "over to ", "joined by ",
          "live by ",   "turn to ", "go now to ", "check in with ", "talk to ", "speak to " };
  static const char *const trades[] = { " correspondent, ", " reporter, ", " editor, " };
  BulSlice name;
  BulSlice rest;

  relay->passes = TRUE;
  relay->is_weak = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (before); i++)
    if (bul_slice_split (line, before[i], &rest, &name) && rest.length <= 60
        && (bul_relay_take_english_owner (&name) || bul_slice_find (name, " ") != NULL)
        && bul_naming_is_english_name (name) && !bul_relay_is_english_institution (name))
      return bul_relay_set_english_reporter (relay, name);
  relay->is_weak = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (trades); i++)
    if (bul_slice_split (line, trades[i], &rest, &name) && rest.length <= 60
        && (bul_slice_find (rest, "our ") != NULL || bul_slice_starts (rest, "Our "))
        && bul_naming_is_english_name (name))
      return bul_relay_set_english_reporter (relay, name);
  return FALSE;
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
  if (bul_naming_is_romanised (first, second) && rest.length > 0 && g_ascii_islower (rest.start[0])
      && !bul_slice_starts (rest, "and "))
    return bul_relay_set_english_reporter (relay, bul_slice (first.start, bul_slice_end (second)));
  second = bul_slice_take_last_word (&ending);
  first = bul_slice_take_last_word (&ending);
  return bul_slice_ends (ending, " with") && bul_naming_is_romanised (first, second)
         && bul_relay_set_english_reporter (relay, bul_slice (first.start, bul_slice_end (second)));
}

/* “But as our Im Chae-won tells us, …”, “As Jo Bora reports, …” */
static gboolean
read_as_told (BulRelay *relay, BulSlice line)
{
  static const char *const openings[] = { "As ", "But as ", "And as ", "Now as ", "Still, as " };
  static const char *const verbs[] = { " tells us, ", " reports, ", " explains, ", " found out, ",
                                       " found, ",    " tells us ", " shows us, " };
  BulSlice name;
  BulSlice rest;

  relay->passes = TRUE;
  relay->is_weak = TRUE;
  if (!bul_slice_take_any (&line, openings, G_N_ELEMENTS (openings)))
    return FALSE;
  bul_slice_take (&line, "our ");
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (bul_slice_split (line, verbs[i], &name, &rest) && name.length <= 40)
      return bul_slice_find (name, " ") != NULL && bul_naming_is_english_name (name)
             && !bul_relay_is_english_institution (name)
             && bul_relay_set_english_reporter (relay, name);
  return FALSE;
}

gboolean
bul_relay_read_english_pass (BulRelay *relay, BulSlice line)
{
  static gboolean (*const readers[]) (BulRelay *, BulSlice)
      = { read_our_correspondent, read_about_reporter, read_of_station, read_work,
          read_report_of,         read_name_last,      read_romanised,  read_as_told };
  BulRelay empty = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      *relay = empty;
      if (readers[i](relay, line))
        return TRUE;
    }
  return FALSE;
}
