/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bul-slice-private.h"
#include "bul-stamp.h"

G_BEGIN_DECLS

/* One time printed on a line. */
typedef struct
{
  BulStampKind kind;
  char at[20];      /* YYYY-MM-DDTHH:MM[:SS]; of a day on air, YYYY-MM-DD alone */
  BulSlice zone;    /* as printed, or empty */
  BulSlice printed; /* with the word that tells its kind */
  gboolean is_bare; /* no word tells its kind */
} BulStampReading;

/*
 * Reads the times of a stamp line into @readings, at most @n_readings of them.
 *
 * @rest: (out): what stands behind the last time, such as a programme.
 * Returns: how many; 0 for a line that is no stamp.
 */
guint
bul_stamp_reading_read (BulSlice line, BulStampReading *readings, guint n_readings, BulSlice *rest);

/* Reads a page's head line, ` date YYYY-MM-DD X`. @date: (out): ten characters and the end; @slot:
 * (out): X. */
gboolean bul_stamp_reading_read_header (BulSlice line, char date[11], BulSlice *slot);

/* Reads a head line that begins with its day, “2009년 3월 2일 뉴스데스크”; FALSE where what
 * follows, in
 * @slot, is not named as news are. */
gboolean bul_stamp_reading_read_dated (BulSlice line, char date[11], BulSlice *slot);

G_END_DECLS
