/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "bul-range.h"
#include "desk-buffer.h"

G_BEGIN_DECLS

typedef enum
{
  DESK_BAND_CURRENT = 1, /* what deeds are about; it takes the place of the band of the line */
  DESK_BAND_CHANGED,     /* words that were others when somebody looked */
} DeskBandKind;

/* Words with a ground of their own, as long as something beside the text is about them. */
typedef struct
{
  DeskBandKind kind;
  char *block;
  BulRange range;
} DeskBand;

/* Returns: (transfer full): an empty list of DeskBand. */
GArray *desk_bands_new (void);
void desk_bands_add (GArray *bands, DeskBandKind kind, const char *block, BulRange range);

gboolean desk_bands_are_equal (const GArray *a, const GArray *b);
/* For sorting: later kinds are painted over earlier ones. */
int desk_bands_compare (gconstpointer a, gconstpointer b);
gboolean desk_bands_have (const GArray *bands, DeskBandKind kind);

/* Paints the bands of the line of @block that begins at @line; the column of text is from @left to
 * @right. Words that begin or end a line have the margin there too. */
void desk_bands_paint (const GArray *bands,
                       GtkTextView *view,
                       DeskBuffer *buffer,
                       GtkSnapshot *snapshot,
                       const GtkTextIter *line,
                       const BulBlock *block,
                       int left,
                       int right);

G_END_DECLS
