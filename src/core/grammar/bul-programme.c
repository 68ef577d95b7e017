/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-programme.h"

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
};

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
      const char *name_end = name;

      while (*name_end != '\0')
        name_end++;
      a = next_byte (&text, end);
      b = next_byte (&name, name_end);
    }
  while (a == b && a != '\0');
  return a == b;
}

const BulProgramme *
bul_programme_find (const char *text, gsize length)
{
  /* No name is longer, and most lines are. */
  if (length == 0 || length > 40)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (programmes); i++)
    if (begins_alike (text, length, programmes[i].name)
        && same_name (text, length, programmes[i].name))
      return &programmes[i];
  return NULL;
}

gboolean
bul_programme_is_house (const char *text, gsize length)
{
  if (length == 0 || length > 40)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (houses); i++)
    if (begins_alike (text, length, houses[i]) && same_name (text, length, houses[i]))
      return TRUE;
  return FALSE;
}
