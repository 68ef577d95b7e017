/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-reading.h"
#include "desk-roll.h"

G_BEGIN_DECLS

/* A line that is read, laid out. Heights are in pixels from the top of the roll. */
typedef struct
{
  const DeskReadLine *line;
  PangoLayout *layout;
  double y;
  double height;
  double first; /* the middle of its first row of letters */
} DeskRow;

/* A place in the words: it stays with them when they are laid out anew. */
typedef struct
{
  char *block;
  guint offset;
  double rest; /* from the place's own height to what was meant, in rows of letters */
} DeskReadPlace;

/* How the words are set. */
typedef struct
{
  PangoContext *context;
  double width;
  double size; /* of the letters */
} DeskSetting;

/**
 * DeskRows:
 *
 * What a prompter shows, laid out from top to bottom. What did not change is not laid out again.
 */
typedef struct _DeskRows DeskRows;

DeskRows *desk_rows_new (void);
void desk_rows_free (DeskRows *self);

/* @lines: (transfer full) (element-type DeskReadLine) */
void desk_rows_set_lines (DeskRows *self, GPtrArray *lines);
void desk_rows_lay_out (DeskRows *self, const DeskSetting *setting);

guint desk_rows_get_n (DeskRows *self);
const DeskRow *desk_rows_get (DeskRows *self, guint i);

/* Where the next lines of letters of a row stand: from one row of letters to the next. */
double desk_rows_get_pitch (DeskRows *self);

/* The middle of the next row of letters below @y, or of the one above it; @y where there is none.
 */
double desk_rows_get_below (DeskRows *self, double y);
double desk_rows_get_above (DeskRows *self, double y);

/* How it rolls at @speed, where 1 is the pace of who reads; soundbites take the time that they
 * take. Borrowed until the next layout. */
const DeskRoll *desk_rows_get_roll (DeskRows *self, double speed);

/* The row of words or of a soundbite that is at @y; %NULL where there is none at all. */
const DeskRow *desk_rows_find (DeskRows *self, double y);

/* @place->block: (transfer full). %FALSE where nothing is read. */
gboolean desk_rows_get_place (DeskRows *self, double y, DeskReadPlace *place);

/* %FALSE where the block is not read any more. */
gboolean desk_rows_get_y (DeskRows *self, const DeskReadPlace *place, double *y);

G_END_DECLS
