/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-relay.h"
#include "unit.h"

#define X "Han Seo-yun"
#define Y "Emma Brandt"

typedef struct
{
  const char *line;
  const char *reporter;
  const char *broadcaster;
  const char *place;
} Told;

/* By whom, for whom and where; what is no part of the line is NULL. */
static const Told closings[] = {
  { X ", KBS News.", X, "KBS News", NULL },
  { "KBS News, " X ".", X, "KBS News", NULL },
  { "KBS News, Daegu, " X ".", X, "KBS News", "Daegu" },
  { "KBS News' " X " reporting.", X, "KBS News", NULL },
  { "KBS's " X ", in Daegu.", X, "KBS", "Daegu" },
  { "In Daegu, I'm KBS's " X ".", X, "KBS", "Daegu" },
  { "KBS News, this is " X " in Jeju.", X, "KBS News", "Jeju" },
  { "KBS News. This is " X ".", X, "KBS News", NULL },
  { "This is KBS News, I'm " X ".", X, "KBS News", NULL },
  { "This is KBS News reporter " X ".", X, "KBS News", NULL },
  { "From Paju, this has been KBS News' " X ".", X, "KBS News", "Paju" },
  { "From Daegu, for KBS News, I'm " X ".", X, "KBS News", "Daegu" },
  { "From Sydney, Nova Scotia, " X " for KBS News.", X, "KBS News", "Sydney, Nova Scotia" },
  { "From the scene, this is " X ".", X, NULL, NULL },
  { "Reporting for KBS News, " X ".", X, "KBS News", NULL },
  { "Reporting for KBS from the East Sea, " X ".", X, "KBS", "the East Sea" },
  { "Reporting live from Daegu, I'm " X ".", X, NULL, "Daegu" },
  { "Standing by in Daegu, " X ", KBS News.", X, "KBS News", "Daegu" },
  { "Signing off from Daegu, " X ", KBS News.", X, "KBS News", "Daegu" },
  { "With the weather, " X ", KBS News.", X, "KBS News", NULL },
  { "So far, this is " X ", KBS News, at the National Assembly.", X, "KBS News",
    "the National Assembly" },
  { X ", reporting from Daegu for KBS News.", X, "KBS News", "Daegu" },
  { "Riding the bus in Suwon, this is " X ", KBS News.", X, "KBS News", "Suwon" },
  { Y ", Arirang News, Sejong.", Y, "Arirang News", "Sejong" },
  { "For NPR News, I'm " Y " in Duluth.", Y, "NPR News", "Duluth" },
  { "For \"PBS NewsHour,\" I'm " Y ".", Y, "PBS NewsHour", NULL },
  { "KBS 뉴스 한서윤입니다.", "한서윤", "KBS 뉴스", NULL },
  { "대구MBC 한서윤입니다.", "한서윤", "대구MBC", NULL },
  { "MBC강원영동 뉴스 한서윤입니다.", "한서윤", "MBC강원영동 뉴스", NULL },
  { "지금까지 서울역에서 한서윤이었습니다.", "한서윤", NULL, "서울역" },
  { "지금까지 한서윤이었습니다.", "한서윤", NULL, NULL },
  { "지금까지 수성못에서 한서윤이 전해드렸습니다.", "한서윤", NULL, "수성못" },
  { "지금까지 대구에서 전해드렸습니다.", NULL, NULL, "대구" },
};

static const Told passings[] = {
  { X " reports.", X, NULL, NULL },
  { "For details, " X " reports from Daegu.", X, NULL, "Daegu" },
  { "With more on the story, " X " reports.", X, NULL, NULL },
  { "In an exclusive report, " X " has the details.", X, NULL, NULL },
  { "From member station KWLD, " Y " reports.", Y, "KWLD", NULL },
  { "From the Territory, " Y " reports.", Y, NULL, "the Territory" },
  { "Exclusive coverage by " X ".", X, NULL, NULL },
  { "More on this from our " X ".", X, NULL, NULL },
  { "Here's a report by " X ".", X, NULL, NULL },
  { "Let's go live to " X ".", X, NULL, NULL },
  { "We now go to " X ", who is at the scene.", X, NULL, NULL },
  { "Now to " X " in Daegu.", X, NULL, "Daegu" },
  { "Now to Daegu, where reporter " X " is standing by.", X, NULL, "Daegu" },
  { "First, Reporter " X "! How deep is it?", X, NULL, NULL },
  { "We are connected to " X " in Daegu.", X, NULL, "Daegu" },
  { "Next up is Tokyo's " X ", who compares it with Japan.", X, NULL, "Tokyo" },
  { "Joining us now is " X ".", X, NULL, NULL },
  { "Stay with us for " X "'s report.", X, NULL, NULL },
  { Y " starts us off.", Y, NULL, NULL },
  { "CNN's " Y " is live at the plaza.", Y, NULL, "the plaza" },
  { "NPR's " Y " reports.", Y, NULL, NULL },
  { "한서윤 기자가 보도합니다.", "한서윤", NULL, NULL },
  { "한서윤 기자의 리포트 보시죠.", "한서윤", NULL, NULL },
  { "한서윤 기자와 함께 보시죠.", "한서윤", NULL, NULL },
  { "한서윤 기자 전해주세요.", "한서윤", NULL, NULL },
  { "도쿄 한서윤 특파원이 보도합니다.", "한서윤", NULL, "도쿄" },
};

/* Words that others say. */
static const char *const others[] = {
  "The ministry, KBS News has learned, knew of it.",
  "ABC News spoke to the mayor.",
  "Donald Ashby met the residents in Salem.",
  "For the people of Daegu, this is no surprise.",
  "From Monday on, the ferry sails again.",
  "AND THE WATER IS STILL, TEN FEET DEEP.",
  "The report by the ministry names no one.",
  "Now to the question of money.",
  "From Harald Radio Randvold report: \"",
  "정부는 지금까지 대책이 없었습니다.",
  "이 방송은 KBS 뉴스입니다.",
};

static void
assert_slice (const char *line, BulSlice slice, const char *wanted)
{
  g_autofree char *got = slice.length == 0 ? NULL : g_strndup (slice.start, slice.length);

  if (g_strcmp0 (got, wanted) != 0)
    g_error ("%s: got %s, want %s", line, got == NULL ? "nothing" : got,
             wanted == NULL ? "nothing" : wanted);
}

static void
assert_told (const Told *told, BulRelay *relay)
{
  if (!bul_relay_read (bul_slice_of (told->line), relay))
    g_error ("%s: not seen", told->line);
  assert_slice (told->line, relay->reporter, told->reporter);
  assert_slice (told->line, relay->place, told->place);
}

static void
test_closings (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (closings); i++)
    {
      BulRelay relay;

      assert_told (&closings[i], &relay);
      assert_slice (closings[i].line, relay.broadcaster, closings[i].broadcaster);
      if (!relay.closes || relay.passes)
        g_error ("%s: closes nothing", closings[i].line);
    }
}

static void
test_passings (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (passings); i++)
    {
      BulRelay relay;

      assert_told (&passings[i], &relay);
      if (!relay.passes || relay.closes)
        g_error ("%s: passes to nobody", passings[i].line);
    }
}

static void
test_others (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      BulRelay relay;

      if (bul_relay_read (bul_slice_of (others[i]), &relay))
        g_error ("%s: taken for one", others[i]);
    }
}

UNIT (relay)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/relay/closings", test_closings);
  g_test_add_func ("/relay/passings", test_passings);
  g_test_add_func ("/relay/others", test_others);

  return g_test_run ();
}
