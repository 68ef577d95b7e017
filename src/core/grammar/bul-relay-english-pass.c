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
  if (bul_naming_is_romanised (first, second) && rest.length > 0 && g_ascii_islower (rest.start[0]))
    return bul_relay_set_english_reporter (relay, bul_slice (first.start, bul_slice_end (second)));
  second = bul_slice_take_last_word (&ending);
  first = bul_slice_take_last_word (&ending);
  return bul_slice_ends (ending, " with") && bul_naming_is_romanised (first, second)
         && bul_relay_set_english_reporter (relay, bul_slice (first.start, bul_slice_end (second)));
}

gboolean
bul_relay_read_english_pass (BulRelay *relay, BulSlice line)
{
  static gboolean (*const readers[]) (BulRelay *, BulSlice)
      = { read_our_correspondent, read_about_reporter, read_of_station, read_name_last,
          read_romanised };
  BulRelay empty = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      *relay = empty;
      if (readers[i](relay, line))
        return TRUE;
    }
  return FALSE;
}
