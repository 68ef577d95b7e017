/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-programme.h"

#include <string.h>

/* To add a programme, add a row. */
static const BulProgramme programmes[] = {
  { "KBS", "en", "News 9" },
  { "KBS", "en", "News 7" },
  { "KBS", "en", "News 5" },
  { "KBS", "en", "News 12" },
  { "KBS", "en", "News 930" },
  { "KBS", "en", "930 News" },
  { "KBS", "en", "News Plaza" },
  { "KBS", "en", "News Square" },
  { "KBS", "en", "News Line" },
  { "KBS", "en", "Newsline" },
  { "KBS", "en", "Newsline W" },
  { "KBS", "en", "News Today" },
  { "KBS", "en", "News Time" },
  { "KBS", "en", "Morning News" },
  { "KBS", "en", "Midnight News" },
  { "KBS", "en", "KBS News 9" },
  { "KBS", "en", "KBS News 7" },
  { "KBS", "ko", "뉴스 9" },
  { "KBS", "ko", "뉴스 7" },
  { "KBS", "ko", "뉴스 5" },
  { "KBS", "ko", "뉴스 12" },
  { "KBS", "ko", "뉴스 2" },
  { "KBS", "ko", "뉴스 930" },
  { "KBS", "ko", "930 뉴스" },
  { "KBS", "ko", "뉴스광장" },
  { "KBS", "ko", "뉴스광장 1부" },
  { "KBS", "ko", "뉴스광장 2부" },
  { "KBS", "ko", "아침뉴스타임" },
  { "KBS", "ko", "뉴스타임" },
  { "KBS", "ko", "뉴스라인" },
  { "KBS", "ko", "뉴스라인 W" },
  { "KBS", "ko", "뉴스토크" },
  { "KBS", "ko", "경제콘서트" },
  { "KBS", "ko", "글로벌24" },
  { "KBS", "ko", "지구촌뉴스" },
  { "KBS", "ko", "사사건건" },
  { "KBS", "ko", "KBS 뉴스 9" },
  { "KBS", "ko", "KBS 9시 뉴스" },
  { "KBS", "ko", "9시 뉴스" },
  { "KBS", "ko", "정오종합뉴스" },
  { "KBS", "ko", "KBS 뉴스 7" },
  { "MBC", "ko", "뉴스데스크" },
  { "MBC", "ko", "뉴스투데이" },
  { "MBC", "ko", "뉴스외전" },
  { "MBC", "ko", "12시 MBC뉴스" },
  { "SBS", "ko", "8 뉴스" },
  { "SBS", "ko", "SBS 8 뉴스" },
  { "SBS", "ko", "모닝와이드" },
  { "SBS", "ko", "나이트라인" },
  { "SBS", "ko", "오뉴스" },
  { "YTN", "ko", "뉴스큐" },
  { "YTN", "ko", "뉴스라이더" },
  { "YTN", "ko", "뉴스나이트" },
  { "YTN", "ko", "뉴스퀘어" },
  { "JTBC", "ko", "뉴스룸" },
  { "JTBC", "ko", "아침&" },
  { "MBN", "ko", "뉴스7" },
  { "채널A", "ko", "뉴스A" },
  { "채널A", "ko", "채널A 뉴스A" },
  { "TV조선", "ko", "TV조선 뉴스9" },
  { "TV조선", "ko", "TV CHOSUN 뉴스9" },
  { "MBN", "ko", "MBN 뉴스7" },
  { "MBN", "ko", "종합뉴스" },
  { "MBN", "ko", "MBN 종합뉴스" },
  { "MBN", "ko", "뉴스와이드" },
  { "MBN", "ko", "굿모닝 MBN" },
  { "MBC", "ko", "MBC 뉴스데스크" },
  { "MBC", "ko", "뉴스데스크 광주" },
  { "MBC", "ko", "생방송 오늘 아침" },
  { "MBC", "ko", "930 MBC뉴스" },
  { "MBC", "ko", "5시 뉴스와 경제" },
  { "MBC", "ko", "뉴스투데이 1부" },
  { "MBC", "ko", "뉴스투데이 2부" },
  { "SBS", "ko", "8뉴스" },
  { "SBS", "ko", "뉴스브리핑" },
  { "SBS", "ko", "12 뉴스" },
  { "SBS", "ko", "뉴스헌터스" },
  { "SBS", "ko", "편상욱의 뉴스브리핑" },
  { "YTN", "ko", "뉴스업" },
  { "YTN", "ko", "뉴스UP" },
  { "YTN", "ko", "뉴스NOW" },
  { "YTN", "ko", "뉴스퀘어 2PM" },
  { "YTN", "ko", "뉴스24" },
  { "YTN", "ko", "뉴스앤이슈" },
  { "YTN", "ko", "뉴스START" },
  { "YTN", "ko", "굿모닝 와이티엔" },
  { "YTN", "ko", "이브닝 뉴스" },
  { "JTBC", "ko", "JTBC 뉴스룸" },
  { "JTBC", "ko", "사건반장" },
  { "JTBC", "ko", "상암동 클라스" },
  { "JTBC", "ko", "뉴스 5후" },
  { "JTBC", "ko", "정치부회의" },
  { "TV조선", "ko", "뉴스9" },
  { "TV조선", "ko", "뉴스7" },
  { "TV조선", "ko", "뉴스쇼" },
  { "채널A", "ko", "뉴스A 라이브" },
  { "채널A", "ko", "뉴스TOP10" },
  { "채널A", "ko", "뉴스A CITY" },
  { "연합뉴스TV", "ko", "뉴스포커스" },
  { "연합뉴스TV", "ko", "뉴스1번지" },
  { "연합뉴스TV", "ko", "뉴스리뷰" },
  { "연합뉴스TV", "ko", "뉴스투나잇" },
  { "연합뉴스TV", "ko", "뉴스현장" },
  { "연합뉴스TV", "ko", "뉴스13" },
  { "연합뉴스TV", "ko", "뉴스17" },
  { "연합뉴스TV", "ko", "출근길 인터뷰" },
  { "KNN", "ko", "뉴스아이" },
  { "KNN", "ko", "KNN 뉴스아이" },
  { "KNN", "ko", "모닝와이드" },
  { "KBC", "ko", "KBC 8뉴스" },
  { "KBC", "ko", "KBC 뉴스와이드" },
  { "OBS", "ko", "OBS 뉴스" },
  { "채널A", "ko", "뉴스A" },
  { "연합뉴스TV", "ko", "뉴스워치" },
  { "Arirang", "en", "Arirang News" },
  { "Arirang", "en", "News Center" },
  { "KBS", "en", "News 24" },
  { "KBS", "en", "KBS WORLD Radio News" },
  { "KBS", "en", "KBS World Radio News" },
  { "KBS", "en", "KBS WORLD News" },
  { "KBS", "en", "KBS World News" },
  { "KBS", "en", "Korea 24" },
  { "Arirang", "en", "Arirang News at Noon" },
  { "Arirang", "en", "Arirang News Tonight" },
  { "Arirang", "en", "Arirang News Break" },
  { "Arirang", "en", "Arirang Prime" },
  { "Arirang", "en", "New Day at Arirang" },
  { "Arirang", "en", "Early Edition" },
  { "Arirang", "en", "Arirang Daily News" },
  { "PBS", "en", "PBS NewsHour" },
  { "PBS", "en", "PBS News Hour" },
  { "PBS", "en", "PBS NewsHour Weekend" },
  { "PBS", "en", "PBS News Weekend" },
  { "PBS", "en", "NewsHour" },
  { "PBS", "en", "Online NewsHour" },
  { "PBS", "en", "The NewsHour with Jim Lehrer" },
  { "PBS", "en", "NewsHour with Jim Lehrer" },
  { "PBS", "en", "Washington Week" },
  { "PBS", "en", "Frontline" },
  { "NPR", "en", "Morning Edition" },
  { "NPR", "en", "All Things Considered" },
  { "NPR", "en", "Weekend Edition" },
  { "NPR", "en", "Weekend Edition Saturday" },
  { "NPR", "en", "Weekend Edition Sunday" },
  { "NPR", "en", "Weekend All Things Considered" },
  { "NPR", "en", "Talk of the Nation" },
  { "NPR", "en", "Fresh Air" },
  { "NPR", "en", "Day to Day" },
  { "NPR", "en", "Tell Me More" },
  { "NPR", "en", "News & Notes" },
  { "NPR", "en", "Here & Now" },
  { "NPR", "en", "Short Wave" },
  { "NPR", "en", "Planet Money" },
  { "NPR", "en", "Up First" },
  { "NPR", "en", "Consider This" },
  { "NPR", "en", "On Point" },
  { "ABC", "en", "7.30" },
  { "ABC", "en", "7.30 Report" },
  { "ABC", "en", "The 7.30 Report" },
  { "ABC", "en", "Lateline" },
  { "ABC", "en", "Lateline Business" },
  { "ABC", "en", "Four Corners" },
  { "ABC", "en", "Stateline" },
  { "ABC", "en", "Landline" },
  { "ABC", "en", "Foreign Correspondent" },
  { "ABC", "en", "Correspondents Report" },
  { "ABC", "en", "The World Today" },
  { "ABC", "en", "AM" },
  { "ABC", "en", "PM" },
  { "ABC", "en", "Saturday AM" },
  { "ABC", "en", "Insiders" },
  { "ABC", "en", "Inside Business" },
  { "ABC", "en", "Media Watch" },
  { "ABC", "en", "Australian Story" },
  { "ABC", "en", "Background Briefing" },
  { "ABC", "en", "Catalyst" },
  { "BBC", "en", "Newsnight" },
  { "BBC", "en", "Panorama" },
  { "BBC", "en", "The World at One" },
  { "BBC", "en", "The World Tonight" },
  { "BBC", "en", "Newsbeat" },
  { "BBC", "en", "BBC News at Six" },
  { "BBC", "en", "BBC News at Ten" },
  { "BBC", "en", "Breakfast with Frost" },
  { "CNN", "en", "CNN Newsroom" },
  { "CNN", "en", "CNN Live Today" },
  { "CNN", "en", "CNN Tonight" },
  { "CNN", "en", "The Situation Room" },
  { "CNN", "en", "Anderson Cooper 360 Degrees" },
  { "CNN", "en", "American Morning" },
  { "CNN", "en", "Larry King Live" },
  { "CNN", "en", "Lou Dobbs Tonight" },
  { "CNN", "en", "Inside Politics" },
  { "KBS", "ko", "스포츠9" },
  { "KBS", "ko", "스포츠 하이라이트" },
  { "KBS", "ko", "뉴스특보" },
  { "KBS", "ko", "취재파일K" },
  { "KBS", "ko", "시사기획 창" },
  { "KBS", "ko", "남북의 창" },
  { "KBS", "ko", "특파원 보고 세계는 지금" },
  { "KBS", "ko", "일요진단" },
  { "KBS", "ko", "일요진단 라이브" },
  { "KBS", "ko", "생생 네트워크" },
  { "KBS", "ko", "뉴스브런치" },
  { "KBS", "ko", "대담한 5시" },
  { "KBS", "ko", "더 라이브" },
  { "KBS", "ko", "월드24" },
  { "KBS", "ko", "마감뉴스" },
  { "KBS", "ko", "아침뉴스" },
  { "KBS", "ko", "네트워크 뉴스" },
  { "KBS", "en", "Sports 9" },
  { "MBC", "ko", "정오뉴스" },
  { "MBC", "ko", "12MBC 뉴스" },
  { "MBC", "ko", "2시뉴스외전" },
  { "MBC", "ko", "뉴스와 경제" },
  { "MBC", "ko", "뉴스25" },
  { "MBC", "ko", "스트레이트" },
  { "MBC", "ko", "시사매거진 2580" },
  { "MBC", "ko", "PD수첩" },
  { "MBC", "ko", "통일전망대" },
  { "SBS", "ko", "8시 뉴스" },
  { "SBS", "ko", "12시 뉴스" },
  { "SBS", "ko", "주영진의 뉴스브리핑" },
  { "SBS", "ko", "김현우의 뉴스브리핑" },
  { "SBS", "ko", "생활경제" },
  { "SBS", "ko", "뉴스토리" },
  { "SBS", "ko", "비디오머그" },
  { "YTN", "ko", "뉴스나우" },
  { "YTN", "ko", "뉴스스타트" },
  { "YTN", "ko", "뉴스타워" },
  { "YTN", "ko", "뉴스정면승부" },
  { "YTN", "ko", "뉴스가 있는 저녁" },
  { "YTN", "ko", "뉴스N이슈" },
  { "YTN", "ko", "뉴스통" },
  { "YTN", "ko", "와이티엔 스페셜" },
  { "YTN", "ko", "더뉴스" },
  { "JTBC", "ko", "이 시각 뉴스룸" },
  { "JTBC", "ko", "뉴스ON" },
  { "JTBC", "ko", "오대영 라이브" },
  { "JTBC", "ko", "5시 정치부회의" },
  { "JTBC", "ko", "이가혁 라이브" },
  { "JTBC", "ko", "아침&라이프" },
  { "MBN", "ko", "뉴스센터" },
  { "MBN", "ko", "뉴스파이터" },
  { "MBN", "ko", "뉴스8" },
  { "MBN", "ko", "MBN 뉴스8" },
  { "MBN", "ko", "MBN 뉴스센터" },
  { "MBN", "ko", "아침&매일경제" },
  { "MBN", "ko", "프레스룸" },
  { "TV조선", "ko", "뉴스퍼레이드" },
  { "TV조선", "ko", "신통방통" },
  { "TV조선", "ko", "사건파일24" },
  { "TV조선", "ko", "보도본부 핫라인" },
  { "TV조선", "ko", "이것이 정치다" },
  { "TV조선", "ko", "네트워크 매거진" },
  { "TV조선", "ko", "류병수의 강펀치" },
  { "채널A", "ko", "김진의 돌직구쇼" },
  { "채널A", "ko", "돌직구쇼" },
  { "채널A", "ko", "정치데스크" },
  { "채널A", "ko", "토요랭킹쇼" },
  { "채널A", "ko", "정치시그널" },
  { "채널A", "ko", "강력한 4팀" },
  { "연합뉴스TV", "ko", "뉴스프라임" },
  { "연합뉴스TV", "ko", "뉴스오늘" },
  { "연합뉴스TV", "ko", "뉴스08" },
  { "연합뉴스TV", "ko", "뉴스10" },
  { "연합뉴스TV", "ko", "뉴스15" },
  { "연합뉴스TV", "ko", "뉴스16" },
  { "연합뉴스TV", "ko", "뉴스18" },
  { "연합뉴스TV", "ko", "뉴스20" },
  { "연합뉴스TV", "ko", "뉴스21" },
  { "연합뉴스TV", "ko", "라이브투데이" },
  { "연합뉴스TV", "ko", "뉴스스퀘어 8PM" },
  { "연합뉴스TV", "ko", "뉴스캐스트" },
  { "연합뉴스TV", "ko", "북한은 지금" },
  { "연합뉴스TV", "ko", "이슈토크" },
  { "연합뉴스TV", "ko", "뉴스메이커" },
  { "연합뉴스TV", "ko", "사건큐브" },
  { "연합뉴스TV", "ko", "1번지현장" },
  { "연합뉴스TV", "ko", "1번지 운영위" },
  { "KNN", "ko", "KNN 모닝와이드" },
  { "KNN", "ko", "KNN 뉴스투데이" },
  { "KBC", "ko", "KBC 모닝와이드" },
  { "Arirang", "en", "The Daily Report" },
  { "Arirang", "en", "News Now" },
  { "Arirang", "en", "Newsfeature" },
  { "Arirang", "en", "Within the Frame" },
  { "Arirang", "en", "Korea Now" },
  { "Arirang", "en", "Primetime News" },
  { "PBS", "en", "The NewsHour" },
  { "PBS", "en", "PBS NewsHour with Jim Lehrer" },
  { "PBS", "en", "The MacNeil/Lehrer NewsHour" },
  { "PBS", "en", "Washington Week with The Atlantic" },
  { "NPR", "en", "Weekend Edition - Sunday" },
  { "NPR", "en", "Weekend Edition - Saturday" },
  { "NPR", "en", "Throughline" },
  { "NPR", "en", "Code Switch" },
  { "NPR", "en", "1A" },
  { "NPR", "en", "It's Been a Minute" },
  { "ABC", "en", "The Midday Report" },
  { "ABC", "en", "RN Breakfast" },
  { "ABC", "en", "Radio National Breakfast" },
  { "ABC", "en", "The Drum" },
  { "ABC", "en", "Q&A" },
  { "ABC", "en", "Offsiders" },
  { "ABC", "en", "One Plus One" },
  { "ABC", "en", "Compass" },
  { "ABC", "en", "ABC News Breakfast" },
  { "ABC", "en", "Asia Pacific" },
  { "ABC", "en", "Pacific Beat" },
  { "CNN", "en", "CNN This Morning" },
  { "CNN", "en", "CNN News Central" },
  { "CNN", "en", "CNN Saturday Morning News" },
  { "CNN", "en", "CNN Sunday Morning" },
  { "CNN", "en", "CNN Live Saturday" },
  { "CNN", "en", "CNN Live Sunday" },
  { "CNN", "en", "CNN Live Event/Special" },
  { "CNN", "en", "CNN Breaking News" },
  { "CNN", "en", "CNN Daybreak" },
  { "CNN", "en", "CNN Early Edition" },
  { "CNN", "en", "CNN International" },
  { "CNN", "en", "CNN Student News" },
  { "CNN", "en", "The Lead with Jake Tapper" },
  { "CNN", "en", "Erin Burnett OutFront" },
  { "CNN", "en", "Anderson Cooper 360" },
  { "CNN", "en", "State of the Union" },
  { "CNN", "en", "Fareed Zakaria GPS" },
  { "CNN", "en", "Piers Morgan Live" },
  { "CNN", "en", "Piers Morgan Tonight" },
  { "CNN", "en", "Early Start" },
  { "CNN", "en", "New Day" },
  { "CNN", "en", "New Day Saturday" },
  { "CNN", "en", "New Day Sunday" },
  { "CNN", "en", "At This Hour" },
  { "CNN", "en", "Smerconish" },
  { "CNN", "en", "Laura Coates Live" },
  { "CNN", "en", "The Source with Kaitlan Collins" },
  { "CNN", "en", "Wolf Blitzer Reports" },
  { "CNN", "en", "Paula Zahn Now" },
  { "CNN", "en", "Newsnight with Aaron Brown" },
  { "CNN", "en", "Nancy Grace" },
  { "CNN", "en", "Crossfire" },
  { "CNN", "en", "Reliable Sources" },
  { "CNN", "en", "Late Edition with Wolf Blitzer" },
  { "CNN", "en", "Moneyline" },
  { "CNN", "en", "Connect the World" },
  { "CNN", "en", "Quest Means Business" },
  { "CNN", "en", "Amanpour" },
  { "CNN", "en", "Your World Today" },
  { "CNN", "en", "Hala Gorani Tonight" },
  { "CNN", "en", "Isa Soares Tonight" },
  { "CNN", "en", "First Move" },
  { "CNN", "en", "Don Lemon Tonight" },
  { "CNN", "en", "Cuomo Prime Time" },
};

/* What a region or an edition adds: “뉴스7(대구)”. */
static gsize
without_region (const char *text, gsize length)
{
  gsize end = length;

  if (length == 0 || text[length - 1] != ')')
    return length;
  while (end > 0 && text[end - 1] != '(')
    end--;
  return end <= 1 || length - end > 16 ? length : end - 1;
}

/* Whose page it is, or what sort: no programme, but of a head as one is. */
static const char *const houses[] = {
  "Australian Broadcasting Corporation",
  "British Broadcasting Corporation",
  "National Public Radio",
  "Public Broadcasting Service",
  "Cable News Network",
  "TV PROGRAM TRANSCRIPT",
  "RADIO PROGRAM TRANSCRIPT",
  "PROGRAM TRANSCRIPT",
  "PROGRAMME TRANSCRIPT",
  "KBS WORLD Radio",
  "KBS WORLD",
  "Arirang TV",
  /* the sections of a newsroom */
  "사회",
  "정치",
  "경제",
  "국제",
  "문화",
  "스포츠",
  "전국",
  "지역",
  "생활",
  "연예",
  "세계",
  "사건사고",
};

/* The next character that counts, or 0; both texts are read side by side. */
static char
next_byte (const char **at, const char *end)
{
  while (*at < end && **at == ' ')
    (*at)++;
  return *at < end ? g_ascii_tolower (*(*at)++) : '\0';
}

/* By the first byte, and in Hangul by the first syllable: many of these begin with one letter. */
static gboolean
begins_alike (const char *text, gsize length, const char *name)
{
  return g_ascii_tolower (*text) == g_ascii_tolower (*name)
         && (g_ascii_isprint (*text) || (length >= 3 && text[1] == name[1] && text[2] == name[2]));
}

static gboolean
same_name (const char *text, gsize length, const char *name)
{
  const char *end = text + length;
  char a;
  char b;

  do
    {
      a = next_byte (&text, end);
      while (*name == ' ')
        name++;
      b = *name == '\0' ? '\0' : g_ascii_tolower (*name++);
    }
  while (a == b && a != '\0');
  return a == b;
}

/* “KBS News Today”: the house before its programme */
static gsize
house_length (const char *text, gsize length)
{
  static const char *const before[] = { "KBS ", "MBC ", "SBS ", "YTN ", "MBN " };

  for (guint i = 0; i < G_N_ELEMENTS (before); i++)
    if (length > 4 && memcmp (text, before[i], 4) == 0)
      return 4;
  return 0;
}

/* No name is longer, in bytes, and most lines are. */
#define LONGEST 40

/* Writes @text as names are compared: without blanks, Latin letters small. Returns: its bytes */
static gsize
fold (const char *text, gsize length, char *folded)
{
  gsize n = 0;

  for (gsize i = 0; i < length; i++)
    if (text[i] != ' ')
      folded[n++] = g_ascii_tolower (text[i]);
  folded[n] = '\0';
  return n;
}

/* Names as they are compared → rows; kept for as long as the program runs. */
static GHashTable *
make_index (void)
{
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = G_N_ELEMENTS (programmes); i > 0; i--)
    {
      const BulProgramme *programme = &programmes[i - 1];
      gsize length = strlen (programme->name);
      char *folded = g_malloc (length + 1);

      fold (programme->name, length, folded);
      g_hash_table_replace (index, folded, (gpointer) programme);
    }
  return index;
}

static const BulProgramme *
find_named (const char *text, gsize length)
{
  static gsize index = 0;
  char folded[LONGEST + 1];

  if (g_once_init_enter (&index))
    g_once_init_leave (&index, (gsize) make_index ());
  fold (text, length, folded);
  return g_hash_table_lookup ((GHashTable *) index, folded);
}

const BulProgramme *
bul_programme_find (const char *text, gsize length)
{
  const BulProgramme *found;
  gsize house;

  if (length == 0 || length > LONGEST)
    return NULL;
  length = without_region (text, length);
  found = find_named (text, length);
  house = found == NULL ? house_length (text, length) : 0;
  return house == 0 ? found : find_named (text + house, length - house);
}

/* “대구MBC NEWS”, “전주MBC 뉴스”: a station of a network, with where it is. */
static gboolean
is_regional_house (const char *text, gsize length)
{
  static const char *const ends[] = { "MBC NEWS", "MBC News", "MBC 뉴스", "MBC뉴스" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      gsize end = strlen (ends[i]);
      gsize region = length > end ? length - end : 0;

      if (region >= 6 && region <= 12 && (guchar) text[0] >= 0xea
          && memcmp (text + region, ends[i], end) == 0)
        return TRUE;
    }
  return FALSE;
}

gboolean
bul_programme_is_house (const char *text, gsize length)
{
  if (length == 0 || length > LONGEST)
    return FALSE;
  if (is_regional_house (text, length))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (houses); i++)
    if (begins_alike (text, length, houses[i]) && same_name (text, length, houses[i]))
      return TRUE;
  return FALSE;
}

/* Blanks of @text count for nothing. */
static gboolean
starts_spaced (const char *text, const char *end, const char *word)
{
  for (; *word != '\0'; word++, text++)
    {
      while (text < end && *text == ' ')
        text++;
      if (text == end || *text != *word)
        return FALSE;
    }
  return TRUE;
}

gboolean
bul_programme_is_labelled (const char *text, gsize length)
{
  static const char *const labels[] = { "■방송", "■프로그램", "■Program" };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (starts_spaced (text, text + length, labels[i]))
      return TRUE;
  return FALSE;
}
