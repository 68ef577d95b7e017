/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-page.h"

#include <string.h>

#include "bul-furniture.h"
#include "bul-naming.h"
#include "bul-programme.h"
#include "bul-rundown-field.h"
#include "bul-stamp-reading.h"

/* No line prints more. */
#define MOST_STAMPS 4

/* No line of a page's head that tells a time or a programme is longer, in bytes. */
#define LONGEST_HEAD 120

/* Nor is the name of a programme. */
#define LONGEST_NAME 60

#define HEARD_ON "Heard on "

/* “FM 97.1” */
static gboolean
is_frequency (const char *at, BulSlice words)
{
  return at - words.start >= 3 && at[-3] == 'F' && at[-2] == 'M';
}

/* “뉴스라이더 (08:00~09:30)”, “뉴스큐 2026년 7월 10일 (금) 16:20” */
static BulSlice
before_time (BulSlice words)
{
  for (const char *p = words.start + 1; p < words.start + words.length; p++)
    if (p[-1] == ' '
        && (*p == '('
            || (g_ascii_isdigit (*p) && g_ascii_isdigit (p[1]) && !is_frequency (p, words))))
      return bul_slice_trim (bul_slice (words.start, p));
  return words;
}

/* “한빛라디오 FM 97.1 <아침의 창> 2023년 …”: the title stands in brackets of its own. */
static BulSlice
in_title_brackets (BulSlice words)
{
  const char *open = bul_slice_find (words, "<");
  const char *close = open == NULL ? NULL : bul_slice_find (words, ">");

  return close == NULL || close < open ? words : bul_slice_trim (bul_slice (open + 1, close));
}

/* “PM - Monday, 3 March , 2008  18:14:00”, “뉴스 9 | 입력 2024.07.17 (21:11)”: what stands before
 * the first time. */
static BulSlice
before_stamp (BulSlice line, const BulStampReading *first)
{
  BulSlice before = bul_slice_trim (bul_slice (line.start, first->printed.start));

  if (!bul_slice_take_end (&before, "-"))
    bul_slice_take_end (&before, "|");
  return before;
}

static void
note_programme (BulStory *story, BulSlice words)
{
  if (bul_programme_is_labelled (words.start, words.length))
    {
      const char *colon = bul_slice_find (words, ":");

      if (colon == NULL)
        return;
      words = in_title_brackets (
          before_time (bul_slice_trim (bul_slice (colon + 1, words.start + words.length))));
      if (story->programme == NULL && words.length > 0 && !g_ascii_isdigit (words.start[0])
          && !bul_slice_starts (words, "FM ") && !bul_slice_starts (words, "AM "))
        story->programme = g_strndup (words.start, words.length);
      return;
    }
  if (bul_slice_starts (words, HEARD_ON) || bul_slice_starts (words, "HEARD ON "))
    words
        = bul_slice_trim (bul_slice (words.start + strlen (HEARD_ON), words.start + words.length));
  if (bul_slice_starts (words, "[") && bul_slice_ends (words, "]"))
    words = bul_slice_trim (bul_slice (words.start + 1, words.start + words.length - 1));
  if (story->programme == NULL && bul_programme_find (words.start, words.length) != NULL)
    story->programme = g_strndup (words.start, words.length);
}

static gboolean
read_rundown_field (BulStory *story, BulSlice line)
{
  BulSlice value;
  BulRundownField field = bul_rundown_field_read (line, &value);

  if (field == BUL_RUNDOWN_SLUG && story->slug == NULL)
    story->slug = g_strndup (value.start, value.length);
  if (field == BUL_RUNDOWN_SHOW && story->programme == NULL)
    story->programme = g_strndup (value.start, value.length);
  return field != BUL_RUNDOWN_NONE;
}

static void
read_header (BulStory *story, const BulScript *script, const BulBlock *block)
{
  BulSlice line = bul_slice_trim (bul_slice_of (block->text));
  BulSlice slot;
  char date[11];

  if (read_rundown_field (story, line))
    return;
  if (bul_stamp_reading_read_dated (line, date, &slot))
    {
      if (story->page_date == NULL)
        story->page_date = g_strdup (date);
      if (story->programme == NULL)
        story->programme = g_strndup (slot.start, slot.length);
      return;
    }
  if (!bul_stamp_reading_read_header (line, date, &slot))
    {
      /* The classifier has it from its place: the programme's name in capitals. */
      note_programme (story, line);
      if (story->programme == NULL && line.length <= LONGEST_NAME && !bul_slice_ends (line, ".")
          && !bul_naming_is_bare_name (line) && !bul_slice_starts (line, "앵커")
          && !bul_programme_is_house (line.start, line.length))
        story->programme = g_strndup (line.start, line.length);
      return;
    }
  if (story->page_date == NULL)
    story->page_date = g_strdup (date);
  note_programme (story, slot);
  /* The slot lies: it may hold a button or a picture credit in place of a programme or a title. */
  if (slot.length > 0 && story->programme == NULL && story->page_title == NULL
      && bul_script_get_headline (script) == NULL
      && bul_furniture_find (slot) == BUL_FURNITURE_NONE)
    story->page_title = g_strndup (slot.start, slot.length);
}

static void
add_stamps (BulStory *story, const BulBlock *block, const BulStampReading *readings, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      BulStamp *stamp;

      stamp = bul_record_new (&bul_stamp_type);
      stamp->kind = readings[i].kind;
      stamp->at = g_strdup (readings[i].at);
      if (readings[i].zone.length > 0)
        stamp->zone = g_strndup (readings[i].zone.start, readings[i].zone.length);
      stamp->block = g_strdup (block->key);
      g_free (stamp->printed);
      stamp->printed = g_strndup (readings[i].printed.start, readings[i].printed.length);
      g_ptr_array_add (story->stamps, stamp);
    }
}

static void
read_stamps (BulStory *story, const BulBlock *block)
{
  BulStampReading readings[MOST_STAMPS];
  BulSlice rest;
  BulSlice line = bul_slice_trim (bul_slice_of (block->text));
  guint n = bul_stamp_reading_read (line, readings, MOST_STAMPS, &rest);

  add_stamps (story, block, readings, n);
  note_programme (story, rest);
  note_programme (story, line);
  if (n > 0)
    note_programme (story, before_stamp (line, &readings[0]));
}

/* The second copy of a story often prints its time to the second. */
static void
refine_stamp (BulStory *story, const BulStampReading *reading)
{
  for (guint i = 0; i < story->stamps->len; i++)
    {
      BulStamp *stamp = story->stamps->pdata[i];

      if (stamp->kind == reading->kind && strlen (stamp->at) < strlen (reading->at)
          && g_str_has_prefix (reading->at, stamp->at))
        {
          g_free (stamp->at);
          stamp->at = g_strdup (reading->at);
        }
    }
}

static void
read_copy (BulStory *story, const BulBlock *block)
{
  BulSlice line = bul_slice_trim (bul_slice_of (block->text));
  BulStampReading readings[MOST_STAMPS];
  BulSlice rest;
  guint n;

  /* A second copy is the script again; only its head tells more. */
  if (line.length > LONGEST_HEAD)
    return;
  bul_slice_take_bullet (&line);
  note_programme (story, line);
  n = bul_stamp_reading_read (line, readings, MOST_STAMPS, &rest);
  if (story->stamps->len == 0)
    add_stamps (story, block, readings, n);
  for (guint i = 0; i < n; i++)
    refine_stamp (story, &readings[i]);
}

void
bul_page_read (BulStory *story, const BulScript *script)
{
  for (guint i = 0; i < script->blocks->len; i++)
    {
      const BulBlock *block = script->blocks->pdata[i];

      /* Whoever gave the line its kind has told what it says of the story. */
      if (block->given)
        continue;
      if (block->kind == BUL_BLOCK_HEADER)
        read_header (story, script, block);
      else if (block->kind == BUL_BLOCK_STAMP)
        read_stamps (story, block);
      else if (block->kind == BUL_BLOCK_FURNITURE && block->section == BUL_SECTION_TAIL)
        read_copy (story, block);
    }
}

void
bul_page_inherit (BulStory *story, const BulStory *first)
{
  if (story->page_date == NULL && story->stamps->len == 0)
    {
      story->page_date = g_strdup (first->page_date);
      for (guint i = 0; i < first->stamps->len; i++)
        {
          BulStamp *stamp = bul_record_copy (first->stamps->pdata[i]);

          /* The line where it is printed is the first story's. */
          g_clear_pointer (&stamp->block, g_free);
          g_ptr_array_add (story->stamps, stamp);
        }
    }
  if (story->programme == NULL)
    story->programme = g_strdup (first->programme);
}
