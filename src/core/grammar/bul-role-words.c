/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-role-words-private.h"

#include <string.h>

/* Words in which Korean labels end that say what someone is: “상가 주민” */
static const char *const korean_endings[] = {
  "주민",     "시민",       "국민",     "이재민",   "상인",       "관계자",     "목격자",
  "유족",     "유가족",     "피해자",   "신고자",   "운전자",     "제보자",     "승객",
  "관광객",   "어민",       "농민",     "농민들",   "학생",       "대학생",     "교사",
  "의사",     "간호사",     "직원",     "대표",     "교수",       "전문가",     "학부모",
  "손님",     "고객",       "환자",     "보호자",   "조합원",     "기자",       "앵커",
  "사장",     "업주",       "점주",     "업체",     "이웃",       "지인",       "동료",
  "가족",     "어머니",     "아버지",   "할머니",   "할아버지",   "주인",       "요원",
  "배우",     "점장",       "관리인",   "중도매인", "경찰",       "소방관",     "소방대원",
  "구조대원", "경비원",     "담당자",   "당국자",   "공무원",     "변호사",     "검사",
  "판사",     "판매자",     "구매자",   "소비자",   "이용자",     "이용객",     "여행객",
  "등산객",   "방문객",     "참가자",   "참석자",   "지지자",     "팬",         "선수",
  "감독",     "코치",       "이장",     "통장",     "조종사",     "선장",       "선원",
  "기사",     "노동자",     "근로자",   "실종자",   "생존자",     "부상자",     "탑승자",
  "투자자",   "입주민",     "입주자",   "세입자",   "집주인",     "건물주",     "농장주",
  "어부",     "해녀",       "남성",     "여성",     "청년",       "어린이",     "아이",
  "부모",     "회원",       "위원",     "의원",     "장관",       "대변인",     "대통령",
  "총리",     "시장",       "도지사",   "군수",     "회장",       "소장",       "원장",
  "팀장",     "과장",       "부장",     "국장",     "실장",       "사무총장",   "용의자",
  "피의자",   "피고인",     "당사자",   "측",       "안내방송",   "민원인",     "청취자",
  "시청자",   "졸업생",     "수험생",   "피서객",   "손님들",     "야영객",     "낚시객",
  "등산객들", "피서객들",   "진행자",   "사회자",   "연주자",     "출연자",     "공연자",
  "관리자",   "지도자",     "연구자",   "책임자",   "종사자",     "수급자",     "구독자",
  "신청자",   "당첨자",     "수상자",   "우승자",   "도전자",     "응시자",     "지원자",
  "합격자",   "후보자",     "봉사자",   "이주자",   "거주자",     "노숙자",     "발견자",
  "개발자",   "기획자",     "설계자",   "작업자",   "운영자",     "사업자",     "생산자",
  "경영자",   "가입자",     "예약자",   "체험자",   "관람객",     "응원객",     "조문객",
  "귀성객",   "방문자",     "제작자",   "편집자",   "번역가",     "평론가",     "음악가",
  "무용가",   "연주가",     "수집가",   "활동가",   "사진가",     "작곡가",     "건축가",
  "조련사",   "요리사",     "미용사",   "이발사",   "세탁소",     "건축주",     "보건의",
  "전문의",   "주치의",     "관중",     "관객",     "구경꾼",     "장사꾼",     "심마니",
  "간병인",   "사육사",     "보좌진",   "비서관",   "사무장",     "노무사",     "조리사",
  "조리원",   "영양사",     "정비사",   "용접공",   "배관공",     "수리공",     "정비공",
  "미장공",   "도장공",     "목공",     "기술사",   "상담사",     "안경사",     "치료사",
  "지도사",   "훈련사",     "해설사",   "계약직",   "비정규직",   "정규직",     "종업원",
  "가해자",   "변호인",     "대리인",   "유권자",   "시공사",     "시행사",     "노점상",
  "도매상",   "소매상",     "선생님",   "조합장",   "주민들",     "시민들",     "상인들",
  "학생들",   "유족들",     "어민들",   "학부모들", "학년",       "블랙박스",   "브로커",
  "운반원",   "검침원",     "배송원",   "판매원",   "관리원",     "조사원",     "감시원",
  "수색대원", "특수부대원", "유치인",   "수감자",   "재소자",     "출소자",     "채권자",
  "채무자",   "보행자",     "가담자",   "주동자",   "공익제보자", "내부고발자", "고발자",
  "예비부부", "조립공",     "선반공",   "잠수부",   "청소부",     "인솔자",     "구직자",
  "이직자",   "당직자",     "부사관",   "훈련병",   "예비역",     "감리단",     "은행원",
  "경매사",   "선단장",     "기관장",   "부녀회",   "계산원",     "배달원",     "고용주",
  "토박이",   "비대위",     "대책위",   "시민단체", "환경단체",   "동물단체",   "배달앱",
  "취재진",   "제작진",     "기자회견", "집회",     "브리핑",     "간담회",     "토론회",
  "청문회",   "결의대회",   "정기총회", "근무자",   "도우미",     "사장님",     "청소년",
  "구급대",   "관리주체",   "사진기자",
};

/* The same as whole words: a given name may sound like these. */
static const char *const korean_words[] = {
  "낚시꾼",       "사냥꾼",   "나무꾼",   "교민",       "신도",     "조교",       "강사",
  "동창",         "친구",     "아들",     "딸",         "바이어",   "가이드",     "에디터",
  "큐레이터",     "엔지니어", "프로듀서", "인플루언서", "파일럿",   "다이버",     "서퍼",
  "스태프",       "멤버",     "멘토",     "삼촌",       "이모",     "고모",       "조카",
  "손자",         "손녀",     "사위",     "며느리",     "남편",     "아내",       "동생",
  "누나",         "오빠",     "언니",     "스님",       "신부",     "목사",       "형사",
  "병사",         "주부",     "노인",     "어르신",     "아주머니", "아저씨",     "외국인",
  "난민",         "셰프",     "캐디",     "유튜버",     "라이더",   "매니저",     "트레이너",
  "디자이너",     "딜러",     "누리꾼",   "네티즌",     "선생님",   "알바생",     "장병",
  "군인",         "경찰관",   "수사관",   "집배원",     "택배기사", "승무원",     "기관사",
  "약사",         "수의사",   "상황실",   "구조대",     "멘트",     "무전",       "교신",
  "녹취",         "녹음",     "통화",     "전화",       "메시지",   "문자",       "성명",
  "담화",         "보고서",   "판결문",   "공소장",     "안내",     "중계",       "해설",
  "현장음",       "직장인",   "회사원",   "기술자",     "배달기사", "시위대",     "응원단",
  "예비군",       "차주",     "선주",     "견주",       "증인",     "경비",       "역무원",
  "기장",         "부기장",   "통역",     "통역사",     "성우",     "심판",       "주심",
  "동호인",       "연구진",   "제작진",   "의료진",     "취재진",   "재판부",     "검찰",
  "법원",         "국방부",   "외교부",   "통일부",     "합참",     "청와대",     "대통령실",
  "백악관",       "국회",     "야당",     "여당",       "노조",     "사측",       "안내음",
  "기계음",       "시위자",   "임차인",   "임대인",     "고소인",   "고발인",     "참고인",
  "신혼부부",     "부부",     "모녀",     "부녀",       "모자",     "부자",       "자매",
  "형제",         "남매",     "쌍둥이",   "연인",       "커플",     "취준생",     "공시생",
  "재수생",       "유학생",   "전공의",   "수련의",     "개원의",   "한의사",     "조선소",
  "상담원",       "교환원",   "사기범",   "사기꾼",     "구경꾼",   "노숙인",     "주방장",
  "아르바이트생", "안내원",   "설계사",   "중개사",     "감정사",   "미화원",     "캐스터",
  "리포터",       "해설위원", "총무",     "이사",       "반장",     "비서",       "사서",
  "교장",         "교감",     "단장",     "조장",       "목수",     "인부",       "임원",
  "해경",         "소방",     "인턴",     "간부",       "당원",     "알바",       "행인",
  "업자",         "주임",     "석공",     "가정",       "박사과정", "석사과정",   "점원",
  "캐셔",         "감리",     "윗집",     "옆집",       "보호소",   "쇼핑몰",     "플랫폼",
  "백화점",       "대형마트", "기간제",   "고깃집",     "피시방",   "호프집",     "지역구",
  "민주당",       "국민의힘", "무당",     "바디캠",     "관제탑",   "내비게이션", "음성",
  "이방인",       "상주",     "관장",     "학장",       "총장",     "사감",       "조련사",
  "수석",         "기수",     "상무",     "전무",       "서기",     "주유소",     "미용실",
  "유치원",       "고시원",   "정비소",   "이발소",     "편의점",   "정육점",     "안경점",
  "제과점",       "목욕탕",   "방앗간",   "양식장",     "과수원",   "어린이집",   "경로당",
  "노인정",       "요양원",   "복지관",   "부동산",     "여행사",   "사무소",     "연구소",
  "보건소",       "파출소",   "지구대",   "소방서",     "경찰서",   "우체국",     "공사장",
  "주차장",       "수영장",   "체육관",   "노래방",     "당구장",   "사진관",     "문구점",
  "서점",         "약국",     "한의원",
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
  /* “70대”: somebody of that age */
  if (word.length == 2 + strlen ("대") && g_ascii_isdigit (word.start[0]) && word.start[1] == '0'
      && bul_slice_ends (word, "대"))
    return TRUE;
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
