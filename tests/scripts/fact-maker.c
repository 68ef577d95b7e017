/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fact-maker.h"

#include <string.h>

const char *const fact_fault_words[]
    = { "none",   "number",   "digits", "unit",      "share",   "money",        "numeral",
        "date",   "weekday",  "clock",  "name",      "foreign", "name-dropped", "quote",
        "hangul", "sentence", "toll",   "direction", "place",   "week" };

BulFactKind
fact_fault_get_kind (FactFault fault)
{
  switch (fault)
    {
    case FACT_FAULT_DATE:
    case FACT_FAULT_WEEKDAY:
    case FACT_FAULT_CLOCK:
    case FACT_FAULT_WEEK:
      return BUL_FACT_DATE;
    case FACT_FAULT_NAME:
    case FACT_FAULT_FOREIGN:
    case FACT_FAULT_NAME_DROPPED:
    case FACT_FAULT_PLACE:
      return BUL_FACT_NAME;
    case FACT_FAULT_DIRECTION:
      return BUL_FACT_OPPOSITE;
    case FACT_FAULT_QUOTE:
      return BUL_FACT_QUOTE;
    case FACT_FAULT_HANGUL:
      return BUL_FACT_LETTERS;
    case FACT_FAULT_SENTENCE:
      return BUL_FACT_LEFT;
    default:
      return BUL_FACT_NUMBER;
    }
}

/* --- what is said */

/*
 * {count} a number, {big} one of ten thousand and more, {won} so much money, {share}, {few} a
 * native numeral, {date}, {weekday}, {clock}, {week}, {who} a Korean, {foreign} somebody else,
 * {city}, {way} up or down, {toll} who was killed and who was hurt; quotations stand in " marks.
 */
typedef struct
{
  const char *korean;
  const char *english;
} Line;

static const Line lines[] = {
  { "배에는 승객 {count}명이 타고 있었습니다.", "There were {count} passengers on board." },
  { "검사관들은 용접 부위 {count}곳을 점검했습니다.", "Inspectors examined {count} weld points." },
  { "이 공장에서는 {count}명이 일합니다.", "The factory employs {count} people." },
  { "올해 관광객은 {big} 명에 이릅니다.", "The number of tourists this year has reached {big}." },
  { "이 도시에는 {big} 가구가 삽니다.", "The city is home to {big} households." },
  { "수리비는 {won}입니다.", "The repair cost {won}." },
  { "시가 다리를 고치는 데 쓴 돈은 {won}입니다.", "The city spent {won} to fix the bridge." },
  { "물가는 1년 전보다 {share} 올랐습니다.", "Prices rose {share} from a year earlier." },
  { "투표율은 {share}로 나타났습니다.", "Turnout stood at {share}." },
  { "해경은 경비함 {few} 척을 보냈습니다.", "The coast guard sent {few} patrol ships." },
  { "산사태로 {few} 명이 다쳤습니다.", "The landslide injured {few} people." },
  { "축제는 {date}에 시작됩니다.", "The festival will begin on {date}." },
  { "법원은 {date} 판결을 내립니다.", "The court will rule on {date}." },
  { "의회는 {weekday} 예산안을 표결에 부칩니다.",
    "The parliament will vote on the budget on {weekday}." },
  { "첫 열차는 {weekday} 출발합니다.", "The first train will leave on {weekday}." },
  { "사고는 {clock}에 일어났습니다.", "The accident happened at {clock}." },
  { "회의는 {clock}에 시작됩니다.", "The meeting will begin at {clock}." },
  { "{who}는 시장 선거에 나서겠다고 밝혔습니다.", "{who} announced a run for mayor." },
  { "경찰은 {who}를 체포했습니다.", "Police arrested {who}." },
  { "환경부는 {who}를 대변인으로 임명했습니다.",
    "The environment ministry appointed {who} as its spokesperson." },
  { "경찰은 {who}와 함께 주민 {count}명을 조사했습니다.",
    "Police questioned {who} and {count} residents." },
  { "{who}는 \"강물이 하룻밤 사이에 다리까지 차올랐다\"고 말했습니다.",
    "{who} said, \"The river rose to the bridge overnight.\"" },
  { "주민들은 \"병원까지 가는 버스가 하나도 없다\"고 말합니다.",
    "Residents say, \"There is no bus to the hospital at all.\"" },
  { "장관은 \"세금을 더 올릴 계획은 없다\"고 강조했습니다.",
    "The minister stressed, \"We have no plan to raise taxes any further.\"" },
  { "{date} {clock}, 주민 {count}명이 대피했습니다.",
    "At {clock} on {date}, {count} residents were evacuated." },
  { "{share} 늘어난 수출액은 {won}입니다.", "Exports grew {share} to {won}." },
  { "소방서는 이 사고로 {toll}고 밝혔습니다.", "Firefighters say {toll} in the accident." },
  { "경찰은 어젯밤 불로 {toll}고 전했습니다.", "Police said {toll} in a fire last night." },
  { "지난달 실업률은 {share}로 {way}.", "The jobless rate {way} to {share} last month." },
  { "환율은 하루 만에 {count}원 {way}.", "The exchange rate {way} by {count} won in a day." },
  { "{city} 앞바다에서 어선 {few} 척이 발견됐습니다.",
    "{few} fishing boats were found off {city}." },
  { "{city} 시장은 {date} 물러납니다.", "The mayor of {city} will step down on {date}." },
  { "{city}에서는 주민 {count}명이 모였습니다.", "In {city}, {count} residents gathered." },
  { "국회는 {week} 특별법을 다룹니다.", "The Assembly takes up the special bill {week}." },
  { "{week}에는 비가 {count}mm 넘게 옵니다.", "More than {count} mm of rain comes {week}." },
  { "외교부는 {foreign} 대사를 불렀습니다.",
    "The foreign ministry summoned Ambassador {foreign}." },
  { "{foreign} 대통령은 다음 주 서울에 옵니다.",
    "President {foreign} will come to Seoul next week." },
  { "{foreign}는 새 음반을 냈습니다.", "{foreign} has released a new album." },
  { "결승에서는 {foreign}가 이겼습니다.", "{foreign} won the final." },
  { "법원은 {foreign}에게 집행유예를 선고했습니다.",
    "The court gave {foreign} a suspended sentence." },
  { "경찰은 {foreign}와 주민 {count}명을 조사했습니다.",
    "Police questioned {foreign} and {count} residents." },
  { "태풍이 지나간 섬에는 아직 전기가 들어오지 않습니다.",
    "The island still has no electricity after the typhoon." },
  { "정부는 농민들을 위한 새 대책을 발표했습니다.",
    "The government announced new measures for farmers." },
  { "검찰은 회사 본사를 압수수색했습니다.", "Prosecutors raided the headquarters of the company." },
  { "학생들은 교실 대신 체육관에서 수업을 받았습니다.",
    "Students had their lessons in the gym instead of classrooms." },
};

static const Line surnames[] = {
  { "김", "Kim" },   { "이", "Lee" }, { "박", "Park" }, { "최", "Choi" }, { "정", "Jung" },
  { "강", "Kang" },  { "조", "Cho" }, { "윤", "Yoon" }, { "장", "Jang" }, { "임", "Lim" },
  { "한", "Han" },   { "오", "Oh" },  { "서", "Seo" },  { "신", "Shin" }, { "권", "Kwon" },
  { "황", "Hwang" }, { "안", "Ahn" }, { "송", "Song" }, { "홍", "Hong" }, { "문", "Moon" },
};

static const Line syllables[] = {
  { "민", "min" }, { "수", "su" },   { "지", "ji" },   { "현", "hyun" }, { "은", "eun" },
  { "호", "ho" },  { "서", "seo" },  { "연", "yeon" }, { "준", "jun" },  { "영", "young" },
  { "희", "hee" }, { "도", "do" },   { "하", "ha" },   { "진", "jin" },  { "우", "woo" },
  { "태", "tae" }, { "혁", "hyuk" }, { "라", "ra" },   { "별", "byul" }, { "솔", "sol" },
};

static const Line foreigners[] = {
  { "마테오 로렌치", "Mateo Lorenzi" },  { "아네타 코발리", "Aneta Kovali" },
  { "토마스 브렌더", "Tomas Brender" },  { "디에고 살바토", "Diego Salvato" },
  { "예신 다무르", "Yesin Damur" },      { "오웬 페트리", "Owen Petrie" },
  { "마르코 벨리치", "Marko Belic" },    { "리나 하르트", "Lina Hart" },
  { "군터 보이테", "Gunter Voite" },     { "이사벨 퀸타나", "Isabel Quintana" },
  { "하산 미르자디", "Hassan Mirzadi" }, { "빅토르 체렌코", "Viktor Cherenko" },
  { "조애나 휘트비", "Joanna Whitby" },  { "나디아 포포바", "Nadia Popova" },
  { "겐지 모리오카", "Kenji Morioka" },
};

/* All of them end in a vowel, as the particles in the lines want it. */
static const Line titles[] = {
  { "씨", "" },       { "교수", "Professor " },  { "판사", "Judge " },
  { "대표", "CEO " }, { "변호사", "Attorney " }, { "기자", "Reporter " },
};

static const char *const weekdays[][2] = {
  { "월요일", "Monday" },   { "화요일", "Tuesday" }, { "수요일", "Wednesday" },
  { "목요일", "Thursday" }, { "금요일", "Friday" },  { "토요일", "Saturday" },
  { "일요일", "Sunday" },
};

static const char *const weeks[][2] = {
  { "지난주", "last week" },
  { "이번 주", "this week" },
  { "다음 주", "next week" },
};

/* What a number does, in pairs of up and down. */
static const char *const ways[][2] = {
  { "올랐습니다", "rose" },        { "내렸습니다", "fell" },      { "상승했습니다", "climbed" },
  { "하락했습니다", "dropped" },   { "뛰었습니다", "jumped" },    { "떨어졌습니다", "declined" },
  { "높아졌습니다", "increased" }, { "낮아졌습니다", "slipped" },
};

static const Line cities[] = {
  { "부산", "Busan" },      { "대구", "Daegu" }, { "인천", "Incheon" }, { "광주", "Gwangju" },
  { "울산", "Ulsan" },      { "목포", "Mokpo" }, { "포항", "Pohang" },  { "강릉", "Gangneung" },
  { "서귀포", "Seogwipo" }, { "도쿄", "Tokyo" }, { "런던", "London" },  { "뉴욕", "New York" },
};

static const char *const months[]
    = { "January", "February", "March",     "April",   "May",      "June",
        "July",    "August",   "September", "October", "November", "December" };

static const char *const numerals[][2] = {
  { "두", "two" },     { "세", "three" },  { "네", "four" },
  { "다섯", "five" },  { "여섯", "six" },  { "일곱", "seven" },
  { "여덟", "eight" }, { "아홉", "nine" }, { "열", "ten" },
};

/* --- what stands in a line, in both languages */

typedef struct
{
  char *korean;
  char *english;
} Words;

static char *
with_commas (gint64 value)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, value);
  GString *out = g_string_new (NULL);
  gsize length = strlen (digits);

  for (gsize i = 0; i < length; i++)
    {
      if (i > 0 && (length - i) % 3 == 0)
        g_string_append_c (out, ',');
      g_string_append_c (out, digits[i]);
    }
  return g_string_free (out, FALSE);
}

static gint64
swap_digits (gint64 value)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, value);

  for (gsize i = strlen (digits) - 1; i > 0; i--)
    if (digits[i] != digits[i - 1] && (i > 1 || digits[i] != '0'))
      {
        char kept = digits[i];

        digits[i] = digits[i - 1];
        digits[i - 1] = kept;
        return g_ascii_strtoll (digits, NULL, 10);
      }
  return value + 1;
}

static Words
make_count (GRand *rand, FactFault fault)
{
  gint64 value = g_rand_int_range (rand, 13, 3000);
  gint64 other = value;

  if (fault == FACT_FAULT_NUMBER)
    other = value + g_rand_int_range (rand, 1, 9) * (value > 100 ? 10 : 1);
  else if (fault == FACT_FAULT_DIGITS)
    other = swap_digits (value);
  return (Words){ g_rand_boolean (rand) ? with_commas (value)
                                        : g_strdup_printf ("%" G_GINT64_FORMAT, value),
                  with_commas (other) };
}

/* In units of ten thousand. */
static char *
spell_korean (gint64 units)
{
  gint64 large = units / 10000;
  gint64 small = units % 10000;

  if (large > 0 && small > 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT "억 %" G_GINT64_FORMAT "만", large, small);
  if (large > 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT "억", large);
  return g_strdup_printf ("%" G_GINT64_FORMAT "만", small);
}

static char *
spell_english (gint64 value)
{
  static const struct
  {
    gint64 scale;
    const char *word;
  } scales[] = { { G_GINT64_CONSTANT (1000000000000), "trillion" },
                 { 1000000000, "billion" },
                 { 1000000, "million" } };

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    if (value >= scales[i].scale && value % (scales[i].scale / 100) == 0)
      {
        char digits[G_ASCII_DTOSTR_BUF_SIZE];

        g_ascii_formatd (digits, sizeof digits, "%g", (double) value / (double) scales[i].scale);
        return g_strdup_printf ("%s %s", digits, scales[i].word);
      }
  return with_commas (value);
}

static Words
make_big (GRand *rand, FactFault fault)
{
  gint64 units = g_rand_boolean (rand) ? g_rand_int_range (rand, 2, 990)
                                       : g_rand_int_range (rand, 11, 600) * 1000;
  gint64 other = units;

  if (fault == FACT_FAULT_UNIT)
    other = g_rand_boolean (rand) ? units * 10 : units * 10000;
  return (Words){ spell_korean (units), spell_english (other * 10000) };
}

static Words
make_won (GRand *rand, FactFault fault)
{
  Words words = make_big (rand, fault);
  gboolean is_won = g_rand_boolean (rand);
  gboolean is_other = is_won != (fault == FACT_FAULT_MONEY);
  g_autofree char *korean = words.korean;
  g_autofree char *english = words.english;

  return (Words){ g_strdup_printf ("%s %s", korean, is_won ? "원" : "달러"),
                  g_strdup_printf ("%s %s", english, is_other ? "won" : "dollars") };
}

static Words
make_share (GRand *rand, FactFault fault)
{
  int tenths = g_rand_int_range (rand, 11, 990);
  int other = fault == FACT_FAULT_SHARE ? tenths + g_rand_int_range (rand, 1, 9) : tenths;

  return (Words){ g_strdup_printf ("%d.%d%%", tenths / 10, tenths % 10),
                  g_strdup_printf ("%d.%d percent", other / 10, other % 10) };
}

static Words
make_few (GRand *rand, FactFault fault)
{
  int n = (int) G_N_ELEMENTS (numerals);
  int value = g_rand_int_range (rand, 0, n);
  int other = fault == FACT_FAULT_NUMERAL ? (value + g_rand_int_range (rand, 1, n)) % n : value;

  return (Words){ g_strdup (numerals[value][0]), g_strdup (numerals[other][1]) };
}

static Words
make_date (GRand *rand, FactFault fault)
{
  int month = g_rand_int_range (rand, 0, 12);
  int day = g_rand_int_range (rand, 1, 26);
  int other = fault == FACT_FAULT_DATE ? day + g_rand_int_range (rand, 1, 3) : day;

  return (Words){ g_strdup_printf ("%d월 %d일", month + 1, day),
                  g_rand_boolean (rand) ? g_strdup_printf ("%s %d", months[month], other)
                                        : g_strdup_printf ("%d %s", other, months[month]) };
}

static Words
make_weekday (GRand *rand, FactFault fault)
{
  int day = g_rand_int_range (rand, 0, 7);
  int other = fault == FACT_FAULT_WEEKDAY ? (day + g_rand_int_range (rand, 1, 7)) % 7 : day;

  return (Words){ g_strdup (weekdays[day][0]), g_strdup (weekdays[other][1]) };
}

static Words
make_clock (GRand *rand, FactFault fault)
{
  gboolean is_late = g_rand_boolean (rand);
  int hour = g_rand_int_range (rand, 1, 12);
  int minute = g_rand_boolean (rand) ? 0 : g_rand_int_range (rand, 1, 12) * 5;
  gboolean is_other_half = fault == FACT_FAULT_CLOCK && g_rand_boolean (rand);
  int other = fault == FACT_FAULT_CLOCK && !is_other_half ? hour % 11 + 1 : hour;
  const char *half = is_late != is_other_half ? "p.m." : "a.m.";

  return (Words){
    minute == 0 ? g_strdup_printf ("%s %d시", is_late ? "오후" : "오전", hour)
                : g_strdup_printf ("%s %d시 %d분", is_late ? "오후" : "오전", hour, minute),
    minute == 0 ? g_strdup_printf ("%d %s", other, half)
                : g_strdup_printf ("%d:%02d %s", other, minute, half),
  };
}

static const Line *
choose (GRand *rand, const Line *rows, gsize n)
{
  return &rows[g_rand_int_range (rand, 0, (gint32) n)];
}

static Words
make_who (GRand *rand, FactFault fault)
{
  const Line *family = choose (rand, surnames, G_N_ELEMENTS (surnames));
  const Line *first = choose (rand, syllables, G_N_ELEMENTS (syllables));
  const Line *second = choose (rand, syllables, G_N_ELEMENTS (syllables));
  const Line *title = choose (rand, titles, G_N_ELEMENTS (titles));
  g_autofree char *start = g_strdup (first->english);
  char *korean
      = g_strdup_printf ("%s%s%s %s", family->korean, first->korean, second->korean, title->korean);

  if (fault == FACT_FAULT_NAME_DROPPED)
    return (Words){ korean, g_strdup ("a man") };
  if (fault == FACT_FAULT_NAME)
    {
      const Line *other;

      do
        other = choose (rand, syllables, G_N_ELEMENTS (syllables));
      while (other == first || other == second);
      g_free (start);
      start = g_strdup (other->english);
      if (g_rand_boolean (rand))
        family = &surnames[(guint) (family - surnames + 1) % G_N_ELEMENTS (surnames)];
    }
  start[0] = g_ascii_toupper (start[0]);
  return (Words){ korean, g_strdup_printf ("%s%s %s-%s", title->english, family->english, start,
                                           second->english) };
}

static Words
make_foreigner (GRand *rand, FactFault fault)
{
  guint n = G_N_ELEMENTS (foreigners);
  guint who = (guint) g_rand_int_range (rand, 0, (gint32) n);
  guint other = fault == FACT_FAULT_FOREIGN
                    ? (who + (guint) g_rand_int_range (rand, 1, (gint32) n)) % n
                    : who;

  return (Words){ g_strdup (foreigners[who].korean), g_strdup (foreigners[other].english) };
}

static Words
make_week (GRand *rand, FactFault fault)
{
  int n = (int) G_N_ELEMENTS (weeks);
  int week = g_rand_int_range (rand, 0, n);
  int other = fault == FACT_FAULT_WEEK ? (week + g_rand_int_range (rand, 1, n)) % n : week;

  return (Words){ g_strdup (weeks[week][0]), g_strdup (weeks[other][1]) };
}

static Words
make_way (GRand *rand, FactFault fault)
{
  int n = (int) G_N_ELEMENTS (ways);
  int way = g_rand_int_range (rand, 0, n);
  int other = way % 2 + 2 * g_rand_int_range (rand, 0, n / 2);

  if (fault == FACT_FAULT_DIRECTION)
    other = other % 2 == 0 ? other + 1 : other - 1;
  return (Words){ g_strdup (ways[way][0]), g_strdup (ways[other][1]) };
}

static Words
make_city (GRand *rand, FactFault fault)
{
  int n = (int) G_N_ELEMENTS (cities);
  int city = g_rand_int_range (rand, 0, n);
  int other = fault == FACT_FAULT_PLACE ? (city + g_rand_int_range (rand, 1, n)) % n : city;

  return (Words){ g_strdup (cities[city].korean), g_strdup (cities[other].english) };
}

/* In the orders in which either language tells them. */
static Words
make_toll (GRand *rand, FactFault fault)
{
  int dead = g_rand_int_range (rand, 2, 40);
  int hurt = dead + g_rand_int_range (rand, 1, 60);
  int first = fault == FACT_FAULT_TOLL ? hurt : dead;
  int second = fault == FACT_FAULT_TOLL ? dead : hurt;

  return (Words){
    g_rand_boolean (rand) ? g_strdup_printf ("%d명이 숨지고 %d명이 다쳤다", dead, hurt)
                          : g_strdup_printf ("사망자는 %d명, 부상자는 %d명이라", dead, hurt),
    g_rand_boolean (rand)
        ? g_strdup_printf ("%d people were killed and %d others were injured", first, second)
        : g_strdup_printf ("%d were dead and %d hurt", first, second),
  };
}

/* --- lines */

static const struct
{
  const char *slot;
  Words (*make) (GRand *rand, FactFault fault);
  guint faults; /* that may be planted there */
} slots[] = {
  { "{count}", make_count, 1u << FACT_FAULT_NUMBER | 1u << FACT_FAULT_DIGITS },
  { "{big}", make_big, 1u << FACT_FAULT_UNIT },
  { "{won}", make_won, 1u << FACT_FAULT_UNIT | 1u << FACT_FAULT_MONEY },
  { "{share}", make_share, 1u << FACT_FAULT_SHARE },
  { "{few}", make_few, 1u << FACT_FAULT_NUMERAL },
  { "{date}", make_date, 1u << FACT_FAULT_DATE },
  { "{weekday}", make_weekday, 1u << FACT_FAULT_WEEKDAY },
  { "{clock}", make_clock, 1u << FACT_FAULT_CLOCK },
  { "{week}", make_week, 1u << FACT_FAULT_WEEK },
  { "{way}", make_way, 1u << FACT_FAULT_DIRECTION },
  { "{city}", make_city, 1u << FACT_FAULT_PLACE },
  { "{toll}", make_toll, 1u << FACT_FAULT_TOLL },
  { "{foreign}", make_foreigner, 1u << FACT_FAULT_FOREIGN },
  { "{who}", make_who, 1u << FACT_FAULT_NAME | 1u << FACT_FAULT_NAME_DROPPED },
};

static char *
replace (const char *text, const char *slot, const char *words)
{
  g_auto (GStrv) parts = g_strsplit (text, slot, -1);

  return g_strjoinv (words, parts);
}

/* Whether @fault can be planted into a line. */
static gboolean
fits (const Line *line, FactFault fault)
{
  for (guint i = 0; i < G_N_ELEMENTS (slots); i++)
    if ((slots[i].faults & 1u << fault) != 0 && strstr (line->korean, slots[i].slot) != NULL)
      return TRUE;
  if (fault == FACT_FAULT_QUOTE)
    return strchr (line->korean, '"') != NULL;
  return fault == FACT_FAULT_NONE || fault == FACT_FAULT_HANGUL || fault == FACT_FAULT_SENTENCE;
}

static char *
without_marks (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "\"", -1);

  return g_strjoinv ("", parts);
}

/* Puts the first Hangul word of @korean in the place of the last English one. */
static char *
leave_hangul (const char *korean, const char *english)
{
  g_auto (GStrv) words = g_strsplit (korean, " ", -1);
  const char *last = strrchr (english, ' ');
  guint first = 0;

  while (g_ascii_isdigit (words[first][0]))
    first++;
  return g_strdup_printf ("%.*s %s.", (int) (last - english), english, words[first]);
}

/* Returns: the line; not @but. */
static const Line *
add_line (FactPair *pair, GRand *rand, FactFault fault, const Line *but)
{
  const Line *line;
  g_autofree char *korean = NULL;
  g_autofree char *english = NULL;

  do
    line = choose (rand, lines, G_N_ELEMENTS (lines));
  while (line == but || !fits (line, fault));
  korean = g_strdup (line->korean);
  english = g_strdup (line->english);
  for (guint i = 0; i < G_N_ELEMENTS (slots); i++)
    if (strstr (korean, slots[i].slot) != NULL)
      {
        FactFault here = (slots[i].faults & 1u << fault) != 0 ? fault : FACT_FAULT_NONE;
        Words words = slots[i].make (rand, here);
        char *filled = replace (korean, slots[i].slot, words.korean);

        g_free (korean);
        korean = filled;
        filled = replace (english, slots[i].slot, words.english);
        g_free (english);
        english = filled;
        g_free (words.korean);
        g_free (words.english);
      }
  if (fault == FACT_FAULT_QUOTE)
    {
      char **side = g_rand_boolean (rand) ? &korean : &english;
      char *bare = without_marks (*side);

      g_free (*side);
      *side = bare;
    }
  else if (fault == FACT_FAULT_HANGUL)
    {
      char *left = leave_hangul (korean, english);

      g_free (english);
      english = left;
    }
  g_ptr_array_add (pair->korean, g_steal_pointer (&korean));
  g_ptr_array_add (pair->english, g_steal_pointer (&english));
  return line;
}

FactPair *
fact_maker_make (GRand *rand, FactFault fault)
{
  FactPair *pair = g_new0 (FactPair, 1);
  const Line *first;

  pair->korean = g_ptr_array_new_with_free_func (g_free);
  pair->english = g_ptr_array_new_with_free_func (g_free);
  first = add_line (pair, rand, fault, NULL);
  if (fault == FACT_FAULT_SENTENCE || g_rand_int_range (rand, 0, 6) == 0)
    add_line (pair, rand, FACT_FAULT_NONE, first);
  if (fault == FACT_FAULT_SENTENCE)
    {
      GPtrArray *side = g_rand_boolean (rand) ? pair->korean : pair->english;

      g_ptr_array_remove_index (side, (guint) g_rand_int_range (rand, 0, 2));
    }
  return pair;
}

void
fact_pair_free (FactPair *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->korean);
  g_ptr_array_unref (self->english);
  g_free (self);
}
