/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "desk-link-paint.h"

#include "desk-link-signs.h"
#include "desk-palette.h"
#include "desk-shapes.h"

#define RADIUS 10
#define EDGE 6    /* from the strip's edge to a bracket */
#define BRACKET 4 /* how far into the row a bracket begins and ends */
#define SIGN 10   /* of the check mark */
#define LETTER 13
#define FIGURES 10.5
#define FIGURES_BELOW 8 /* the middle of figures, below the disc */

/* How a look is drawn, beside its colour. */
typedef struct
{
  const char *sign; /* NULL: a check mark */
  double line;
  double dash[2]; /* 0: a line without gaps */
  gboolean is_filled;
} Style;

static const Style styles[] = {
  [DESK_LINK_CONFIRMED] = { NULL, 2, { 0, 0 }, TRUE },
  [DESK_LINK_AUTOMATIC] = { "·", 1.2, { 0, 0 }, FALSE },
  [DESK_LINK_DOUBTFUL] = { "?", 1.6, { 4, 3 }, FALSE },
  [DESK_LINK_STALE] = { "↻", 2, { 2, 2 }, FALSE },
  [DESK_LINK_ALONE] = { "∅", 1.2, { 0, 0 }, FALSE },
  [DESK_LINK_ALONE_CONFIRMED] = { "∅", 2, { 0, 0 }, TRUE },
};

static const Style unwritten = { "", 1, { 1, 3 }, FALSE };

float
desk_link_place_get_middle (const DeskLinkPlace *self)
{
  float sum = 0;
  guint n = 0;

  for (guint side = 0; side < 2; side++)
    if (self->sides[side].is_there)
      {
        sum += (self->sides[side].top + self->sides[side].bottom) / 2;
        n++;
      }
  return n == 0 ? 0 : sum / n;
}

static GdkRGBA
mix (const GdkRGBA *a, const GdkRGBA *b, float share)
{
  return (GdkRGBA){ a->red + (b->red - a->red) * share, a->green + (b->green - a->green) * share,
                    a->blue + (b->blue - a->blue) * share, 1 };
}

/* The surer the program is of a pair that nobody looked at, the darker it is; never fainter than a
 * shape must be. */
static GdkRGBA
find_color (DeskLinkLook look, const BulLink *link)
{
  const DeskPalette *palette = desk_palette_get ();

  switch (look)
    {
    case DESK_LINK_CONFIRMED:
    case DESK_LINK_ALONE_CONFIRMED:
      return palette->checked;
    case DESK_LINK_STALE:
      return palette->stale;
    case DESK_LINK_DOUBTFUL:
      return palette->finding;
    case DESK_LINK_AUTOMATIC:
    case DESK_LINK_ALONE:
      break;
    }
  return mix (&palette->voice, &palette->text,
              MAX (0, (float) bul_link_get_confidence (link) - 0.6f) / 0.4f * 0.6f);
}

static void
draw_side (cairo_t *cr, const DeskLinkPlace *place, guint side)
{
  const DeskLinkSide *lines = &place->sides[side];
  float x = side == 0 ? EDGE : place->width - EDGE;
  float disc = place->width / 2 + (side == 0 ? -RADIUS : RADIUS) * place->scale;
  float y = CLAMP (place->disc, lines->top + BRACKET, lines->bottom - BRACKET);

  if (!lines->is_there)
    return;
  cairo_move_to (cr, x, lines->top + BRACKET);
  cairo_line_to (cr, x, lines->bottom - BRACKET);
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, disc, place->disc);
  cairo_stroke (cr);
}

static void
draw_lines (GtkSnapshot *snapshot,
            const DeskLinkPlace *place,
            const Style *style,
            const GdkRGBA *color)
{
  float top = place->disc - RADIUS * place->scale;
  float bottom = place->disc + RADIUS * place->scale;
  cairo_t *cr;

  for (guint side = 0; side < 2; side++)
    if (place->sides[side].is_there)
      {
        top = MIN (top, place->sides[side].top);
        bottom = MAX (bottom, place->sides[side].bottom);
      }
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0, top, place->width, bottom - top));
  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_width (cr, style->line);
  if (style->dash[0] > 0)
    cairo_set_dash (cr, style->dash, 2, 0);
  draw_side (cr, place, 0);
  draw_side (cr, place, 1);
  cairo_destroy (cr);
}

static void
draw_disc (GtkWidget *widget,
           GtkSnapshot *snapshot,
           const DeskLinkPlace *place,
           const Style *style,
           const GdkRGBA *color,
           DeskLinkAccent accent)
{
  const DeskPalette *palette = desk_palette_get ();
  float radius = RADIUS * place->scale;
  graphene_rect_t rect = GRAPHENE_RECT_INIT (place->width / 2 - radius, place->disc - radius,
                                             2 * radius, 2 * radius);
  GdkRGBA ink = *color;

  if ((accent & DESK_LINK_ACTIVE) != 0)
    {
      graphene_rect_t ring = rect;

      graphene_rect_inset (&ring, -3, -3);
      desk_shapes_frame (snapshot, &ring, radius + 3, 2, &palette->lead);
    }
  if (style->is_filled)
    {
      desk_shapes_fill (snapshot, &rect, radius, color);
      ink = palette->chip_text;
    }
  else
    desk_shapes_frame (snapshot, &rect, radius, style->line, color);
  if (style->sign == NULL)
    {
      float inset = radius - SIGN * place->scale / 2;

      graphene_rect_inset (&rect, inset, inset);
      desk_shapes_check (snapshot, &rect, &ink);
    }
  else
    desk_shapes_letter (widget, snapshot, style->sign, LETTER * place->scale, &rect, &ink);
}

/* What the disc cannot tell: how doubtful it is, or how many sentences answer how many. */
static char *
dup_figures (DeskLinkLook look, const BulLink *link)
{
  guint korean = bul_link_count (link, BUL_LANGUAGE_KOREAN);
  guint english = bul_link_count (link, BUL_LANGUAGE_ENGLISH);

  if (look == DESK_LINK_DOUBTFUL)
    return g_strdup_printf ("%d %%", (int) (bul_link_get_confidence (link) * 100 + 0.5));
  if (korean > 0 && english > 0 && korean + english > 2)
    return g_strdup_printf ("%u : %u", korean, english);
  return NULL;
}

void
desk_link_paint (GtkWidget *widget,
                 GtkSnapshot *snapshot,
                 const DeskLinkPlace *place,
                 const BulLink *link,
                 DeskLinkAccent accent)
{
  DeskLinkLook look = desk_link_signs_get_look (link);
  Style style = styles[look];
  GdkRGBA color = find_color (look, link);
  GdkRGBA disc = color;
  g_autofree char *figures = dup_figures (look, link);

  if ((accent & DESK_LINK_DIFFERS) != 0)
    {
      style.sign = "!";
      style.is_filled = (accent & DESK_LINK_ACTIVE) != 0;
      disc = style.is_filled ? desk_palette_get ()->lead : desk_palette_get ()->finding;
    }
  /* only where it is, and no sign that asks for anything */
  if ((accent & DESK_LINK_UNWRITTEN) != 0)
    {
      style = unwritten;
      disc = color = desk_palette_get ()->dim;
    }
  draw_lines (snapshot, place, &style, &color);
  draw_disc (widget, snapshot, place, &style, &disc, accent);
  if (figures != NULL)
    desk_shapes_letter (widget, snapshot, figures, FIGURES * place->scale,
                        &GRAPHENE_RECT_INIT (0, place->disc + RADIUS * place->scale, place->width,
                                             2 * FIGURES_BELOW * place->scale),
                        &desk_palette_get ()->dim);
}
