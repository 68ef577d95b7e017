/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-particle-tail.h"
#include "bul-particle.h"

#include <string.h>

#include "bul-chars.h"
#include "unit.h"

/*
 * One word a row, with its object and direction particles, which tell all four endings apart: 를
 * 로, 을 로, 을 으로, and the double forms.
 */
static const struct
{
  const char *word;
  const char *object;
  const char *direction;
} cases[] = {
  /* Hangul */
  { "뉴스", "를", "로" },
  { "정부", "를", "로" },
  { "서울", "을", "로" },
  { "겨울", "을", "로" },
  { "대통령", "을", "으로" },
  { "한국", "을", "으로" },
  { "값", "을", "으로" },
  { "닭", "을", "으로" },
  { "여덟", "을", "으로" },
  { "ㄹ", "을", "로" },
  { "ㄱ", "을", "으로" },
  { "ㅏ", "를", "로" },
  /* behind quote marks, brackets, stops */
  { "“뉴스 9”", "를", "로" },
  { "「뉴스데스크」", "를", "로" },
  { "『토지』", "를", "로" },
  { "‘서울’", "을", "로" },
  { "'정부'", "를", "로" },
  { "\"한국\"", "을", "으로" },
  { "《사람》", "을", "으로" },
  { "〈마을〉", "을", "로" },
  { "“‘마을’”", "을", "로" },
  { "“갑니다.”", "를", "로" },
  { "왜?", "를", "로" },
  { "그런 말…", "을", "로" },
  { "서울 ", "을", "로" },
  { "서울\u00a0\u200b", "을", "로" },
  /* with an aside, which is not counted */
  { "한국방송(KBS)", "을", "으로" },
  { "나이(年歲)", "를", "로" },
  { "서울(인구 천만)", "을", "로" },
  { "국회[國會]", "를", "로" },
  { "“한국방송(KBS)”", "을", "으로" },
  { "세계무역기구（WTO）", "를", "로" },
  { "가(나(다)라)", "를", "로" },
  { "(서울)", "을", "로" },
  { "[단독]", "을", "으로" },
  { "마을)", "을", "로" },
  /* digits */
  { "0", "을", "으로" },
  { "1", "을", "로" },
  { "2", "를", "로" },
  { "3", "을", "으로" },
  { "4", "를", "로" },
  { "5", "를", "로" },
  { "6", "을", "으로" },
  { "7", "을", "로" },
  { "8", "을", "로" },
  { "9", "를", "로" },
  { "27", "을", "로" },
  { "2025", "를", "로" },
  { "２８", "을", "로" },
  { "007", "을", "로" },
  /* zeros */
  { "10", "을", "으로" },
  { "100", "을", "으로" },
  { "3000", "을", "으로" },
  { "10,000", "을", "으로" },
  { "120,000", "을", "으로" },
  { "100000000", "을", "으로" },
  { "1,000,000,000,000", "를", "로" },
  { "30,000,000,000,000", "를", "로" },
  { "10,000,000,000,000,000", "을", "으로" },
  { "1,000,000,000,000,000,000,000,000,000", "을(를)", "(으)로" },
  { "1,001", "을", "로" },
  /* decimals, dates, fractions, scores, times */
  { "1.5", "를", "로" },
  { "3.1", "을", "로" },
  { "2.0", "을", "으로" },
  { "0.03", "을", "으로" },
  { "2025.6.10", "을", "으로" },
  { "2025. 6. 12.", "를", "로" },
  { "3/4", "을(를)", "(으)로" },
  { "4/5", "를", "로" },
  { "3:2", "를", "로" },
  { "2:0", "을", "으로" },
  { "9:30", "을", "으로" },
  { "9:00", "을(를)", "(으)로" },
  { "21:15", "을(를)", "(으)로" },
  { "F-35", "를", "로" },
  { "코로나19", "를", "로" },
  { "COVID-19", "를", "로" },
  { "G20", "을", "으로" },
  { "G7", "을", "으로" },
  { "K2", "를", "로" },
  { "K9", "을(를)", "(으)로" },
  { "Ⅱ", "를", "로" },
  { "①", "을", "로" },
  { "③", "을", "으로" },
  /* signs and units */
  { "30%", "를", "로" },
  { "30 %", "를", "로" },
  { "2.5％", "를", "로" },
  { "0.3%p", "를", "로" },
  { "0.3%포인트", "를", "로" },
  { "$100", "를", "로" },
  { "US$1.7", "를", "로" },
  { "₩5,000", "을", "으로" },
  { "5,000₩", "을", "으로" },
  { "€3", "를", "로" },
  { "¥100", "을", "으로" },
  { "36.5℃", "를", "로" },
  { "30°", "를", "로" },
  { "500㎞", "를", "로" },
  { "500km", "를", "로" },
  { "500 km", "를", "로" },
  { "10m", "를", "로" },
  { "60kg", "을", "으로" },
  { "60㎏", "을", "으로" },
  { "100g", "을", "으로" },
  { "3t", "을", "으로" },
  { "2L", "를", "로" },
  { "33㎡", "를", "로" },
  { "33m²", "를", "로" },
  { "100km/h", "를", "로" },
  { "980hPa", "을", "로" },
  { "80dB", "을", "로" },
  { "5MW", "를", "로" },
  { "16GB", "를", "로" },
  { "10ppm", "을", "으로" },
  { "(30%)", "를", "로" },
  { "디즈니+", "를", "로" },
  { "C#", "을", "으로" },
  /* letters said one by one */
  { "KBS", "를", "로" },
  { "MBC", "를", "로" },
  { "YTN", "을", "으로" },
  { "MBN", "을", "으로" },
  { "FBI", "를", "로" },
  { "GDP", "를", "로" },
  { "ICBM", "을", "으로" },
  { "NLL", "을", "로" },
  { "HR", "을", "로" },
  { "USTR", "을", "로" },
  { "UN", "을", "으로" },
  { "U.S.", "를", "로" },
  { "5G", "를", "로" },
  { "TV", "를", "로" },
  { "tv", "를", "로" },
  { "A", "를", "로" },
  { "L", "을", "로" },
  { "ＫＢＳ", "를", "로" },
  { "OpenAI", "를", "로" },
  { "ChatGPT", "를", "로" },
  { "kbs.co.kr", "을", "로" },
  /* acronyms said as words */
  { "NATO", "를", "로" },
  { "ASEAN", "을", "으로" },
  { "UNESCO", "를", "로" },
  { "UNICEF", "를", "로" },
  { "OPEC", "을", "으로" },
  { "APEC", "을", "으로" },
  { "FIFA", "를", "로" },
  { "COVID", "를", "로" },
  { "THAAD", "를", "로" },
  { "KOSDAQ", "을", "으로" },
  { "INTERPOL", "을", "로" },
  { "NAVER", "를", "로" },
  { "VELVET", "을(를)", "(으)로" },
  /* names */
  { "Trump", "를", "로" },
  { "Biden", "을", "으로" },
  { "Putin", "을", "으로" },
  { "Obama", "를", "로" },
  { "Zelensky", "를", "로" },
  { "Macron", "을", "으로" },
  { "Merkel", "을", "로" },
  { "Musk", "를", "로" },
  { "Harris", "를", "로" },
  { "Mbappé", "를", "로" },
  { "Xi Jinping", "을", "으로" },
  { "Kim Jong-un", "을", "으로" },
  { "Yoon Suk-yeol", "을", "로" },
  { "Lee Jae-myung", "을", "으로" },
  { "Han Duck-soo", "를", "로" },
  { "Cho Kuk", "을", "으로" },
  { "Park", "을(를)", "(으)로" },
  { "McDonald's", "를", "로" },
  { "Trump’s", "를", "로" },
  { "Mr.", "를", "로" },
  /* places */
  { "New York", "을", "으로" },
  { "Washington", "을", "으로" },
  { "Seoul", "을", "로" },
  { "London", "을", "으로" },
  { "Paris", "를", "로" },
  { "Tokyo", "를", "로" },
  { "Israel", "을", "로" },
  { "Philippines", "을", "으로" },
  { "Europe", "을", "으로" },
  /* companies and things */
  { "Google", "을", "로" },
  { "Apple", "을", "로" },
  { "Facebook", "을", "으로" },
  { "YouTube", "를", "로" },
  { "TikTok", "을", "으로" },
  { "Instagram", "을", "으로" },
  { "WhatsApp", "을", "으로" },
  { "Netflix", "를", "로" },
  { "Microsoft", "를", "로" },
  { "iPhone", "을", "으로" },
  { "iPad", "를", "로" },
  { "Boeing", "을", "으로" },
  { "Airbus", "를", "로" },
  { "SK Group", "을", "으로" },
  { "K-pop", "을", "으로" },
  { "Internet", "을", "으로" },
  { "robot", "을", "으로" },
  { "game", "을", "으로" },
  { "online", "을", "으로" },
  { "email", "을", "로" },
  { "market", "을", "으로" },
  /* ideographs and Greek */
  { "美", "를", "로" },
  { "北", "을", "으로" },
  { "日", "을", "로" },
  { "與野", "를", "로" },
  { "尹", "을", "으로" },
  { "\357\247\241", "를", "로" },
  { "α", "를", "로" },
  { "ε", "을", "으로" },
  /* what cannot be told */
  { "", "을(를)", "(으)로" },
  { "…", "을(를)", "(으)로" },
  { "( )", "을(를)", "(으)로" },
  { "龜", "을(를)", "(으)로" },
  { "ただ", "을(를)", "(으)로" },
  { "format", "을(를)", "(으)로" },
};

static void
test_words (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].word);
      g_assert_cmpstr (bul_particle (cases[i].word, BUL_PARTICLE_OBJECT), ==, cases[i].object);
      g_assert_cmpstr (bul_particle (cases[i].word, BUL_PARTICLE_DIRECTION), ==,
                       cases[i].direction);
    }
}

static void
test_forms (void)
{
  static const struct
  {
    BulParticle which;
    const char *after_vowel;
    const char *after_rieul;
    const char *after_consonant;
    const char *unknown;
  } rows[] = {
    /* chosen by vowel or consonant */
    { BUL_PARTICLE_SUBJECT, "뉴스가", "서울이", "한국이", "?이(가)" },
    { BUL_PARTICLE_OBJECT, "뉴스를", "서울을", "한국을", "?을(를)" },
    { BUL_PARTICLE_TOPIC, "뉴스는", "서울은", "한국은", "?은(는)" },
    { BUL_PARTICLE_WITH, "뉴스와", "서울과", "한국과", "?과(와)" },
    { BUL_PARTICLE_COPULA, "뉴스", "서울이", "한국이", "?(이)" },
    { BUL_PARTICLE_QUOTE, "뉴스라고", "서울이라고", "한국이라고", "?(이)라고" },
    /* rieul counts as a vowel */
    { BUL_PARTICLE_DIRECTION, "뉴스로", "서울로", "한국으로", "?(으)로" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *after_vowel = bul_particle_join ("뉴스", rows[i].which);
      g_autofree char *after_rieul = bul_particle_join ("서울", rows[i].which);
      g_autofree char *after_consonant = bul_particle_join ("한국", rows[i].which);
      g_autofree char *unknown = bul_particle_join ("?", rows[i].which);

      g_assert_cmpstr (after_vowel, ==, rows[i].after_vowel);
      g_assert_cmpstr (after_rieul, ==, rows[i].after_rieul);
      g_assert_cmpstr (after_consonant, ==, rows[i].after_consonant);
      g_assert_cmpstr (unknown, ==, rows[i].unknown);
    }
}

/* A syllable taken apart shows its final: none, U+11AF, or another. */
static const char *
direction_by_parts (gunichar syllable)
{
  gunichar parts[3] = { 0 };

  g_unichar_fully_decompose (syllable, FALSE, parts, G_N_ELEMENTS (parts));
  return parts[2] == 0 || parts[2] == 0x11af ? "로" : "으로";
}

static void
test_every_syllable (void)
{
  for (gunichar c = 0xac00; c <= 0xd7a3; c++)
    {
      char word[8] = { 0 };

      g_unichar_to_utf8 (c, word);
      g_assert_cmpstr (bul_particle (word, BUL_PARTICLE_DIRECTION), ==, direction_by_parts (c));
    }
}

/* Only the end of a text counts, however long it is and whatever it is made of. */
static void
test_long (void)
{
  g_autofree char *closing = g_strnfill (200000, ')');
  g_autofree char *opening = g_strnfill (200000, '(');
  g_autofree char *digits = g_strnfill (200000, '0');
  g_autoptr (GString) words = g_string_new (NULL);

  while (words->len < 200000)
    g_string_append (words, "서울에서 ");
  g_string_append (words, "“마을”");

  g_assert_cmpstr (bul_particle (closing, BUL_PARTICLE_OBJECT), ==, "을(를)");
  g_assert_cmpstr (bul_particle (opening, BUL_PARTICLE_OBJECT), ==, "을(를)");
  g_assert_cmpstr (bul_particle (digits, BUL_PARTICLE_OBJECT), ==, "을");
  g_assert_cmpstr (bul_particle (words->str, BUL_PARTICLE_DIRECTION), ==, "로");
}

/* What follows a name that gives way to another. */
static void
test_change (void)
{
  static const struct
  {
    const char *was;
    const char *now;
    const char *after;
    const char *changed; /* what follows then */
  } rows_of_change[] = {
    /* from a consonant to a vowel */
    { "강태윤", "강태오", "은 말했습니다", "는 말했습니다" },
    { "강태윤", "강태오", "이 말했습니다", "가 말했습니다" },
    { "강태윤", "강태오", "을, 또", "를, 또" },
    { "강태윤", "강태오", "과의 대화", "와의 대화" },
    { "강태윤", "강태오", "은커녕", "는커녕" },
    { "강태윤", "강태오", "이라고 밝혔다", "라고 밝혔다" },
    { "강태윤", "강태오", "이다.", "다." },
    { "강태윤", "강태오", "이었다", "였다" },
    { "강태윤", "강태오", "이야말로", "야말로" },
    { "강태윤", "강태오", "으로부터", "로부터" },
    { "강태윤", "강태오", "(52)은", "(52)는" },
    { "강태윤", "강태오", "’이 전했다", "’가 전했다" },
    { "부청장", "부청장보", "은", "는" },
    /* and back */
    { "오순희", "오순금", "가 탔습니다", "이 탔습니다" },
    { "오순희", "오순금", "로서", "으로서" },
    { "오순희", "오순금", "와", "과" },
    { "오순희", "오순금", "라며", "이라며" },
    /* ㄹ */
    { "오순희", "오순길", "로", "로" },
    { "오순금", "오순길", "으로", "로" },
    { "오순길", "오순희", "을", "를" },
    /* what is no particle, or not of this word, or the same after both */
    { "강태윤", "강태오", " 은행", " 은행" },
    { "강태윤", "강태오", "은행장", "은행장" },
    { "강태윤", "강태오", "이장", "이장" },
    { "강태윤", "강태오", "가 말했다", "가 말했다" },
    { "강태윤", "강태오", " 씨는", " 씨는" },
    { "강태윤", "강태오", "에게", "에게" },
    { "강태윤", "강태오", "입니다", "입니다" },
    { "강태윤", "강태진", "은", "은" },
    { "강태윤", "강태오", "", "" },
    /* what it sounds like cannot be told */
    { "☆", "강태오", "은", "은" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows_of_change); i++)
    {
      BulParticleChange change = { 0, "", "" };
      g_autoptr (GString) text = g_string_new (rows_of_change[i].after);

      bul_particle_find_change (rows_of_change[i].was, rows_of_change[i].now, text->str, &change);
      g_string_erase (text, (gssize) bul_chars_to_byte (text->str, change.at),
                      (gssize) strlen (change.was));
      g_string_insert (text, (gssize) bul_chars_to_byte (rows_of_change[i].after, change.at),
                       change.now);
      g_assert_cmpstr (text->str, ==, rows_of_change[i].changed);
    }
}

/* Of a number with what it counts, and of nothing else. */
static void
test_shared (void)
{
  static const struct
  {
    const char *was;
    const char *now;
    guint n_shared;
  } pairs[] = {
    { "118명과", "181명과", 1 },
    { "16개를", "18개를", 1 },
    { "5월에는", "6월에는", 2 },
    { "10시간이", "12시간이", 1 },
    { "3월부터", "4월부터", 2 },
    { "1,700명에게", "1,200명에게", 2 },
    { "17억원으로", "12억원으로", 2 },
    /* other particles, or none */
    { "118명과", "181명을", 0 },
    { "48억", "46억", 0 },
    { "16", "18", 0 },
    { "30%가", "20%가", 0 },
    { "", "18개를", 0 },
    /* the last syllable may be the word's own */
    { "국무회의", "국정회의", 0 },
    { "해란도", "달목도", 0 },
    { "2도", "3도", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_test_message ("%s, %s", pairs[i].was, pairs[i].now);
      g_assert_cmpuint (bul_particle_tail_count_shared (pairs[i].was, pairs[i].now), ==,
                        pairs[i].n_shared);
    }
}

UNIT (text_particle)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/particle/words", test_words);
  g_test_add_func ("/particle/forms", test_forms);
  g_test_add_func ("/particle/every-syllable", test_every_syllable);
  g_test_add_func ("/particle/long", test_long);
  g_test_add_func ("/particle/change", test_change);
  g_test_add_func ("/particle/shared", test_shared);

  return g_test_run ();
}
