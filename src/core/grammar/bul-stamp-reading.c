/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-stamp-reading.h"

#include <stdio.h>
#include <string.h>

/* The words before a time, and what they say of it. */
static const struct
{
  const char *word;
  BulStampKind kind;
} words[] = {
  { "입력", BUL_STAMP_ENTERED },
  { "작성", BUL_STAMP_ENTERED },
  { "등록", BUL_STAMP_ENTERED },
  { "기사입력", BUL_STAMP_ENTERED },
  { "Entered", BUL_STAMP_ENTERED },
  /* later */
  { "수정", BUL_STAMP_MODIFIED },
  { "최종수정", BUL_STAMP_MODIFIED },
  { "업데이트", BUL_STAMP_MODIFIED },
  { "Modified", BUL_STAMP_MODIFIED },
  { "Updated", BUL_STAMP_MODIFIED },
  /* out */
  { "송고시간", BUL_STAMP_PUBLISHED },
  { "송고", BUL_STAMP_PUBLISHED },
  { "승인", BUL_STAMP_PUBLISHED },
  { "게재", BUL_STAMP_PUBLISHED },
  { "Published", BUL_STAMP_PUBLISHED },
  /* on air */
  { "방송일시", BUL_STAMP_AIRED },
  { "방송일", BUL_STAMP_AIRED },
  { "방송", BUL_STAMP_AIRED },
  { "Aired", BUL_STAMP_AIRED },
  { "Broadcast", BUL_STAMP_AIRED },
};

static const char *const zones[] = { "KST", "ET", "EST", "EDT", "GMT", "UTC", "PT" };

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
  gsize length = strlen (text);

  if ((gsize) (cursor->end - cursor->at) < length || memcmp (cursor->at, text, length) != 0)
    return FALSE;
  cursor->at += length;
  return TRUE;
}

/* 2025.06.12, 2025-06-12, 2022. 12. 26., and 19/04/2007 with the day first. */
static gboolean
read_date (Cursor *cursor, int *year, int *month, int *day)
{
  Cursor at = *cursor;
  int first = read_number (&at, 1, 4);
  gboolean day_first = first > 0 && first <= 31;

  if (first < 0 || (!day_first && first < 1900) || at.at >= at.end
      || strchr (day_first ? "/" : ".-/", *at.at) == NULL)
    return FALSE;
  skip (&at, ".-/ ");
  *month = read_number (&at, 1, 2);
  if (*month < 1 || *month > 12)
    return FALSE;
  skip (&at, ".-/ ");
  *day = day_first ? first : read_number (&at, 1, 2);
  *year = day_first ? read_number (&at, 4, 4) : first;
  if (*day < 1 || *year < 1900 || !g_date_valid_dmy (*day, *month, *year))
    return FALSE;
  skip (&at, ".");
  *cursor = at;
  return TRUE;
}

/* 22:46, (22:46), 22:18:21, 오후 9:58. */
static gboolean
read_time (Cursor *cursor, int *hour, int *minute, int *second)
{
  Cursor at = *cursor;
  gboolean afternoon;
  gboolean morning;

  skip (&at, " (");
  afternoon = take (&at, "오후");
  morning = !afternoon && take (&at, "오전");
  skip (&at, " ");
  *hour = read_number (&at, 1, 2);
  if (*hour < 0 || *hour > 23 || !take (&at, ":"))
    return FALSE;
  *minute = read_number (&at, 2, 2);
  if (*minute < 0 || *minute > 59)
    return FALSE;
  *second = take (&at, ":") ? read_number (&at, 2, 2) : -1;
  if (*second > 59)
    return FALSE;
  if (afternoon && *hour < 12)
    *hour += 12;
  if (morning && *hour == 12)
    *hour = 0;
  skip (&at, ").");
  *cursor = at;
  return TRUE;
}

static BulStampKind
read_word (Cursor *cursor)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      Cursor at = *cursor;

      if (!take (&at, words[i].word))
        continue;
      skip (&at, " :");
      if (at.at < at.end && g_ascii_isdigit (*at.at))
        {
          *cursor = at;
          return words[i].kind;
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

static gboolean
read_one (Cursor *cursor, gboolean first, BulStampReading *reading)
{
  Cursor at = *cursor;
  const char *start;
  int year, month, day;
  int hour = -1, minute = 0, second = -1;

  skip (&at, " |");
  start = at.at;
  reading->kind = read_word (&at);
  if (!read_date (&at, &year, &month, &day))
    return FALSE;
  if (!read_time (&at, &hour, &minute, &second) && reading->kind != BUL_STAMP_AIRED)
    return FALSE;
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
  *cursor = at;
  return TRUE;
}

guint
bul_stamp_reading_read (BulSlice line, BulStampReading *readings, guint n_readings, BulSlice *rest)
{
  Cursor cursor = { line.start, line.start + line.length };
  guint n = 0;

  while (n < n_readings && read_one (&cursor, n == 0, &readings[n]))
    n++;
  skip (&cursor, " |");
  *rest = bul_slice_trim (bul_slice (cursor.at, cursor.end));
  /* A sentence that begins with a date is no stamp. */
  return rest->length > 60 ? 0 : n;
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
