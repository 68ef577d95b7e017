/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-relay.h"

#include <string.h>

#include "bul-chars.h"
#include "bul-naming.h"

/* Neither is ever longer, in bytes. */
#define LONGEST_RELAY 260

static const char *
end_of (BulSlice slice)
{
  return slice.start + slice.length;
}

/* Takes @text from the start of @slice, and blanks behind it. */
static gboolean
take (BulSlice *slice, const char *text)
{
  if (!bul_slice_starts (*slice, text))
    return FALSE;
  *slice = bul_slice_trim (bul_slice (slice->start + strlen (text), end_of (*slice)));
  return TRUE;
}

static gboolean
take_end (BulSlice *slice, const char *text)
{
  if (!bul_slice_ends (*slice, text))
    return FALSE;
  *slice = bul_slice_trim (bul_slice (slice->start, end_of (*slice) - strlen (text)));
  return TRUE;
}

/* Splits @slice at the first @between; FALSE where it is not there. */
static gboolean
split (BulSlice slice, const char *between, BulSlice *before, BulSlice *after)
{
  const char *at = bul_slice_find (slice, between);

  if (at == NULL)
    return FALSE;
  *before = bul_slice_trim (bul_slice (slice.start, at));
  *after = bul_slice_trim (bul_slice (at + strlen (between), end_of (slice)));
  return TRUE;
}

static gboolean
set_reporter (BulRelay *relay, BulSlice name)
{
  take (&name, "reporter ");
  take (&name, "Reporter ");
  take (&name, "correspondent ");
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

  if (!split (rest, " reporting", &name, &after) || !set_reporter (relay, name))
    return FALSE;
  take (&after, "live");
  if (take (&after, "for "))
    {
      if (!split (after, " from ", &house, &relay->place))
        house = after;
      relay->broadcaster = house;
      return bul_naming_is_broadcaster (house);
    }
  if (take (&after, "from ") || take (&after, "in "))
    relay->place = after;
  return after.length > 0 || relay->place.length > 0;
}

/* “B, X”, “X, B”, “X from B”, “B's X from P”, “X from P”. */
static gboolean
read_this_is (BulRelay *relay, BulSlice rest)
{
  BulSlice first;
  BulSlice second;

  if (split (rest, ", ", &first, &second))
    {
      if (bul_naming_is_broadcaster (first))
        {
          relay->broadcaster = first;
          return set_reporter (relay, second);
        }
      relay->broadcaster = second;
      return bul_naming_is_broadcaster (second) && set_reporter (relay, first);
    }
  if (split (rest, "' ", &first, &second) || split (rest, "’ ", &first, &second)
      || split (rest, "'s ", &first, &second) || split (rest, "’s ", &first, &second))
    {
      relay->broadcaster = first;
      if (split (second, " from ", &first, &relay->place))
        second = first;
      return bul_naming_is_broadcaster (relay->broadcaster) && set_reporter (relay, second);
    }
  if (!split (rest, " from ", &first, &second) && !split (rest, " for ", &first, &second)
      && !split (rest, " in ", &first, &second))
    return FALSE;
  if (bul_naming_is_broadcaster (second))
    relay->broadcaster = second;
  else
    relay->place = second;
  return set_reporter (relay, first);
}

/* “X reports from P”, “Reporter X has the details”, “P's X reports”. */
static gboolean
read_reports (BulRelay *relay, BulSlice line)
{
  static const char *const verbs[]
      = { " reports",        " has the details", " has the story", " has more", " has the report",
          " has the latest", " tells us more",   " brings us",     " covered" };
  BulSlice name;
  BulSlice after;
  BulSlice place;
  BulSlice person;

  take (&line, "Our ");
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      if (!split (line, verbs[i], &name, &after))
        continue;
      if (take (&after, "from ") || take (&after, "in "))
        relay->place = after;
      else if (after.length > 24)
        continue;
      if (split (name, "'s ", &place, &person) || split (name, "’s ", &place, &person))
        {
          relay->place = place;
          name = person;
        }
      return set_reporter (relay, name);
    }
  return FALSE;
}

/* “First, we go to P with reporter X.” */
static gboolean
read_we_go (BulRelay *relay, BulSlice line)
{
  BulSlice before;
  BulSlice after;

  return split (line, "go to ", &before, &after) && before.length < 40
         && split (after, " with ", &relay->place, &before) && set_reporter (relay, before);
}

static gboolean
read_english (BulRelay *relay, BulSlice line)
{
  BulRelay empty = { 0 };
  BulSlice rest = line;

  if (take (&rest, "This is ") || take (&rest, "This has been ") || take (&rest, "I'm ")
      || take (&rest, "I’m "))
    {
      if (read_reporting (relay, rest))
        return TRUE;
      *relay = empty;
      return read_this_is (relay, rest);
    }
  if (read_reports (relay, line))
    return TRUE;
  *relay = empty;
  if (read_we_go (relay, line))
    return TRUE;
  *relay = empty;
  if (read_reporting (relay, line))
    return TRUE;
  *relay = empty;
  /* “KBS News, X.” stands alone; other names with commas are sentences. */
  if (read_this_is (relay, line) && relay->broadcaster.length > 0)
    return TRUE;
  *relay = empty;
  return FALSE;
}

/* The name that ends @before, and what stands before it as a place: “워싱턴에서 김경수”, “도쿄
 * 이서연”. */
static gboolean
take_korean_name (BulRelay *relay, BulSlice *before)
{
  const char *bracket = bul_slice_ends (*before, "]") ? bul_slice_find_last (*before, "[") : NULL;
  BulSlice name;

  /* “YTN X[mail]입니다” */
  if (bracket != NULL)
    *before = bul_slice_trim (bul_slice (before->start, bracket));
  name = bul_slice_take_last_word (before);
  if (!bul_naming_is_korean_name (name))
    return FALSE;
  relay->reporter = name;
  return TRUE;
}

static void
take_place (BulRelay *relay, BulSlice *before)
{
  BulSlice place;

  take (before, "지금까지 ");
  if (!take_end (before, "에서"))
    return;
  place = *before;
  /* Only the last words are the place; a clause before them ends in a comma. */
  for (const char *comma; (comma = bul_slice_find (place, ", ")) != NULL;)
    place = bul_slice_trim (bul_slice (comma + 2, end_of (place)));
  if (place.length <= 60)
    relay->place = place;
}

/* “[P에서] X 기자가 보도합니다”, “X 기자입니다”, “도쿄 X 특파원입니다”. */
static gboolean
read_korean_handoff (BulRelay *relay, BulSlice line)
{
  static const char *const titles[] = { " 기자", " 특파원", " 캐스터" };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      BulSlice before;
      BulSlice after;
      gboolean says;

      if (!split (line, titles[i], &before, &after))
        continue;
      says = bul_slice_starts (after, "가 ") || bul_slice_starts (after, "이 ")
             || bul_slice_starts (after, "입니다") || bul_slice_starts (after, "였습니다")
             || bul_slice_starts (after, "의 ") || bul_slice_starts (after, "보도")
             || bul_slice_starts (after, "연결");
      if (!says || !bul_slice_ends (after, "니다") || after.length > 80
          || !take_korean_name (relay, &before))
        continue;
      if (i == 1 && before.length > 0 && before.length <= 24 && bul_slice_find (before, " ") == NULL
          && !bul_slice_ends (before, "에서"))
        relay->place = before;
      else
        take_place (relay, &before);
      return TRUE;
    }
  return FALSE;
}

/* “X 기자! 물은 얼마나 찼습니까?”, “Reporter X, …?”: the anchor calls the reporter by name and
 * asks. */
static gboolean
read_throw (BulRelay *relay, BulSlice line)
{
  static const char *const calls[] = { " 기자!", " 기자, ", " 특파원!", " 특파원, " };
  BulSlice before;
  BulSlice after;

  if (!bul_slice_ends (line, "?") && !bul_slice_ends (line, "!"))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    if (split (line, calls[i], &before, &after) && take_korean_name (relay, &before)
        && before.length == 0)
      return TRUE;
  return FALSE;
}

/* “[지금까지] [P에서] KBS 뉴스 X입니다”. */
static gboolean
read_korean_signoff (BulRelay *relay, BulSlice line)
{
  BulSlice rest = line;
  BulSlice word;

  if (!take_end (&rest, "이었습니다") && !take_end (&rest, "였습니다")
      && !take_end (&rest, "입니다"))
    return FALSE;
  if (!take_korean_name (relay, &rest))
    return FALSE;
  word = bul_slice_take_last_word (&rest);
  if (bul_slice_equal (word, "뉴스"))
    {
      const char *end = end_of (word);

      word = bul_slice_take_last_word (&rest);
      word = bul_slice (word.start, end);
    }
  if (!bul_naming_is_broadcaster (word))
    return FALSE;
  relay->broadcaster = word;
  take_place (relay, &rest);
  /* A sentence may end in a broadcaster and a name; a sign-off has no more than its place before.
   */
  return relay->place.length > 0 || rest.length == 0 || bul_slice_equal (rest, "지금까지");
}

/* Credits may be glued behind: “KBS 뉴스 X입니다. 촬영기자:…”. */
static BulSlice
first_sentence (BulSlice line, BulSlice *behind)
{
  const char *stop = bul_slice_find (line, "니다.");

  *behind = BUL_SLICE_NONE;
  if (stop == NULL)
    return line;
  stop += strlen ("니다.");
  *behind = bul_slice_trim (bul_slice (stop, end_of (line)));
  if (behind->length > 0 && bul_slice_find (*behind, ":") == NULL
      && bul_slice_find (*behind, "ㅣ") == NULL)
    return line;
  return bul_slice (line.start, stop);
}

gboolean
bul_relay_read (BulSlice line, BulRelay *relay)
{
  BulSlice behind;
  BulSlice sentence = first_sentence (line, &behind);
  BulRelay empty = { 0 };
  gboolean found;

  *relay = empty;
  if (sentence.length > LONGEST_RELAY)
    return FALSE;
  while (take_end (&sentence, "."))
    ;
  if (sentence.length == 0)
    return FALSE;
  if (read_throw (relay, sentence))
    return TRUE;
  *relay = empty;
  if ((guchar) sentence.start[sentence.length - 1] < 0x80)
    return read_english (relay, sentence);

  found = read_korean_signoff (relay, sentence);
  if (!found)
    {
      *relay = empty;
      found = read_korean_handoff (relay, sentence);
    }
  if (found)
    relay->credits = behind;
  else
    *relay = empty;
  return found;
}
