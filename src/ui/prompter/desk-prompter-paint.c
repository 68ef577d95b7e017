/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-prompter-paint.h"

#include "bul-chars.h"
#include "desk-shapes.h"

#define COLUMN_MOST 1120
#define MARK_PLACE 0.4 /* of the height */

#define BAR_WIDTH 6
#define HAIR_DISTANCE 12

/* What stands beside the words, from their left edge to the left. */
typedef struct
{
  int least_width; /* of the prompter */
  int left;
  int right;
  int bar;
  int mark;
  int mark_width;
} Gutter;

static const Gutter gutters[] = {
  { 900, 104, 56, 30, 86, 32 },
  { 0, 64, 24, 22, 52, 22 },
};

static const GdkRGBA white = { 1, 1, 1, 1 };
static const GdkRGBA changed = { 0xf7 / 255.f, 0xcd / 255.f, 0x77 / 255.f, 1 };
static const GdkRGBA hair = { 0.33f, 0.33f, 0.33f, 1 };

typedef struct
{
  GtkSnapshot *snapshot;
  DeskRows *rows;
  const Gutter *gutter;
  graphene_rect_t column;
} Painter;

static const Gutter *
find_gutter (int width)
{
  guint i = 0;

  while (width < gutters[i].least_width)
    i++;
  return &gutters[i];
}

graphene_rect_t
desk_prompter_paint_get_column (int width)
{
  const Gutter *gutter = find_gutter (width);
  float left = MAX (gutter->left, (width - COLUMN_MOST) / 2);

  return GRAPHENE_RECT_INIT (left, 0, CLAMP (width - left - gutter->right, 1, COLUMN_MOST), 0);
}

static void
paint_bar (const Painter *self, double middle, double height)
{
  graphene_rect_t bar
      = GRAPHENE_RECT_INIT (-self->gutter->bar, middle - height / 2, BAR_WIDTH, height);

  desk_shapes_fill (self->snapshot, &bar, BAR_WIDTH / 2.f, &changed);
}

static int
row_of_letters (const DeskRow *row, guint offset)
{
  int line;
  int x;

  pango_layout_index_to_line_x (row->layout, bul_chars_to_byte (row->line->text, offset), FALSE,
                                &line, &x);
  return line;
}

/* One for each row of letters in which something changed. */
static void
paint_bars (const Painter *self, const DeskRow *row)
{
  double pitch = desk_rows_get_pitch (self->rows);
  int last = -1;

  for (guint i = 0; i < row->line->changes->len; i++)
    {
      BulRange range = g_array_index (row->line->changes, BulRange, i);
      int line = row_of_letters (row, range.start);
      int end = row_of_letters (row, MAX (range.start, range.end - !bul_range_is_empty (range)));

      for (line = MAX (line, last + 1); line <= end; line++)
        paint_bar (self, pitch * (line + 0.5), pitch * 0.62);
      last = MAX (last, end);
    }
}

static void
paint_words (const Painter *self, const DeskRow *row)
{
  gtk_snapshot_append_layout (self->snapshot, row->layout, &white);
  paint_bars (self, row);
}

static void
paint_small (const Painter *self, const DeskRow *row)
{
  int width;
  int height;

  pango_layout_get_pixel_size (row->layout, &width, &height);
  gtk_snapshot_save (self->snapshot);
  gtk_snapshot_translate (self->snapshot, &GRAPHENE_POINT_INIT (0, (row->height - height) / 2));
  gtk_snapshot_append_layout (self->snapshot, row->layout, &white);
  gtk_snapshot_restore (self->snapshot);
  if (row->line->changes->len > 0)
    paint_bar (self, row->height / 2, height);
  if (row->line->kind != DESK_READ_BITE)
    gtk_snapshot_append_color (
        self->snapshot, &hair,
        &GRAPHENE_RECT_INIT (width + HAIR_DISTANCE, row->height / 2,
                             MAX (0, self->column.size.width - width - HAIR_DISTANCE), 1));
}

static void
paint_rows (const Painter *self, double top, double height)
{
  for (guint i = 0; i < desk_rows_get_n (self->rows); i++)
    {
      const DeskRow *row = desk_rows_get (self->rows, i);

      if (row->y + row->height < top)
        continue;
      if (row->y > top + height)
        return;
      gtk_snapshot_save (self->snapshot);
      gtk_snapshot_translate (self->snapshot,
                              &GRAPHENE_POINT_INIT (self->column.origin.x, row->y - top));
      if (row->line->kind == DESK_READ_WORDS)
        paint_words (self, row);
      else
        paint_small (self, row);
      gtk_snapshot_restore (self->snapshot);
    }
}

/* A triangle that points at the words. */
static void
paint_mark (const Painter *self, double middle)
{
  float width = self->gutter->mark_width;
  float x = self->column.origin.x - self->gutter->mark;
  graphene_rect_t rect = GRAPHENE_RECT_INIT (x, middle - width * 0.56, width, width * 1.12);
  cairo_t *cr = gtk_snapshot_append_cairo (self->snapshot, &rect);

  gdk_cairo_set_source_rgba (cr, &white);
  cairo_move_to (cr, rect.origin.x, rect.origin.y);
  cairo_line_to (cr, rect.origin.x + width, middle);
  cairo_line_to (cr, rect.origin.x, rect.origin.y + rect.size.height);
  cairo_fill (cr);
  cairo_destroy (cr);
}

void
desk_prompter_paint (GtkWidget *widget, GtkSnapshot *snapshot, DeskRows *rows, double y)
{
  int width = gtk_widget_get_width (widget);
  double middle = gtk_widget_get_height (widget) * MARK_PLACE;
  Painter painter = { snapshot, rows, find_gutter (width), desk_prompter_paint_get_column (width) };

  paint_rows (&painter, y - middle, gtk_widget_get_height (widget));
  paint_mark (&painter, middle);
}
