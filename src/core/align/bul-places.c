/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-places-private.h"

#include <string.h>

/* Those whose Korean name begins no other word. */
const BulPlace bul_places_countries[] = {
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
const BulPlace bul_places_cities[] = {
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

const guint bul_places_n_countries = G_N_ELEMENTS (bul_places_countries);
const guint bul_places_n_cities = G_N_ELEMENTS (bul_places_cities);

static gboolean
is_named (const char *at, const char *const *names, gboolean is_korean)
{
  for (guint k = 0; k < BUL_PLACE_WORDS && names[k] != NULL; k++)
    if (g_str_has_prefix (at, names[k]) && (is_korean || !g_ascii_isalnum (at[strlen (names[k])])))
      return TRUE;
  return FALSE;
}

gint
bul_places_find (const char *at, gboolean is_korean)
{
  for (guint i = 0; i < bul_places_n_cities; i++)
    if (is_named (at, is_korean ? bul_places_cities[i].korean : bul_places_cities[i].english,
                  is_korean))
      return (gint) i;
  for (guint i = 0; i < bul_places_n_countries; i++)
    if (is_named (at, is_korean ? bul_places_countries[i].korean : bul_places_countries[i].english,
                  is_korean))
      return (gint) (bul_places_n_cities + i);
  return -1;
}
