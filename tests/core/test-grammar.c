/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-attribution.h"
#include "bul-classifier.h"
#include "bul-evidence.h"
#include "bul-look.h"
#include "bul-parts.h"
#include "bul-programme.h"
#include "bul-stamp-reading.h"
#include "unit.h"

#include <string.h>

static void
assert_part (const char *text, BulRange range, const char *expected)
{
  g_autofree char *part = bul_parts_dup (text, range);

  g_assert_cmpstr (part, ==, expected);
}

/* Of a soundbite of one speaker: who, and what is said. */
static void
assert_bite (
    const BulParts *parts, const char *text, const char *name, const char *title, const char *quote)
{
  const BulPartsSpeaker *speaker;

  g_test_message ("%s", text);
  g_assert_cmpuint (parts->speakers->len, ==, 1);
  speaker = &g_array_index (parts->speakers, BulPartsSpeaker, 0);
  assert_part (text, speaker->name, name);
  assert_part (text, speaker->title, title);
  assert_part (text, parts->quote, quote);
}

static void
test_bites (void)
{
  static const struct
  {
    const char *text;
    const char *name;
    const char *title;
    const char *detail; /* the first */
    const char *quote;
  } cases[] = {
    /* name and title */
    { "[Oh Sun-hee/Haeran Resident: \"I waited.\"]", "Oh Sun-hee", "Haeran Resident", NULL,
      "I waited." },
    { "[오순희/해란도 주민 : \"기다렸어요.\"]", "오순희", "해란도 주민", NULL, "기다렸어요." },
    { "[오순희 / 해란도 주민 : 기다렸어요.]", "오순희", "해란도 주민", NULL, "기다렸어요." },
    /* more fields */
    { "[Kang Tae-yoon/Director/March: \"Yes.\"]", "Kang Tae-yoon", "Director", "March", "Yes." },
    { "[나오미 / 바둑 기사 / 14살 : \"네.\"]", "나오미", "바둑 기사", "14살", "네." },
    { "[Han/Member of the (Upper/Lower) House/Dec. 5: \"No.\"]", "Han",
      "Member of the (Upper/Lower) House", "Dec. 5", "No." },
    /* only a role */
    { "[Evacuated resident: \"Run.\"]", NULL, "Evacuated resident", NULL, "Run." },
    { "[Reporter: \"Thin as wire.\"]", NULL, "Reporter", NULL, "Thin as wire." },
    { "[아파트 주민 : \"뛰었죠.\"]", NULL, "아파트 주민", NULL, "뛰었죠." },
    { "[펜션 직원/음성변조 : \"몰라요.\"]", NULL, "펜션 직원", "음성변조", "몰라요." },
    /* a document or an outlet speaks */
    { "[Declaration of Danpo: \"We hold.\"]", "Declaration of Danpo", NULL, NULL, "We hold." },
    /* the words outside the bracket */
    { "[오정호 / 농장주] \"다 떨어졌어요.\"", "오정호", "농장주", NULL, "다 떨어졌어요." },
    { "{오순희/주민/\"기다렸어요.\"}", "오순희", "주민", NULL, "기다렸어요." },
    { "{오순희(주민)：기다렸어요.}", "오순희", "주민", NULL, "기다렸어요." },
    /* marks that do not pair */
    { "[Lee/Mayor: \"It is never closed.]", "Lee", "Mayor", NULL, "It is never closed." },
    { "[Lee/Mayor: “Curly and straight.\"]", "Lee", "Mayor", NULL, "Curly and straight." },
    { "[Lee/Mayor: \"Stop,\" he said (to me). I did.]", "Lee", "Mayor", NULL,
      "\"Stop,\" he said (to me). I did." },
    { "[Lee/Mayor: \"At 22:46 he said: 'go'.\"]", "Lee", "Mayor", NULL, "At 22:46 he said: 'go'." },
    /* a label before it */
    { "[Soundbite] Oh Sun-hee (Resident) : \"Yes.\"", "Oh Sun-hee", "Resident", NULL, "Yes." },
    { "<인터뷰> 오순희(주민) : \"네.\"", "오순희", "주민", NULL, "네." },
    { "[Soundbite]\u2028Oh Sun-hee (Resident): We waited.", "Oh Sun-hee", "Resident", NULL,
      "We waited." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BulParts) parts = bul_parts_new (BUL_BLOCK_BITE, cases[i].text);

      assert_bite (parts, cases[i].text, cases[i].name, cases[i].title, cases[i].quote);
      assert_part (cases[i].text,
                   parts->details->len == 0 ? BUL_RANGE_EMPTY
                                            : g_array_index (parts->details, BulRange, 0),
                   cases[i].detail);
    }
}

/* Whether a label names someone or says what they are, and which of its words is which. */
static void
test_labels (void)
{
  static const struct
  {
    const char *text;
    const char *name;
    const char *title;
  } cases[] = {
    /* one field */
    { "[Alan Cook: \"Yes.\"]", "Alan Cook", NULL },
    { "[Ship's Cook: \"Yes.\"]", NULL, "Ship's Cook" },
    { "[Dockworkers: \"Yes.\"]", NULL, "Dockworkers" },
    { "[Institute of Tides: \"Yes.\"]", NULL, "Institute of Tides" },
    { "[Seok Ho: \"Yes.\"]", "Seok Ho", NULL },
    { "[표재석 시장 : \"네.\"]", "표재석", "시장" },
    { "[길태형 충남도의원 : \"네.\"]", "길태형", "충남도의원" },
    { "[승강기 갇힌 주민 : \"네.\"]", NULL, "승강기 갇힌 주민" },
    { "[지하철 승객 : \"네.\"]", NULL, "지하철 승객" },
    { "[차예담 어린이 어머니 : \"네.\"]", NULL, "차예담 어린이 어머니" },
    { "[전기차 업체 홍보팀 : \"네.\"]", NULL, "전기차 업체 홍보팀" },
    { "인터뷰> 광주시 학동 맹귀덕\u2028네.", "맹귀덕", "광주시 학동" },
    { "● 주칠성(농민): 네.", "주칠성", "농민" },
    { "(녹취) 관광객 \"네.\"", NULL, "관광객" },
    { "[SYNC: 필승재 택배 기사] \"네.\"", "필승재", "택배 기사" },
    { "[Office cleaner, female: \"Yes.\"]", NULL, "Office cleaner, female" },
    { "[Yeom Sang-rye (81), resident: \"Yes.\"]", "Yeom Sang-rye", "resident" },
    { "CLIP: Featherstonehaugh\u2028\"Yes.\"", "Featherstonehaugh", NULL },
    { "CUT 2: Jegal Hyun, Bus Policy Division, 0'17\"\u2028\"Yes.\"", "Jegal Hyun",
      "Bus Policy Division" },
    { "3. SOUNDBITE (Korean) Ki Chang-dae, kite maker:\u2028\"Yes.\"", "Ki Chang-dae",
      "kite maker" },
    { "5. (SOUNDBITE) (Japanese) FARMER, ODA KENJIRO, SAYING:\u2028\"Yes.\"", "ODA KENJIRO",
      "FARMER" },
    { "[교육부 장관 : \"네.\"]", NULL, "교육부 장관" },
    { "[행사 사회자 : \"네.\"]", NULL, "행사 사회자" },
    { "[어촌계장 정만복 : \"네.\"]", "정만복", "어촌계장" },
    { "[석호 : \"네.\"]", "석호", NULL },
    /* signs between name and title other than a stroke */
    { "[Choe Eun-chong, Nearby resident: \"Yes.\"]", "Choe Eun-chong", "Nearby resident" },
    { "[Myeong Jae - Hill resident: \"Yes.\"]", "Myeong Jae", "Hill resident" },
    { "[Scammer/Phone recording: \"Yes.\"]", NULL, "Scammer" },
    { "[Ryu Si-a, 42/Self-employed: \"Yes.\"]", "Ryu Si-a", "Self-employed" },
    { "[고분남 (71세)/서울 성북구 : \"네.\"]", "고분남", "서울 성북구" },
    /* behind the words */
    { "\"Yes.\" [Mok Si-on/Entomologist]", "Mok Si-on", "Entomologist" },
    { "\"네.\" (유상진 / 직장인)", "유상진", "직장인" },
    /* behind marks */
    { "SOT: Capt. Ann Sorley\u2028\"Yes.\"", "Capt. Ann Sorley", NULL },
    { "SOUNDBITE (Korean) Oh Dam, dog handler: \"Yes.\"", "Oh Dam", "dog handler" },
    { "SOUNDBITE (Korean) Unnamed rescuer:\u2028\"Yes.\"", NULL, "Unnamed rescuer" },
    { "▶ 인터뷰 : 변호사 한가람\u2028- \"네.\"", "한가람", "변호사" },
    { "[전화 녹취:최 모 씨, 대출 피해자]\u2028\"네.\"", "최 모 씨", "대출 피해자" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BulParts) parts = bul_parts_new (BUL_BLOCK_BITE, cases[i].text);

      assert_bite (parts, cases[i].text, cases[i].name, cases[i].title,
                   strstr (cases[i].text, "Yes") ? "Yes." : "네.");
    }
}

static void
test_several_speakers (void)
{
  static const struct
  {
    const char *text;
    guint n;
  } cases[] = {
    { "[Choi Jun & Choi Gang/LG Fans: \"Go!\"]", 2 },
    { "[최고은·이세연 / 인근 주민 : \"놀랐죠.\"]", 2 },
    { "[\"Evacuate immediately.\"]", 0 },
    { "최고은, 최고운 (서울 면목동) :\u2028놀랐죠.", 2 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BulParts) parts = bul_parts_new (BUL_BLOCK_BITE, cases[i].text);

      g_assert_cmpuint (parts->speakers->len, ==, cases[i].n);
    }
}

static void
test_relays (void)
{
  static const struct
  {
    const char *text;
    const char *reporter;
    const char *broadcaster;
    const char *place;
  } cases[] = {
    /* English */
    { "This is Seo Min-ji reporting from Danpo.", "Seo Min-ji", NULL, "Danpo" },
    { "This is Seo Min-ji reporting for HBC News from Danpo.", "Seo Min-ji", "HBC News", "Danpo" },
    { "Reporter Seo Min-ji has the details.", "Seo Min-ji", NULL, NULL },
    { "Ha Murim reports", "Ha Murim", NULL, NULL },
    { "Danpo's Ha Murim reports.", "Ha Murim", NULL, "Danpo" },
    { "First, we go to Danpo with reporter Ha Murim.", "Ha Murim", NULL, "Danpo" },
    { "This is KBS News, Ha Murim.", "Ha Murim", "KBS News", NULL },
    { "KBS News, Ha Murim.", "Ha Murim", "KBS News", NULL },
    { "This is Ha Murim from KBS News.", "Ha Murim", "KBS News", NULL },
    { "This has been KBS News' Ha Murim from Danpo.", "Ha Murim", "KBS News", "Danpo" },
    { "Reporting from Danpo, this is KBS News' Ha Murim.", "Ha Murim", "KBS News", "Danpo" },
    { "This is Seo Min-ji in Danpo.", "Seo Min-ji", NULL, "Danpo" },
    /* Korean */
    { "서민지 기자가 보도합니다.", "서민지", NULL, NULL },
    { "단포에서 서민지 기자입니다.", "서민지", NULL, "단포" },
    { "단포에서 여보람, 하무림 기자가 함께 취재했습니다.", "여보람, 하무림", NULL, "단포" },
    { "여보람·하무림 기자가 취재했습니다.", "여보람·하무림", NULL, NULL },
    { "하지만, 하무림 기자가 취재했습니다.", "하무림", NULL, NULL },
    { "도쿄 하무림 특파원의 보도입니다.", "하무림", NULL, "도쿄" },
    { "KBS 뉴스 서민지입니다.", "서민지", "KBS 뉴스", NULL },
    { "지금까지 단포에서 KBS 뉴스 서민지였습니다.", "서민지", "KBS 뉴스", "단포" },
    { "MBC뉴스 하무림입니다.", "하무림", "MBC뉴스", NULL },
    { "YTN 하무림[murim@ytn co kr]입니다.", "하무림", "YTN", NULL },
    /* none of it */
    { "This is seen as an effort by the city to win time.", NULL, NULL, NULL },
    { "The mayor reports to the council every month on all that was built.", NULL, NULL, NULL },
    { "현장에는 기자들이 몰렸습니다.", NULL, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BulParts) parts = bul_parts_new (BUL_BLOCK_SIGNOFF, cases[i].text);

      g_test_message ("%s", cases[i].text);
      assert_part (cases[i].text, parts->reporter, cases[i].reporter);
      assert_part (cases[i].text, parts->broadcaster, cases[i].broadcaster);
      assert_part (cases[i].text, parts->place, cases[i].place);
    }
}

/* Each name of a hand-off, wherever it parts them. */
static void
test_several_reporters (void)
{
  static const char *const texts[]
      = { "여보람, 하무림, 서민지 기자가 보도합니다.", "여보람·하무림·서민지 기자가 보도합니다." };
  static const char *const names[] = { "여보람", "하무림", "서민지" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (BulParts) parts = bul_parts_new (BUL_BLOCK_HANDOFF, texts[i]);
      g_autoptr (GArray) ranges = bul_parts_list_reporters (parts, texts[i]);

      g_assert_cmpuint (ranges->len, ==, G_N_ELEMENTS (names));
      for (guint j = 0; j < ranges->len; j++)
        assert_part (texts[i], g_array_index (ranges, BulRange, j), names[j]);
    }
}

/* What begins like something and ends at once; no byte behind it is there to be read. */
static void
test_torn (void)
{
  static const char *const lines[] = { "(\u2028",     "[\u2028",
                                       "{\u2028",     "<\u2028",
                                       "((\u2028",    "(SOT:",
                                       "(SOT:)",      "(SOT:\u2028",
                                       "##",          "#",
                                       "Q:",          "A2)",
                                       "(CG",         "CG)",
                                       "[KBS 부",     "[KBS 부]",
                                       "(Korean)",    "[Korean]",
                                       "[x] (Thai",   "■ 방",
                                       "B tv",        "[가나 부부/다라]",
                                       "승낙 부자 :", "도쿄 특파원이 보도합니다." };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      gsize length = strlen (lines[i]);
      g_autofree char *copy = g_memdup2 (lines[i], length);
      BulSlice line = bul_slice (copy, copy + length);
      BulAttribution attribution;
      BulLook look = bul_look_at (line);

      g_test_message ("%s", lines[i]);
      g_assert_cmpuint (look.n_bytes, <=, length);
      bul_attribution_read (line, &attribution);
      g_assert_cmpuint (attribution.quote.length, <=, length);
      g_assert_cmpuint (attribution.attribution.length, <=, length);
    }
}

static void
test_credits (void)
{
  static const struct
  {
    const char *text;
    guint n_credits;
    guint n_names; /* of the first */
  } cases[] = {
    { "촬영기자:강민호 이수아/영상편집:정다운/그래픽:한별", 3, 2 },
    { "촬영기자 : 강민호", 1, 1 },
    { "영상취재ㅣ강민호·이수아", 1, 2 },
    { "(영상취재 : 강민호, 영상편집 : 정다운)", 2, 1 },
    { "촬영기자:강민호/전주", 1, 1 },
    { "화면출처 : 미 해안경비대", 1, 1 },
    { "화면제공 : 강민호 이수아", 1, 2 },
    { "촬영은 끝났습니다", 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (BulParts) parts = bul_parts_new (BUL_BLOCK_CREDITS, cases[i].text);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpuint (parts->credits->len, ==, cases[i].n_credits);
      if (cases[i].n_credits > 0)
        g_assert_cmpuint (g_array_index (parts->credits, BulPartsCredit, 0).names->len, ==,
                          cases[i].n_names);
    }
}

static void
test_stamps (void)
{
  static const struct
  {
    const char *text;
    guint n;
    BulStampKind kind;
    const char *at; /* of the last */
    const char *rest;
  } cases[] = {
    { "입력 2025.06.12 (22:46)", 1, BUL_STAMP_ENTERED, "2025-06-12T22:46", "" },
    { "입력 2010-01-01 22:18:21", 1, BUL_STAMP_ENTERED, "2010-01-01T22:18:21", "" },
    { "입력 : 2019.01.24 16:36", 1, BUL_STAMP_ENTERED, "2019-01-24T16:36", "" },
    { "[JTBC] 입력 2021-02-18 20:22", 1, BUL_STAMP_ENTERED, "2021-02-18T20:22", "" },
    { "수정2017-05-21 19:13:56", 1, BUL_STAMP_MODIFIED, "2017-05-21T19:13:56", "" },
    { "입력 2026.03.18 (21:34) | 수정 2026.03.18 (22:58)", 2, BUL_STAMP_MODIFIED,
      "2026-03-18T22:58", "" },
    { "입력 2026.03.18 (21:34) 뉴스 9", 1, BUL_STAMP_ENTERED, "2026-03-18T21:34", "뉴스 9" },
    { "2025.02.28. 오후 9:58.", 1, BUL_STAMP_PUBLISHED, "2025-02-28T21:58", "" },
    { "2022. 12. 26. 20:34", 1, BUL_STAMP_PUBLISHED, "2022-12-26T20:34", "" },
    { "Broadcast: 19/04/2007", 1, BUL_STAMP_AIRED, "2007-04-19", "" },
    { "Aired March 18, 2026 - 9:0", 1, BUL_STAMP_AIRED, "2026-03-18", "- 9:0" },
    /* none */
    { "2026.13.40 99:99", 0, 0, NULL, NULL },
    { "입력 2026.02.30 (21:00)", 0, 0, NULL, NULL },
    { "입력 2026.01.02 (24:10)", 0, 0, NULL, NULL },
    { "입력 내용을 확인해 주십시오", 0, 0, NULL, NULL },
    { "27 people came at 10:30", 0, 0, NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      BulStampReading readings[4];
      BulSlice rest;
      guint n = bul_stamp_reading_read (bul_slice_of (cases[i].text), readings, 4, &rest);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpuint (n, ==, cases[i].n);
      if (n == 0)
        continue;
      g_assert_cmpint (readings[n - 1].kind, ==, cases[i].kind);
      g_assert_cmpstr (readings[n - 1].at, ==, cases[i].at);
      g_assert_true (bul_slice_equal (rest, cases[i].rest));
    }
}

static void
test_programmes (void)
{
  static const struct
  {
    const char *text;
    gboolean known;
  } cases[] = {
    { "News 9", TRUE },     { "뉴스9", TRUE },    { "news  9", TRUE },
    { "뉴스데스크", TRUE }, { "News 99", FALSE }, { "Hello baseball season!", FALSE },
    { "", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (bul_programme_find (cases[i].text, strlen (cases[i].text)) != NULL, ==,
                     cases[i].known);
}

/* One line after [Report], with another behind it. */
static void
test_lines (void)
{
  static const struct
  {
    const char *line;
    BulBlockKind kind;
    BulSection section;
    const char *finding;
  } cases[] = {
    /* brackets that are soundbites */
    { "[\"Evacuate immediately.\"]", BUL_BLOCK_BITE, BUL_SECTION_REPORT, NULL },
    { "[시간당 10mm 안팎의 다소 강한 비가 내리겠습니다]", BUL_BLOCK_BITE, BUL_SECTION_REPORT,
      NULL },
    { "[Reporter: \"Thin as wire.\"]", BUL_BLOCK_BITE, BUL_SECTION_REPORT, NULL },
    { "[Hold on! (꽉 잡아요!)]", BUL_BLOCK_BITE, BUL_SECTION_REPORT, NULL },
    { "[Lee/Mayor: \"Never closed.]", BUL_BLOCK_BITE, BUL_SECTION_REPORT, "quote-not-closed" },
    /* and those that are none */
    { "[사진 출처 : 홈페이지 캡처]", BUL_BLOCK_FURNITURE, BUL_SECTION_REPORT, NULL },
    { "[카카오톡] HBC 검색해 채널 추가", BUL_BLOCK_FURNITURE, BUL_SECTION_TAIL, NULL },
    { "[ desk@house.kr ]", BUL_BLOCK_FURNITURE, BUL_SECTION_TAIL, NULL },
    { "[Map graphic]", BUL_BLOCK_PARAGRAPH, BUL_SECTION_REPORT, "unknown-marker" },
    { "[ 앵 커 ]", BUL_BLOCK_MARKER, BUL_SECTION_LEAD, "marker-damaged" },
    /* the end */
    { "KBS 뉴스 서민지입니다.", BUL_BLOCK_SIGNOFF, BUL_SECTION_REPORT, NULL },
    { "촬영기자:강민호/영상편집:정다운", BUL_BLOCK_CREDITS, BUL_SECTION_TAIL, NULL },
    { "공지·정정", BUL_BLOCK_NOTICES, BUL_SECTION_TAIL, NULL },
    { "공지ㆍ정정", BUL_BLOCK_NOTICES, BUL_SECTION_TAIL, NULL },
    { "공지·정정을 냈습니다.", BUL_BLOCK_PARAGRAPH, BUL_SECTION_REPORT, NULL },
    { "Copyright © HBC", BUL_BLOCK_FURNITURE, BUL_SECTION_TAIL, NULL },
    { "* 자세한 뉴스가 곧 이어집니다.", BUL_BLOCK_FURNITURE, BUL_SECTION_TAIL, NULL },
    /* buttons, and words that are said */
    { "Font Size", BUL_BLOCK_FURNITURE, BUL_SECTION_REPORT, NULL },
    { "TWEET", BUL_BLOCK_FURNITURE, BUL_SECTION_REPORT, NULL },
    { "Listen", BUL_BLOCK_FURNITURE, BUL_SECTION_REPORT, NULL },
    { "Listen.", BUL_BLOCK_PARAGRAPH, BUL_SECTION_REPORT, NULL },
    /* a house's words in the brackets of another */
    { "<Interview> Kang (Mayor) : \"It is open.\"", BUL_BLOCK_BITE, BUL_SECTION_REPORT, NULL },
    { "〈Interview〉 Kang (Mayor) : \"It is open.\"", BUL_BLOCK_BITE, BUL_SECTION_REPORT, NULL },
    { "【 Anchor 】", BUL_BLOCK_MARKER, BUL_SECTION_LEAD, NULL },
    { "[Sound bite: Mayor Kang Tae-yoon] \"It is open.\"", BUL_BLOCK_BITE, BUL_SECTION_REPORT,
      NULL },
    /* words */
    { "(S/U)", BUL_BLOCK_CUE, BUL_SECTION_REPORT, NULL },
    { "◀EFFECT▶ 파도 소리", BUL_BLOCK_CUE, BUL_SECTION_REPORT, NULL },
    { "This is seen as an effort by the city.", BUL_BLOCK_PARAGRAPH, BUL_SECTION_REPORT, NULL },
    { "News 9", BUL_BLOCK_PARAGRAPH, BUL_SECTION_REPORT, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      BulLook mark = bul_look_at (bul_slice_of ("[Report]"));
      BulLook line = bul_look_at (bul_slice_of (cases[i].line));
      BulLook more = bul_look_at (bul_slice_of ("More of it came later."));
      BulClassifierState state;
      BulReading reading;

      g_test_message ("%s", cases[i].line);
      bul_classifier_start (&state, BUL_EVIDENCE_MARKS | BUL_EVIDENCE_REPORTS, 1, 0);
      bul_classifier_read (&state, &mark, &line, &more);
      reading = bul_classifier_read (&state, &line, &more, NULL);
      g_assert_cmpint (reading.kind, ==, cases[i].kind);
      g_assert_cmpint (reading.section, ==, cases[i].section);
      g_assert_cmpstr (reading.finding, ==, cases[i].finding);
    }
}

UNIT (grammar)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/grammar/bites", test_bites);
  g_test_add_func ("/grammar/labels", test_labels);
  g_test_add_func ("/grammar/several-speakers", test_several_speakers);
  g_test_add_func ("/grammar/relays", test_relays);
  g_test_add_func ("/grammar/several-reporters", test_several_reporters);
  g_test_add_func ("/grammar/torn", test_torn);
  g_test_add_func ("/grammar/credits", test_credits);
  g_test_add_func ("/grammar/stamps", test_stamps);
  g_test_add_func ("/grammar/programmes", test_programmes);
  g_test_add_func ("/grammar/lines", test_lines);
  return g_test_run ();
}
