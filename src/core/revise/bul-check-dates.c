/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>
#include <string.h>

#include "bul-check-private.h"
#include "bul-stamp-reading.h"

/* No line prints more. */
#define MOST_STAMPS 4

/* A bulletin of the evening is published around midnight: these hours belong to either day. */
#define EVENING "18:00"
#define MORNING "06:00"

static gboolean
parse_day (const char *text, GDate *day)
{
  guint year;
  guint month;
  guint number;

  if (sscanf (text, "%4u-%2u-%2u", &year, &month, &number) != 3
      || !g_date_valid_dmy (number, month, year))
    return FALSE;
  g_date_set_dmy (day, number, month, year);
  return TRUE;
}

/* Whether a stamp may belong to the page of that day. A page may be mended years later. */
static gboolean
fits (const BulStampReading *stamp, const GDate *page)
{
  const char *time = strchr (stamp->at, 'T');
  GDate day;
  int distance;

  if (stamp->kind == BUL_STAMP_MODIFIED || !parse_day (stamp->at, &day))
    return TRUE;
  distance = g_date_days_between (page, &day);
  if (time == NULL || distance == 0)
    return distance == 0;
  if (distance == 1)
    return strcmp (time + 1, MORNING) < 0;
  return distance == -1 && strcmp (time + 1, EVENING) >= 0;
}

static void
check_stamps (BulCheck *self, guint i, const GDate *page)
{
  BulStampReading stamps[MOST_STAMPS];
  BulSlice rest;
  BulSlice line = bul_slice_trim (bul_slice_of (bul_check_get_block (self, i)->text));
  guint n = bul_stamp_reading_read (line, stamps, MOST_STAMPS, &rest);

  for (guint j = 0; j < n; j++)
    if (!fits (&stamps[j], page))
      bul_check_tell_bytes (self, i, "date-differs", stamps[j].printed.start,
                            stamps[j].printed.length);
}

void
bul_check_dates (BulCheck *self)
{
  gboolean has_page = FALSE;
  GDate page;

  for (guint i = 0; i < self->script->blocks->len; i++)
    {
      const BulBlock *block = bul_check_get_block (self, i);
      char date[11];
      BulSlice slot;

      if (block->kind == BUL_BLOCK_HEADER && !has_page
          && bul_stamp_reading_read_header (bul_slice_trim (bul_slice_of (block->text)), date,
                                            &slot))
        has_page = parse_day (date, &page);
      else if (block->kind == BUL_BLOCK_STAMP && has_page)
        check_stamps (self, i, &page);
    }
}
