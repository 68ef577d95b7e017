/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-naming.h"

#include <string.h>

/* The last words of labels that say what someone is. Korean ones match the end of the last word. */
static const char *const korean_roles[] = {
  "주민",     "시민",   "국민",     "이재민", "상인",     "관계자",   "목격자",   "유족",
  "유가족",   "피해자", "신고자",   "운전자", "제보자",   "승객",     "관광객",   "어민",
  "농민",     "농민들", "학생",     "대학생", "교사",     "의사",     "간호사",   "직원",
  "대표",     "교수",   "전문가",   "학부모", "손님",     "고객",     "환자",     "보호자",
  "조합원",   "기자",   "앵커",     "사장",   "업주",     "점주",     "업체",     "이웃",
  "지인",     "동료",   "가족",     "어머니", "아버지",   "할머니",   "할아버지", "주인",
  "요원",     "배우",   "점장",     "관리인", "중도매인", "경찰",     "소방관",   "소방대원",
  "구조대원", "경비원", "담당자",   "당국자", "공무원",   "변호사",   "검사",     "판사",
  "판매자",   "구매자", "소비자",   "이용자", "이용객",   "여행객",   "등산객",   "방문객",
  "참가자",   "참석자", "지지자",   "팬",     "선수",     "감독",     "코치",     "이장",
  "통장",     "조종사", "선장",     "선원",   "기사",     "노동자",   "근로자",   "실종자",
  "생존자",   "부상자", "탑승자",   "투자자", "입주민",   "입주자",   "세입자",   "집주인",
  "건물주",   "농장주", "어부",     "해녀",   "남성",     "여성",     "청년",     "어린이",
  "아이",     "부모",   "회원",     "위원",   "의원",     "장관",     "대변인",   "대통령",
  "총리",     "시장",   "도지사",   "군수",   "회장",     "소장",     "원장",     "팀장",
  "과장",     "부장",   "국장",     "실장",   "사무총장", "용의자",   "피의자",   "피고인",
  "당사자",   "측",     "안내방송", "민원인", "청취자",   "시청자",   "졸업생",   "수험생",
  "피서객",   "손님들", "야영객",   "낚시객", "등산객들", "피서객들",
};

/* The same as whole words: a given name may sound like these. */
static const char *const korean_role_words[] = {
  "교민",     "신도",   "조교",   "강사",     "동창",     "친구",     "아들",       "딸",
  "바이어",   "가이드", "에디터", "큐레이터", "엔지니어", "프로듀서", "인플루언서", "파일럿",
  "다이버",   "서퍼",   "스태프", "멤버",     "멘토",     "삼촌",     "이모",       "고모",
  "조카",     "손자",   "손녀",   "사위",     "며느리",   "남편",     "아내",       "동생",
  "누나",     "오빠",   "언니",   "스님",     "신부",     "목사",     "형사",       "병사",
  "주부",     "노인",   "어르신", "아주머니", "아저씨",   "외국인",   "난민",       "셰프",
  "캐디",     "유튜버", "라이더", "매니저",   "트레이너", "디자이너", "딜러",       "누리꾼",
  "네티즌",   "선생님", "알바생", "장병",     "군인",     "경찰관",   "수사관",     "집배원",
  "택배기사", "승무원", "기관사", "약사",     "수의사",   "상황실",   "구조대",     "멘트",
  "무전",     "교신",   "녹취",   "녹음",     "통화",     "전화",     "메시지",     "문자",
  "성명",     "담화",   "보고서", "판결문",   "공소장",   "안내",     "중계",       "해설",
  "현장음",   "직장인", "회사원", "기술자",   "배달기사",
};

static const char *const english_roles[] = {
  "resident",     "residents",   "witness",      "official",     "officer",       "spokesperson",
  "spokesman",    "reporter",    "anchor",       "driver",       "passenger",     "passengers",
  "tourist",      "farmer",      "fisherman",    "student",      "students",      "teacher",
  "doctor",       "nurse",       "worker",       "employee",     "owner",         "shopkeeper",
  "merchant",     "customer",    "shopper",      "victim",       "survivor",      "neighbor",
  "neighbour",    "relative",    "expert",       "professor",    "lawyer",        "police",
  "firefighter",  "rescuer",     "voice",        "caller",       "informant",     "source",
  "manager",      "staff",       "president",    "minister",     "citizen",       "citizens",
  "commuter",     "fan",         "fans",         "parent",       "mother",        "father",
  "grandmother",  "grandfather", "child",        "villager",     "villagers",     "islander",
  "islanders",    "evacuee",     "evacuees",     "patient",      "visitor",       "volunteer",
  "soldier",      "pilot",       "captain",      "member",       "protester",     "user",
  "consumer",     "investor",    "analyst",      "researcher",   "insider",       "woman",
  "man",          "dealer",      "vendor",       "guard",        "operator",      "bystander",
  "tv",           "radio",       "television",   "times",        "herald",        "gazette",
  "tribune",      "newspaper",   "agency",       "daily",        "voter",         "voters",
  "camper",       "hiker",       "diver",        "swimmer",      "rider",         "cyclist",
  "motorist",     "pedestrian",  "traveler",     "traveller",    "buyer",         "seller",
  "trader",       "broker",      "tenant",       "landlord",     "homeowner",     "homemaker",
  "housewife",    "retiree",     "pensioner",    "seniors",      "teenager",      "youth",
  "girl",         "wife",        "husband",      "daughter",     "brother",       "sister",
  "friend",       "classmate",   "colleague",    "coworker",     "roommate",      "supporter",
  "supporters",   "activist",    "demonstrator", "striker",      "dockworker",    "deckhand",
  "sailor",       "crewman",     "lifeguard",    "paramedic",    "physician",     "surgeon",
  "veterinarian", "pharmacist",  "therapist",    "counselor",    "coach",         "player",
  "players",      "referee",     "announcer",    "commentator",  "narrator",      "host",
  "moderator",    "interpreter", "translator",   "clerk",        "cashier",       "chef",
  "waiter",       "waitress",    "barista",      "bartender",    "grower",        "growers",
  "rancher",      "beekeeper",   "harvester",    "fishmonger",   "vendors",       "merchants",
  "shoppers",     "customers",   "drivers",      "riders",       "workers",       "parents",
  "children",     "kids",        "crowd",        "audience",     "detective",     "investigator",
  "prosecutor",   "attorney",    "suspect",      "defendant",    "inmate",        "hostage",
  "refugee",      "refugees",    "immigrant",    "migrant",      "engineer",      "technician",
  "mechanic",     "electrician", "plumber",      "architect",    "designer",      "artist",
  "musician",     "dancer",      "actor",        "actress",      "writer",        "author",
  "editor",       "scientist",   "economist",    "historian",    "meteorologist", "forecaster",
  "astronomer",   "biologist",   "trainee",      "intern",       "applicant",     "candidate",
  "lawmaker",     "senator",     "governor",     "mayor",        "councilor",     "ambassador",
  "diplomat",     "colonel",     "commander",    "sergeant",     "spokeswoman",   "chairman",
  "director",     "executive",   "broadcast",    "announcement", "recording",     "message",
  "statement",    "commentary",  "report",       "footage",      "chant",         "chorus",
  "subscriber",   "viewer",      "viewers",      "listener",     "netizen",       "youtuber",
  "streamer",     "gamer",       "speaker",      "chief",        "head",          "leader",
  "secretary",    "pilgrim",     "nun",          "pastor",       "believer",
};

/* Family names of one syllable, the rare ones too. */
static const char family_names[] = "김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노"
                                   "하곽성차주우구민류나진지엄채원천방공현"
                                   "함변염여추도석선설마길연위표명기반왕금옥육인맹제모탁국어은편용"
                                   "가간갈감견경계공관교궁근단담당대동두"
                                   "라뢰만매목묵미범복봉부비빈빙사상섭소수순승시아애야영예온옹완요"
                                   "운음자점종좌준즙창초탄태판팽평포풍"
                                   "피필해형호화후";

static const char *const disguises[]
    = { "음성변조",       "음성대역",      "음성 변조",       "익명",     "가명",
        "voice modified", "voice altered", "voice disguised", "anonymous" };

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
  return FALSE;
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

  for (guint i = 0; i < G_N_ELEMENTS (trade); i++)
    if (bul_slice_equal (word, trade[i]))
      return FALSE;
  return syllables == 3 || syllables == 4 || bul_naming_is_korean_name (word);
}

static gboolean
is_name_word (BulSlice word)
{
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
    if (!is_name_word (bul_slice_take_word (&words)) || ++count > 4)
      return FALSE;
  return count > 0;
}

/* How words end that say what someone is, or that name an outlet. */
static gboolean
has_role_ending (BulSlice word)
{
  static const char *const endings[]
      = { "원", "객", "자",   "사",   "인",   "장",   "수", "생",  "민", "주",
          "관", "부", "우",   "가",   "모",   "사람", "들", "팀",  "단", "청",
          "서", "회", "뉴스", "방송", "신문", "일보", "TV", "통신" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (bul_slice_ends (word, endings[i]))
      return TRUE;
  return FALSE;
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
  for (guint i = 0; i < G_N_ELEMENTS (compound); i++)
    if (bul_slice_starts (word, compound[i]))
      return TRUE;
  return FALSE;
}

/* “왕선규 팀장”: who it is, with what the person is called by. */
static gboolean
is_name_with_title (BulSlice name, BulSlice title)
{
  static const char *const titles[]
      = { "팀장",   "과장",   "부장",   "국장",   "실장",   "소장", "원장",
          "회장",   "사장",   "대표",   "교수",   "박사",   "위원", "의원",
          "변호사", "센터장", "본부장", "연구원", "주무관", "경위", "경감",
          "소방장", "소방위", "이장",   "선장",   "감독",   "코치", "선수" };

  if (bul_slice_count_hangul (name) != 3 || !bul_naming_is_korean_name (name))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (korean_roles); i++)
    if (bul_slice_equal (name, korean_roles[i]))
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if (bul_slice_equal (title, titles[i]))
      return TRUE;
  return FALSE;
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
is_role_word (BulSlice word)
{
  for (guint i = 0; i < G_N_ELEMENTS (korean_role_words); i++)
    if (bul_slice_equal (word, korean_role_words[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_listed_role (BulSlice last)
{
  for (guint i = 0; i < G_N_ELEMENTS (korean_roles); i++)
    if (bul_slice_ends (last, korean_roles[i]))
      return TRUE;
  return is_role_word (last);
}

static gboolean
is_korean_role (BulSlice label)
{
  BulSlice rest = label;
  BulSlice last = bul_slice_take_last_word (&rest);

  if (is_name_with_title (rest, last))
    return FALSE;
  if (is_listed_role (last))
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
  static const char *const small[] = { "of", "the", "and", "de", "van", "von", "al", "for", "in" };

  for (guint i = 0; i < G_N_ELEMENTS (small); i++)
    if (bul_slice_equal (word, small[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_listed_english_role (BulSlice word)
{
  char first = word.length > 0 ? g_ascii_tolower (word.start[0]) : '\0';

  for (guint i = 0; word.length > 0 && i < G_N_ELEMENTS (english_roles); i++)
    if (first == english_roles[i][0] && equal_ignoring_case (word, english_roles[i]))
      return TRUE;
  return FALSE;
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

static gboolean
is_english_role (BulSlice label)
{
  BulSlice rest = label;
  BulSlice last = bul_slice_take_last_word (&rest);

  if (is_listed_english_role (last))
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

gboolean
bul_naming_is_role (BulSlice label)
{
  if (label.length == 0)
    return FALSE;
  return (guchar) end_byte (label) >= 0x80 ? is_korean_role (label) : is_english_role (label);
}

gboolean
bul_naming_is_sure_role (BulSlice label)
{
  BulSlice rest = label;

  if (label.length == 0 || (guchar) end_byte (label) < 0x80)
    return bul_naming_is_role (label);
  return bul_naming_is_role (label) && is_listed_role (bul_slice_take_last_word (&rest));
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
    return is_listed_english_role (bul_slice_take_last_word (&who));
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
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (bul_slice_ends (label, endings[i]))
      return TRUE;
  return FALSE;
}

/* How words end that stand for a trade, an office or a sound, where another word stands before. */
static gboolean
has_other_ending (BulSlice word)
{
  static const char *const endings[]
      = { "상", "님", "군",   "당", "국", "실",   "처",   "소",   "점", "반",
          "측", "사", "공고", "문", "서", "센터", "은행", "병원", "교", "기업" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (bul_slice_ends (word, endings[i]))
      return TRUE;
  return FALSE;
}

gboolean
bul_naming_is_unnamed (BulSlice label)
{
  BulSlice rest = label;
  BulSlice last;

  if (bul_naming_is_role (label))
    return TRUE;
  if (label.length == 0)
    return FALSE;
  if ((guchar) end_byte (label) < 0x80)
    return says_whose (label) || is_one_latin_role (label);
  last = bul_slice_take_last_word (&rest);
  return rest.length > 0 && bul_slice_count_hangul (last) >= 2 && !is_courtesy (last)
         && !is_name_with_title (rest, last) && has_other_ending (last);
}

gboolean
bul_naming_is_broadcaster (BulSlice words)
{
  static const char *const news[]
      = { "News", "뉴스", "NEWS", "News Hour", "NewsHour", "World News", "World Radio News" };
  gsize capitals = 0;
  BulSlice rest;

  for (guint i = 0; i < G_N_ELEMENTS (broadcasters); i++)
    if (bul_slice_equal (words, broadcasters[i]))
      return TRUE;
  if (is_news_house (words))
    return TRUE;
  while (capitals < words.length && g_ascii_isupper (words.start[capitals]))
    capitals++;
  if (capitals < 2 || capitals > 5)
    return FALSE;
  rest = bul_slice_trim (bul_slice (words.start + capitals, words.start + words.length));
  for (guint i = 0; i < G_N_ELEMENTS (news); i++)
    if (bul_slice_equal (rest, news[i]))
      return TRUE;
  return rest.length == 0;
}
