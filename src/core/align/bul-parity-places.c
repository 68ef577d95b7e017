/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-chars.h"
#include "bul-parity-private.h"

#define MOST_WORDS 8

/* A place as it is named in either language, and in what other words it is meant; these answer a
 * name but are none themselves. */
typedef struct
{
  const char *korean[MOST_WORDS];
  const char *korean_also[MOST_WORDS];
  const char *english[MOST_WORDS];
  const char *english_also[MOST_WORDS];
} Place;

/* Those whose Korean name begins no other word. */
static const Place countries[] = {
  { { "북한", "북측" },
    { "평양", "북미", "남북", "김정은", "노동당", "북핵", "북러", "북중" },
    { "North Korea", "North Korean", "North Koreans", "Pyongyang" },
    { "North", "DPRK", "Koreas", "KCNA", "inter-Korean", "Kim", "NK", "N" } },
  { { "남한", "남측", "한국" },
    { "우리", "서울", "한미", "한일", "한중", "남북", "국군", "국내" },
    { "South Korea", "South Korean", "South Koreans" },
    { "Korea", "Korean", "Koreans", "Seoul", "South", "Koreas", "inter-Korean", "ROK" } },
  { { "중국" },
    { "베이징", "북중", "미중", "한중", "중일" },
    { "China", "Chinese" },
    { "Beijing", "Sino" } },
  { { "일본" }, { "도쿄", "한일", "미일", "중일", "북일" }, { "Japan", "Japanese" }, { "Tokyo" } },
  { { "미국" },
    { "한미", "미중", "북미", "미일", "미군", "워싱턴", "백악관" },
    { "United States", "U.S.", "US", "American", "Americans" },
    { "America", "Washington", "White", "USA", "U.S", "States" } },
  { { "러시아" },
    { "모스크바", "북러", "미러", "중러", "크렘린" },
    { "Russia", "Russian", "Russians" },
    { "Moscow", "Kremlin" } },
  { { "영국" },
    { "런던" },
    { "Britain", "British", "United Kingdom" },
    { "U.K.", "UK", "London", "England", "English", "Britons" } },
  { { "프랑스" }, { "파리" }, { "France", "French" }, { "Paris" } },
  { { "독일" }, { "베를린" }, { "Germany", "German", "Germans" }, { "Berlin" } },
  { { "이탈리아" }, { "로마" }, { "Italy", "Italian", "Italians" }, { "Rome" } },
  { { "스페인" }, { "마드리드" }, { "Spain", "Spanish" }, { "Madrid", "Spaniards" } },
  { { "이스라엘" },
    { "예루살렘", "텔아비브" },
    { "Israel", "Israeli", "Israelis" },
    { "Jerusalem", "Jewish" } },
  { { "이라크" }, { "바그다드" }, { "Iraq", "Iraqi", "Iraqis" }, { "Baghdad" } },
  { { "시리아" }, { "다마스쿠스" }, { "Syria", "Syrian", "Syrians" }, { "Damascus" } },
  { { "우크라이나" }, { "키이우" }, { "Ukraine", "Ukrainian", "Ukrainians" }, { "Kyiv", "Kiev" } },
  { { "베트남" }, { "하노이" }, { "Vietnam", "Vietnamese" }, { "Hanoi" } },
  { { "필리핀" },
    { "마닐라" },
    { "Philippines", "Philippine", "Filipino", "Filipinos" },
    { "Manila" } },
  { { "인도네시아" }, { "자카르타" }, { "Indonesia", "Indonesian", "Indonesians" }, { "Jakarta" } },
  { { "대만" }, { "타이베이", "타이완" }, { "Taiwan", "Taiwanese" }, { "Taipei" } },
  { { "호주" },
    { "캔버라", "시드니" },
    { "Australia", "Australian", "Australians" },
    { "Canberra", "Sydney" } },
  { { "캐나다" }, { "오타와" }, { "Canada", "Canadian", "Canadians" }, { "Ottawa" } },
  { { "브라질" }, { "브라질리아" }, { "Brazil", "Brazilian", "Brazilians" }, { "Brasilia" } },
  { { "멕시코" }, { "멕시칸" }, { "Mexico", "Mexican", "Mexicans" }, { NULL } },
  { { "이집트" }, { "카이로" }, { "Egypt", "Egyptian", "Egyptians" }, { "Cairo" } },
  { { "태국" }, { "방콕" }, { "Thailand", "Thai" }, { "Bangkok", "Thais" } },
};

/* Cities and regions, of Korea first. What begins too many other words is left out: 경기 is a match
 * as well, 고양 a cat, 원주 a native. */
static const Place cities[] = {
  { { "서울" },
    { "수도", "한국", "우리", "정부", "남북" },
    { "Seoul" },
    { "capital", "Korea", "Korean", "South" } },
  { { "부산" }, { NULL }, { "Busan" }, { NULL } },
  { { "인천" }, { NULL }, { "Incheon" }, { NULL } },
  { { "대구" }, { NULL }, { "Daegu" }, { "cod" } },
  { { "대전" }, { NULL }, { "Daejeon" }, { "War" } },
  { { "광주" }, { NULL }, { "Gwangju" }, { NULL } },
  { { "울산" }, { NULL }, { "Ulsan" }, { NULL } },
  { { "세종" }, { NULL }, { "Sejong" }, { NULL } },
  { { "제주" }, { NULL }, { "Jeju" }, { NULL } },
  { { "경기도" }, { "경기", "수도권" }, { "Gyeonggi" }, { NULL } },
  { { "강원" }, { NULL }, { "Gangwon" }, { "Kangwon" } },
  { { "충북", "충청북도" }, { "충청" }, { "North Chungcheong", "Chungbuk" }, { NULL } },
  { { "충남", "충청남도" }, { "충청" }, { "South Chungcheong", "Chungnam" }, { NULL } },
  { { "전북", "전라북도" }, { "전라", "호남" }, { "North Jeolla", "Jeonbuk" }, { "Honam" } },
  { { "전남", "전라남도" }, { "전라", "호남" }, { "South Jeolla", "Jeonnam" }, { "Honam" } },
  { { "경북", "경상북도" },
    { "경상", "영남" },
    { "North Gyeongsang", "Gyeongbuk" },
    { "Yeongnam" } },
  { { "경남", "경상남도" },
    { "경상", "영남" },
    { "South Gyeongsang", "Gyeongnam" },
    { "Yeongnam" } },
  { { "수원" }, { NULL }, { "Suwon" }, { "water" } },
  { { "성남" }, { NULL }, { "Seongnam" }, { NULL } },
  { { "용인" }, { NULL }, { "Yongin" }, { NULL } },
  { { "안산" }, { NULL }, { "Ansan" }, { NULL } },
  { { "안양" }, { NULL }, { "Anyang" }, { NULL } },
  { { "평택" }, { NULL }, { "Pyeongtaek" }, { NULL } },
  { { "파주" }, { NULL }, { "Paju" }, { NULL } },
  { { "김포" }, { NULL }, { "Gimpo" }, { NULL } },
  { { "의정부" }, { NULL }, { "Uijeongbu" }, { NULL } },
  { { "춘천" }, { NULL }, { "Chuncheon" }, { NULL } },
  { { "강릉" }, { NULL }, { "Gangneung" }, { NULL } },
  { { "속초" }, { NULL }, { "Sokcho" }, { NULL } },
  { { "삼척" }, { NULL }, { "Samcheok" }, { NULL } },
  { { "청주" }, { NULL }, { "Cheongju" }, { NULL } },
  { { "충주" }, { NULL }, { "Chungju" }, { NULL } },
  { { "제천" }, { NULL }, { "Jecheon" }, { NULL } },
  { { "천안" }, { NULL }, { "Cheonan" }, { NULL } },
  { { "서산" }, { NULL }, { "Seosan" }, { NULL } },
  { { "당진" }, { NULL }, { "Dangjin" }, { NULL } },
  { { "보령" }, { NULL }, { "Boryeong" }, { NULL } },
  { { "전주" }, { NULL }, { "Jeonju" }, { "week" } },
  { { "군산" }, { NULL }, { "Gunsan" }, { NULL } },
  { { "익산" }, { NULL }, { "Iksan" }, { NULL } },
  { { "목포" }, { NULL }, { "Mokpo" }, { NULL } },
  { { "여수" }, { NULL }, { "Yeosu" }, { NULL } },
  { { "순천" }, { NULL }, { "Suncheon" }, { NULL } },
  { { "광양" }, { NULL }, { "Gwangyang" }, { NULL } },
  { { "포항" }, { NULL }, { "Pohang" }, { NULL } },
  { { "경주" }, { NULL }, { "Gyeongju" }, { "race", "races", "racing" } },
  { { "안동" }, { NULL }, { "Andong" }, { NULL } },
  { { "울진" }, { NULL }, { "Uljin" }, { NULL } },
  { { "창원" }, { NULL }, { "Changwon" }, { NULL } },
  { { "통영" }, { NULL }, { "Tongyeong" }, { NULL } },
  { { "김해" }, { NULL }, { "Gimhae" }, { NULL } },
  { { "거제" }, { NULL }, { "Geoje" }, { NULL } },
  { { "서귀포" }, { NULL }, { "Seogwipo" }, { NULL } },
  { { "울릉" }, { NULL }, { "Ulleung" }, { NULL } },
  { { "백령" }, { NULL }, { "Baengnyeong" }, { NULL } },
  { { "연평" }, { NULL }, { "Yeonpyeong" }, { NULL } },
  { { "판문점" }, { NULL }, { "Panmunjom" }, { NULL } },
  { { "평양" }, { "북한", "북측", "북" }, { "Pyongyang" }, { "North", "DPRK" } },
  { { "런던" }, { "영국" }, { "London" }, { "Britain", "British", "U.K.", "UK", "England" } },
  { { "파리" }, { "프랑스" }, { "Paris" }, { "France", "French" } },
  { { "베를린" }, { "독일" }, { "Berlin" }, { "Germany", "German" } },
  { { "로마" }, { "이탈리아" }, { "Rome" }, { "Italy", "Italian", "Roman", "Vatican" } },
  { { "마드리드" }, { "스페인" }, { "Madrid" }, { "Spain", "Spanish" } },
  { { "브뤼셀" }, { "벨기에", "유럽연합", "EU" }, { "Brussels" }, { "Belgium", "Belgian", "EU" } },
  { { "제네바" }, { "스위스" }, { "Geneva" }, { "Switzerland", "Swiss" } },
  { { "모스크바" }, { "러시아", "크렘린" }, { "Moscow" }, { "Russia", "Russian", "Kremlin" } },
  { { "도쿄" }, { "일본" }, { "Tokyo" }, { "Japan", "Japanese" } },
  { { "오사카" }, { "일본" }, { "Osaka" }, { "Japan", "Japanese" } },
  { { "베이징" }, { "중국" }, { "Beijing" }, { "China", "Chinese" } },
  { { "상하이" }, { "중국" }, { "Shanghai" }, { "China", "Chinese" } },
  { { "홍콩" }, { "중국" }, { "Hong Kong" }, { "China", "Chinese", "Hongkong" } },
  { { "뉴욕" },
    { "미국", "월가", "유엔" },
    { "New York" },
    { "U.S.", "US", "American", "Wall", "UN" } },
  { { "워싱턴" },
    { "미국", "백악관" },
    { "Washington" },
    { "U.S.", "US", "American", "White", "D.C." } },
  { { "하노이" }, { "베트남" }, { "Hanoi" }, { "Vietnam", "Vietnamese" } },
  { { "방콕" }, { "태국" }, { "Bangkok" }, { "Thailand", "Thai" } },
  { { "싱가포르" }, { NULL }, { "Singapore" }, { "Singaporean" } },
  { { "테헤란" }, { "이란" }, { "Tehran" }, { "Iran", "Iranian" } },
  { { "바그다드" }, { "이라크" }, { "Baghdad" }, { "Iraq", "Iraqi" } },
  { { "카이로" }, { "이집트" }, { "Cairo" }, { "Egypt", "Egyptian" } },
  { { "키이우" }, { "우크라이나", "키예프" }, { "Kyiv" }, { "Kiev", "Ukraine", "Ukrainian" } },
  { { "예루살렘" }, { "이스라엘" }, { "Jerusalem" }, { "Israel", "Israeli" } },
};

/* Where one is named, in bytes. */
typedef struct
{
  guint sentence;
  gsize start;
  gsize end;
} Spot;

/* Where one of @names stands as the beginning of a Korean word, or as an English one. */
static gboolean
find (const BulParitySide *side, gboolean is_korean, const char *const *names, Spot *spot)
{
  for (guint i = 0; i < side->n; i++)
    for (guint k = 0; k < MOST_WORDS && names[k] != NULL; k++)
      for (const char *text = side->sentences[i], *at = strstr (text, names[k]); at != NULL;
           at = strstr (at + 1, names[k]))
        {
          gsize size = strlen (names[k]);
          gunichar before = at == text ? 0 : g_utf8_get_char (g_utf8_prev_char (at));

          if (g_unichar_isalnum (before) || (!is_korean && g_ascii_isalnum (at[size])))
            continue;
          *spot = (Spot){ i, (gsize) (at - text), (gsize) (at - text) + size };
          return TRUE;
        }
  return FALSE;
}

/* A place that one side alone names, and the other side has in no other words. */
static gboolean
is_alone (BulParity *self, const Place *place, BulLanguage language, Spot *spot)
{
  gboolean is_korean = language == BUL_LANGUAGE_KOREAN;
  const BulParitySide *here = is_korean ? self->korean : self->english;
  const BulParitySide *there = is_korean ? self->english : self->korean;
  Spot other;

  return find (here, is_korean, is_korean ? place->korean : place->english, spot)
         && !find (there, !is_korean, is_korean ? place->english : place->korean, &other)
         && !find (there, !is_korean, is_korean ? place->english_also : place->korean_also, &other);
}

/* The only one of @places that is alone in @language; FALSE where there are none or several. */
static gboolean
find_only (BulParity *self, const Place *places, guint n, BulLanguage language, Spot *spot)
{
  guint n_found = 0;

  for (guint i = 0; i < n; i++)
    {
      Spot found;

      if (!is_alone (self, &places[i], language, &found))
        continue;
      *spot = found;
      n_found++;
    }
  return n_found == 1;
}

/* What was told of the name at @spot of the English already, or %NULL. */
static BulFact *
find_told (const BulParity *self, const Spot *spot)
{
  const char *text = self->english->sentences[spot->sentence];
  gsize start = bul_chars_from_byte (text, spot->start);

  for (guint i = 0; i < self->facts->len; i++)
    {
      BulFact *fact = self->facts->pdata[i];
      const BulFactPlace *place = fact->side == BUL_LANGUAGE_ENGLISH ? &fact->here : &fact->there;

      if (fact->kind == BUL_FACT_NAME && place->text != NULL && place->sentence == spot->sentence
          && place->range.start <= start && start < place->range.end)
        return fact;
    }
  return NULL;
}

static void
compare (BulParity *self, const Place *places, guint n)
{
  Spot korean;
  Spot english;
  BulFact *fact;

  if (!find_only (self, places, n, BUL_LANGUAGE_KOREAN, &korean)
      || !find_only (self, places, n, BUL_LANGUAGE_ENGLISH, &english))
    return;
  fact = find_told (self, &english);
  if (fact != NULL && fact->side == BUL_LANGUAGE_KOREAN)
    return;
  if (fact != NULL)
    {
      /* as all that differ: Korean first */
      fact->there = fact->here;
      bul_parity_move (self, fact, BUL_LANGUAGE_KOREAN, korean.sentence, korean.start, korean.end);
      return;
    }
  fact = bul_parity_tell (self, BUL_FACT_NAME, BUL_LANGUAGE_KOREAN, korean.sentence, korean.start,
                          korean.end);
  bul_parity_tell_there (self, fact, english.sentence, english.start, english.end);
}

/* A place that is not named is often meant; one that stands for another is wrong. A country may be
 * said for its city, and so each is compared with its like. */
void
bul_parity_places (BulParity *self)
{
  compare (self, countries, G_N_ELEMENTS (countries));
  compare (self, cities, G_N_ELEMENTS (cities));
}
