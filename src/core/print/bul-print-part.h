/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "bul-print-lines.h"
#include "bul-print-options.h"
#include "bul-print-pages.h"
#include "bul-print-words.h"

G_BEGIN_DECLS

/* Where the words stand on a sheet, in points from its upper left corner. */
typedef struct
{
  double left;
  double right;
  double top;
  double bottom;
} BulPrintColumn;

/* A script on its pages. */
typedef struct
{
  BulPrintColumn column;
  GPtrArray *pieces;
  GArray *lines;  /* of BulPrintLaidLine */
  GArray *rows;   /* of BulPrintRow, one a line */
  GArray *firsts; /* of guint: the first line of each page */
  /* the head of every page */
  char *bulletin; /* programme and day */
  char *headline;
  char *state; /* and revision, and when it was printed */
} BulPrintPart;

BulPrintPart *bul_print_part_new (PangoContext *context,
                                  const BulPrintStory *story,
                                  const BulScript *script,
                                  const BulPrintOptions *options);
void bul_print_part_free (BulPrintPart *self);

guint bul_print_part_get_n_pages (const BulPrintPart *self);

/* Draws page @page of the script, counted from 0. */
void bul_print_part_draw (const BulPrintPart *self, PangoContext *context, cairo_t *cr, guint page);

G_END_DECLS
