/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bul-attribution.h"
#include "bul-credits.h"
#include "bul-cue.h"
#include "bul-furniture.h"
#include "bul-look.h"
#include "bul-markers.h"
#include "bul-naming.h"
#include "bul-programme.h"
#include "bul-relay.h"
#include "bul-stamp-reading.h"
#include "bul-transcript.h"
#include "fuzz.h"

/* Every reader of one line: what they find lies inside the line. */

#define MOST_STAMPS 4

static void
check_inside (BulSlice line, BulSlice found)
{
  if (found.length == 0)
    return;
  g_assert_true (found.start >= line.start);
  g_assert_true (found.start + found.length <= line.start + line.length);
  /* Cut between characters. */
  g_assert_true (g_utf8_validate_len (found.start, found.length, NULL));
}

static void
check_attribution (BulSlice line)
{
  BulAttribution attribution;

  if (bul_attribution_read (line, &attribution) == BUL_ATTRIBUTION_NONE)
    return;
  g_assert_cmpuint (attribution.n_names, <=, BUL_ATTRIBUTION_MOST);
  g_assert_cmpuint (attribution.n_details, <=, BUL_ATTRIBUTION_MOST);
  check_inside (line, attribution.marker);
  check_inside (line, attribution.attribution);
  check_inside (line, attribution.title);
  check_inside (line, attribution.quote);
  for (guint i = 0; i < attribution.n_names; i++)
    {
      check_inside (line, attribution.names[i]);
      bul_naming_is_role (attribution.names[i]);
      bul_naming_is_disguise (attribution.names[i]);
    }
  for (guint i = 0; i < attribution.n_details; i++)
    check_inside (line, attribution.details[i]);
}

static void
check_relay (BulSlice line)
{
  BulRelay relay = { BUL_SLICE_NONE, BUL_SLICE_NONE, BUL_SLICE_NONE, BUL_SLICE_NONE };

  if (!bul_relay_read (line, &relay))
    return;
  check_inside (line, relay.reporter);
  check_inside (line, relay.broadcaster);
  check_inside (line, relay.place);
  check_inside (line, relay.credits);
}

static void
check_credit (BulSlice role, const BulSlice *names, guint n_names, gpointer data)
{
  BulSlice *line = data;

  check_inside (*line, role);
  for (guint i = 0; i < n_names; i++)
    check_inside (*line, names[i]);
}

/* YYYY-MM-DDTHH:MM:SS, or the start of it up to the day or the minute. */
static void
check_time (const char *at)
{
  static const char pattern[] = "0000-00-00T00:00:00";
  gsize length = strnlen (at, sizeof pattern);

  g_assert_true (length == 10 || length == 16 || length == 19);
  for (gsize i = 0; i < length; i++)
    g_assert_true (pattern[i] == '0' ? g_ascii_isdigit (at[i]) : at[i] == pattern[i]);
}

static void
check_stamps (BulSlice line)
{
  BulStampReading readings[MOST_STAMPS];
  BulSlice rest = BUL_SLICE_NONE;
  guint n = bul_stamp_reading_read (line, readings, MOST_STAMPS, &rest);
  char date[11];

  g_assert_cmpuint (n, <=, MOST_STAMPS);
  for (guint i = 0; i < n; i++)
    {
      check_time (readings[i].at);
      check_inside (line, readings[i].printed);
      check_inside (line, readings[i].zone);
    }
  if (n > 0)
    check_inside (line, rest);
  if (bul_stamp_reading_read_header (line, date, &rest))
    {
      g_assert_cmpuint (strnlen (date, sizeof date), ==, 10);
      check_inside (line, rest);
    }
}

static void
check_names (BulSlice line)
{
  BulMark mark = bul_markers_find (line);
  BulAttribution turn;

  if (mark.marker != NULL)
    check_inside (line, mark.stretch);
  check_inside (line, bul_markers_skip (line));
  if (bul_transcript_read (line, &turn) != BUL_TRANSCRIPT_NONE)
    check_inside (line, turn.quote);
  check_inside (line, bul_cue_find_glued_time (line));
  bul_cue_find (line);
  bul_look_at (line);
  bul_furniture_find (line);
  bul_programme_find (line.start, line.length);
  bul_naming_is_role (line);
  bul_naming_is_korean_name (line);
  bul_naming_is_english_name (line);
  bul_naming_is_broadcaster (line);
}

/* The line lies in memory of just its length, so that a look beyond it is seen. */
void
fuzz_one (const guint8 *data, gsize size)
{
  g_autofree char *valid = g_utf8_make_valid ((const char *) data, (gssize) size);
  gsize length = strcspn (valid, "\r\n");
  g_autofree char *exact = g_memdup2 (valid, length);
  BulSlice line = { exact, length };

  if (length == 0)
    return;
  check_attribution (line);
  check_relay (line);
  bul_credits_read (line, check_credit, &line);
  check_stamps (line);
  check_names (line);
}
