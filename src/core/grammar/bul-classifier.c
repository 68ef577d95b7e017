/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-classifier.h"

#include <string.h>

#include "bul-attribution.h"
#include "bul-credits.h"
#include "bul-furniture.h"
#include "bul-markers.h"
#include "bul-programme.h"
#include "bul-relay.h"
#include "bul-stamp-reading.h"

enum
{
  SEEN_HEADER = 1 << 0,
  SEEN_HEADLINE = 1 << 1,
  SEEN_STAMP = 1 << 2,
  SEEN_BODY = 1 << 3,     /* a line of the script itself */
  SEEN_MARKS = 1 << 4,    /* by the survey: there are section marks somewhere */
  SEEN_REPORTER = 1 << 5, /* by the survey: a reporter's mark has passed */
  SEEN_COPY = 1 << 6,     /* a second copy of the story has begun */
};

void
bul_classifier_start (BulClassifierState *state)
{
  memset (state, 0, sizeof *state);
}

gboolean
bul_classifier_state_equal (const BulClassifierState *a, const BulClassifierState *b)
{
  return a->section == b->section && a->seen == b->seen && a->alternates == b->alternates
         && a->reports_left == b->reports_left;
}

void
bul_classifier_survey (BulClassifierState *state, const char *line)
{
  BulSlice mark;
  const BulMarker *marker = bul_markers_find (bul_slice_trim (bul_slice_of (line)), &mark);

  if (marker == NULL || marker->role == BUL_MARK_BITE)
    return;
  state->seen |= SEEN_MARKS;
  if (marker->role == BUL_MARK_REPORT && state->reports_left < G_MAXUINT8)
    state->reports_left++;
  if ((marker->role == BUL_MARK_ANCHOR || marker->role == BUL_MARK_REPORTER)
      && (state->seen & SEEN_REPORTER) != 0)
    state->alternates = TRUE;
  if (marker->role == BUL_MARK_REPORTER)
    state->seen |= SEEN_REPORTER;
}

static BulReading
reading (BulClassifierState *state, BulBlockKind kind)
{
  return (BulReading){ .kind = kind, .section = state->section };
}

static gboolean
is_mark (const char *line)
{
  BulSlice mark;
  const BulMarker *marker
      = line == NULL ? NULL : bul_markers_find (bul_slice_trim (bul_slice_of (line)), &mark);

  return marker != NULL && marker->role != BUL_MARK_BITE;
}

/* Whether an anchor's or reporter's mark opens a turn here, and not a section. */
static gboolean
opens_turn (const BulClassifierState *state, BulMarkRole role)
{
  return state->alternates && state->reports_left == 0
         && (role == BUL_MARK_ANCHOR || role == BUL_MARK_REPORTER);
}

static BulReading
read_mark (BulClassifierState *state, const BulMarker *marker, BulSlice mark, BulSlice line)
{
  gboolean alone = mark.length == line.length;
  gboolean turn = opens_turn (state, marker->role);

  if (turn)
    state->section = BUL_SECTION_LIVE;
  else if (marker->role == BUL_MARK_ANCHOR)
    state->section = BUL_SECTION_LEAD;
  else if (marker->role != BUL_MARK_END)
    state->section = BUL_SECTION_REPORT;
  if (marker->role == BUL_MARK_REPORT && state->reports_left > 0)
    state->reports_left--;
  state->seen |= SEEN_BODY;
  if (turn)
    return reading (state, BUL_BLOCK_TURN);
  return reading (state, alone ? BUL_BLOCK_MARKER : BUL_BLOCK_PARAGRAPH);
}

static gboolean
starts_with_quote (const char *line)
{
  return line != NULL && bul_slice_starts_quote (bul_slice_trim (bul_slice_of (line))) > 0;
}

/* A bracket that is open may close on the next line; one that starts there is another. */
static gboolean
may_close_next (const char *next)
{
  BulSlice line = next == NULL ? BUL_SLICE_NONE : bul_slice_trim (bul_slice_of (next));

  return line.length > 0 && bul_slice_find (line, "]") != NULL
         && bul_slice_find (line, "[") == NULL;
}

static BulReading
read_label (BulClassifierState *state, const BulAttribution *attribution, const char *next)
{
  BulReading read;

  /* A label that is broken over two lines: its bracket closes on the next. */
  if (attribution->bracket_open)
    {
      read = reading (state, may_close_next (next) ? BUL_BLOCK_BITE : BUL_BLOCK_PARAGRAPH);
      read.takes_next = read.kind == BUL_BLOCK_BITE;
      return read;
    }
  if (attribution->marker.length == 0 && !starts_with_quote (next))
    {
      state->section = BUL_SECTION_TALK;
      return reading (state, BUL_BLOCK_TURN);
    }
  read = reading (state, BUL_BLOCK_BITE);
  read.takes_next = next != NULL && !is_mark (next);
  return read;
}

/* A line in brackets: a soundbite, a label, or what nobody knows. */
static gboolean
read_bracket (BulClassifierState *state, BulSlice line, const char *next, BulReading *read)
{
  BulAttribution attribution;

  switch (bul_attribution_read (line, &attribution))
    {
    case BUL_ATTRIBUTION_BITE:
      *read = reading (state, BUL_BLOCK_BITE);
      read->takes_next = attribution.bracket_open
                         && (attribution.marker.length > 0 ? next != NULL && !is_mark (next)
                                                           : may_close_next (next));
      if (attribution.quote_open)
        read->finding = "quote-not-closed";
      else if (attribution.bracket_open && !read->takes_next)
        read->finding = "bracket-not-closed";
      break;
    case BUL_ATTRIBUTION_LABEL:
      *read = read_label (state, &attribution, next);
      break;
    case BUL_ATTRIBUTION_TURN:
      state->section = BUL_SECTION_TALK;
      *read = reading (state, BUL_BLOCK_TURN);
      break;
    case BUL_ATTRIBUTION_MARK:
      *read = reading (state, BUL_BLOCK_PARAGRAPH);
      read->finding = "unknown-marker";
      break;
    case BUL_ATTRIBUTION_NONE:
    default:
      return FALSE;
    }
  state->seen |= SEEN_BODY;
  return TRUE;
}

static gboolean
is_notices (BulSlice line)
{
  static const char *const forms[] = { "공지·정정", "공지ㆍ정정", "공지・정정", "공지•정정" };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    if (bul_slice_equal (line, forms[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_cue (BulSlice line)
{
  static const char *const cues[] = { "(S/U)",
                                      "(S-U)",
                                      "(BEGIN VIDEO CLIP)",
                                      "(END VIDEO CLIP)",
                                      "(BEGIN VIDEOTAPE)",
                                      "(END VIDEOTAPE)",
                                      "(COMMERCIAL BREAK)",
                                      "(BREAK)",
                                      "◀ st-up ▶" };

  for (guint i = 0; i < G_N_ELEMENTS (cues); i++)
    if (bul_slice_equal (line, cues[i]))
      return TRUE;
  return FALSE;
}

/* Before the script itself begins, furniture and times belong to the head; after it, to the tail.
 */
static gboolean
in_head (const BulClassifierState *state)
{
  return (state->seen & SEEN_BODY) == 0;
}

static BulReading
read_tail (BulClassifierState *state, BulBlockKind kind)
{
  if (in_head (state))
    state->section = BUL_SECTION_HEAD;
  else
    state->section = BUL_SECTION_TAIL;
  return reading (state, kind);
}

static gboolean
read_page (BulClassifierState *state, BulSlice line, BulReading *read)
{
  BulFurniture furniture = bul_furniture_find (line);

  if (is_notices (line))
    *read = read_tail (state, BUL_BLOCK_NOTICES);
  else if (furniture == BUL_FURNITURE_TAIL)
    *read = read_tail (state, BUL_BLOCK_FURNITURE);
  else if (furniture == BUL_FURNITURE_HERE)
    {
      if (in_head (state))
        state->section = BUL_SECTION_HEAD;
      *read = reading (state, BUL_BLOCK_FURNITURE);
    }
  else if (bul_credits_read (line, NULL, NULL))
    *read = read_tail (state, BUL_BLOCK_CREDITS);
  else
    return FALSE;
  return TRUE;
}

/* The story printed a second time, often flattened: a bullet with the headline, then all of it
 * again. */
static gboolean
starts_copy (const BulClassifierState *state, BulSlice line)
{
  return state->section == BUL_SECTION_TAIL && bul_slice_starts (line, "•");
}

static gboolean
ends_sentence (BulSlice line)
{
  static const char *const ends[] = { ".", "!", "?", ".\"", ".”", "!\"", "?\"" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (bul_slice_ends (line, ends[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_stamp (const char *line)
{
  BulStampReading reading_at[1];
  BulSlice rest;

  return line != NULL
         && bul_stamp_reading_read (bul_slice_trim (bul_slice_of (line)), reading_at, 1, &rest) > 0;
}

/* The page's title is the first plain line that is not a sentence, or that the page's frame vouches
 * for. */
static gboolean
is_headline (const BulClassifierState *state, BulSlice line, const char *next)
{
  gboolean framed = is_stamp (next);

  if ((state->seen & SEEN_HEADLINE) != 0)
    return FALSE;
  if (bul_slice_starts (line, "Title:"))
    return TRUE;
  if (framed)
    return TRUE;
  return !ends_sentence (line)
         && ((state->seen & (SEEN_HEADER | SEEN_STAMP)) != 0 || is_mark (next));
}

static gboolean
read_head (BulClassifierState *state, BulSlice line, const char *next, BulReading *read)
{
  BulStampReading stamps[1];
  char date[11];
  BulSlice rest;
  BulBlockKind kind;

  if (bul_stamp_reading_read_header (line, date, &rest)
      || bul_programme_find (line.start, line.length) != NULL)
    kind = BUL_BLOCK_HEADER;
  else if (bul_stamp_reading_read (line, stamps, 1, &rest) > 0)
    kind = BUL_BLOCK_STAMP;
  else if (is_headline (state, line, next))
    kind = BUL_BLOCK_HEADLINE;
  else
    return FALSE;

  state->seen |= kind == BUL_BLOCK_HEADER  ? SEEN_HEADER
                 : kind == BUL_BLOCK_STAMP ? SEEN_STAMP
                                           : SEEN_HEADLINE;
  state->section = BUL_SECTION_HEAD;
  *read = reading (state, kind);
  return TRUE;
}

/* The last line of a lead passes on; the last of a report, or one that names the house, closes. */
static gboolean
read_relay (BulClassifierState *state, BulSlice line, const char *next, BulReading *read)
{
  BulRelay relay;
  gboolean before_mark = is_mark (next);

  if (!bul_relay_read (line, &relay))
    return FALSE;
  if ((state->section == BUL_SECTION_LEAD
       || (state->section == BUL_SECTION_LIVE && relay.broadcaster.length == 0))
      && before_mark)
    {
      *read = reading (state, BUL_BLOCK_HANDOFF);
      return TRUE;
    }
  if (state->section == BUL_SECTION_LEAD
      || (relay.broadcaster.length == 0
          && (state->section == BUL_SECTION_NONE || (next != NULL && !before_mark))))
    return FALSE;
  *read = reading (state, BUL_BLOCK_SIGNOFF);
  if (state->section == BUL_SECTION_REPORT)
    state->section = BUL_SECTION_TAIL;
  return TRUE;
}

static BulReading
read_plain (BulClassifierState *state)
{
  /* Before the first mark of a page that has marks, words belong to its head. */
  if (in_head (state) && (state->seen & SEEN_MARKS) != 0)
    {
      state->section = BUL_SECTION_HEAD;
      return reading (state, BUL_BLOCK_PARAGRAPH);
    }
  if (in_head (state))
    state->section = BUL_SECTION_NONE;
  state->seen |= SEEN_BODY;
  return reading (state, BUL_BLOCK_PARAGRAPH);
}

BulReading
bul_classifier_read (BulClassifierState *state, const char *line, const char *next)
{
  BulSlice text = bul_slice_trim (bul_slice_of (line));
  BulSlice mark;
  const BulMarker *marker = bul_markers_find (text, &mark);
  BulReading read;

  if ((state->seen & SEEN_COPY) != 0 || starts_copy (state, text))
    {
      state->seen |= SEEN_COPY;
      return reading (state, is_notices (text) ? BUL_BLOCK_NOTICES : BUL_BLOCK_FURNITURE);
    }
  if (marker != NULL && marker->role != BUL_MARK_BITE)
    return read_mark (state, marker, mark, text);
  if (read_page (state, text, &read))
    return read;
  if (in_head (state) && read_head (state, text, next, &read))
    return read;
  if (read_bracket (state, text, next, &read))
    return read;
  if (is_cue (text))
    {
      state->seen |= SEEN_BODY;
      return reading (state, BUL_BLOCK_CUE);
    }
  if (read_relay (state, text, next, &read))
    {
      state->seen |= SEEN_BODY;
      return read;
    }
  return read_plain (state);
}
