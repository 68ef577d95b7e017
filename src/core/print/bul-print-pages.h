/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What goes on a page whole: a line of words with the space around it, in points. */
typedef struct
{
  double space; /* above it; not at the top of a page */
  double height;
  gboolean stays; /* with the row above: a page does not begin here if that can be helped */
} BulPrintRow;

/*
 * Parts rows into pages of @room points. A page is filled as far as its last row may be parted from
 * the next; where all that is on it belongs together, it ends where it is full.
 *
 * Returns: (transfer full) (element-type guint): the first row of each page; one page at least
 */
GArray *bul_print_pages_break (const BulPrintRow *rows, guint n_rows, double room);

/* The rows of a paragraph: neither its first line nor its last stands on a page alone, and one of
 * few lines is not parted at all. @row, of @n_rows from 0: whether it stays with the row above. */
gboolean bul_print_pages_stays (guint row, guint n_rows);

G_END_DECLS
