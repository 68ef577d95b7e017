/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-relay.h"

#include <string.h>

#include "bul-chars.h"
#include "bul-credits.h"
#include "bul-markers.h"
#include "bul-naming.h"
#include "bul-relay-private.h"

/* Neither is ever longer, in bytes. */
#define LONGEST_RELAY 260
#define LONGEST_HOUSE 24
#define LONGEST_ENGLISH 130

/* A line that ends in one may hold more before it. */
#define LONGEST_LINE 600

/* A name among several; “하지만, X 기자가” begins with none. */
static gboolean
is_further_name (BulSlice word)
{
  static const char *const openings[]
      = { "하지만", "이어서", "이번엔", "이제는", "지금은", "현재는", "오늘은",
          "반면에", "이처럼", "우선은", "조금전", "최근에", "전국의", "이밖에" };

  return bul_slice_count_hangul (word) == 3 && bul_naming_is_korean_name (word)
         && !bul_slice_is_any (word, openings, G_N_ELEMENTS (openings));
}

/* “윤가람·박두리”: names without a blank between them. */
static gboolean
is_glued_names (BulSlice word)
{
  static const char *const between[] = { "·", "ㆍ", "," };
  BulSlice first;

  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (between); i++)
    while (bul_slice_split (word, between[i], &first, &word))
      if (++n > 3 || bul_slice_count_hangul (first) != 3)
        return FALSE;
  return n > 0 && bul_slice_count_hangul (word) == 3;
}

/* “여보람, 두시온 기자”: the names before the last, which a comma ends. */
static void
take_further_names (BulRelay *relay, BulSlice *before)
{
  BulSlice rest = *before;

  while (bul_slice_take_end (&rest, ","))
    {
      BulSlice word = bul_slice_take_last_word (&rest);

      if (!is_further_name (word))
        return;
      relay->reporter = bul_slice (word.start, bul_slice_end (relay->reporter));
      *before = rest;
    }
}

/* The name that ends @before, or several, and what stands before it as a place: “워싱턴에서
 * 김경수”, “도쿄 이서연”. */
static gboolean
take_korean_name (BulRelay *relay, BulSlice *before)
{
  /* “A, B 두 기자가” */
  static const char *const counts[] = { " 두", " 세", " 두 명의", " 세 명의" };
  const char *bracket = bul_slice_ends (*before, "]") ? bul_slice_find_last (*before, "[") : NULL;
  BulSlice name;

  bul_slice_take_end_any (before, counts, G_N_ELEMENTS (counts));
  /* “YTN X[mail]입니다” */
  if (bracket != NULL)
    *before = bul_slice_trim (bul_slice (before->start, bracket));
  name = bul_slice_take_last_word (before);
  if (!bul_naming_is_reporter_name (name) && !is_glued_names (name))
    return FALSE;
  relay->reporter = name;
  take_further_names (relay, before);
  return TRUE;
}

/* “날씨는 서울 광화문”, “먼저 창원”: what the sentence is about, and then the place. */
static BulSlice
without_topic (BulSlice place)
{
  static const char *const turns[]
      = { "먼저 ", "이어서 ", "다음은 ", "계속해서 ", "이번엔 ", "이번에는 ", "끝으로 " };
  BulSlice rest;

  bul_slice_take_any (&place, turns, G_N_ELEMENTS (turns));
  rest = place;

  while (rest.length > 0)
    {
      BulSlice word = bul_slice_take_word (&rest);

      if (rest.length > 0 && bul_slice_count_hangul (word) >= 2
          && (bul_slice_ends (word, "는") || bul_slice_ends (word, "은")
              || bul_slice_ends (word, "을") || bul_slice_ends (word, "를")))
        place = rest;
    }
  return place;
}

static void
take_place (BulRelay *relay, BulSlice *before)
{
  BulSlice place;

  bul_slice_take (before, "지금까지 ");
  bul_slice_take (before, "이상 ");
  if (!bul_slice_take_end (before, "에서") && !bul_slice_take_end (before, "에 나가 있는")
      && !bul_slice_take_end (before, "에 나가있는"))
    return;
  place = *before;
  /* Only the last words are the place; a clause before them ends in a comma. */
  for (const char *comma; (comma = bul_slice_find (place, ", ")) != NULL;)
    place = bul_slice_trim (bul_slice (comma + 2, bul_slice_end (place)));
  place = without_topic (place);
  if (place.length <= 60)
    relay->place = place;
}

/* Whether the words behind a reporter's title pass on: 가 보도합니다, 의 보도입니다, 입니다. */
static gboolean
says_relay (BulSlice after)
{
  static const char *const particles[]
      = { "가 ",      "이 ",        "의 ",  "와 ",  "과 ",    "를 ",  "을 ",    "로부터 ", "입니다",
          "였습니다", "이었습니다", "보도", "연결", "리포트", "취재", "잡니다", "에게 " };

  if (bul_slice_equal (after, "의 보도") || bul_slice_equal (after, "의 리포트"))
    return TRUE;
  if (after.length > 90 || !bul_slice_ends (after, "니다"))
    return FALSE;
  return bul_slice_starts_any (after, particles, G_N_ELEMENTS (particles));
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

/* “X 도쿄 특파원이 보도합니다”: the city stands behind the name. @title: which of the titles */
static void
take_city (BulRelay *relay, BulSlice *before, guint title)
{
  static const char *const cities[] = { "도쿄",   "베이징",   "워싱턴",   "뉴욕",         "파리",
                                        "런던",   "모스크바", "상하이",   "베를린",       "브뤼셀",
                                        "방콕",   "하노이",   "LA",       "로스앤젤레스", "제네바",
                                        "두바이", "카이로",   "자카르타", "마닐라",       "델리",
                                        "시드니", "예루살렘", "홍콩",     "이스탄불" };
  BulSlice rest = *before;
  BulSlice city = bul_slice_take_last_word (&rest);
  BulSlice name = rest;

  name = bul_slice_take_last_word (&name);
  if (title != 1 || !bul_slice_is_any (city, cities, G_N_ELEMENTS (cities))
      || !bul_naming_is_full_korean_name (name))
    return;
  relay->place = city;
  *before = rest;
}

/* “[P에서] X 기자가 보도합니다”, “X 기자입니다”, “도쿄 X 특파원입니다”. */
static gboolean
read_korean_handoff (BulRelay *relay, BulSlice line)
{
  static const char *const titles[]
      = { " 기자",         " 특파원",          " 캐스터",     " 리포터",       " 기",
          "기자",          "특파원",           " 기상캐스터", " 의학전문기자", " 기상전문기자",
          " 경제전문기자", " 데이터 전문기자", " 전문기자",   " 논설위원",     " 통신원",
          " PD",           " 아나운서" };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      BulSlice before;
      BulSlice after;
      gboolean is_plain;

      if (!bul_slice_split (line, titles[i], &before, &after) || !says_relay (after))
        continue;
      if (i == 4 && !bul_slice_equal (after, "잡니다"))
        continue;
      is_plain = bul_slice_equal (after, "입니다") || bul_slice_equal (after, "잡니다")
                 || bul_slice_equal (after, "였습니다") || bul_slice_equal (after, "이었습니다");
      take_city (relay, &before, i);
      if (!take_korean_name (relay, &before)
          || ((i == 5 || i == 6) && bul_slice_count_hangul (relay->reporter) != 3))
        continue;
      relay->passes = !is_plain;
      relay->is_weak = !is_plain && !passes_on (after);
      relay->closes = bul_slice_ends (after, "였습니다") || bul_slice_ends (after, "드렸습니다")
                      || bul_slice_ends (after, "이었습니다")
                      || bul_slice_starts (before, "지금까지") || bul_slice_starts (before, "이상");
      if (relay->place.length > 0)
        return TRUE;
      if (i == 1 && before.length > 0 && before.length <= 24 && bul_slice_find (before, " ") == NULL
          && !bul_slice_ends (before, "에서"))
        relay->place = before;
      else
        take_place (relay, &before);
      return TRUE;
    }
  return FALSE;
}

/* “X 기자.”: the anchor calls, and no more; the reporter's mark must follow. */
static gboolean
read_name_alone (BulRelay *relay, BulSlice line)
{
  static const char *const titles[] = { " 기자", " 특파원", " 캐스터", " 리포터" };
  BulSlice before = line;
  gboolean called;

  if (line.length > 48 || !bul_slice_take_end (&before, "."))
    return FALSE;
  called = bul_slice_take_end_any (&before, titles, G_N_ELEMENTS (titles));
  /* “보도에 X 기자.” */
  if (!bul_slice_take (&before, "보도에 "))
    bul_slice_take (&before, "취재에 ");
  relay->passes = TRUE;
  relay->is_weak = TRUE;
  return called && take_korean_name (relay, &before) && before.length == 0;
}

/* “X 기자! 물은 얼마나 찼습니까?”, “Reporter X, …?”: the anchor calls the reporter by name and
 * asks. */
static gboolean
read_throw (BulRelay *relay, BulSlice line)
{
  static const char *const calls[]
      = { " 기자!",       " 기자, ",        " 특파원!",         " 특파원, ",
          " 캐스터!",     " 캐스터, ",      " 기자. ",          " 특파원. ",
          " 기자 나와",   " 특파원 나와",   " 기자 연결",       " 리포터!",
          " 기자를 연결", " 특파원을 연결", " 캐스터를 연결",   " 캐스터 연결",
          " 리포터 연결", " 기자 전해",     " 특파원 전해",     " 캐스터 전해",
          " 기자를 불러", " 기자와 함께",   " 기자의 리포트",   " 기자의 보도",
          " 기상캐스터!", " 기상캐스터, ",  " 기상캐스터 나와", " 기상캐스터 전해",
          " 캐스터. ",    " 리포터, ",      "전문기자, ",       "전문기자!" };
  BulSlice before;
  BulSlice after;

  relay->passes = TRUE;
  if (!bul_slice_ends (line, "?") && !bul_slice_ends (line, "!") && !bul_slice_ends (line, "시죠")
      && !bul_slice_ends (line, "세요") && !bul_slice_ends (line, "십시오")
      && !bul_slice_ends (line, "시죠."))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (calls); i++)
    if (bul_slice_split (line, calls[i], &before, &after) && take_korean_name (relay, &before)
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

  return bul_slice_is_any (word, names, G_N_ELEMENTS (names));
}

/* “YTN 월드”: a channel of the house, said behind its name. */
static gboolean
is_channel (BulSlice word)
{
  static const char *const channels[]
      = { "뉴스",   "NEWS", "News", "스",  "뉴",     "월드",   "사이언스", "스포츠",
          "라디오", "비즈", "Biz",  "BIZ", "라이프", "투데이", "경제",     "뉴스룸" };

  return bul_slice_is_any (word, channels, G_N_ELEMENTS (channels));
}

/* “대구MBC”, “MBC강원영동”: a station of a network, with where it is. */
static gboolean
is_regional (BulSlice word)
{
  static const char *const networks[] = { "MBC", "KBS", "CBS", "SBS" };

  return word.length <= 24
         && (bul_slice_take_any (&word, networks, G_N_ELEMENTS (networks))
             || bul_slice_take_end_any (&word, networks, G_N_ELEMENTS (networks)))
         && bul_slice_count_hangul (word) >= 2;
}

/* “푸른강TV”, “새물결방송”: a house that is in no list still says what it is. */
static gboolean
is_other_house (BulSlice word)
{
  static const char *const endings[] = { "TV", "방송", "뉴스", "NEWS", "라디오" };

  return bul_slice_take_end_any (&word, endings, G_N_ELEMENTS (endings)) && word.length > 1
         && word.length <= 24;
}

/* Takes the broadcaster from the end of @rest: “KBS 뉴스”, “MBC뉴스”, and “KBS 스” with a letter
 * lost. */
static gboolean
take_broadcaster (BulRelay *relay, BulSlice *rest)
{
  static const char *const networks[] = { "KBS", "MBC", "SBS", "CBS", "BBS", "OBS" };
  BulSlice word;

  /* “KBS 뉴스, X입니다” */
  bul_slice_take_end (rest, ",");
  word = bul_slice_take_last_word (rest);
  if (is_small_broadcaster (word))
    {
      relay->broadcaster = word;
      return TRUE;
    }
  if (is_channel (word))
    {
      const char *end = bul_slice_end (word);

      relay->is_damaged = bul_slice_equal (word, "스") || bul_slice_equal (word, "뉴");
      word = bul_slice_take_last_word (rest);
      relay->broadcaster = bul_slice (word.start, end);
      if (bul_slice_equal (word, "tv") && bul_slice_take_end (rest, "B"))
        {
          relay->broadcaster = bul_slice (bul_slice_end (*rest), end);
          return TRUE;
        }
      return bul_naming_is_broadcaster (word) || is_regional (word) || is_other_house (word);
    }
  /* “KBS 제주” */
  if (bul_slice_count_hangul (word) >= 2 && bul_slice_count_hangul (word) <= 4)
    {
      BulSlice before = *rest;
      BulSlice network = bul_slice_take_last_word (&before);

      if (bul_slice_is_any (network, networks, G_N_ELEMENTS (networks)))
        {
          relay->broadcaster = bul_slice (network.start, bul_slice_end (word));
          *rest = before;
          return TRUE;
        }
    }
  relay->broadcaster = word;
  return bul_naming_is_broadcaster (word) || is_regional (word)
         || (rest->length == 0 && is_other_house (word));
}

/* “[지금까지] 현장K, X입니다”: whose series it is, instead of whose house. */
static gboolean
ends_series (BulSlice before)
{
  gboolean has_comma = bul_slice_take_end (&before, ",");
  BulSlice word = bul_slice_take_last_word (&before);

  return word.length >= 4 && word.length <= LONGEST_HOUSE && (guchar) word.start[0] >= 0xea
         && (has_comma || g_ascii_isupper (bul_slice_end (word)[-1]))
         && (before.length == 0 || bul_slice_equal (before, "지금까지"));
}

/* “[지금까지] [P에서] KBS 뉴스 X입니다”. */
static gboolean
read_korean_signoff (BulRelay *relay, BulSlice line)
{
  BulSlice rest = line;
  BulSlice before;

  if (!bul_slice_take_end (&rest, "이었습니다") && !bul_slice_take_end (&rest, "였습니다")
      && !bul_slice_take_end (&rest, "입니다"))
    return FALSE;
  bul_slice_take_end (&rest, " 기자");
  bul_slice_take_end (&rest, " 특파원");
  if (!take_korean_name (relay, &rest))
    return FALSE;
  relay->closes = TRUE;
  before = rest;
  if (!take_broadcaster (relay, &rest))
    {
      /* “지금까지 P에서 X였습니다”: whose it is goes without saying. */
      relay->broadcaster = BUL_SLICE_NONE;
      if (ends_series (before))
        {
          relay->closes = bul_slice_starts (line, "지금까지 ");
          return TRUE;
        }
      take_place (relay, &before);
      return bul_slice_starts (line, "지금까지 ")
             && (relay->place.length > 0 || bul_slice_equal (before, "지금까지"));
    }
  take_place (relay, &rest);
  /* A sentence may end in a broadcaster and a name; a sign-off has no more than its place before.
   */
  return relay->place.length > 0 || rest.length == 0 || bul_slice_equal (rest, "지금까지")
         || bul_slice_equal (rest, "이상");
}

/* “지금까지 P에서 전해드렸습니다”, “지금까지 P에서 X가 전해드렸습니다” */
static gboolean
read_told (BulRelay *relay, BulSlice line)
{
  BulSlice rest = line;
  BulSlice name;

  if ((!bul_slice_starts (line, "지금까지 ") && !bul_slice_starts (line, "이상 "))
      || line.length > 120
      || (!bul_slice_take_end (&rest, "전해드렸습니다")
          && !bul_slice_take_end (&rest, "전해 드렸습니다")
          && !bul_slice_take_end (&rest, "전했습니다")))
    return FALSE;
  relay->closes = TRUE;
  name = rest;
  if ((bul_slice_take_end (&name, "이") || bul_slice_take_end (&name, "가"))
      && take_korean_name (relay, &name))
    rest = name;
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
  *behind = bul_slice_trim (bul_slice (stop, bul_slice_end (line)));
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
      = { read_korean_signoff, read_korean_handoff, read_told };
  BulRelay empty = { 0 };

  if (!bul_slice_ends (sentence, "니다") && !bul_slice_ends (sentence, "의 보도")
      && !bul_slice_ends (sentence, "의 리포트"))
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
  *relay = empty;
  if (read_name_alone (relay, sentence))
    return TRUE;
  while (bul_slice_take_end (&sentence, ".") || bul_slice_take_end (&sentence, "\\"))
    ;
  *relay = empty;
  if (sentence.length == 0)
    return FALSE;
  if (read_throw (relay, sentence))
    return TRUE;
  *relay = empty;
  if ((guchar) sentence.start[sentence.length - 1] < 0x80)
    return sentence.length <= LONGEST_ENGLISH && bul_relay_read_english (relay, sentence);
  return read_korean (relay, sentence);
}

/* “… 입니다. name@house.kr”, “… 입니다.(끝)”, “… 입니다. ▣” */
static BulSlice
without_bare_address (BulSlice line)
{
  static const char *const ends[] = { "▣", "■", "//" };
  const char *stop = bul_slice_find (line, "니다.");
  BulSlice behind
      = stop == NULL ? BUL_SLICE_NONE
                     : bul_slice_trim (bul_slice (stop + strlen ("니다."), bul_slice_end (line)));

  if (behind.length == 0
      || (!bul_slice_is_any (behind, ends, G_N_ELEMENTS (ends))
          && (memchr (behind.start, '@', behind.length) == NULL
              || bul_slice_find (behind, "니다") != NULL)))
    return line;
  return bul_slice_trim (bul_slice (line.start, stop + strlen ("니다.")));
}

/* An address may stand behind a sign-off: “… 입니다. (name@house.kr)”. */
static BulSlice
without_address (BulSlice line)
{
  const char *open = bul_slice_ends (line, ")")   ? bul_slice_find_last (line, "(")
                     : bul_slice_ends (line, "]") ? bul_slice_find_last (line, "[")
                                                  : NULL;

  if (open == NULL)
    return without_bare_address (line);
  if (open == line.start || memchr (open, '@', bul_slice_end (line) - open) == NULL)
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
      || bul_credits_read (bul_slice (open, bul_slice_end (line)), NULL, NULL)
             != BUL_CREDITS_MAKERS)
    return line;
  *credits = bul_slice (open, bul_slice_end (line));
  return bul_slice_trim (bul_slice (line.start, open));
}

/* The full stop that ends the first sentence, and none behind an initial or St.; or %NULL. */
static const char *
find_stop (BulSlice line)
{
  const char *stop;

  for (BulSlice rest = line; (stop = bul_slice_find (rest, ". ")) != NULL;
       rest = bul_slice (stop + 1, bul_slice_end (line)))
    {
      gboolean initial = stop > line.start && g_ascii_isupper (stop[-1])
                         && (stop - 1 == line.start || strchr (". ", stop[-2]) != NULL);

      if (!initial && !bul_slice_ends (bul_slice (line.start, stop), " St"))
        return stop;
    }
  return NULL;
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
      const char *stop = korean != NULL ? korean + strlen ("다") : find_stop (rest);

      if (stop == NULL)
        break;
      rest = bul_slice_trim (bul_slice (stop + 1, bul_slice_end (rest)));
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
      = { "기자", "특파원", "캐스터", "지금까지", "리포터", "기잡니다", "뉴스 " };
  const char *end = bul_slice_end (line);
  guint64 second = 0; /* the second bytes that the hints have, each one of 64 */

  for (guint i = 0; i < G_N_ELEMENTS (hints); i++)
    second |= G_GUINT64_CONSTANT (1) << (hints[i][1] & 63);
  for (const char *p = line.start; p < end; p++)
    {
      if (g_ascii_isupper (*p) || (g_ascii_islower (*p) && end - line.start < 90))
        return TRUE;
      if ((guchar) *p < 0xea || end - p < 6)
        continue;
      for (guint i = 0; i < G_N_ELEMENTS (hints) && (second >> (p[1] & 63) & 1) != 0; i++)
        if (bul_slice_starts (bul_slice (p, end), hints[i]))
          return TRUE;
      p += 2; /* a syllable has three bytes */
    }
  return FALSE;
}

static BulSlice
without_end_mark (BulSlice line)
{
  const char *open = bul_slice_ends (line, "▶") ? bul_slice_find_last (line, "◀") : NULL;
  BulMark mark;

  if (open == NULL || open == line.start)
    return line;
  mark = bul_markers_find (bul_slice (open, bul_slice_end (line)));
  return mark.marker != NULL && mark.marker->role == BUL_MARK_END
             ? bul_slice_trim (bul_slice (line.start, open))
             : line;
}

/* “KBS News. This is X.”: the house is a sentence of its own. */
static gboolean
read_house_before (BulRelay *relay, BulSlice line)
{
  const char *stop = memchr (line.start, '.', MIN (line.length, LONGEST_HOUSE));
  BulSlice house;
  BulSlice rest;

  if (stop == NULL || stop + 1 >= bul_slice_end (line) || stop[1] != ' ')
    return FALSE;
  house = bul_slice (line.start, stop);
  rest = bul_slice_trim (bul_slice (stop + 1, bul_slice_end (line)));
  if (!bul_naming_is_broadcaster (house) || !read_sentence (relay, rest))
    return FALSE;
  relay->broadcaster = house;
  relay->passes = FALSE;
  relay->is_weak = FALSE;
  relay->closes = TRUE;
  return TRUE;
}

gboolean
bul_relay_read (BulSlice line, BulRelay *relay)
{
  BulSlice bracket;
  BulSlice behind;
  BulSlice sentence;
  BulRelay empty = { 0 };

  *relay = empty;
  if (!bul_slice_take_end (&line, "．"))
    bul_slice_take_end (&line, "。");
  /* Regional desks put their closing mark behind the last sentence. */
  line = without_end_mark (line);
  /* KNN's brace around the lead closes behind it. */
  if (!bul_slice_starts (line, "{"))
    bul_slice_take_end (&line, "}");
  if (line.length == 0 || line.length > LONGEST_LINE || !has_hint (line))
    return FALSE;
  sentence = first_sentence (without_credits (without_address (line), &bracket), &behind);

  if (read_house_before (relay, sentence))
    return TRUE;
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
