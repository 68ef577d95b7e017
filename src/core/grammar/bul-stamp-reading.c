/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-stamp-reading.h"

#include <stdio.h>
#include <string.h>

#include "bul-beginnings-private.h"
#include "bul-naming.h"
#include "bul-programme.h"

/* No line of times is longer, in bytes. */
#define LONGEST_STAMP 220
#define LONGEST_DATED 80
#define LONGEST_PROGRAMME 80

/* The words before a time, and what they say of it. */
static const struct
{
  const char *word;
  BulStampKind kind;
} words[] = {
  { "입력", BUL_STAMP_ENTERED },
  { "입력시간", BUL_STAMP_ENTERED },
  { "입력일시", BUL_STAMP_ENTERED },
  { "입력일", BUL_STAMP_ENTERED },
  { "등록일시", BUL_STAMP_ENTERED },
  { "등록일", BUL_STAMP_ENTERED },
  { "작성일", BUL_STAMP_ENTERED },
  { "작성", BUL_STAMP_ENTERED },
  { "등록", BUL_STAMP_ENTERED },
  { "기사입력", BUL_STAMP_ENTERED },
  { "기사등록", BUL_STAMP_ENTERED },
  { "최초입력", BUL_STAMP_ENTERED },
  { "최초 입력", BUL_STAMP_ENTERED },
  { "Entered", BUL_STAMP_ENTERED },
  { "Write", BUL_STAMP_ENTERED },
  { "Written", BUL_STAMP_ENTERED },
  { "Input", BUL_STAMP_ENTERED },
  /* later */
  { "수정", BUL_STAMP_MODIFIED },
  { "수정시간", BUL_STAMP_MODIFIED },
  { "수정일시", BUL_STAMP_MODIFIED },
  { "수정일", BUL_STAMP_MODIFIED },
  { "최종수정", BUL_STAMP_MODIFIED },
  { "최종 수정", BUL_STAMP_MODIFIED },
  { "기사수정", BUL_STAMP_MODIFIED },
  { "업데이트", BUL_STAMP_MODIFIED },
  { "최초 작성", BUL_STAMP_ENTERED },
  { "최초작성", BUL_STAMP_ENTERED },
  { "업로드", BUL_STAMP_PUBLISHED },
  { "Update", BUL_STAMP_MODIFIED },
  { "Last updated", BUL_STAMP_MODIFIED },
  { "Last Updated", BUL_STAMP_MODIFIED },
  { "Modified", BUL_STAMP_MODIFIED },
  { "Updated on", BUL_STAMP_MODIFIED },
  { "Updated", BUL_STAMP_MODIFIED },
  /* out */
  { "송고시간", BUL_STAMP_PUBLISHED },
  { "송고", BUL_STAMP_PUBLISHED },
  { "승인", BUL_STAMP_PUBLISHED },
  { "기사승인", BUL_STAMP_PUBLISHED },
  { "게재", BUL_STAMP_PUBLISHED },
  { "발행", BUL_STAMP_PUBLISHED },
  { "게시일시", BUL_STAMP_PUBLISHED },
  { "게시일", BUL_STAMP_PUBLISHED },
  { "게시", BUL_STAMP_PUBLISHED },
  { "Date", BUL_STAMP_PUBLISHED },
  { "Published", BUL_STAMP_PUBLISHED },
  { "Posted", BUL_STAMP_PUBLISHED },
  /* on air */
  { "방송일시", BUL_STAMP_AIRED },
  { "방송일", BUL_STAMP_AIRED },
  { "방송", BUL_STAMP_AIRED },
  { "방영", BUL_STAMP_AIRED },
  { "Aired on", BUL_STAMP_AIRED },
  { "AIRED ON", BUL_STAMP_AIRED },
  { "Air date", BUL_STAMP_AIRED },
  { "AIR DATE", BUL_STAMP_AIRED },
  { "Aired", BUL_STAMP_AIRED },
  { "Broadcast on", BUL_STAMP_AIRED },
  { "Broadcast", BUL_STAMP_AIRED },
};

static const char *const zones[] = { "KST", "ET",  "EST", "EDT", "GMT",  "UTC",  "PT", "PST",
                                     "PDT", "CST", "CDT", "CT",  "AEST", "AEDT", "BST" };

static const char *const months[]
    = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };

typedef struct
{
  const char *at;
  const char *end;
} Cursor;

static void
skip (Cursor *cursor, const char *any)
{
  while (cursor->at < cursor->end && *cursor->at != '\0' && strchr (any, *cursor->at) != NULL)
    cursor->at++;
}

/* Reads a number of @least to @most digits; -1 and no move where there is none. */
static int
read_number (Cursor *cursor, int least, int most)
{
  const char *p = cursor->at;
  int value = 0;

  while (p < cursor->end && p - cursor->at < most && g_ascii_isdigit (*p))
    value = value * 10 + (*p++ - '0');
  if (p - cursor->at < least || (p < cursor->end && g_ascii_isdigit (*p)))
    return -1;
  cursor->at = p;
  return value;
}

static gboolean
take (Cursor *cursor, const char *text)
{
  if (!bul_slice_starts (bul_slice (cursor->at, cursor->end), text))
    return FALSE;
  cursor->at += strlen (text);
  return TRUE;
}

/* Of half width or full. */
static gboolean
take_colon (Cursor *cursor)
{
  return take (cursor, ":") || take (cursor, "：");
}

static gboolean
is_date (int year, int month, int day)
{
  return day >= 1 && month >= 1 && month <= 12 && year >= 1900
         && g_date_valid_dmy (day, month, year);
}

/* “Mar”, “MAR” */
static gboolean
take_month (Cursor *cursor, const char *month)
{
  if (cursor->end - cursor->at < 3 || !g_ascii_isupper (*cursor->at)
      || g_ascii_strncasecmp (cursor->at, month, 3) != 0)
    return FALSE;
  cursor->at += 3;
  return TRUE;
}

/* “March”, “MARCH”, “Mar”, “Mar.”: 1 to 12, or 0 and no move. */
static int
read_month (Cursor *cursor)
{
  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    {
      Cursor at = *cursor;

      if (!take_month (&at, months[i]))
        continue;
      while (at.at < at.end && g_ascii_isalpha (*at.at))
        at.at++;
      skip (&at, ".");
      *cursor = at;
      return i + 1;
    }
  return 0;
}

/* March 3, 2003 and 3 March 2003. */
static gboolean
read_english_date (Cursor *cursor, int *year, int *month, int *day)
{
  Cursor at = *cursor;

  *day = read_number (&at, 1, 2);
  skip (&at, " ");
  *month = read_month (&at);
  skip (&at, " ");
  if (*day < 0)
    *day = read_number (&at, 1, 2);
  skip (&at, ", ");
  *year = read_number (&at, 4, 4);
  if (!is_date (*year, *month, *day))
    return FALSE;
  *cursor = at;
  return TRUE;
}

/* 2026년 6월 5일 */
static gboolean
read_korean_date (Cursor *cursor, int *year, int *month, int *day)
{
  Cursor at = *cursor;

  *year = read_number (&at, 4, 4);
  skip (&at, " ");
  if (!take (&at, "년"))
    return FALSE;
  skip (&at, " ");
  *month = read_number (&at, 1, 2);
  if (!take (&at, "월"))
    return FALSE;
  skip (&at, " ");
  *day = read_number (&at, 1, 2);
  if (!take (&at, "일") || !is_date (*year, *month, *day))
    return FALSE;
  *cursor = at;
  return TRUE;
}

/* 2025.06.12, 2025-06-12, 2022. 12. 26., and 19/04/2007 with the day first. */
static gboolean
read_numeric_date (Cursor *cursor, int *year, int *month, int *day)
{
  Cursor at = *cursor;
  int first = read_number (&at, 1, 4);
  gboolean day_first = first > 0 && first <= 31;

  if (first < 0 || (!day_first && first < 1900) || at.at >= at.end
      || strchr (day_first ? "/" : ".-/", *at.at) == NULL)
    return FALSE;
  skip (&at, ".-/ ");
  *month = read_number (&at, 1, 2);
  /* 06/27/2018: no month has that number, so the month stands first. */
  if (day_first && first <= 12 && *month > 12)
    {
      int day_number = *month;

      *month = first;
      first = day_number;
    }
  if (*month < 1 || *month > 12)
    return FALSE;
  skip (&at, ".-/ ");
  *day = day_first ? first : read_number (&at, 1, 2);
  *year = day_first ? read_number (&at, 4, 4) : first;
  if (!is_date (*year, *month, *day))
    return FALSE;
  skip (&at, ".");
  *cursor = at;
  return TRUE;
}

static const char *const weekdays[]
    = { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
        "Mon",    "Tue",     "Wed",       "Thu",      "Fri",    "Sat",      "Sun" };

/* “Monday, ” before a day; FALSE, and no move, where none stands. */
static gboolean
skip_weekday_before (Cursor *cursor)
{
  for (guint i = 0; i < G_N_ELEMENTS (weekdays); i++)
    if (take (cursor, weekdays[i]))
      {
        skip (cursor, ", ");
        return TRUE;
      }
  return FALSE;
}

/* “(금)”, “(Fri)” */
static void
skip_weekday (Cursor *cursor)
{
  Cursor at = *cursor;

  skip (&at, " ");
  if (!take (&at, "("))
    return;
  while (at.at < at.end && at.at < cursor->at + 12 && *at.at != ')' && !g_ascii_isdigit (*at.at))
    at.at++;
  if (take (&at, ")"))
    *cursor = at;
}

static gboolean
read_date (Cursor *cursor, int *year, int *month, int *day)
{
  skip_weekday_before (cursor);
  if (!read_numeric_date (cursor, year, month, day) && !read_korean_date (cursor, year, month, day)
      && !read_english_date (cursor, year, month, day))
    return FALSE;
  skip_weekday (cursor);
  return TRUE;
}

/* Which half of the day a time names: 오후, p.m., PM; -1 where it names none. */
static int
read_half (Cursor *cursor)
{
  static const char *const mornings[] = { "오전", "a.m.", "am", "AM", "A.M." };
  static const char *const afternoons[] = { "오후", "p.m.", "pm", "PM", "P.M." };
  Cursor at = *cursor;

  skip (&at, " ");
  for (guint i = 0; i < G_N_ELEMENTS (mornings); i++)
    {
      gboolean afternoon = take (&at, afternoons[i]);

      if (!afternoon && !take (&at, mornings[i]))
        continue;
      *cursor = at;
      return afternoon;
    }
  return -1;
}

/* 22:46, (22:46), 22:18:21, 오후 9:58, 6:40 PM. */
static gboolean
read_time (Cursor *cursor, int *hour, int *minute, int *second)
{
  Cursor at = *cursor;
  int half;

  skip (&at, " (-,");
  take (&at, "（");
  take (&at, "at ");
  half = read_half (&at);
  skip (&at, " ");
  *hour = read_number (&at, 1, 2);
  if (*hour < 0 || *hour > 23 || (!take_colon (&at) && !take (&at, "시 ")))
    return FALSE;
  *minute = read_number (&at, 2, 2);
  if (*minute < 0 || *minute > 59)
    return FALSE;
  *second = take_colon (&at) ? read_number (&at, 2, 2) : -1;
  if (*second > 59)
    return FALSE;
  if (half < 0)
    half = read_half (&at);
  if (half == 1 && *hour < 12)
    *hour += 12;
  if (half == 0 && *hour == 12)
    *hour = 0;
  skip (&at, ").");
  take (&at, "）");
  *cursor = at;
  return TRUE;
}

/* “14 November 2024 0800”: the hour as radio writes it, and nothing behind it. */
static gboolean
read_radio_time (Cursor *cursor, int *hour, int *minute)
{
  Cursor at = *cursor;
  int time;

  skip (&at, " ,");
  time = read_number (&at, 4, 4);
  take (&at, "h");
  if (time < 0 || time / 100 > 23 || time % 100 > 59 || at.at != at.end)
    return FALSE;
  *hour = time / 100;
  *minute = time % 100;
  *cursor = at;
  return TRUE;
}

static gboolean
is_month (Cursor at)
{
  return read_month (&at) > 0;
}

static gboolean
is_weekday (Cursor at)
{
  return skip_weekday_before (&at);
}

/* “2026년”, “2026.”, “2026-” */
static gboolean
is_year (const char *at, const char *end)
{
  for (guint i = 0; i < 4; i++)
    if (at + i >= end || !g_ascii_isdigit (at[i]))
      return FALSE;
  return bul_slice_starts (bul_slice (at + 4, end), "년")
         || (at + 4 < end && (at[4] == '.' || at[4] == '-'));
}

/* “■ 방송 : 뉴스큐 2026년 7월 10일 (금) 16:20”: the programme stands before its day; one that is
 * in no list before a year: “한빛라디오 FM 97.1 <아침의 창> 2023년 11월 6일”. */
static void
skip_programme (Cursor *cursor)
{
  const char *end = MIN (cursor->end, cursor->at + LONGEST_PROGRAMME);
  const char *p = cursor->at;

  for (const char *year = p; year < end; year++)
    if (*year == ' ' && is_year (year + 1, cursor->end))
      {
        cursor->at = year + 1;
        return;
      }

  end = MIN (cursor->end, cursor->at + 40);
  while (p < end && !(g_ascii_isdigit (*p) && p > cursor->at && p[-1] == ' '))
    p++;
  if (p < end && bul_programme_find (cursor->at, (gsize) (p - cursor->at)) != NULL)
    cursor->at = p;
}

/* The first row of the words that may stand at @cursor, see BulBeginnings. */
static guint
first_word (const Cursor *cursor, const BulBeginnings **beginnings)
{
  static BulBeginnings of_words;

  bul_beginnings_learn (&of_words, &words[0].word, sizeof words[0], G_N_ELEMENTS (words));
  *beginnings = &of_words;
  return bul_beginnings_first (&of_words, bul_slice (cursor->at, cursor->end));
}

/* Whether a time may begin here with its word: “입력 2024.07.17” */
static gboolean
may_be_word (const char *at, const char *end)
{
  const BulBeginnings *beginnings;
  Cursor cursor = { at, end };

  for (guint i = first_word (&cursor, &beginnings); i > 0; i = beginnings->next[i])
    if (bul_slice_starts (bul_slice (at, end), words[i - 1].word))
      return TRUE;
  return FALSE;
}

/* “곽상민 기자” */
static gboolean
is_byline (BulSlice who)
{
  static const char *const titles[] = { " 기자", " 특파원" };

  return bul_slice_take_end_any (&who, titles, G_N_ELEMENTS (titles))
         && bul_slice_count_hangul (who) >= 2 && bul_slice_count_hangul (who) <= 4;
}

/* “PM - Monday, 3 March , 2008  18:14:00”: so old pages of a radio programme begin, and others:
 * “뉴스 9 | 입력 2024.07.17 (21:11)”, “News Today 입력 2016.08.11”, “곽상민 기자 입력
 * 2010-01-22”. */
static gboolean
skip_programme_before (Cursor *cursor)
{
  const char *end = MIN (cursor->end, cursor->at + 40);

  for (const char *p = cursor->at; p + 3 < end; p++)
    if (p[0] == ' ' && (p[1] == '-' || p[1] == '|') && p[2] == ' ')
      {
        if (bul_programme_find (cursor->at, (gsize) (p - cursor->at)) == NULL
            && !is_byline (bul_slice (cursor->at, p)))
          return FALSE;
        cursor->at = p + 3;
        return TRUE;
      }
    else if (p[0] == ' ' && may_be_word (p + 1, cursor->end)
             && (bul_programme_find (cursor->at, (gsize) (p - cursor->at)) != NULL
                 || is_byline (bul_slice (cursor->at, p))))
      {
        cursor->at = p + 1;
        return TRUE;
      }
  return FALSE;
}

static BulStampKind
read_word (Cursor *cursor)
{
  const BulBeginnings *beginnings;

  for (guint i = first_word (cursor, &beginnings); i > 0; i = beginnings->next[i])
    {
      Cursor at = *cursor;

      if (!take (&at, words[i - 1].word))
        continue;
      skip (&at, " :|");
      if (take_colon (&at))
        skip (&at, " ");
      if (words[i - 1].kind == BUL_STAMP_AIRED)
        skip_programme (&at);
      if (at.at < at.end && (g_ascii_isdigit (*at.at) || is_month (at) || is_weekday (at)))
        {
          *cursor = at;
          return words[i - 1].kind;
        }
    }
  return 0;
}

static BulSlice
read_zone (Cursor *cursor)
{
  Cursor at = *cursor;

  skip (&at, " ");
  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      const char *start = at.at;
      Cursor end = at;

      if (take (&end, zones[i]) && (end.at == end.end || !g_ascii_isalpha (*end.at)))
        {
          cursor->at = end.at;
          return bul_slice (start, end.at);
        }
    }
  return BUL_SLICE_NONE;
}

/* What is put between two times of a line, a letter that looks like a stroke too. */
static void
skip_separator (Cursor *cursor)
{
  static const char *const separators[]
      = { "/", ",", "(", "l ", "I ", "—", "–", "ㅣ", "│", "·", "ㆍ", "•" };

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    if (take (cursor, separators[i]))
      break;
  skip (cursor, " |");
}

/* “3 March 2021”: with its month in letters. */
static gboolean
is_month_in (const char *start, const char *end)
{
  while (start < end && !g_ascii_isalpha (*start))
    start++;
  return is_month ((Cursor){ start, end });
}

/* “August 21, 2002”, “Published 3 March 2021”: a day that an English page prints and nothing else.
 */
static gboolean
is_day_alone (const char *start, const Cursor *behind)
{
  Cursor at = *behind;

  skip (&at, " ");
  return at.at == at.end
         && (g_ascii_isupper (*start) || is_month_in (start, behind->at)
             || behind->at - start == strlen ("2021-03-30"));
}

/* “입력 1996.10.14”, “(수정 2001.06.19)”: a day without a time, with nothing behind it but another.
 */
static gboolean
is_day_of_word (const Cursor *behind)
{
  Cursor at = *behind;

  take (&at, ")");
  skip (&at, " |");
  skip_separator (&at);
  return at.at == at.end || read_word (&at) != 0;
}

static gboolean
read_one (Cursor *cursor, gboolean first, BulStampReading *reading)
{
  Cursor at = *cursor;
  const char *start;
  int year, month, day;
  int hour = -1, minute = 0, second = -1;

  skip (&at, " |");
  if (!first)
    skip_separator (&at);
  if (first && (take (&at, "■") || take (&at, "□")))
    skip (&at, " ");
  if (first)
    skip_programme_before (&at);
  start = at.at;
  reading->kind = read_word (&at);
  reading->is_bare = reading->kind == 0;
  if (!read_date (&at, &year, &month, &day))
    return FALSE;
  if (!read_time (&at, &hour, &minute, &second) && !read_radio_time (&at, &hour, &minute))
    {
      if (reading->kind != BUL_STAMP_AIRED && !is_day_alone (start, &at)
          && (reading->is_bare || !is_day_of_word (&at)))
        return FALSE;
      hour = -1;
    }
  /* A bare time is the page's own; after another it is nothing that we know. */
  if (reading->kind == 0 && !first)
    return FALSE;
  if (reading->kind == 0)
    reading->kind = BUL_STAMP_PUBLISHED;

  if (hour < 0)
    g_snprintf (reading->at, sizeof reading->at, "%04d-%02d-%02d", year % 10000, month, day);
  else if (second < 0)
    g_snprintf (reading->at, sizeof reading->at, "%04d-%02d-%02dT%02d:%02d", year % 10000, month,
                day, hour, minute);
  else
    g_snprintf (reading->at, sizeof reading->at, "%04d-%02d-%02dT%02d:%02d:%02d", year % 10000,
                month, day, hour, minute, second);
  reading->zone = read_zone (&at);
  reading->printed = bul_slice (start, at.at);
  if (hour < 0)
    take (&at, ")");
  *cursor = at;
  return TRUE;
}

/* Most lines of words begin as no stamp does, or are longer than any; every stamp has digits. */
static gboolean
may_be_stamp (BulSlice line)
{
  gboolean has_digit = FALSE;
  Cursor cursor = { line.start, line.start + line.length };
  const BulBeginnings *beginnings;

  if (line.length > LONGEST_STAMP)
    return FALSE;
  skip (&cursor, " |");
  if (cursor.at < cursor.end && !g_ascii_isdigit (*cursor.at) && (guchar) *cursor.at != 0xe2
      && !is_month (cursor) && !is_weekday (cursor) && first_word (&cursor, &beginnings) == 0
      && !skip_programme_before (&cursor))
    return FALSE;
  for (gsize i = 0; i < line.length && !has_digit; i++)
    has_digit = g_ascii_isdigit (line.start[i]);
  return has_digit;
}

/* “[JTBC] 입력 …”: whose page it is */
static BulSlice
without_house (BulSlice line)
{
  const char *close = bul_slice_starts (line, "[") ? bul_slice_find (line, "]") : NULL;

  return close != NULL
                 && bul_naming_is_broadcaster (bul_slice_trim (bul_slice (line.start + 1, close)))
             ? bul_slice_trim (bul_slice (close + 1, bul_slice_end (line)))
             : line;
}

/* “(THIS IS THE TRANSCRIPT FOR ARIRANG NEWS THAT AIRED ON 15 Mar 2017- 22:00 KST.)” */
static BulSlice
without_preamble (BulSlice line)
{
  BulSlice before;
  BulSlice rest;

  line = without_house (line);
  if (!bul_slice_starts (line, "(THIS IS") || !bul_slice_split (line, " AIRED ON ", &before, &rest))
    return line;
  return bul_slice (rest.start - strlen ("AIRED ON "), bul_slice_end (rest));
}

guint
bul_stamp_reading_read (BulSlice line, BulStampReading *readings, guint n_readings, BulSlice *rest)
{
  Cursor cursor;
  guint n = 0;

  line = without_preamble (line);
  cursor = (Cursor){ line.start, line.start + line.length };
  if (!may_be_stamp (line))
    return 0;
  while (n < n_readings && read_one (&cursor, n == 0, &readings[n]))
    n++;
  skip (&cursor, " |");
  *rest = bul_slice_trim (bul_slice (cursor.at, cursor.end));
  /* A sentence that begins with a date is no stamp. */
  return rest->length > 60 ? 0 : n;
}

gboolean
bul_stamp_reading_read_dated (BulSlice line, char date[11], BulSlice *slot)
{
  Cursor cursor = { line.start, line.start + line.length };
  int year, month, day;

  if (line.length > LONGEST_DATED || line.length == 0 || !g_ascii_isdigit (line.start[0])
      || bul_slice_ends (line, ".") || bul_slice_ends (line, "다")
      || !read_date (&cursor, &year, &month, &day) || cursor.at == cursor.end || *cursor.at != ' ')
    return FALSE;
  g_snprintf (date, 11, "%04d-%02d-%02d", year % 10000, month, day);
  *slot = bul_slice_trim (bul_slice (cursor.at, cursor.end));
  bul_slice_take_end (slot, " 단신");
  return bul_slice_find (*slot, "뉴스") != NULL || bul_slice_find (*slot, "News") != NULL;
}

gboolean
bul_stamp_reading_read_header (BulSlice line, char date[11], BulSlice *slot)
{
  Cursor cursor = { line.start, line.start + line.length };
  int year, month, day;

  skip (&cursor, " ");
  if (!take (&cursor, "date ") || !read_date (&cursor, &year, &month, &day))
    return FALSE;
  g_snprintf (date, 11, "%04d-%02d-%02d", year % 10000, month, day);
  *slot = bul_slice_trim (bul_slice (cursor.at, cursor.end));
  return TRUE;
}
