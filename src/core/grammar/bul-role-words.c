/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-role-words-private.h"

#include <string.h>

/* Words in which Korean labels end that say what someone is: “상가 주민” */
static const char *const korean_endings[] = {
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
  "피서객",   "손님들", "야영객",   "낚시객", "등산객들", "피서객들", "진행자",   "사회자",
  "연주자",   "출연자", "공연자",   "관리자", "지도자",   "연구자",   "책임자",   "종사자",
  "수급자",   "구독자", "신청자",   "당첨자", "수상자",   "우승자",   "도전자",   "응시자",
  "지원자",   "합격자", "후보자",   "봉사자", "이주자",   "거주자",   "노숙자",   "발견자",
  "개발자",   "기획자", "설계자",   "작업자", "운영자",   "사업자",   "생산자",   "경영자",
  "가입자",   "예약자", "체험자",   "관람객", "응원객",   "조문객",   "귀성객",   "방문자",
  "제작자",   "편집자", "번역가",   "평론가", "음악가",   "무용가",   "연주가",   "수집가",
  "활동가",   "사진가", "작곡가",   "건축가", "조련사",   "요리사",   "미용사",   "이발사",
  "세탁소",   "건축주", "보건의",   "전문의", "주치의",   "관중",     "관객",     "구경꾼",
  "장사꾼",   "심마니",
};

/* The same as whole words: a given name may sound like these. */
static const char *const korean_words[] = {
  "낚시꾼",       "사냥꾼",   "나무꾼",   "교민",       "신도",     "조교",   "강사",
  "동창",         "친구",     "아들",     "딸",         "바이어",   "가이드", "에디터",
  "큐레이터",     "엔지니어", "프로듀서", "인플루언서", "파일럿",   "다이버", "서퍼",
  "스태프",       "멤버",     "멘토",     "삼촌",       "이모",     "고모",   "조카",
  "손자",         "손녀",     "사위",     "며느리",     "남편",     "아내",   "동생",
  "누나",         "오빠",     "언니",     "스님",       "신부",     "목사",   "형사",
  "병사",         "주부",     "노인",     "어르신",     "아주머니", "아저씨", "외국인",
  "난민",         "셰프",     "캐디",     "유튜버",     "라이더",   "매니저", "트레이너",
  "디자이너",     "딜러",     "누리꾼",   "네티즌",     "선생님",   "알바생", "장병",
  "군인",         "경찰관",   "수사관",   "집배원",     "택배기사", "승무원", "기관사",
  "약사",         "수의사",   "상황실",   "구조대",     "멘트",     "무전",   "교신",
  "녹취",         "녹음",     "통화",     "전화",       "메시지",   "문자",   "성명",
  "담화",         "보고서",   "판결문",   "공소장",     "안내",     "중계",   "해설",
  "현장음",       "직장인",   "회사원",   "기술자",     "배달기사", "시위대", "응원단",
  "예비군",       "차주",     "선주",     "견주",       "증인",     "경비",   "역무원",
  "기장",         "부기장",   "통역",     "통역사",     "성우",     "심판",   "주심",
  "동호인",       "연구진",   "제작진",   "의료진",     "취재진",   "재판부", "검찰",
  "법원",         "국방부",   "외교부",   "통일부",     "합참",     "청와대", "대통령실",
  "백악관",       "국회",     "야당",     "여당",       "노조",     "사측",   "안내음",
  "기계음",       "시위자",   "임차인",   "임대인",     "고소인",   "고발인", "참고인",
  "신혼부부",     "부부",     "모녀",     "부녀",       "모자",     "부자",   "자매",
  "형제",         "남매",     "쌍둥이",   "연인",       "커플",     "취준생", "공시생",
  "재수생",       "유학생",   "전공의",   "수련의",     "개원의",   "한의사", "조선소",
  "상담원",       "교환원",   "사기범",   "사기꾼",     "구경꾼",   "노숙인", "주방장",
  "아르바이트생", "안내원",   "설계사",   "중개사",     "감정사",   "미화원", "캐스터",
  "리포터",       "해설위원",
};

/* English ones, of one and in small letters, a blank before and behind each; those that make more
 * than one otherwise than with s stand twice. */
static const char english_words[]
    = " "
      "academy accomplice accountant acrobat activist actor actress administration admiral "
      "adult adviser advisor advocate agency agent airline airman airport alumnus ambassador "
      "analyst anchor anchorman angler announcement announcer anthropologist applicant "
      "appraiser apprentice archaeologist architect archivist arsonist artist assembly "
      "assistant association astronaut astronomer athlete attache attendee attorney "
      "auctioneer audience auditor aunt author authority baby babysitter backpacker bailiff "
      "bank banker barista barrister bartender beachgoer beautician beekeeper believer "
      "bellboy bellhop bidder biologist birdwatcher blacksmith blogger board boatman botanist "
      "breeder broadcast broker brother bureau bureaucrat burglar buyer bystander cabbie "
      "cabdriver cabinet cadet caller cameraman campaigner camper candidate captain caregiver "
      "carer caretaker cashier cellist center centre chairman chairperson chairwoman chamber "
      "channel chant chauffeur cheerleader chef chemist chief child children choreographer "
      "chorus citizen classmate cleaner clerk climatologist climber clown coach cobbler coder "
      "colleague college colonel columnist comedian commander commentary commentator "
      "commission committee commuter company complainant composer concierge conductor "
      "congress congressman congresswoman conscript conservator consul consultant consumer "
      "contestant contractor convict copilot corporal corporation correspondent council "
      "councilor counsellor counselor couple courier court courtier cousin coworker crew "
      "crewman critic crowd curator custodian customer cyclist daily dancer daughter dealer "
      "deckhand decorator defector defendant delegate deliveryman demonstrator dentist "
      "department designer detective developer diner diplomat director distiller distributor "
      "diver division dockworker doctor donor doorman drinker driver drummer dweller eater "
      "ecologist economist editor electrician embassy employee engineer entrepreneur envoy "
      "evacuee examinee executive expert exporter families family fan farmer farmhand father "
      "federation fiance fiancee finalist firefighter fireman fisherman fishermen fishmonger "
      "florist footage forecaster foreman foundation freelancer freshman friend gambler gamer "
      "gazette geologist geophysicist girl goalkeeper golfer government governor grader "
      "graduate granddaughter grandfather grandmother grandson grocer group grower guard "
      "guardian guitarist hacker hairdresser handyman harvester head headmaster headquarters "
      "herald hiker historian holidaymaker homemaker homeowner hospital host hostage hostess "
      "householder housekeeper housewife husband immigrant importer influencer informant "
      "inmate insider inspector institute instructor intern interpreter inventor investigator "
      "investor islander janitor jeweler jogger journalist junior juror kidnapper kids killer "
      "korea laboratory laborer labourer landlord landscaper laureate lawmaker lawyer leader "
      "league lecturer legislator librarian lieutenant lifeguard lineman listener lobbyist "
      "locksmith logger longshoreman lumberjack magician man manager manufacturer masseur "
      "mathematician mayor mechanic medalist member merchant message meteorologist midfielder "
      "midwife migrant minister ministry moderator mother motorist mountaineer murderer "
      "musician nanny narrator negotiator neighbor neighbour nephew netizen network newborn "
      "newcomer newlywed newlyweds newspaper niece notary novelist novice nun nurse occupant "
      "oceanographer octogenarian office officer official onlooker operator organiser "
      "organizer orphan owner paralegal paramedic paratrooper parent parliament participant "
      "passenger passer-by passerby pastor patient peddler pedestrian pensioner pharmacist "
      "photographer physician physicist pianist picketer pilgrim pilot plaintiff plasterer "
      "player playwright plumber poet police policeman policewoman politician premier "
      "president principal prisoner producer professor programmer proprietor prosecutor "
      "protester provost psychiatrist psychologist publisher pupil radio rancher ranger "
      "rapper realtor receptionist recording recruit referee refugee regulator relative "
      "renter report reporter representative rescuer researcher resident retailer retiree "
      "rider robber roofer roommate sailor scalper scammer school schoolboy schoolgirl "
      "scientist screenwriter seaman seamstress secretary seismologist seller senate senator "
      "senior sergeant serviceman shareholder shoemaker shopkeeper shoplifter shopper sibling "
      "siblings sister sitter skater skier smoker sniper snorkeler society sociologist "
      "soldier solicitor songwriter sophomore source speaker specialist spectator spokesman "
      "spokesperson spokeswoman spouse sprinter staff staffer statement statistician "
      "stevedore stewardess strategist streamer striker student stylist subscriber sunbather "
      "superintendent supervisor supplier supporter surfer surgeon survivor suspect swimmer "
      "swindler taxi-driver teacher team technician teenager television teller tenant "
      "therapist thief times toddler tourist trader trainee trainer translator traveler "
      "traveller trekker tribune trucker tutor tv twin twins typist umpire uncle "
      "undergraduate union university user vacationer vendor veteran veterinarian victim "
      "videographer viewer villager vintner violinist visitor voice volunteer voter waiter "
      "waitress watchmaker watchman welder wholesaler widow widower wife winner witness "
      "witnesses woman worker worshipper wrestler writer youth youtuber zoologist ";

/* Trades that are family names too. */
static const char english_family_names[]
    = " "
      "archer baker barber bishop butcher carpenter cook cooper dean fisher gardener groom hunter "
      "mason miller miner painter porter potter runner shepherd singer tailor thatcher walker "
      "weaver ";

gboolean
bul_role_words_have_korean_word (BulSlice word)
{
  return bul_slice_is_any (word, korean_words, G_N_ELEMENTS (korean_words));
}

gboolean
bul_role_words_have_korean (BulSlice word)
{
  if (bul_slice_ends_any (word, korean_endings, G_N_ELEMENTS (korean_endings)))
    return TRUE;
  return bul_role_words_have_korean_word (word);
}

/* The words of @list, parted by blanks; kept for as long as the program runs. */
static GHashTable *
make_set (const char *list)
{
  GHashTable *set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) words = g_strsplit (list, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_hash_table_add (set, g_strdup (words[i]));
  return set;
}

/* Whether @word, of one or more, is in @set. */
static gboolean
is_in (GHashTable *set, BulSlice word)
{
  char lower[24];

  if (word.length < 2 || word.length >= sizeof lower)
    return FALSE;
  for (gsize i = 0; i < word.length; i++)
    {
      if (!g_ascii_isalpha (word.start[i]) && word.start[i] != '-')
        return FALSE;
      lower[i] = g_ascii_tolower (word.start[i]);
    }
  lower[word.length] = '\0';
  if (g_hash_table_contains (set, lower))
    return TRUE;
  /* “Dockworkers” */
  if (lower[word.length - 1] != 's')
    return FALSE;
  lower[word.length - 1] = '\0';
  return g_hash_table_contains (set, lower);
}

gboolean
bul_role_words_have_english (BulSlice word)
{
  static gsize words = 0;

  if (g_once_init_enter (&words))
    g_once_init_leave (&words, (gsize) make_set (english_words));
  return is_in ((GHashTable *) words, word);
}

gboolean
bul_role_words_have_family_name (BulSlice word)
{
  static gsize names = 0;

  if (g_once_init_enter (&names))
    g_once_init_leave (&names, (gsize) make_set (english_family_names));
  return is_in ((GHashTable *) names, word);
}
