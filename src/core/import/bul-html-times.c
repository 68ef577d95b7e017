/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-html-times.h"

#include <string.h>

#include "bul-chars.h"
#include "bul-stamp-reading.h"

/* What a page says of its times, the surest first. */
static const struct
{
  const char *name;
  BulStampKind kind;
} metas[] = {
  { "article:published_time", BUL_STAMP_PUBLISHED }, { "datePublished", BUL_STAMP_PUBLISHED },
  { "article:published", BUL_STAMP_PUBLISHED },      { "pubdate", BUL_STAMP_PUBLISHED },
  { "article:modified_time", BUL_STAMP_MODIFIED },   { "dateModified", BUL_STAMP_MODIFIED },
  { "og:updated_time", BUL_STAMP_MODIFIED },
};

/* A time as machines write it: `2025-03-14T21:05:00+09:00`, with a blank for the T, or without
 * seconds or zone. */
typedef struct
{
  char at[20];
  const char *zone; /* in the time as written; empty where there is none */
} Time;

static gboolean
has_form (const char *text, const char *form)
{
  for (; *form != '\0'; form++, text++)
    if (*form == '0'   ? !g_ascii_isdigit (*text)
        : *form == 'T' ? strchr ("T ", *text) == NULL
                       : *text != *form)
      return FALSE;
  return TRUE;
}

static gboolean
is_true_time (const char *at)
{
  g_autofree char *full = g_strconcat (at, strlen (at) > 16 ? "Z" : ":00Z", NULL);
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (full, NULL);

  return time != NULL;
}

static gboolean
read_time (const char *text, Time *time)
{
  gsize length = 16;

  if (*text == '\0' || !has_form (text, "0000-00-00T00:00"))
    return FALSE;
  if (has_form (text + length, ":00"))
    length = 19;
  g_strlcpy (time->at, text, length + 1);
  time->at[10] = 'T';
  text += length;
  if (*text == '.')
    text += 1 + strspn (text + 1, "0123456789");
  time->zone = *text == 'Z' || *text == '+' || *text == '-' ? text : "";
  return is_true_time (time->at);
}

/* The words before a time tell its kind, as before one that is written out. */
static BulStampKind
kind_of_words (const char *words)
{
  g_autofree char *line = g_strconcat (words, " 2000-01-01 00:00", NULL);
  BulStampReading reading;
  BulSlice rest;

  if (bul_stamp_reading_read (bul_slice_trim (bul_slice_of (line)), &reading, 1, &rest) == 0)
    return BUL_STAMP_PUBLISHED;
  return reading.kind;
}

static gboolean
prints_time (const BulGivenLine *line)
{
  BulStampReading reading;
  BulSlice rest;

  return bul_stamp_reading_read (bul_slice (line->text, line->text + line->length), &reading, 1,
                                 &rest)
         > 0;
}

static void
give_time (const BulHtmlPage *page, const BulHtmlTime *of_line)
{
  BulGivenLine *line = bul_given_lines_get (page->lines, of_line->line + 1);
  g_autofree char *printed = NULL;
  Time time;

  if (!read_time (of_line->at, &time) || prints_time (line))
    return;
  printed = g_strndup (line->text, line->length);
  bul_given_lines_make_stamp (page->lines, of_line->line + 1, kind_of_words (of_line->words),
                              time.at, *time.zone == '\0' ? NULL : time.zone, printed);
}

void
bul_html_times_give (const BulHtmlPage *page, guint first, guint end)
{
  for (guint i = 0; i < page->times->len; i++)
    {
      const BulHtmlTime *time = &g_array_index (page->times, BulHtmlTime, i);
      BulBlockKind kind;

      if (time->line < first || time->line >= end)
        continue;
      kind = bul_given_lines_get (page->lines, time->line + 1)->kind;
      if (kind == BUL_BLOCK_HEADER || kind == BUL_BLOCK_FURNITURE || kind == BUL_BLOCK_STAMP)
        give_time (page, time);
    }
}

/* Whether the story has a time of that kind, or the same time of another. */
static gboolean
has_stamp (const BulStory *story, BulStampKind kind, const char *at)
{
  for (guint i = 0; i < story->stamps->len; i++)
    {
      const BulStamp *stamp = story->stamps->pdata[i];

      if (stamp->kind == kind || strncmp (stamp->at, at, 16) == 0)
        return TRUE;
    }
  return FALSE;
}

void
bul_html_times_add_metas (const BulHtmlPage *page, BulStory *story)
{
  for (guint i = 0; i < G_N_ELEMENTS (metas); i++)
    {
      const char *value = g_hash_table_lookup (page->metas, metas[i].name);
      BulStamp *stamp;
      Time time;

      if (value == NULL || !read_time (value, &time) || has_stamp (story, metas[i].kind, time.at))
        continue;
      stamp = bul_record_new (&bul_stamp_type);
      stamp->kind = metas[i].kind;
      stamp->at = g_strdup (time.at);
      stamp->zone = *time.zone == '\0' ? NULL : g_strdup (time.zone);
      g_free (stamp->printed);
      stamp->printed = g_strdup (value);
      g_ptr_array_add (story->stamps, stamp);
    }
}
