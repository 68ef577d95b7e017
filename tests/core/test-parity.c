/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>
#include <string.h>

#include "bul-chars.h"
#include "bul-enum.h"
#include "bul-parity.h"
#include "bul-romanization.h"
#include "unit.h"

#define N_FLOOD 10000

/* Sentences of one side have | between. @facts: what differs: kind, what stands in Korean or –,
 * what in English. */
typedef struct
{
  const char *korean;
  const char *english;
  const char *facts;
} Row;

static const Row rows[] = {
  /* numbers, however they are written */
  { "승객 321명이 탔습니다.", "It carried 312 passengers.", "number 321 312" },
  { "승객 321명이 탔습니다.", "It carried 321 passengers.", "" },
  { "수리비는 17억 원입니다.", "The repair cost 1.7 billion won.", "" },
  { "수리비는 17억 원입니다.", "The repair cost 170 million won.",
    "number 17억_원 170_million_won" },
  { "수리비는 17억 원입니다.", "The repair cost 1.7 billion dollars.",
    "number 17억_원 1.7_billion_dollars" },
  { "1억 4천 2백만 명이 봤습니다.", "It was seen by 142 million people.", "" },
  { "22 억 5 천만 명이 봤습니다.", "It was seen by 2.25 billion people.", "" },
  { "돼지 열다섯 마리를 샀습니다.", "He bought 15 pigs.", "" },
  { "돼지 열 다섯 마리를 샀습니다.", "He bought 15 pigs.", "" },
  { "경비함 세 척이 왔습니다.", "Three patrol ships came.", "" },
  { "경비함 세 척이 왔습니다.", "Four patrol ships came.", "number 세_척 Four" },
  { "하루 두 번씩 점검했습니다.", "They were checked twice a day.", "" },
  { "지난 5경기에서 4경기를 졌습니다.", "They lost four of the last five matches.", "" },
  { "주민 1,683명이 대피했습니다.", "About 1,700 residents were evacuated.", "" },
  { "주민 1,683명이 대피했습니다.", "About 1,800 residents were evacuated.", "number 1,683 1,800" },
  { "금리를 0.25%포인트 올렸습니다.", "Rates rose by a quarter of a percentage point.", "" },
  { "집값이 3.5% 올랐습니다.", "Home prices rose 5.3 percent.", "number 3.5% 5.3_percent" },
  { "주민의 절반이 떠났습니다.", "50 percent of the residents left.", "" },
  { "3분의 2가 찬성했습니다.", "Two thirds were in favor.", "" },
  { "100킬로미터 떨어져 있습니다.", "It lies 62 miles away.", "" },
  { "해발 2956m입니다.", "It is a 9,700-foot peak.", "" },
  { "기온이 30도까지 올랐습니다.", "It was 86 degrees.", "" },
  { "1년 만에 돌아왔습니다.", "He came back after a year.", "" },
  { "백만 달러를 기부했습니다.", "He donated a million dollars.", "" },
  { "천 원짜리 점심입니다.", "It is a 1,000-won lunch.", "" },
  { "이천 원짜리 점심입니다.", "It is a 1,000-won lunch.", "number 이천 1,000-won" },
  { "1년 6개월 만에 재개됐습니다.", "It resumed after 18 months.", "" },
  { "18개월 만에 재개됐습니다.", "It resumed after a year and 6 months.", "" },
  { "1년 6개월 만에 재개됐습니다.", "It resumed after a year and a half.", "" },
  { "8시간 30분 만에 꺼졌습니다.", "It took eight and a half hours to put out.", "" },
  { "세 시간 반 만에 꺼졌습니다.", "It took three and a half hours to put out.", "" },
  { "3시간 반대 토론을 했습니다.", "They argued against it for three hours.", "" },
  { "2천8백여만 명이 봤습니다.", "More than 28 million people saw it.", "" },
  { "주민 천여 명이 모였습니다.", "More than 1,000 residents gathered.", "" },
  { "주민 천여 명이 모였습니다.", "Some 2,000 residents gathered.", "number 천여 2,000" },
  { "1년 6개월 만에 재개됐습니다.", "It resumed after 15 months.", "number 6개월 15_months" },
  { "70%가 찬성했습니다.", "Seven out of ten were in favor.", "" },
  { "70%가 찬성했습니다.", "Six in ten were in favor.", "number 70% Six_in_ten" },
  { "10명 중 7명이 찬성했습니다.", "Seven in ten were in favor.", "" },
  { "30대 남성이 붙잡혔습니다.", "A man in his thirties was caught.", "" },
  { "119에 신고했습니다.", "They called for help.", "" },
  { "F-16 전투기가 떴습니다.", "Jets took off.", "" },
  { "80대 남성입니다.", "He is in his 80s.", "" },
  { "비용은 300만 달러(약 40억 원)입니다.", "The cost is three million dollars.", "" },
  { "물가가 올랐습니다.", "Prices rose 7 percent.", "number – 7_percent" },
  { "천2백억 원 규모입니다.", "It is worth 120 billion won.", "" },
  { "천2백억 원 규모입니다.", "It is worth 210 billion won.", "number 천2백억_원 210_billion_won" },
  { "만5천 가구가 정전됐습니다.", "Fifteen thousand households lost power.", "" },
  { "수험생 50만 명이 시험을 봤습니다.", "Half a million students took the exam.", "" },
  { "결선에서 9초 79를 기록했습니다.", "He ran the final in 9.79 seconds.", "" },
  { "결선에서 9초 79를 기록했습니다.", "He ran the final in 9.97 seconds.",
    "number 9초_79 9.97_seconds" },
  { "24시간 운영합니다.", "It operates around the clock.", "" },
  { "119구급대가 출동했습니다.", "Rescue workers were dispatched.", "" },
  { "김 씨 등 3명이 구속됐습니다.", "Kim and two others were arrested.", "" },
  { "김 씨 등 9명이 구속됐습니다.", "Kim and two others were arrested.", "number 9 two" },
  /* days that have a name */
  { "삼일절 기념식이 열렸습니다.", "A ceremony marked March 1 Independence Movement Day.", "" },
  { "삼일절 기념식이 열렸습니다.", "A ceremony was held on March 2.", "date 삼일절 2" },
  { "성탄절인 25일에는 눈이 내리겠습니다.", "Snow is expected on Christmas Day.", "" },
  { "성탄절인 25일에는 눈이 내리겠습니다.", "Snow is expected on December 24.", "date 25일 24" },
  { "광복절인 15일에는 그치겠습니다.", "It will stop on August 15, Liberation Day.", "" },
  /* the same number of something else */
  { "금리를 0.5%포인트 올렸습니다.", "It raised the rate by 0.5 percent.",
    "number 0.5%포인트 0.5_percent" },
  { "물가가 2% 올랐습니다.", "Prices rose 2 percentage points.", "number 2% 2_percentage_points" },
  { "금리를 0.25%포인트 내렸습니다.", "It cut the rate by 25 basis points.", "" },
  { "도로가 12km 막혔습니다.", "It was blocked for 12 miles.", "number 12km 12_miles" },
  { "섭씨 35도였습니다.", "It was 35 degrees Fahrenheit.", "number 35도 35_degrees_Fahrenheit" },
  { "섭씨 35도였습니다.", "It was 35 degrees.", "" },
  { "화씨 80도였습니다.", "It was 80 degrees.", "" },
  { "환율이 8원 60전 내렸습니다.", "The rate fell 8.6 won.", "" },
  { "매달 100만 원을 받습니다.", "They get one million won a month.", "" },
  { "열여섯에 시작했습니다.", "She began at sixteen.", "" },
  { "3분의 1이 반대했습니다.", "Two thirds opposed it.", "number 3분의_1 Two_thirds" },
  { "세 번째 시험 발사입니다.", "It is the first test launch.", "number 세_번 first" },
  { "세 번째 시험 발사입니다.", "It is the third test launch, the first at night.", "" },
  { "제3차 회의가 처음 열렸습니다.", "The third meeting was held for the first time.", "" },
  { "세 번 시험했습니다.", "It is the first test.", "" },
  /* the same numbers of others */
  { "3명이 숨지고 7명이 다쳤습니다.", "Three people were killed and seven injured.", "" },
  { "3명이 숨지고 7명이 다쳤습니다.", "The blast killed three and wounded seven.", "" },
  { "3명이 숨지고 7명이 다쳤습니다.", "Seven people were killed and three injured.",
    "number 3 Seven; number 7 three" },
  { "찬성 180표, 반대 95표로 통과됐습니다.", "It passed with 95 in favor and 180 against.",
    "number 180 95; number 95 180" },
  { "찬성 180표, 반대 95표로 통과됐습니다.", "It passed with 180 in favor and 95 against.", "" },
  { "남성 12명과 여성 8명이 붙잡혔습니다.", "Eight men and 12 women were caught.", "" },
  { "남성 12명과 여성 8명이 뽑혔습니다.", "Eight men and 12 women were chosen.",
    "number 12 Eight; number 8 12" },
  { "1명을 포함해 3명이 숨지고 7명이 다쳤습니다.",
    "Seven died and three were hurt, one of them badly.", "" },
  { "서울은 33도, 대구는 36도까지 올랐습니다.", "It was 36 degrees in Seoul and 33 in Daegu.",
    "number 33도 36_degrees; number 36도 33" },
  { "서울은 33도, 대구는 36도까지 올랐습니다.", "It was 33 degrees in Seoul and 36 in Daegu.", "" },
  { "한국은 3대 2로 일본을 이겼습니다.", "Japan lost to South Korea 3-2.", "" },
  /* which way they went */
  { "주가가 3% 올랐습니다.", "Shares fell 3 percent.", "opposite 올랐습니다 fell" },
  { "주가가 3% 올랐습니다.", "Shares rose 3 percent.", "" },
  { "주가가 3% 올랐습니다.", "Shares rose 3 percent, then fell.", "" },
  { "상승 폭은 3%로 줄었습니다.", "Shares rose 3 percent.", "" },
  { "주가가 올랐습니다.", "Shares fell.", "" },
  { "수출은 5% 늘었습니다.", "Exports were down 5 percent.", "opposite 늘었습니다 down" },
  { "수출은 5% 늘었습니다.", "Exports were up by nearly 5 percent.", "" },
  { "예산 5%를 늘렸습니다.", "It set up a fund with 5 percent more.", "" },
  { "재판부는 무죄를 선고했습니다.", "The court found him guilty.", "opposite 무죄를 guilty" },
  { "재판부는 무죄를 선고했습니다.", "The court found him not guilty.", "" },
  { "경상수지는 흑자였습니다.", "The current account was in deficit.",
    "opposite 흑자였습니다 deficit" },
  { "법안은 부결됐습니다.", "The bill was passed.", "opposite 부결됐습니다 passed" },
  /* cities and regions */
  { "부산에서 불이 났습니다.", "A fire broke out in Daegu.", "name 부산 Daegu" },
  { "부산에서 불이 났습니다.", "A fire broke out in Busan.", "" },
  { "부산에서 불이 났습니다.", "A fire broke out in the port city.", "" },
  { "부산에서 불이 났습니다.", "A fire broke out in South Korea.", "" },
  { "강원도 양양에 눈이 왔습니다.", "It snowed in Yangyang, Gyeonggi Province.",
    "name 강원 Gyeonggi" },
  { "전남 목포 앞바다입니다.", "It was off Mokpo, North Jeolla Province.",
    "name 전남 North_Jeolla" },
  { "전남 목포 앞바다입니다.", "It was off Mokpo, South Jeolla Province.", "" },
  { "파리에서 열렸습니다.", "It was held in London.", "name 파리 London" },
  { "파리에서 열렸습니다.", "It was held in France.", "" },
  { "목포에서 열렸습니다.", "It was held in Sokcho.", "name 목포 Sokcho" },
  /* countries */
  { "중국 정부가 항의했습니다.", "The Japanese government protested.", "name 중국 Japanese" },
  { "중국 정부가 항의했습니다.", "Beijing protested.", "" },
  { "중국 정부가 항의했습니다.", "The government protested.", "" },
  { "북한이 규탄했습니다.", "South Korea condemned it.", "name 북한 South_Korea" },
  { "한미 양국이 규탄했습니다.", "South Korea and the United States condemned it.", "" },
  /* what stands in brackets before the words */
  { "[기자] 흙탕물이 찼습니다.", "[Reporter] Muddy water rose.", "" },
  { "[주민 : 물이 무릎까지 찼어요.]", "\"The water rose to my knees,\" a resident said.", "" },
  /* days and times */
  { "3월 18일에 열립니다.", "It opens on March 18.", "" },
  { "3월 18일에 열립니다.", "It opens on 18 March.", "" },
  { "3월 18일에 열립니다.", "It opens on March 17.", "date 18일 17" },
  { "3월 18일에 열립니다.", "It opens on May 18.", "date 3월 May" },
  { "18일에 열립니다.", "It opens on Tuesday.", "" },
  { "어제 열렸습니다.", "It opened on Tuesday.", "" },
  { "화요일에 열립니다.", "It opens on Thursday.", "date 화요일 Thursday" },
  { "어젯밤에 들어왔습니다.", "It came in last night.", "" },
  { "오늘 들어왔습니다.", "It comes in tomorrow.", "date 오늘 tomorrow" },
  { "이번 주에 열립니다.", "It opens next week.", "date 이번_주 next_week" },
  { "다음주에 열립니다.", "It opens this week.", "date 다음주 this_week" },
  { "지난 주말에 열렸습니다.", "It opened last weekend.", "" },
  { "다음 주 화요일에 열립니다.", "It opens on Tuesday.", "" },
  { "이번 주민 투표는 큽니다.", "The next week is a big one.", "" },
  { "오전 7시 40분에 떠났습니다.", "It left at 7:40 a.m.", "" },
  { "오전 7시 40분에 떠났습니다.", "It left at 7:40 p.m.", "date 7시_40분 7:40_p.m." },
  { "아침 일곱 시에 떠났습니다.", "It left at seven in the morning.", "" },
  { "저녁 7시 반에 떠났습니다.", "It left at 7:30 in the evening.", "" },
  { "오후 3시에 떠났습니다.", "It left at three.", "" },
  { "오전 9시, 주민 2,013명이 떠났습니다.", "At 9 p.m. 2,013 residents left.", "date 9시 9_p.m." },
  { "밤 12시에 떠났습니다.", "It left at midnight.", "" },
  { "2019년에 문을 열었습니다.", "It opened in 2018.", "date 2019년 2018" },
  { "지난해 문을 열었습니다.", "It opened in 2018.", "" },
  { "975 m²의 반사경입니다.", "It is a 10,500-square-foot reflector.", "" },
  { "975 m²의 반사경입니다.", "It is a 20,500-square-foot reflector.",
    "number 975_m² 20,500-square-foot" },
  { "영하 12도까지 떨어졌습니다.", "It fell to 12 degrees.", "number 영하_12도 12" },
  { "영하 12도까지 떨어졌습니다.", "It fell to minus 12 degrees.", "" },
  { "영하 12도까지 떨어졌습니다.", "It was 12 degrees below zero.", "" },
  { "영하 12도까지 떨어졌습니다.", "It fell to -12 degrees.", "" },
  { "6·25 전쟁 참전 용사입니다.", "He is a veteran of the Korean War.", "" },
  { "3.1절 행사입니다.", "It was a March 1 event.", "" },
  { "5·18 기념식이 열렸습니다.", "A ceremony marked the May 18 uprising.", "" },
  { "두 시위가 열렸습니다.", "Two rallies were held.", "" },
  { "메이 총리가 말했습니다.", "Mrs May spoke.", "" },
  /* names */
  { "오순희 씨는 섬을 떠나지 않았습니다.", "Oh Sun-hee did not leave the island.", "" },
  { "오순희 씨는 섬을 떠나지 않았습니다.", "Oh Min-ji did not leave the island.",
    "name 오순희 Oh_Min-ji" },
  { "오순희 씨는 섬을 떠나지 않았습니다.", "She did not leave the island.", "" },
  { "오순희 씨는 섬을 떠나지 않았습니다.", "A resident did not leave the island.",
    "name 오순희 –" },
  { "주민은 섬을 떠나지 않았습니다.", "Oh Sun-hee did not leave the island.", "name – Oh_Sun-hee" },
  { "김우혁 의원과 리용호 외무상이 만났습니다.", "Lawmaker Kim Woo-hyuk met Minister Ri Yong-ho.",
    "" },
  { "윤석한 전 대통령은 법정에 섰습니다.", "Former President Moon Jae-won stood in court.",
    "name – Former_President_Moon_Jae-won" },
  { "위성락 실장이 말했습니다.", "National security adviser Wi Sung-lac spoke.", "" },
  { "마테오 로렌치는 집행유예를 받았습니다.", "Mateo Lorenzi was given probation.", "" },
  { "연맹의 회장이 말했습니다.", "The chairman of the league spoke.", "" },
  /* people, firms and offices whose names stand for nobody else's */
  { "트럼프 대통령이 만났습니다.", "President Biden met them.", "name 트럼프 Biden" },
  { "트럼프 대통령이 만났습니다.", "The president met them.", "" },
  { "푸틴은 거절했습니다.", "Zelenskyy refused.", "name 푸틴 Zelenskyy" },
  { "삼성전자가 투자합니다.", "Hyundai Motor will invest.", "name 삼성 Hyundai_Motor" },
  { "삼성전자가 투자합니다.", "The company will invest.", "" },
  { "국민의힘이 반대했습니다.", "The Democratic Party was against it.",
    "name 국민의힘 Democratic_Party" },
  { "검찰이 조사했습니다.", "Police questioned him.", "name 검찰 Police" },
  { "검찰이 조사했습니다.", "Investigators questioned him.", "" },
  /* quotations */
  { "장관은 \"세금은 오르지 않는다\"고 말했습니다.", "The minister said taxes would not rise.",
    "" },
  { "장관은 \"세금은 오르지 않을 것\"이라고 말했습니다.", "The minister warned of rising taxes.",
    "" },
  { "장관은 \"세금은 오르지 않는다\"고 말했습니다.", "The minister said, Taxes will not rise.",
    "quote \"세금은_오르지_않는다\" –" },
  { "장관은 \"우리는 세금을 올리지 않는다\"고 말했습니다.",
    "The minister said we will not raise taxes.", "quote \"우리는_세금을_올리지_않는다\" –" },
  { "장관은 \"세금은 안 올라요.\"라고 말했습니다.", "The minister said taxes would not rise.",
    "quote \"세금은_안_올라요.\" –" },
  { "장관은 그럴 리가 없다고 말했습니다.", "The minister called it \"out of the question\".", "" },
  { "장관은 \"세금은 오르지 않는다\"고 말했습니다.", "\"Taxes will not rise,\" the minister said.",
    "" },
  { "처음에는 다들 울었어요.", "\"Everyone cried at first.\"",
    "quote – \"Everyone_cried_at_first.\"" },
  { "처음에는 다들 울었어요.\"", "Everyone cried at first.", "" },
  /* letters */
  { "배가 떠났습니다.", "The 여객선 left.", "letters – 여객선" },
  { "배가 떠났습니다.", "The ferry (여객선) left.", "" },
  { "배가 left the harbor 했습니다.", "The ferry left the harbor.", "letters left_the_harbor –" },
  { "KBS 뉴스 Bulletin Desk입니다.", "This is Bulletin Desk for KBS News.", "" },
  { "주소는 www.example.org입니다.", "The address is www.example.org.", "" },
  /* what is left out */
  { "정부는 농민들을 위한 새 대책을 발표했습니다.|학생들은 체육관에서 수업을 받았습니다.",
    "Students had their lessons in the gym.",
    "left-out 정부는_농민들을_위한_새_대책을_발표했습니다. –" },
};

static char *
shown (const char *text)
{
  return text == NULL ? g_strdup ("–") : g_strdelimit (g_strdup (text), " ", '_');
}

static char *
tell (const GPtrArray *facts)
{
  g_autoptr (GString) told = g_string_new (NULL);

  for (guint i = 0; i < facts->len; i++)
    {
      const BulFact *fact = facts->pdata[i];
      gboolean is_korean = fact->side == BUL_LANGUAGE_KOREAN;
      g_autofree char *korean = shown (is_korean ? fact->here.text : fact->there.text);
      g_autofree char *english = shown (is_korean ? fact->there.text : fact->here.text);

      if (!fact->agrees)
        g_string_append_printf (told, "%s%s %s %s", told->len > 0 ? "; " : "",
                                bul_enum_to_word (bul_fact_kind_words, fact->kind), korean,
                                english);
    }
  return g_string_free (g_steal_pointer (&told), FALSE);
}

static GPtrArray *
compare_on (const char *korean, const char *english, const GDate *day)
{
  g_auto (GStrv) a = g_strsplit (korean, "|", -1);
  g_auto (GStrv) b = g_strsplit (english, "|", -1);
  const BulParitySide korean_side = { (const char *const *) a, g_strv_length (a) };
  const BulParitySide english_side = { (const char *const *) b, g_strv_length (b) };
  const BulParityOptions options = { .day = day, .is_day_sure = TRUE };

  return bul_parity_compare (&korean_side, &english_side, &options);
}

static GPtrArray *
compare (const char *korean, const char *english)
{
  return compare_on (korean, english, NULL);
}

static void
test_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) facts = compare (rows[i].korean, rows[i].english);
      g_autofree char *told = tell (facts);

      if (strcmp (told, rows[i].facts) != 0)
        g_test_message ("%s / %s", rows[i].korean, rows[i].english);
      g_assert_cmpstr (told, ==, rows[i].facts);
    }
}

static void
test_romanization (void)
{
  static const struct
  {
    const char *korean;
    const char *english;
    gboolean same;
  } names[] = {
    { "민수", "min-su", TRUE },     { "민수", "minsoo", TRUE },    { "정은", "jong-un", TRUE },
    { "영희", "young-hee", TRUE },  { "현우", "hyun-woo", TRUE },  { "성철", "sung-chul", TRUE },
    { "경숙", "kyung-sook", TRUE }, { "혁현", "hyuk-hyun", TRUE }, { "구", "koo", TRUE },
    { "민수는", "min-su", TRUE },   { "구를", "gu", TRUE },        { "준호", "joon-ho", TRUE },
    { "도희", "tae-hee", FALSE },   { "영민", "eun-min", FALSE },  { "민수", "min-s", FALSE },
    { "민수", "", FALSE },          { "", "min", FALSE },          { "구라", "gu", FALSE },
    { "우준", "ra-jun", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_test_message ("%s %s", names[i].korean, names[i].english);
      g_assert_cmpint (bul_romanization_matches (names[i].korean, names[i].english), ==,
                       names[i].same);
    }
}

/* The 18th of March 2025 was a Tuesday. */
static void
test_calendar (void)
{
  static const Row days[] = {
    { "18일에 열립니다.", "It opens on Tuesday.", "" },
    { "18일에 열립니다.", "It opens on Wednesday.", "date 18일 Wednesday" },
    { "3월 19일에 열립니다.", "It opens on Wednesday.", "" },
    { "3월 19일에 열립니다.", "It opens on Tuesday.", "date 19일 Tuesday" },
    { "다음 달 1일에 열립니다.", "It opens on Tuesday next month.", "" },
    { "지난달 25일에 열렸습니다.", "It opened on Tuesday.", "" },
    { "지난달 25일에 열렸습니다.", "It opened on Friday.", "date 25일 Friday" },
    { "화요일에 열렸습니다.", "It opened on the 18th of March.", "" },
    { "오늘 열렸습니다.", "It opened on Tuesday.", "" },
    { "어제 열렸습니다.", "It opened on Tuesday.", "date 어제 Tuesday" },
    { "어제 열렸습니다.", "It opened on March 17.", "" },
    { "그제 열렸습니다.", "It opened on March 17.", "date 그제 17" },
  };
  g_autoptr (GDate) day = g_date_new_dmy (18, G_DATE_MARCH, 2025);

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (GPtrArray) facts = compare_on (days[i].korean, days[i].english, day);
      g_autofree char *told = tell (facts);

      g_test_message ("%s / %s", days[i].korean, days[i].english);
      g_assert_cmpstr (told, ==, days[i].facts);
    }
}

/* What could stand in the place of the English. */
static void
test_proposals (void)
{
  static const struct
  {
    const char *korean;
    const char *english;
    const char *proposal;
  } proposals[] = {
    { "321곳입니다.", "There are 312.", "321" },
    { "1,234명입니다.", "There are 2,134.", "1,234" },
    { "12억 원입니다.", "It is 1.7 billion won.", "1.2 billion won" },
    { "1억 2345만 6789명입니다.", "It is 12 million.", "123,456,789" },
    { "3.5%입니다.", "It is 5.3 percent.", "3.5 percent" },
    { "세 척입니다.", "Four ships are there.", "Three" },
    { "열두 척입니다.", "Four ships are there.", "12" },
    { "화요일입니다.", "It is Friday.", "Tuesday" },
    { "3월 18일입니다.", "It is March 17.", "18" },
    { "3월 18일입니다.", "It is May 18.", "March" },
    { "2019년입니다.", "It was in 2018.", "2019" },
    { "오전 7시입니다.", "It is 7 p.m.", NULL },
    { "오순희 씨입니다.", "It is Oh Min-ji.", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (proposals); i++)
    {
      g_autoptr (GPtrArray) facts = compare (proposals[i].korean, proposals[i].english);
      const BulFact *fact = NULL;

      g_test_message ("%s / %s", proposals[i].korean, proposals[i].english);
      for (guint j = 0; j < facts->len && (fact == NULL || fact->agrees); j++)
        fact = facts->pdata[j];
      g_assert_nonnull (fact);
      g_assert_false (fact->agrees);
      g_assert_cmpstr (fact->proposal, ==, proposals[i].proposal);
    }
}

/* What agrees is told as well, with both places, in code points. */
static void
test_places (void)
{
  g_autoptr (GPtrArray) facts = compare ("비가 왔다.|섬 주민 321명이 두 번 대피했다.",
                                         "It rained.|Some 312 islanders were evacuated twice.");
  const BulFact *fact;

  g_assert_cmpuint (facts->len, ==, 2);
  fact = facts->pdata[0];
  g_assert_cmpint (fact->kind, ==, BUL_FACT_NUMBER);
  g_assert_cmpint (fact->side, ==, BUL_LANGUAGE_KOREAN);
  g_assert_false (fact->agrees);
  g_assert_cmpuint (fact->here.sentence, ==, 1);
  g_assert_cmpuint (fact->here.range.start, ==, 5);
  g_assert_cmpuint (fact->here.range.end, ==, 8);
  g_assert_cmpstr (fact->there.text, ==, "312");
  g_assert_cmpuint (fact->there.sentence, ==, 1);
  g_assert_cmpuint (fact->there.range.start, ==, 5);
  fact = facts->pdata[1];
  g_assert_true (fact->agrees);
  g_assert_cmpstr (fact->there.text, ==, "twice");
}

/* A side without sentences, and sentences without words. */
static void
test_nothing (void)
{
  const char *const empty[] = { "", " ", NULL };
  const BulParitySide none = { empty, 0 };
  const BulParitySide blank = { empty, 2 };
  g_autoptr (GPtrArray) facts = bul_parity_compare (&none, &blank, NULL);
  g_autoptr (GPtrArray) more = bul_parity_compare (&blank, &blank, NULL);

  g_assert_cmpuint (facts->len, ==, 0);
  g_assert_cmpuint (more->len, ==, 0);
}

/* Floods of whatever is compared: nothing is said of more than people write. */
static void
test_flood (void)
{
  static const char *const pieces[] = { "1 ",
                                        "1,2",
                                        "9999999999999999999999999",
                                        "두 명 ",
                                        "열",
                                        "오후 3시 ",
                                        "제",
                                        "3분의 ",
                                        "Kim Min-su ",
                                        "A-",
                                        "김민수 씨 ",
                                        "\"",
                                        "“",
                                        "(",
                                        ")",
                                        "가",
                                        "a b ",
                                        "May ",
                                        "three hundred ",
                                        "one hundred and ",
                                        "a ",
                                        "천",
                                        "4천 ",
                                        ".",
                                        "&",
                                        "$",
                                        "’",
                                        "\xe2\x80\xa8",
                                        "요일",
                                        "월요일",
                                        "시" };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr (GString) flood = g_string_new (NULL);
      g_autoptr (GPtrArray) facts = NULL;

      for (guint j = 0; j < N_FLOOD; j++)
        g_string_append (flood, pieces[i]);
      facts = compare (flood->str, flood->str);
      g_assert_cmpuint (facts->len, <, 2000);
    }
}

/* Any pieces in any order; ranges lie within, and hold the words that are told. */
static void
test_any (void)
{
  static const char *const pieces[]
      = { "3",      "2천",  "억 ",      "월 ",          "일",  "시 ",  "분의 ",  "%",
          "오전 ",  "두 ",  "명",       "김민수",       " 씨", "Kim ", "Min-su", "Tuesday ",
          "March ", "7:40", " p.m.",    "half ",        "\"",  "“",    "”",      "(",
          ")",      "a ",   "million ", "and ",         "-",   ".",    ",",      " ",
          "é",      "가나", "$",        "\xe2\x80\xa8", "제",  "요일" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (29);

  for (guint run = 0; run < 2000; run++)
    {
      g_autoptr (GString) korean = g_string_new (NULL);
      g_autoptr (GString) english = g_string_new (NULL);
      g_autoptr (GPtrArray) facts = NULL;

      for (guint i = 0; i < 24; i++)
        g_string_append (i % 2 == 0 ? korean : english,
                         pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
      facts = compare (korean->str, english->str);
      for (guint i = 0; i < facts->len; i++)
        {
          const BulFact *fact = facts->pdata[i];
          const GString *side = fact->side == BUL_LANGUAGE_KOREAN ? korean : english;
          g_autofree char *words
              = bul_chars_slice (side->str, fact->here.range.start, fact->here.range.end);

          g_assert_cmpstr (words, ==, fact->here.text);
          g_assert_cmpstr (words, !=, "");
        }
    }
}

UNIT (parity)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/parity/rows", test_rows);
  g_test_add_func ("/parity/romanization", test_romanization);
  g_test_add_func ("/parity/calendar", test_calendar);
  g_test_add_func ("/parity/proposals", test_proposals);
  g_test_add_func ("/parity/places", test_places);
  g_test_add_func ("/parity/nothing", test_nothing);
  g_test_add_func ("/parity/flood", test_flood);
  g_test_add_func ("/parity/any", test_any);
  return g_test_run ();
}
