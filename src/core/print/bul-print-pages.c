/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-print-pages.h"

/* A paragraph of so many lines is not parted. */
#define N_TOGETHER 3

/* Thousandths of a point are no reason for a new page. */
#define TOLERANCE 0.01

gboolean
bul_print_pages_stays (guint row, guint n_rows)
{
  if (row == 0)
    return FALSE;
  return n_rows <= N_TOGETHER || row == 1 || row == n_rows - 1;
}

/* The first row that does not fit below @first, which itself always fits. */
static guint
fill (const BulPrintRow *rows, guint n_rows, guint first, double room)
{
  double used = rows[first].height;
  guint i;

  for (i = first + 1; i < n_rows; i++)
    {
      used += rows[i].space + rows[i].height;
      if (used > room + TOLERANCE)
        break;
    }
  return i;
}

/* Goes back to where a page may begin; where that is nowhere on this one, it begins at @full. */
static guint
go_back (const BulPrintRow *rows, guint first, guint full)
{
  for (guint i = full; i > first; i--)
    if (!rows[i].stays)
      return i;
  return full;
}

GArray *
bul_print_pages_break (const BulPrintRow *rows, guint n_rows, double room)
{
  GArray *firsts = g_array_new (FALSE, FALSE, sizeof (guint));
  guint first = 0;

  g_return_val_if_fail (rows != NULL || n_rows == 0, firsts);

  g_array_append_val (firsts, first);
  while (first < n_rows)
    {
      guint full = fill (rows, n_rows, first, room);

      if (full == n_rows)
        break;
      first = go_back (rows, first, full);
      g_array_append_val (firsts, first);
    }
  return firsts;
}
