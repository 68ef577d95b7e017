/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-band.h"

#include <string.h>

#include "bul-chars.h"
#include "desk-palette.h"
#include "desk-shapes.h"

#define RADIUS 6
#define OVERHANG 10 /* into the margins */
#define PADDING 2   /* above and below a row of letters */
#define DOTS_PLACE 0.86f

static void
band_clear (gpointer data)
{
  g_free (((DeskBand *) data)->block);
}

GArray *
desk_bands_new (void)
{
  GArray *bands = g_array_new (FALSE, FALSE, sizeof (DeskBand));

  g_array_set_clear_func (bands, band_clear);
  return bands;
}

void
desk_bands_add (GArray *bands, DeskBandKind kind, const char *block, BulRange range)
{
  DeskBand band = { kind, g_strdup (block), range };

  g_array_append_val (bands, band);
}

gboolean
desk_bands_are_equal (const GArray *a, const GArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const DeskBand *x = &g_array_index (a, DeskBand, i);
      const DeskBand *y = &g_array_index (b, DeskBand, i);

      if (x->kind != y->kind || strcmp (x->block, y->block) != 0 || x->range.start != y->range.start
          || x->range.end != y->range.end)
        return FALSE;
    }
  return TRUE;
}

int
desk_bands_compare (gconstpointer a, gconstpointer b)
{
  return (int) ((const DeskBand *) a)->kind - (int) ((const DeskBand *) b)->kind;
}

gboolean
desk_bands_have (const GArray *bands, DeskBandKind kind)
{
  for (guint i = 0; i < bands->len; i++)
    if (g_array_index (bands, DeskBand, i).kind == kind)
      return TRUE;
  return FALSE;
}

/* One row of letters of a band, from @start to @end. */
static void
paint_row (GtkTextView *view,
           GtkSnapshot *snapshot,
           DeskBandKind kind,
           const GtkTextIter *start,
           int from,
           int to)
{
  const DeskPalette *palette = desk_palette_get ();
  GdkRectangle first;
  graphene_rect_t rect;

  gtk_text_view_get_iter_location (view, start, &first);
  rect = GRAPHENE_RECT_INIT (from, first.y - PADDING, to - from, first.height + 2 * PADDING);
  if (to <= from)
    return;
  if (kind == DESK_BAND_CURRENT)
    {
      desk_shapes_fill (snapshot, &rect, RADIUS, &palette->band);
      desk_shapes_frame (snapshot, &rect, RADIUS, 1, &palette->frame);
      return;
    }
  desk_shapes_fill (snapshot, &rect, PADDING, &palette->stale_ground);
  desk_shapes_dots (snapshot, &GRAPHENE_POINT_INIT (from, first.y + first.height * DOTS_PLACE),
                    to - from, &palette->stale);
}

static int
find_x (GtkTextView *view, const GtkTextIter *iter)
{
  GdkRectangle place;

  gtk_text_view_get_iter_location (view, iter, &place);
  return place.x;
}

static void
paint_band (const DeskBand *band,
            GtkTextView *view,
            DeskBuffer *buffer,
            GtkSnapshot *snapshot,
            const GtkTextIter *line,
            guint n_chars,
            int left,
            int right)
{
  int margin = band->kind == DESK_BAND_CURRENT ? OVERHANG : 0;
  GtkTextIter start
      = desk_buffer_get_iter_in_line (buffer, line, band->range.start, DESK_AFTER_STRUCK);
  GtkTextIter end
      = desk_buffer_get_iter_in_line (buffer, line, band->range.end, DESK_BEFORE_STRUCK);
  int from = margin > 0 && band->range.start == 0 ? left - margin : find_x (view, &start);

  while (TRUE)
    {
      GtkTextIter row = start;

      if (!gtk_text_view_forward_display_line_end (view, &row)
          || gtk_text_iter_compare (&row, &end) >= 0)
        break;
      paint_row (view, snapshot, band->kind, &start, from, right + margin);
      start = row;
      if (!gtk_text_view_forward_display_line (view, &start)
          || gtk_text_iter_compare (&start, &end) >= 0)
        return;
      gtk_text_view_backward_display_line_start (view, &start);
      from = left - margin;
    }
  paint_row (view, snapshot, band->kind, &start, from,
             margin > 0 && band->range.end >= n_chars ? right + margin : find_x (view, &end));
}

void
desk_bands_paint (const GArray *bands,
                  GtkTextView *view,
                  DeskBuffer *buffer,
                  GtkSnapshot *snapshot,
                  const GtkTextIter *line,
                  const BulBlock *block,
                  int left,
                  int right)
{
  for (guint i = 0; i < bands->len; i++)
    {
      const DeskBand *band = &g_array_index (bands, DeskBand, i);

      if (strcmp (band->block, block->key) == 0)
        paint_band (band, view, buffer, snapshot, line, bul_chars_count (block->text), left, right);
    }
}
