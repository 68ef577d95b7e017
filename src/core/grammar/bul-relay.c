/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-relay.h"

#include <string.h>

#include "bul-chars.h"
#include "bul-credits.h"
#include "bul-naming.h"

/* Neither is ever longer, in bytes. */
#define LONGEST_RELAY 260
#define LONGEST_ENGLISH 130

/* A line that ends in one may hold more before it. */
#define LONGEST_LINE 600

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

/* “our Unification Ministry correspondent X” */
static BulSlice
without_post (BulSlice name)
{
  static const char *const posts[] = { " correspondent ", " reporter " };

  for (guint i = 0; i < G_N_ELEMENTS (posts); i++)
    {
      const char *at = bul_slice_find (name, posts[i]);

      if (at != NULL && name.length <= 80)
        return bul_slice_trim (bul_slice (at + strlen (posts[i]), end_of (name)));
    }
  return name;
}

static gboolean
set_reporter (BulRelay *relay, BulSlice name)
{
  static const char *const before[]
      = { "our ", "Our ", "reporter ", "Reporter ", "correspondent ", "Correspondent " };

  static const char *const of[] = { "' ", "’ ", "'s ", "’s " };

  name = without_post (name);
  for (guint i = 0; i < G_N_ELEMENTS (before); i++)
    take (&name, before[i]);
  for (guint i = 0; i < G_N_ELEMENTS (of); i++)
    {
      BulSlice house;
      BulSlice person;

      if (!split (name, of[i], &house, &person) || !bul_naming_is_broadcaster (house))
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

/* “B, X”, “X, B”, “X, B, P”: the first or second piece is a broadcaster, and what is left a place.
 */
static gboolean
read_pieces (BulRelay *relay, BulSlice rest)
{
  BulSlice first;
  BulSlice second;
  BulSlice place = BUL_SLICE_NONE;

  if (!split (rest, ", ", &first, &second))
    return FALSE;
  if (split (second, ", ", &rest, &place))
    second = rest;
  relay->broadcaster = bul_naming_is_broadcaster (second) ? second : first;
  if (!bul_naming_is_broadcaster (relay->broadcaster)
      || !set_reporter (relay, relay->broadcaster.start == second.start ? first : second))
    return FALSE;
  relay->place = place;
  return place.length == 0 || (place.length <= 40 && g_ascii_isupper (place.start[0]));
}

/* “B, X”, “X, B”, “X from B”, “B's X from P”, “X from P”. */
static gboolean
read_this_is (BulRelay *relay, BulSlice rest)
{
  static const char *const between[] = { "' ", "’ ", "'s ", "’s " };
  BulSlice first;
  BulSlice second;
  BulSlice house;

  if (split (rest, " from ", &first, &second) && split (second, ", in ", &house, &relay->place)
      && bul_naming_is_broadcaster (house))
    {
      relay->broadcaster = house;
      return set_reporter (relay, first);
    }
  relay->place = BUL_SLICE_NONE;
  if (bul_slice_find (rest, ", ") != NULL)
    return read_pieces (relay, rest);
  for (guint i = 0; i < G_N_ELEMENTS (between); i++)
    {
      if (!split (rest, between[i], &first, &second))
        continue;
      relay->broadcaster = first;
      if (split (second, " from ", &first, &relay->place)
          || split (second, " at ", &first, &relay->place)
          || split (second, " in ", &first, &relay->place))
        second = first;
      return bul_naming_is_broadcaster (relay->broadcaster) && set_reporter (relay, second);
    }
  if (!split (rest, " from ", &first, &second) && !split (rest, " for ", &first, &second)
      && !split (rest, " in ", &first, &second) && !split (rest, " at ", &first, &second))
    return FALSE;
  if (bul_naming_is_broadcaster (second))
    relay->broadcaster = second;
  else
    relay->place = second;
  return set_reporter (relay, first);
}

/* A family name, and a given name of two syllables with a hyphen. */
static gboolean
is_romanised (BulSlice family, BulSlice given)
{
  const char *hyphen = given.length == 0 ? NULL : memchr (given.start, '-', given.length);

  return family.length >= 1 && family.length <= 7 && hyphen != NULL && hyphen > given.start
         && hyphen + 1 < end_of (given) && g_ascii_isupper (family.start[0])
         && g_ascii_isupper (given.start[0]) && bul_naming_is_english_name (family)
         && bul_naming_is_english_name (given);
}

/* Verbs by which an anchor passes on. */
static const char *const verbs[]
    = { " reports",        " has the details", " has the story",   " has more",
        " has the report", " has the latest",  " has this report", " has this story",
        " has the full",   " tells us more",   " brings us",       " covered",
        " takes a closer", " filed this",      " files this",      " explains",
        " went there",     " was there",       " looks into",      " joins us",
        " joins me",        " is there",        " is on the scene" };

/* “X reports from P”, “Reporter X has the details”, “P's X reports”. */
static gboolean
read_reports (BulRelay *relay, BulSlice line)
{
  BulSlice name;
  BulSlice after;
  BulSlice place;
  BulSlice person;

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
          if (!bul_naming_is_broadcaster (place))
            relay->place = place;
          name = person;
        }
      relay->passes = TRUE;
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
      if (!split (line, goes[i], &before, &after) || before.length > 40)
        continue;
      for (guint j = 0; j < G_N_ELEMENTS (with); j++)
        {
          BulSlice person;

          if (!split (after, with[j], &relay->place, &person))
            continue;
          if (split (person, " is ", &name, &before))
            person = name;
          return set_reporter (relay, person);
        }
      if (split (after, " in ", &name, &relay->place)
          || split (after, " at ", &name, &relay->place))
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

  relay->passes = TRUE;
  return (take (&name, "Here's ") || take (&name, "Here’s ") || take (&name, "Here is "))
         && split (name, " with ", &name, &after) && set_reporter (relay, name);
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
    opened = take (&rest, openings[i]);
  while (opened && rest.length > 0 && g_ascii_isupper (rest.start[0]))
    {
      BulSlice word = bul_slice_take_word (&rest);

      name = bul_slice (name.start == NULL ? word.start : name.start, end_of (word));
    }
  relay->passes = TRUE;
  relay->is_weak = TRUE;
  return opened && name.length > 0 && rest.length > 0 && set_reporter (relay, name);
}

/* “Yeom Ga-ram went to the dam.”, “Let's listen in with Chu Ye-rang.”: a Korean name in Latin letters
 * begins or ends the sentence; where a report follows, it is the reporter's. */
static gboolean
read_romanised (BulRelay *relay, BulSlice line)
{
  BulSlice rest = line;
  BulSlice first = bul_slice_take_word (&rest);
  BulSlice second = bul_slice_take_word (&rest);
  BulSlice ending = line;

  relay->passes = TRUE;
  relay->is_weak = TRUE;
  if (is_romanised (first, second) && rest.length > 0 && g_ascii_islower (rest.start[0])
      && bul_slice_ends (line, "."))
    return set_reporter (relay, bul_slice (first.start, end_of (second)));
  take_end (&ending, ".");
  second = bul_slice_take_last_word (&ending);
  first = bul_slice_take_last_word (&ending);
  return bul_slice_ends (ending, " with") && is_romanised (first, second)
         && set_reporter (relay, bul_slice (first.start, end_of (second)));
}

/* “Reporter X! …?”, “X, …?” is none: the anchor calls the reporter by name and asks. */
static gboolean
read_english_throw (BulRelay *relay, BulSlice line)
{
  BulSlice name = line;
  BulSlice after;

  if (!take (&name, "Reporter "))
    return FALSE;
  relay->passes = TRUE;
  return (split (name, "!", &name, &after)
          || (bul_slice_ends (line, "?") && split (name, ",", &name, &after)))
         && set_reporter (relay, name);
}

static gboolean
read_english_this_is (BulRelay *relay, BulSlice line)
{
  static const char *const openings[]
      = { "This is ", "This has been ", "I'm ", "I’m ", "For now, this is " };
  BulSlice rest = line;
  BulRelay empty = { 0 };
  gboolean opened = FALSE;

  for (guint i = 0; !opened && i < G_N_ELEMENTS (openings); i++)
    opened = take (&rest, openings[i]);
  if (!opened)
    return FALSE;
  if (!read_reporting (relay, rest))
    {
      *relay = empty;
      if (!read_this_is (relay, rest))
        return FALSE;
    }
  relay->closes = relay->broadcaster.length > 0 || bul_slice_starts (line, "This has been ");
  return TRUE;
}

/* “KBS News, X.” stands alone; other names with commas are sentences. */
static gboolean
read_english_pieces (BulRelay *relay, BulSlice line)
{
  BulSlice rest = line;
  BulSlice house;

  take (&rest, "Reporting from ");
  relay->closes = TRUE;
  if (take (&rest, "For ")
      && (split (rest, ", I'm ", &house, &rest) || split (rest, ",\" I'm ", &house, &rest)
          || split (rest, ",” I’m ", &house, &rest) || split (rest, ", I’m ", &house, &rest)))
    {
      BulSlice name;

      take (&house, "the ");
      take (&house, "\"");
      take (&house, "“");
      relay->broadcaster = house;
      if (split (rest, " in ", &name, &relay->place) || split (rest, " at ", &name, &relay->place))
        rest = name;
      return bul_naming_is_broadcaster (house) && set_reporter (relay, rest);
    }
  return read_pieces (relay, rest);
}

/* Words of which every English relay has one; sentences are many, and relays few. */
static gboolean
has_english_hint (BulSlice line)
{
  static const char *const openings[]
      = { "This ", "I'm ", "I’m ", "For ", "Here", "Report", "Our " };
  static const char *const hints[]
      = { "report",    "Report",     "News",   "has ",     "tells us", "takes a ",
          "brings us", "covered",    "filed ", "files ",   "explains", "went there",
          "was there", "looks into", "go ",    "connect ", "turn to",  "cross " };

  for (guint i = 0; i < G_N_ELEMENTS (openings); i++)
    if (bul_slice_starts (line, openings[i]))
      return TRUE;
  if (memchr (line.start, '-', MIN (line.length, 20)) != NULL
      || bul_slice_find (line, " with ") != NULL)
    return TRUE;
  for (const char *p = line.start; (p = memchr (p, ' ', end_of (line) - p)) != NULL;)
    {
      BulSlice word = bul_slice (++p, end_of (line));

      if (word.length == 0 || strchr ("rRNhtbcfewlg", *p) == NULL)
        continue;
      for (guint i = 0; i < G_N_ELEMENTS (hints); i++)
        if (bul_slice_starts (word, hints[i]))
          return TRUE;
    }
  return bul_slice_find (line, ", ") != NULL && line.length <= 60;
}

static gboolean
read_english (BulRelay *relay, BulSlice line)
{
  static gboolean (*const readers[]) (BulRelay *, BulSlice)
      = { read_english_throw, read_english_this_is, read_reports,        read_here_is,
          read_we_go,         read_reporting,       read_english_pieces, read_about_reporter,
          read_romanised };
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
  if (!bul_naming_is_reporter_name (name))
    return FALSE;
  relay->reporter = name;
  return TRUE;
}

static void
take_place (BulRelay *relay, BulSlice *before)
{
  BulSlice place;

  take (before, "지금까지 ");
  take (before, "이상 ");
  if (!take_end (before, "에서") && !take_end (before, "에 나가 있는")
      && !take_end (before, "에 나가있는"))
    return;
  place = *before;
  /* Only the last words are the place; a clause before them ends in a comma. */
  for (const char *comma; (comma = bul_slice_find (place, ", ")) != NULL;)
    place = bul_slice_trim (bul_slice (comma + 2, end_of (place)));
  if (place.length <= 60)
    relay->place = place;
}

/* Whether the words behind a reporter's title pass on: 가 보도합니다, 의 보도입니다, 입니다. */
static gboolean
says_relay (BulSlice after)
{
  static const char *const particles[]
      = { "가 ",    "이 ",      "의 ",        "와 ",  "과 ",  "를 ",    "을 ",  "로부터 ",
          "입니다", "였습니다", "이었습니다", "보도", "연결", "리포트", "취재", "잡니다" };

  if (bul_slice_equal (after, "의 보도") || bul_slice_equal (after, "의 리포트"))
    return TRUE;
  if (after.length > 90 || !bul_slice_ends (after, "니다"))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (particles); i++)
    if (bul_slice_starts (after, particles[i]))
      return TRUE;
  return FALSE;
}

/* What a reporter is said to do; any other verb makes an ordinary sentence. */
static gboolean
passes_on (BulSlice after)
{
  static const char *const words[]
      = { "보도",   "취재", "전해", "전합", "정리", "연결", "알아", "살펴", "들어", "담았",
          "리포트", "설명", "만나", "다녀", "짚어", "분석", "따라", "점검", "함께", "물어" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (bul_slice_find (after, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* “[P에서] X 기자가 보도합니다”, “X 기자입니다”, “도쿄 X 특파원입니다”. */
static gboolean
read_korean_handoff (BulRelay *relay, BulSlice line)
{
  static const char *const titles[] = { " 기자", " 특파원", " 캐스터", " 리포터", " 기" };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      BulSlice before;
      BulSlice after;
      gboolean is_plain;

      if (!split (line, titles[i], &before, &after) || !says_relay (after))
        continue;
      if (i == 4 && !bul_slice_equal (after, "잡니다"))
        continue;
      is_plain = bul_slice_equal (after, "입니다") || bul_slice_equal (after, "잡니다")
                 || bul_slice_equal (after, "였습니다") || bul_slice_equal (after, "이었습니다");
      if (!take_korean_name (relay, &before))
        continue;
      relay->passes = !is_plain;
      relay->is_weak = !is_plain && !passes_on (after);
      relay->closes = bul_slice_ends (after, "였습니다") || bul_slice_ends (after, "드렸습니다")
                      || bul_slice_ends (after, "이었습니다")
                      || bul_slice_starts (before, "지금까지") || bul_slice_starts (before, "이상");
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
  static const char *const calls[]
      = { " 기자!",  " 기자, ",   " 특파원!",   " 특파원, ",    " 캐스터!",   " 캐스터, ",
          " 기자. ", " 특파원. ", " 기자 나와", " 특파원 나와", " 기자 연결", " 리포터!" };
  BulSlice before;
  BulSlice after;

  relay->passes = TRUE;
  if (!bul_slice_ends (line, "?") && !bul_slice_ends (line, "!") && !bul_slice_ends (line, "시죠")
      && !bul_slice_ends (line, "세요") && !bul_slice_ends (line, "십시오")
      && !bul_slice_ends (line, "시죠."))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    if (split (line, calls[i], &before, &after) && take_korean_name (relay, &before)
        && (before.length == 0 || before.length <= 40))
      {
        take_place (relay, &before);
        return before.length == 0 || relay->place.length > 0 || bul_slice_ends (before, "나가 있는")
               || bul_slice_ends (before, "연결합니다");
      }
  return FALSE;
}

/* Regional stations write theirs in small letters: `kbc 차오름입니다.` */
static gboolean
is_small_broadcaster (BulSlice word)
{
  static const char *const names[]
      = { "kbc", "knn", "tbc", "tjb", "ubc", "jtv", "cjb", "g1", "jibs" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (bul_slice_equal (word, names[i]))
      return TRUE;
  return FALSE;
}

/* Takes the broadcaster from the end of @rest: “KBS 뉴스”, “MBC뉴스”, and “KBS 스” with a letter
 * lost. */
static gboolean
take_broadcaster (BulRelay *relay, BulSlice *rest)
{
  BulSlice word = bul_slice_take_last_word (rest);

  if (is_small_broadcaster (word))
    {
      relay->broadcaster = word;
      return TRUE;
    }
  if (bul_slice_equal (word, "뉴스") || bul_slice_equal (word, "NEWS")
      || bul_slice_equal (word, "News") || bul_slice_equal (word, "스")
      || bul_slice_equal (word, "뉴"))
    {
      const char *end = end_of (word);

      relay->is_damaged = word.length == strlen ("스");
      word = bul_slice_take_last_word (rest);
      relay->broadcaster = bul_slice (word.start, end);
      return bul_naming_is_broadcaster (word);
    }
  relay->broadcaster = word;
  return bul_naming_is_broadcaster (word);
}

/* “[지금까지] [P에서] KBS 뉴스 X입니다”. */
static gboolean
read_korean_signoff (BulRelay *relay, BulSlice line)
{
  BulSlice rest = line;

  if (!take_end (&rest, "이었습니다") && !take_end (&rest, "였습니다")
      && !take_end (&rest, "입니다"))
    return FALSE;
  take_end (&rest, " 기자");
  take_end (&rest, " 특파원");
  if (!take_korean_name (relay, &rest) || !take_broadcaster (relay, &rest))
    return FALSE;
  relay->closes = TRUE;
  take_place (relay, &rest);
  /* A sentence may end in a broadcaster and a name; a sign-off has no more than its place before.
   */
  return relay->place.length > 0 || rest.length == 0 || bul_slice_equal (rest, "지금까지")
         || bul_slice_equal (rest, "이상");
}

/* “지금까지 P에서 전해드렸습니다”: who it was is not said. */
static gboolean
read_nameless_close (BulRelay *relay, BulSlice line)
{
  BulSlice rest = line;

  if (!bul_slice_starts (line, "지금까지 ") || line.length > 120
      || (!take_end (&rest, "전해드렸습니다") && !take_end (&rest, "전해 드렸습니다")
          && !take_end (&rest, "전했습니다")))
    return FALSE;
  relay->closes = TRUE;
  take_place (relay, &rest);
  return TRUE;
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
  if (bul_slice_find (*behind, ":") == NULL && bul_slice_find (*behind, "ㅣ") == NULL)
    {
      *behind = BUL_SLICE_NONE;
      return line;
    }
  return bul_slice (line.start, stop);
}

static gboolean
read_korean (BulRelay *relay, BulSlice sentence)
{
  static gboolean (*const readers[]) (BulRelay *, BulSlice)
      = { read_korean_signoff, read_korean_handoff, read_nameless_close };
  BulRelay empty = { 0 };

  if (!bul_slice_ends (sentence, "니다"))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      *relay = empty;
      if (readers[i](relay, sentence))
        return TRUE;
    }
  *relay = empty;
  return FALSE;
}

static gboolean
read_sentence (BulRelay *relay, BulSlice sentence)
{
  BulRelay empty = { 0 };

  *relay = empty;
  if (sentence.length > LONGEST_RELAY)
    return FALSE;
  if (read_throw (relay, sentence))
    return TRUE;
  while (take_end (&sentence, ".") || take_end (&sentence, "\\"))
    ;
  *relay = empty;
  if (sentence.length == 0)
    return FALSE;
  if (read_throw (relay, sentence))
    return TRUE;
  *relay = empty;
  if ((guchar) sentence.start[sentence.length - 1] < 0x80)
    return sentence.length <= LONGEST_ENGLISH && read_english (relay, sentence);
  return read_korean (relay, sentence);
}

/* An address may stand behind a sign-off: “… 입니다. (name@house.kr)”. */
static BulSlice
without_address (BulSlice line)
{
  const char *open = bul_slice_ends (line, ")")   ? bul_slice_find_last (line, "(")
                     : bul_slice_ends (line, "]") ? bul_slice_find_last (line, "[")
                                                  : NULL;

  if (open == NULL || open == line.start || memchr (open, '@', end_of (line) - open) == NULL)
    return line;
  return bul_slice_trim (bul_slice (line.start, open));
}

/* “MBC 뉴스 X입니다. (영상취재 Y)”; @credits: (out): the bracket, if there is one. */
static BulSlice
without_credits (BulSlice line, BulSlice *credits)
{
  const char *open = bul_slice_ends (line, ")")   ? bul_slice_find_last (line, "(")
                     : bul_slice_ends (line, "]") ? bul_slice_find_last (line, "[")
                                                  : NULL;

  *credits = BUL_SLICE_NONE;
  if (open == NULL || open == line.start
      || bul_credits_read (bul_slice (open, end_of (line)), NULL, NULL) != BUL_CREDITS_MAKERS)
    return line;
  *credits = bul_slice (open, end_of (line));
  return bul_slice_trim (bul_slice (line.start, open));
}

/* The anchor may say more before passing on, on the same line. Then it is a hand-off only where one
 * must stand. */
static gboolean
read_last_sentences (BulRelay *relay, BulSlice line)
{
  BulSlice rest = line;

  for (guint i = 0; i < 6; i++)
    {
      const char *korean = bul_slice_find (rest, "다. ");
      const char *stop = korean != NULL ? korean + strlen ("다") : bul_slice_find (rest, ". ");

      if (stop == NULL)
        break;
      rest = bul_slice_trim (bul_slice (stop + 1, end_of (rest)));
      if (rest.length > LONGEST_RELAY || !read_sentence (relay, rest))
        continue;
      relay->is_weak = !relay->closes;
      return TRUE;
    }
  return FALSE;
}

/* Whether @line names a reporter's trade, or may name a broadcaster: those are in capitals. One
 * pass over the line, for every line of words is asked. */
static gboolean
has_hint (BulSlice line)
{
  static const char *const hints[]
      = { "기자", "특파원", "캐스터", "지금까지", "리포터", "기잡니다" };
  const char *end = end_of (line);

  for (const char *p = line.start; p < end; p++)
    {
      if (g_ascii_isupper (*p) || (g_ascii_islower (*p) && end - line.start < 90))
        return TRUE;
      if ((guchar) *p < 0xea || end - p < 6)
        continue;
      for (guint i = 0; i < G_N_ELEMENTS (hints); i++)
        if (p[0] == hints[i][0] && p[1] == hints[i][1]
            && bul_slice_starts (bul_slice (p, end), hints[i]))
          return TRUE;
    }
  return FALSE;
}

gboolean
bul_relay_read (BulSlice line, BulRelay *relay)
{
  BulSlice bracket;
  BulSlice behind;
  BulSlice sentence;
  BulRelay empty = { 0 };

  *relay = empty;
  /* KNN's brace around the lead closes behind it. */
  if (!bul_slice_starts (line, "{"))
    take_end (&line, "}");
  if (line.length == 0 || line.length > LONGEST_LINE || !has_hint (line))
    return FALSE;
  sentence = first_sentence (without_credits (without_address (line), &bracket), &behind);

  if (behind.length == 0 && read_last_sentences (relay, sentence))
    return TRUE;
  if (read_sentence (relay, sentence))
    {
      relay->credits = bracket.length > 0 ? bracket : behind;
      return TRUE;
    }
  *relay = empty;
  return FALSE;
}
