/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-naming.h"

#include <string.h>

#include "bul-role-words-private.h"

/* Family names of one syllable, the rare ones too. */
static const char family_names[] = "김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노"
                                   "하곽성차주우구민류나진지엄채원천방공현"
                                   "함변염여추도석선설마길연위표명기반왕금옥육인맹제모탁국어은편용"
                                   "가간갈감견경계공관교궁근단담당대동두"
                                   "라뢰만매목묵미범복봉부비빈빙사상섭소수순승시아애야영예온옹완요"
                                   "운음자점종좌준즙창초탄태판팽평포풍"
                                   "피필해형호화후";

static const char *const disguises[]
    = { "음성변조",       "음성대역",          "음성 변조",       "익명",         "가명",
        "voice modified", "voice altered",     "voice disguised", "anonymous",    "name withheld",
        "name changed",   "identity withheld", "pseudonym",       "not real name" };

static const char *const broadcasters[] = {
  "연합뉴스TV",
  "채널A",
  "채널A 뉴스",
  "채널A뉴스",
  "TV조선",
  "TV조선 뉴스",
  "OBS뉴스",
  "Arirang News",
  "Arirang",
  "KBS World",
  "KBS World Radio News",
  "KBS World News",
  "KBS World Radio",
  "Yonhap News TV",
  "tbs eFM News",
  "TBS eFM News",
  "G1뉴스",
  "G1",
  "B tv 뉴스",
  "헬로TV뉴스",
  "LG헬로비전",
  "Arirang TV News",
  "Channel A News",
};

/* “CNN Financial News”, “Channel 6 News”, “Independent Television News”: a house that is in no list
 * still says what it is. */
static gboolean
is_news_house (BulSlice words)
{
  guint n_words = 0;

  if (words.length > 40 || !bul_slice_ends (words, " News"))
    return FALSE;
  while (words.length > 0)
    {
      BulSlice word = bul_slice_take_word (&words);

      if (!g_ascii_isupper (word.start[0]) && !g_ascii_isdigit (word.start[0]))
        return FALSE;
      n_words++;
    }
  return n_words >= 2 && n_words <= 5;
}

static gboolean
equal_ignoring_case (BulSlice slice, const char *text)
{
  return slice.length == strlen (text)
         && g_ascii_strncasecmp (slice.start, text, slice.length) == 0;
}

gboolean
bul_naming_is_disguise (BulSlice label)
{
  for (guint i = 0; i < G_N_ELEMENTS (disguises); i++)
    if (equal_ignoring_case (label, disguises[i]))
      return TRUE;
  /* “하단 음성변조” */
  return label.length <= 40
         && (bul_slice_ends (label, " 음성변조") || bul_slice_ends (label, " 음성 변조"));
}

gboolean
bul_naming_is_korean_name (BulSlice word)
{
  guint syllables = bul_slice_count_hangul (word);
  char first[4] = { 0 };

  if (syllables < 2 || syllables > 4)
    return FALSE;
  memcpy (first, word.start, 3);
  return strstr (family_names, first) != NULL || syllables == 4;
}

gboolean
bul_naming_is_reporter_name (BulSlice word)
{
  static const char *const trade[]
      = { "취재", "촬영", "영상",     "사진",   "수습",   "인턴",  "현장", "담당",
          "외신", "동료", "전문",     "여러",   "일부",   "저희",  "우리", "방송",
          "신문", "편집", "영상취재", "스포츠", "정치부", "경제부" };
  guint syllables = bul_slice_count_hangul (word);

  if (bul_slice_is_any (word, trade, G_N_ELEMENTS (trade)))
    return FALSE;
  return syllables == 3 || syllables == 4 || bul_naming_is_korean_name (word);
}

/* “van der Berg”, “Omar ben Said”: what of a name is written in small letters. */
gboolean
bul_naming_is_particle (BulSlice word)
{
  static const char *const particles[]
      = { "de", "van", "von", "al",  "der", "den",  "dos",   "da",    "di",    "du",  "la",
          "le", "el",  "ben", "bin", "ibn", "bint", "del",   "das",   "della", "ter", "zu",
          "y",  "ten", "af",  "av",  "thi", "abu",  "binti", "binte", "van't", "'t" };

  return bul_slice_is_any (word, particles, G_N_ELEMENTS (particles));
}

static gboolean
is_name_word (BulSlice word)
{
  static const char *const articles[]
      = { "al-", "el-", "ad-", "as-", "ar-", "an-", "at-", "d'", "d’" };

  /* “al-Masri” */
  for (guint i = 0; i < G_N_ELEMENTS (articles); i++)
    if (bul_slice_starts (word, articles[i]) && word.length > strlen (articles[i]))
      word = bul_slice (word.start + strlen (articles[i]), bul_slice_end (word));
  if (!g_ascii_isupper (word.start[0]))
    return FALSE;
  for (gsize i = 1; i < word.length; i++)
    if (!g_ascii_isalpha (word.start[i]) && strchr ("-'.", word.start[i]) == NULL
        && (guchar) word.start[i] < 0x80)
      return FALSE;
  return TRUE;
}

/* “Former”, “Stranded”: how labels begin that say what someone is. */
static gboolean
begins_role (BulSlice words)
{
  static const char *const states[]
      = { "Former",  "Retired",   "Local",    "Presiding", "Unidentified", "Anonymous",
          "Injured", "Evacuated", "Stranded", "Foreign",   "Nearby",       "Concerned",
          "Deputy",  "Acting",    "Victim's", "Bereaved",  "Freed",        "Rescued" };
  BulSlice word = bul_slice_take_word (&words);

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (bul_slice_equal (word, states[i]))
      return words.length > 0;
  return FALSE;
}

gboolean
bul_naming_is_english_name (BulSlice words)
{
  guint count = 0;

  if (begins_role (words))
    return FALSE;
  while (words.length > 0)
    {
      BulSlice word = bul_slice_take_word (&words);

      if (words.length > 0 && bul_naming_is_particle (word))
        continue;
      if (!is_name_word (word) || ++count > 4)
        return FALSE;
    }
  return count > 0;
}

gboolean
bul_naming_is_romanised (BulSlice family, BulSlice given)
{
  const char *hyphen = given.length == 0 ? NULL : memchr (given.start, '-', given.length);

  return family.length >= 1 && family.length <= 7 && hyphen != NULL && hyphen > given.start
         && memchr (given.start, ' ', given.length) == NULL && hyphen + 1 < bul_slice_end (given)
         && g_ascii_isupper (family.start[0]) && g_ascii_isupper (given.start[0])
         && bul_naming_is_english_name (family) && bul_naming_is_english_name (given);
}

gboolean
bul_naming_is_romanised_name (BulSlice words)
{
  BulSlice family = bul_slice_take_word (&words);

  return bul_naming_is_romanised (family, words);
}

/* “감사보고서”, “판결문”: who is quoted is a paper, which has a name. */
static gboolean
is_paper (BulSlice word)
{
  static const char *const endings[]
      = { "보고서", "의견서", "성명서", "공소장", "판결문", "결정문", "선언문", "공고문", "입장문",
          "사과문", "안내문", "회의록", "조서",   "진술서", "계약서", "합의서", "통지서", "백서" };

  return bul_slice_ends_any (word, endings, G_N_ELEMENTS (endings));
}

/* How words end that say what someone is, or that name an outlet. */
static gboolean
has_role_ending (BulSlice word)
{
  static const char *const endings[]
      = { "원", "객", "자", "사", "인",   "장",   "수",   "생",   "민", "주",  "관",
          "부", "우", "가", "모", "사람", "들",   "팀",   "단",   "청", "서",  "회",
          "과", "범", "꾼", "족", "뉴스", "방송", "신문", "일보", "TV", "통신" };

  return bul_slice_ends_any (word, endings, G_N_ELEMENTS (endings));
}

/* “최 모 씨”, “A 씨”: a name, however little of it is told. */
static gboolean
is_courtesy (BulSlice word)
{
  return bul_slice_equal (word, "씨") || bul_slice_equal (word, "군")
         || bul_slice_equal (word, "양") || bul_slice_ends (word, "씨");
}

/* Four syllables are a name where the first two are a family name, and else more often a role. */
static gboolean
is_sure_name (BulSlice word)
{
  static const char *const compound[]
      = { "남궁", "독고", "선우", "황보", "제갈", "사공", "동방", "서문", "어금", "장곡", "강전" };

  if (bul_slice_count_hangul (word) != 4)
    return bul_naming_is_korean_name (word);
  return bul_slice_starts_any (word, compound, G_N_ELEMENTS (compound));
}

gboolean
bul_naming_is_full_korean_name (BulSlice word)
{
  return bul_slice_count_hangul (word) >= 3 && is_sure_name (word);
}

/* “표재석 시장”, but not “교육부 장관”: an office has its house before it more often than a name.
 */
static gboolean
holds_office (BulSlice name, BulSlice title)
{
  static const char *const offices[]
      = { "시장", "군수", "구청장", "도지사", "장관", "차관", "총리", "총장",    "청장",
          "서장", "의장", "경사",   "순경",   "중위", "대위", "소령", "아나운서" };
  static const char *const houses[]
      = { "부", "청", "처", "국", "원", "구", "군", "시", "도", "동", "서", "문", "회", "대" };

  if (bul_slice_ends_any (name, houses, G_N_ELEMENTS (houses)))
    return FALSE;
  return bul_slice_is_any (title, offices, G_N_ELEMENTS (offices));
}

/* “왕선규 팀장”: who it is, with what the person is called by. */
static gboolean
is_name_with_title (BulSlice name, BulSlice title)
{
  static const char *const titles[]
      = { "팀장",   "과장",     "부장",   "국장",   "실장",   "소장",   "원장",   "회장",
          "사장",   "대표",     "교수",   "박사",   "위원",   "의원",   "캐스터", "아나운서",
          "리포터", "해설위원", "변호사", "센터장", "본부장", "연구원", "주무관", "경위",
          "경감",   "소방장",   "소방위", "이장",   "선장",   "감독",   "코치",   "선수" };

  static const char *const bodies[] = { "당", "부", "청", "처", "회", "위", "협", "련" };

  if (bul_slice_count_hangul (name) != 3 || !bul_naming_is_korean_name (name)
      || bul_role_words_have_korean (name)
      || bul_slice_ends_any (name, bodies, G_N_ELEMENTS (bodies)))
    return FALSE;
  if (bul_slice_is_any (title, titles, G_N_ELEMENTS (titles)))
    return TRUE;
  return holds_office (name, title);
}

/* “카림·김아람”: the last of several who share a title. */
static gboolean
is_last_of_names (BulSlice word)
{
  const char *dot = bul_slice_find_last (word, "·");
  BulSlice last;

  if (dot == NULL)
    return FALSE;
  last = bul_slice (dot + strlen ("·"), word.start + word.length);
  return bul_slice_count_hangul (last) == 3 && bul_naming_is_korean_name (last);
}

static gboolean
is_korean_role (BulSlice label)
{
  BulSlice rest = label;
  BulSlice last = bul_slice_take_last_word (&rest);

  if (is_name_with_title (rest, last) || is_paper (last))
    return FALSE;
  if (bul_role_words_have_korean (last))
    return TRUE;
  if (is_courtesy (last) || is_last_of_names (last))
    return FALSE;
  /* Several words, or one that is no name, and it ends as roles do. */
  return (rest.length > 0 || !is_sure_name (last)) && has_role_ending (last);
}

/* Small words that stand in names of papers and places too. */
static gboolean
is_small_word (BulSlice word)
{
  static const char *const small[] = { "of", "the", "and", "for", "in" };

  if (bul_naming_is_particle (word))
    return TRUE;

  return bul_slice_is_any (word, small, G_N_ELEMENTS (small));
}

/* “Pyongyang's KCNA”, “State broadcaster NRK” */
static gboolean
is_outlet (BulSlice label, BulSlice last)
{
  for (gsize i = 0; i < last.length; i++)
    if (!g_ascii_isupper (last.start[i]))
      return bul_slice_find (label, "'s ") != NULL || bul_slice_find (label, "’s ") != NULL;
  return last.length >= 3 && last.length <= 5;
}

/* “Cook”, “Ship's Cook”, “army cook”, “Head Cook”, but not “Alan Cook”. */
static gboolean
is_trade (BulSlice before, BulSlice last)
{
  BulSlice word;

  if (!bul_role_words_have_family_name (last))
    return FALSE;
  if (before.length == 0)
    return TRUE;
  word = bul_slice_take_last_word (&before);
  return g_ascii_islower (word.start[0]) || bul_slice_ends (word, "'s")
         || bul_slice_ends (word, "’s") || bul_role_words_have_english (word);
}

static gboolean
is_english_role (BulSlice label)
{
  BulSlice rest = label;
  BulSlice last = bul_slice_take_last_word (&rest);
  BulSlice who;
  BulSlice whose;

  /* “Institute of Fisheries”, but not “Letter of the Trade Office” */
  if (bul_slice_split (label, " of ", &who, &whose))
    last = bul_slice_take_last_word (&who);
  if (bul_role_words_have_english (last) || is_trade (rest, last))
    return TRUE;
  if (bul_slice_starts (label, "Radio ") || begins_role (label) || is_outlet (label, last))
    return TRUE;
  /* “Harbor Act of 1961”: a paper and no person */
  for (gsize i = 0; i < label.length; i++)
    if (g_ascii_isdigit (label.start[i]))
      return TRUE;
  /* “Former ferry mechanic”: names do not go on in small letters. */
  rest = label;
  while (rest.length > 0)
    {
      BulSlice word = bul_slice_take_word (&rest);

      if (g_ascii_islower (word.start[0]) && !is_small_word (word))
        return TRUE;
    }
  return FALSE;
}

static char
end_byte (BulSlice label)
{
  return label.start[label.length - 1];
}

/* “Minister Seong Ha-yun”: no word for people is written as given names of Koreans are, if it is
 * not one of “Co-pilot” or “Part-timer”. */
static gboolean
ends_in_korean_given_name (BulSlice label)
{
  BulSlice rest = label;
  BulSlice last = bul_slice_take_last_word (&rest);
  BulSlice first;
  BulSlice second;

  if (rest.length == 0 || !bul_slice_split (last, "-", &first, &second) || first.length < 1
      || first.length > 6 || second.length < 1 || second.length > 6
      || !g_ascii_isupper (first.start[0]) || bul_slice_ends (second, "er")
      || bul_role_words_have_english (second))
    return FALSE;
  for (gsize i = 1; i < first.length; i++)
    if (!g_ascii_islower (first.start[i]))
      return FALSE;
  for (gsize i = 0; i < second.length; i++)
    if (!g_ascii_islower (second.start[i]))
      return FALSE;
  return TRUE;
}

gboolean
bul_naming_is_role (BulSlice label)
{
  if (label.length == 0)
    return FALSE;
  if ((guchar) end_byte (label) >= 0x80)
    return is_korean_role (label);
  return !ends_in_korean_given_name (label) && is_english_role (label);
}

gboolean
bul_naming_is_sure_role (BulSlice label)
{
  BulSlice rest = label;

  if (label.length == 0 || (guchar) end_byte (label) < 0x80)
    return bul_naming_is_role (label);
  return bul_naming_is_role (label)
         && bul_role_words_have_korean (bul_slice_take_last_word (&rest));
}

/* “Voter in Sarvia”, “Speaker of the House”: no name goes on so, but “Declaration of Danpo” is one.
 */
static gboolean
says_whose (BulSlice label)
{
  static const char *const between[]
      = { " in ", " at ", " from ", " for ", " on ", " to ", " with ", " near " };
  BulSlice who;
  BulSlice whose;

  if (bul_slice_split (label, " of ", &who, &whose))
    return bul_role_words_have_english (bul_slice_take_last_word (&who));
  for (guint i = 0; i < G_N_ELEMENTS (between); i++)
    if (bul_slice_find (label, between[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* One word that ends as words for people do: “Dockworker”. A family name may stand alone too. */
static gboolean
is_one_latin_role (BulSlice label)
{
  static const char *const endings[] = { "er", "or", "ist", "ian", "ee", "man", "ers", "ors" };

  for (gsize i = 0; i < label.length; i++)
    if (!g_ascii_isalpha (label.start[i]))
      return FALSE;
  return bul_slice_ends_any (label, endings, G_N_ELEMENTS (endings));
}

/* How words end that stand for a trade, an office or a sound, where another word stands before. */
static gboolean
has_other_ending (BulSlice word)
{
  static const char *const endings[]
      = { "상", "님", "군",   "당", "국", "실",   "처",   "소",   "점", "반",
          "측", "사", "공고", "문", "서", "센터", "은행", "병원", "교", "기업" };

  return bul_slice_ends_any (word, endings, G_N_ELEMENTS (endings));
}

gboolean
bul_naming_is_unnamed (BulSlice label)
{
  static const char *const channels[]
      = { "채널A", "TV조선", "알자지라", "조선중앙통신", "신화통신", "타스" };
  BulSlice rest = label;
  BulSlice last;

  /* 익명 stands where a name stood, and counts as one. */
  if (equal_ignoring_case (label, "익명") || equal_ignoring_case (label, "anonymous"))
    return FALSE;
  if (bul_naming_is_role (label) || bul_naming_is_disguise (label))
    return TRUE;
  /* “조선중앙TV” */
  if (label.length > 2 && (guchar) label.start[0] >= 0x80 && bul_slice_ends (label, "TV"))
    return TRUE;
  if (bul_slice_is_any (label, channels, G_N_ELEMENTS (channels)))
    return TRUE;
  if (label.length == 0 || ends_in_korean_given_name (label))
    return FALSE;
  if ((guchar) end_byte (label) < 0x80)
    return says_whose (label) || is_one_latin_role (label);
  last = bul_slice_take_last_word (&rest);
  return rest.length > 0 && bul_slice_count_hangul (last) >= 2 && !is_courtesy (last)
         && !is_paper (last) && !is_name_with_title (rest, last) && has_other_ending (last);
}

/* “News 8”, “NEWS 12”, “Channel 4 News”: a station of which only the channel is told. */
static gboolean
is_numbered_house (BulSlice words)
{
  static const char *const befores[] = { "News ", "NEWS ", "Channel ", "CHANNEL " };
  gboolean is_named = bul_slice_take_end (&words, " News") || bul_slice_take_end (&words, " NEWS");
  gsize i = 0;

  if (!bul_slice_take_any (&words, befores, G_N_ELEMENTS (befores)) && !is_named)
    return FALSE;
  while (i < words.length && g_ascii_isdigit (words.start[i]))
    i++;
  return i > 0 && i <= 2 && i == words.length;
}

gboolean
bul_naming_is_broadcaster (BulSlice words)
{
  static const char *const news[]
      = { "News", "뉴스", "NEWS", "News Hour", "NewsHour", "World News", "World Radio News" };
  gsize capitals = 0;
  BulSlice rest;

  if (bul_slice_is_any (words, broadcasters, G_N_ELEMENTS (broadcasters)))
    return TRUE;
  if (is_news_house (words) || is_numbered_house (words))
    return TRUE;
  while (capitals < words.length && g_ascii_isupper (words.start[capitals]))
    capitals++;
  if (capitals < 2 || capitals > 5)
    return FALSE;
  rest = bul_slice_trim (bul_slice (words.start + capitals, words.start + words.length));
  if (bul_slice_is_any (rest, news, G_N_ELEMENTS (news)))
    return TRUE;
  return rest.length == 0;
}

/* “SBS Biz”, “YTN” */
static gboolean
names_house (BulSlice words)
{
  static const char *const channels[] = { " Biz", " 라디오", " 사이언스", " 뉴스" };

  bul_slice_take_end_any (&words, channels, G_N_ELEMENTS (channels));
  return bul_naming_is_broadcaster (words);
}

/* “신초이”, “기자 신초이”, “SBS Biz 신초이” */
gboolean
bul_naming_is_bare_name (BulSlice line)
{
  BulSlice before = line;
  BulSlice name;

  if (line.length > 36)
    return FALSE;
  name = bul_slice_take_last_word (&before);
  return name.length <= 12 && bul_naming_is_full_korean_name (name)
         && !bul_naming_is_sure_role (name)
         && (before.length == 0 || bul_slice_equal (before, "기자")
             || (bul_slice_count_hangul (name) == 3 && names_house (before)));
}
