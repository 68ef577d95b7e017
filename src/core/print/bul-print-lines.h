/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

#include "bul-print-style.h"

G_BEGIN_DECLS

typedef enum
{
  BUL_PRINT_BAR_NONE,
  BUL_PRINT_BAR_REASONED,
  BUL_PRINT_BAR_OPEN, /* something in the line needs a reason */
} BulPrintBar;

/* A line of words, laid out. */
typedef struct
{
  const BulPrintPiece *piece;
  const BulPrintLook *look;
  PangoLayout *layout;
  PangoLayoutLine *words; /* of the layout */
  double size;            /* of the type */
  gboolean is_first;      /* of the piece */
  gboolean is_last;
  BulPrintBar bar;
  char *flags; /* of the corrections that begin here: “C1 C2”, “?”; or NULL */
} BulPrintLaidLine;

/* Where no screen is asked for anything, the same words have the same places everywhere. */
PangoContext *bul_print_lines_make_context (void);

/* Returns: (transfer full): a layout of words without any marks. */
PangoLayout *
bul_print_lines_make_layout (PangoContext *context, const char *words, double size, gboolean bold);

/*
 * Returns: (transfer full) (element-type BulPrintLaidLine): the lines of @pieces, which must
 * outlive them, in a column of @width points
 */
GArray *bul_print_lines_lay_out (PangoContext *context,
                                 const GPtrArray *pieces,
                                 double width,
                                 gboolean large);

G_END_DECLS
