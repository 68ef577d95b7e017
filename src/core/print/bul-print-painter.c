/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <pango/pangocairo.h>

#include "bul-print-part.h"

/* How far from the column, and how large. */
#define BAR_AWAY 44
#define BAR_WIDTH 2.6
#define NUMBER_AWAY 19
#define NUMBER_RADIUS 8.5
#define NUMBER_SIZE 9.5
#define FLAG_AWAY 9
#define FLAG_SIZE 8.5
#define RULE_WIDTH 0.6
#define BESIDE_WIDTH 1.6
#define HEAVY_WIDTH 3.2
#define HEAD_TOP 30
#define HEAD_LINE 14
#define HEAD_SIZE 9.5
#define HEAD_GAP 12

/* The middle of capitals and of Hangul is above the base line by this much of their size. */
#define MIDDLE 0.36

/* Where the page is being painted. */
typedef struct
{
  const BulPrintPart *part;
  PangoContext *context;
  cairo_t *cr;
  double y;      /* top of the row */
  double height; /* of the row */
} Painter;

static void
set_shade (Painter *self, double shade)
{
  cairo_set_source_rgb (self->cr, shade, shade, shade);
}

static void
fill_rectangle (Painter *self, double x, double y, double width, double height)
{
  cairo_rectangle (self->cr, x, y, width, height);
  cairo_fill (self->cr);
}

static double
get_middle (const Painter *self)
{
  return self->y + self->height / 2;
}

/* Words of our own, their middle at @y. @align: the share of their width that is left of @x. */
static double
draw_words (Painter *self,
            const char *words,
            double size,
            gboolean bold,
            double x,
            double y,
            double align,
            double most)
{
  g_autoptr (PangoLayout) layout = bul_print_lines_make_layout (self->context, words, size, bold);
  PangoRectangle area;
  double width;

  pango_layout_set_single_paragraph_mode (layout, TRUE);
  if (most > 0)
    {
      pango_layout_set_width (layout, (int) (most * PANGO_SCALE));
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  pango_layout_get_extents (layout, NULL, &area);
  width = (double) area.width / PANGO_SCALE;
  cairo_move_to (self->cr, x - (double) area.x / PANGO_SCALE - width * align, y + size * MIDDLE);
  pango_cairo_show_layout_line (self->cr, pango_layout_get_line_readonly (layout, 0));
  cairo_new_path (self->cr);
  return width;
}

static void
draw_head (Painter *self, guint page)
{
  const BulPrintColumn *column = &self->part->column;
  g_autofree char *number
      = g_strdup_printf ("%u / %u", page + 1, bul_print_part_get_n_pages (self->part));
  double y = HEAD_TOP + HEAD_LINE / 2.0;
  double left = column->left - BAR_AWAY;
  double right = column->right + MAX (FLAG_AWAY, BAR_AWAY - FLAG_AWAY);
  double taken;

  set_shade (self, BUL_PRINT_INK);
  taken = draw_words (self, number, HEAD_SIZE, TRUE, right, y, 1, 0);
  if (self->part->bulletin != NULL)
    draw_words (self, self->part->bulletin, HEAD_SIZE, TRUE, left, y, 0,
                right - left - taken - HEAD_GAP);
  y += HEAD_LINE;
  set_shade (self, BUL_PRINT_DIM);
  taken = draw_words (self, self->part->state, HEAD_SIZE, FALSE, right, y, 1, 0);
  if (self->part->headline != NULL)
    draw_words (self, self->part->headline, HEAD_SIZE, FALSE, left, y, 0,
                MAX (right - left - taken - HEAD_GAP, HEAD_GAP));
  set_shade (self, BUL_PRINT_HAIR);
  fill_rectangle (self, left, y + HEAD_LINE * 0.75, right - left, RULE_WIDTH);
}

static void
draw_number (Painter *self, guint number, double y)
{
  g_autofree char *words = g_strdup_printf ("%u", number);
  double x = self->part->column.left - NUMBER_AWAY;

  set_shade (self, BUL_PRINT_INK);
  cairo_new_path (self->cr);
  cairo_arc (self->cr, x, y, NUMBER_RADIUS, 0, 2 * G_PI);
  cairo_set_line_width (self->cr, RULE_WIDTH * 1.5);
  cairo_stroke (self->cr);
  draw_words (self, words, NUMBER_SIZE, TRUE, x, y, 0.5, 0);
}

/* Who is heard, one below the other. */
static void
draw_numbers (Painter *self, const BulPrintLaidLine *line)
{
  for (guint i = 0; i < line->piece->numbers->len; i++)
    draw_number (self, g_array_index (line->piece->numbers, guint, i),
                 get_middle (self) + i * (2 * NUMBER_RADIUS + 3));
}

static void
draw_tag (Painter *self, const char *tag)
{
  set_shade (self, BUL_PRINT_INK);
  draw_words (self, tag, HEAD_SIZE, TRUE, self->part->column.left - NUMBER_AWAY, get_middle (self),
              0.5, 0);
}

/* A change has a bar: full where it has a reason, hollow where it needs one. */
static void
draw_bar (Painter *self, BulPrintBar bar)
{
  double x = self->part->column.left - BAR_AWAY;

  set_shade (self, BUL_PRINT_INK);
  if (bar == BUL_PRINT_BAR_REASONED)
    {
      fill_rectangle (self, x, self->y, BAR_WIDTH, self->height);
      return;
    }
  cairo_set_line_width (self->cr, RULE_WIDTH);
  cairo_rectangle (self->cr, x + RULE_WIDTH / 2, self->y + 1, BAR_WIDTH, self->height - 2);
  cairo_stroke (self->cr);
}

static void
draw_flags (Painter *self, const char *flags)
{
  double x = self->part->column.right + FLAG_AWAY;
  double y = get_middle (self);
  double width;

  set_shade (self, BUL_PRINT_INK);
  width = draw_words (self, flags, FLAG_SIZE, TRUE, x + 4, y, 0, 0);
  cairo_set_line_width (self->cr, RULE_WIDTH);
  cairo_rectangle (self->cr, x, y - FLAG_SIZE * 0.8, width + 8, FLAG_SIZE * 1.6);
  cairo_stroke (self->cr);
}

/* From the end of the words to the edge of the column. */
static void
draw_rule_behind (Painter *self, const BulPrintLaidLine *line)
{
  PangoRectangle area;
  double x;

  pango_layout_line_get_extents (line->words, NULL, &area);
  x = self->part->column.left + (double) area.width / PANGO_SCALE + 8;
  set_shade (self, BUL_PRINT_HAIR);
  if (line->is_last && x < self->part->column.right)
    fill_rectangle (self, x, get_middle (self), self->part->column.right - x, RULE_WIDTH);
}

/* @space: above the row, which the rule covers where the piece above has it too. */
static void
draw_rule (Painter *self, const BulPrintLaidLine *line, double space)
{
  double left = self->part->column.left;

  switch (line->look->rule)
    {
    case BUL_PRINT_RULE_NONE:
      break;
    case BUL_PRINT_RULE_BEHIND:
      draw_rule_behind (self, line);
      break;
    case BUL_PRINT_RULE_ABOVE:
      set_shade (self, BUL_PRINT_HAIR);
      if (line->is_first && self->y > self->part->column.top)
        fill_rectangle (self, left, self->y - 6, self->part->column.right - left, RULE_WIDTH);
      break;
    case BUL_PRINT_RULE_BESIDE:
      set_shade (self, BUL_PRINT_HAIR);
      fill_rectangle (self, left, self->y - space, BESIDE_WIDTH, self->height + space);
      break;
    case BUL_PRINT_RULE_HEAVY:
      set_shade (self, BUL_PRINT_DIM);
      fill_rectangle (self, left, self->y - space, HEAVY_WIDTH, self->height + space);
      break;
    }
}

/* Where a line that is not as wide as the column begins: at the other edge where it reads from
 * right to left. */
static double
get_start (const Painter *self, const BulPrintLaidLine *line)
{
  double left = self->part->column.left + line->look->indent;
  PangoRectangle area;

  if (line->words->resolved_dir != PANGO_DIRECTION_RTL)
    return left;
  pango_layout_line_get_extents (line->words, NULL, &area);
  return MAX (left, self->part->column.right - (double) area.width / PANGO_SCALE);
}

static void
draw_line (Painter *self, const BulPrintLaidLine *line, double joined)
{
  draw_rule (self, line, joined);
  if (line->is_first)
    draw_numbers (self, line);
  if (line->is_first && line->piece->tag != NULL)
    draw_tag (self, line->piece->tag);
  if (line->bar != BUL_PRINT_BAR_NONE)
    draw_bar (self, line->bar);
  if (line->flags != NULL)
    draw_flags (self, line->flags);
  set_shade (self, BUL_PRINT_INK);
  cairo_move_to (self->cr, get_start (self, line), get_middle (self) + line->size * MIDDLE);
  pango_cairo_show_layout_line (self->cr, line->words);
  cairo_new_path (self->cr);
}

/* The space above row @i that its rule covers. */
static double
get_joined (const BulPrintPart *part, guint i)
{
  const BulPrintLaidLine *line = &g_array_index (part->lines, BulPrintLaidLine, i);

  if (line->look->rule < BUL_PRINT_RULE_BESIDE || i == 0)
    return 0;
  if (line->is_first && !(line - 1)->look->leads)
    return 0;
  return (line - 1)->look->rule == line->look->rule
             ? g_array_index (part->rows, BulPrintRow, i).space
             : 0;
}

void
bul_print_part_draw (const BulPrintPart *self, PangoContext *context, cairo_t *cr, guint page)
{
  Painter painter = { self, context, cr, self->column.top, 0 };
  guint first = g_array_index (self->firsts, guint, page);
  guint end = page + 1 < self->firsts->len ? g_array_index (self->firsts, guint, page + 1)
                                           : self->rows->len;

  draw_head (&painter, page);
  for (guint i = first; i < end; i++)
    {
      const BulPrintRow *row = &g_array_index (self->rows, BulPrintRow, i);

      if (i > first)
        painter.y += row->space;
      painter.height = row->height;
      draw_line (&painter, &g_array_index (self->lines, BulPrintLaidLine, i),
                 i > first ? get_joined (self, i) : 0);
      painter.y += row->height;
    }
}
