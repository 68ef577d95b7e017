/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-parity-private.h"

#define MOST_WORDS 8

/* A country as it is named in either language, and in what other words it is meant; these answer a
 * name but are none themselves. */
typedef struct
{
  const char *korean[MOST_WORDS];
  const char *korean_also[MOST_WORDS];
  const char *english[MOST_WORDS];
  const char *english_also[MOST_WORDS];
} Country;

/* Those whose Korean name begins no other word. */
static const Country countries[] = {
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

typedef struct
{
  guint sentence;
  gsize start;
  gsize end;
} Place;

/* Where one of @names stands as the beginning of a Korean word, or as an English one. */
static gboolean
find (const BulParitySide *side, gboolean is_korean, const char *const *names, Place *place)
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
          *place = (Place){ i, (gsize) (at - text), (gsize) (at - text) + size };
          return TRUE;
        }
  return FALSE;
}

/* A country that one side alone names, and the other side has in no other words. */
static gboolean
is_alone (BulParity *self, const Country *country, BulLanguage language, Place *place)
{
  gboolean is_korean = language == BUL_LANGUAGE_KOREAN;
  const BulParitySide *here = is_korean ? self->korean : self->english;
  const BulParitySide *there = is_korean ? self->english : self->korean;
  Place other;

  return find (here, is_korean, is_korean ? country->korean : country->english, place)
         && !find (there, !is_korean, is_korean ? country->english : country->korean, &other)
         && !find (there, !is_korean, is_korean ? country->english_also : country->korean_also,
                   &other);
}

/* The only country of @language that is alone; FALSE where there are none or several. */
static gboolean
find_only (BulParity *self, BulLanguage language, Place *place)
{
  guint n_found = 0;

  for (guint i = 0; i < G_N_ELEMENTS (countries); i++)
    {
      Place found;

      if (!is_alone (self, &countries[i], language, &found))
        continue;
      *place = found;
      n_found++;
    }
  return n_found == 1;
}

/* A country that is not named is often meant; one that stands for another is wrong. */
void
bul_parity_countries (BulParity *self)
{
  Place korean;
  Place english;
  BulFact *fact;

  if (!find_only (self, BUL_LANGUAGE_KOREAN, &korean)
      || !find_only (self, BUL_LANGUAGE_ENGLISH, &english))
    return;
  fact = bul_parity_tell (self, BUL_FACT_NAME, BUL_LANGUAGE_KOREAN, korean.sentence, korean.start,
                          korean.end);
  bul_parity_tell_there (self, fact, english.sentence, english.start, english.end);
}
