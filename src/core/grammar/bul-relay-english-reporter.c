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

gboolean
bul_relay_set_english_reporter (BulRelay *relay, BulSlice name)
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

gboolean
bul_relay_take_english_owner (BulSlice *line)
{
  static const char *const of[] = { "'s ", "’s ", "' ", "’ " };
  static const char *const public[]
      = { " Public Radio", " Public Media", " Public Broadcasting", " Public Television" };
  /* “News Six”, “Channel 4” */
  static const char *const numbered[] = { "News ", "Channel ", "Action ", "Eyewitness " };
  BulSlice house;
  BulSlice rest;

  if (bul_slice_take (line, "Our "))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (of); i++)
    if (bul_slice_split (*line, of[i], &house, &rest) && house.length <= 40
        && (bul_naming_is_broadcaster (house)
            || bul_slice_ends_any (house, public, G_N_ELEMENTS (public))
            || bul_slice_starts_any (house, numbered, G_N_ELEMENTS (numbered))))
      {
        *line = rest;
        return TRUE;
      }
  return FALSE;
}

void
bul_relay_take_english_place (BulRelay *relay, BulSlice *name)
{
  BulSlice owner;
  BulSlice person;

  if (!bul_slice_split (*name, "'s ", &owner, &person)
      && !bul_slice_split (*name, "’s ", &owner, &person))
    return;
  if (!bul_naming_is_broadcaster (owner))
    relay->place = owner;
  *name = person;
}

gboolean
bul_relay_is_english_institution (BulSlice name)
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
