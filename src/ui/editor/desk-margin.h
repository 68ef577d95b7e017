/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk-buffer.h"

G_BEGIN_DECLS

/*
 * What is painted under and beside the text: cards, hairlines, the band of the caret's line,
 * speakers' numbers on the left and flags of corrections on the right. Only the lines that can be
 * seen are asked.
 */
typedef struct
{
  GtkTextView *view;
  DeskBuffer *buffer;
  int left; /* where the column of text begins and ends, in the coordinates of the buffer */
  int right;
  const GArray *bands; /* of DeskBand */
  float scale;         /* of what is painted beside the text */
} DeskMargin;

/* Returns: which lines were there, and where, as one number: GTK lays lines out between the two, so
 * that what was painted below may have been painted elsewhere. */
guint desk_margin_snapshot_below (const DeskMargin *self, GtkSnapshot *snapshot);
guint desk_margin_snapshot_above (const DeskMargin *self, GtkSnapshot *snapshot);

/* The number to show beside a line: of its speaker, where that is another than just before; 0:
 * none. */
guint desk_margin_get_number (DeskBuffer *buffer, guint line);

G_END_DECLS
