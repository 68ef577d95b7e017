/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-shapes.h"

#include <math.h>

#define SIGN_LINE 1.4
#define DOT 2
#define DOT_DISTANCE 3.5

void
desk_shapes_fill (GtkSnapshot *snapshot,
                  const graphene_rect_t *rect,
                  float radius,
                  const GdkRGBA *color)
{
  GskRoundedRect shape;

  if (color->alpha <= 0)
    return;
  gsk_rounded_rect_init_from_rect (&shape, rect, radius);
  gtk_snapshot_push_rounded_clip (snapshot, &shape);
  gtk_snapshot_append_color (snapshot, color, rect);
  gtk_snapshot_pop (snapshot);
}

void
desk_shapes_frame (GtkSnapshot *snapshot,
                   const graphene_rect_t *rect,
                   float radius,
                   float width,
                   const GdkRGBA *color)
{
  const float widths[] = { width, width, width, width };
  const GdkRGBA colors[] = { *color, *color, *color, *color };
  GskRoundedRect shape;

  if (color->alpha <= 0)
    return;
  gsk_rounded_rect_init_from_rect (&shape, rect, radius);
  gtk_snapshot_append_border (snapshot, &shape, widths, colors);
}

void
desk_shapes_letter (GtkWidget *widget,
                    GtkSnapshot *snapshot,
                    const char *text,
                    double size,
                    const graphene_rect_t *rect,
                    const GdkRGBA *color)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);
  const PangoFontDescription *base
      = pango_context_get_font_description (pango_layout_get_context (layout));
  g_autoptr (PangoFontDescription) font = pango_font_description_copy (base);
  graphene_point_t at;
  int width;
  int height;

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_layout_get_pixel_size (layout, &width, &height);
  at = GRAPHENE_POINT_INIT (rect->origin.x + (rect->size.width - width) / 2,
                            rect->origin.y + (rect->size.height - height) / 2);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &at);
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

int
desk_shapes_figures (GtkWidget *widget,
                     GtkSnapshot *snapshot,
                     const char *text,
                     double scale,
                     const graphene_point_t *end,
                     const GdkRGBA *color)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  int width;
  int height;

  pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (end->x - width, end->y - height / 2.f));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
  return width;
}

static void
draw_triangle (cairo_t *cr, const graphene_rect_t *rect)
{
  double inset = SIGN_LINE / 2;

  cairo_move_to (cr, rect->origin.x + rect->size.width / 2, rect->origin.y + inset);
  cairo_line_to (cr, rect->origin.x + rect->size.width - inset,
                 rect->origin.y + rect->size.height - inset);
  cairo_line_to (cr, rect->origin.x + inset, rect->origin.y + rect->size.height - inset);
  cairo_close_path (cr);
  cairo_stroke (cr);
}

void
desk_shapes_warning (GtkSnapshot *snapshot, const graphene_rect_t *rect, const GdkRGBA *color)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, rect);
  double middle = rect->origin.x + rect->size.width / 2;

  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_width (cr, SIGN_LINE);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  draw_triangle (cr, rect);
  cairo_move_to (cr, middle, rect->origin.y + rect->size.height * 0.40);
  cairo_line_to (cr, middle, rect->origin.y + rect->size.height * 0.60);
  cairo_stroke (cr);
  cairo_arc (cr, middle, rect->origin.y + rect->size.height * 0.79, SIGN_LINE / 2, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_destroy (cr);
}

/* A ring of the rectangle's height, open for what stands in it. */
static cairo_t *
draw_ring (GtkSnapshot *snapshot, const graphene_rect_t *rect, const GdkRGBA *color)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, rect);

  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_width (cr, SIGN_LINE);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_translate (cr, rect->origin.x + rect->size.width / 2,
                   rect->origin.y + rect->size.height / 2);
  cairo_arc (cr, 0, 0, (rect->size.height - SIGN_LINE) / 2, 0, 2 * G_PI);
  return cr;
}

void
desk_shapes_error (GtkSnapshot *snapshot, const graphene_rect_t *rect, const GdkRGBA *color)
{
  cairo_t *cr = draw_ring (snapshot, rect, color);
  double half = rect->size.height * 0.2;

  cairo_stroke (cr);
  cairo_set_line_width (cr, SIGN_LINE * 1.4);
  cairo_move_to (cr, -half, 0);
  cairo_line_to (cr, half, 0);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

void
desk_shapes_note (GtkSnapshot *snapshot, const graphene_rect_t *rect, const GdkRGBA *color)
{
  cairo_t *cr = draw_ring (snapshot, rect, color);
  double height = rect->size.height;

  cairo_stroke (cr);
  cairo_move_to (cr, 0, -height * 0.02);
  cairo_line_to (cr, 0, height * 0.2);
  cairo_stroke (cr);
  cairo_arc (cr, 0, -height * 0.2, SIGN_LINE / 2, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_destroy (cr);
}

/* Strokes with round ends, in places from 0 to 1 of the rectangle. */
static cairo_t *
begin_strokes (GtkSnapshot *snapshot, const graphene_rect_t *rect, const GdkRGBA *color)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, rect);

  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_translate (cr, rect->origin.x, rect->origin.y);
  cairo_scale (cr, rect->size.width, rect->size.height);
  return cr;
}

static void
end_strokes (cairo_t *cr, double width)
{
  cairo_identity_matrix (cr);
  cairo_set_line_width (cr, width);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

void
desk_shapes_bubble (GtkSnapshot *snapshot, const graphene_rect_t *rect, const GdkRGBA *color)
{
  cairo_t *cr = begin_strokes (snapshot, rect, color);

  cairo_move_to (cr, 0.1, 0.1);
  cairo_line_to (cr, 0.9, 0.1);
  cairo_line_to (cr, 0.9, 0.68);
  cairo_line_to (cr, 0.48, 0.68);
  cairo_line_to (cr, 0.24, 0.92);
  cairo_line_to (cr, 0.24, 0.68);
  cairo_line_to (cr, 0.1, 0.68);
  cairo_close_path (cr);
  end_strokes (cr, SIGN_LINE);
}

void
desk_shapes_check (GtkSnapshot *snapshot, const graphene_rect_t *rect, const GdkRGBA *color)
{
  cairo_t *cr = begin_strokes (snapshot, rect, color);

  cairo_move_to (cr, 0.12, 0.55);
  cairo_line_to (cr, 0.4, 0.84);
  cairo_line_to (cr, 0.88, 0.18);
  end_strokes (cr, SIGN_LINE * 1.3);
}

void
desk_shapes_dots (GtkSnapshot *snapshot,
                  const graphene_point_t *start,
                  float width,
                  const GdkRGBA *color)
{
  const double dashes[] = { 0, DOT_DISTANCE };
  cairo_t *cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT (start->x, start->y - DOT, width, 2 * DOT));

  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_width (cr, DOT);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_move_to (cr, start->x + DOT / 2.0, start->y);
  cairo_line_to (cr, start->x + width - DOT / 2.0, start->y);
  cairo_stroke (cr);
  cairo_destroy (cr);
}
