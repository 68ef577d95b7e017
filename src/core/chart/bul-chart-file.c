/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <cairo-svg.h>
#include <gio/gio.h>

#include "bul-chart-painter.h"
#include "bul-chart-pattern-private.h"

/* Around the chart. */
#define MARGIN 16

static cairo_status_t
write_cb (void *data, const unsigned char *bytes, unsigned int length)
{
  g_byte_array_append (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
paint (const BulChartLayout *layout, const BulChartTheme *theme, cairo_t *cr)
{
  bul_chart_set_colour (cr, theme->ground);
  cairo_paint (cr);
  cairo_translate (cr, MARGIN, MARGIN);
  bul_chart_layout_draw (layout, cr, NULL);
}

/* Paints, writes all of it, and takes @surface. */
static cairo_status_t
finish (cairo_surface_t *surface,
        const BulChartLayout *layout,
        const BulChartTheme *theme,
        GByteArray *png)
{
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  paint (layout, theme, cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (png != NULL && status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, write_cb, png);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return status;
}

static void
set_error (GError **error, cairo_status_t status)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "The chart could not be drawn: %s",
               cairo_status_to_string (status));
}

/* Letters are drawn as shapes: what they say stands in an element of its own. */
static GBytes *
add_words (const BulChart *chart, const GByteArray *svg)
{
  const char *start = g_strstr_len ((const char *) svg->data, svg->len, "<svg");
  const char *end
      = start == NULL ? NULL : memchr (start, '>', svg->len - (gsize) (start - (char *) svg->data));
  gsize head = end == NULL ? 0 : (gsize) (end + 1 - (const char *) svg->data);
  g_autofree char *sentence = bul_chart_sentence (chart);
  g_autofree char *words
      = g_markup_printf_escaped ("\n<title>%s</title>\n<desc>%s</desc>", chart->title, sentence);
  GString *out = g_string_new_len ((const char *) svg->data, (gssize) head);

  if (head > 0)
    g_string_append (out, words);
  g_string_append_len (out, (const char *) svg->data + head, (gssize) (svg->len - head));
  return g_string_free_to_bytes (out);
}

GBytes *
bul_chart_to_svg (const BulChart *chart, const BulChartTheme *theme, double width, GError **error)
{
  g_autoptr (BulChartLayout) layout
      = bul_chart_layout_new (chart, theme, NULL, width - 2 * MARGIN, 0);
  g_autoptr (GByteArray) svg = g_byte_array_new ();
  double height = bul_chart_layout_get_height (layout) + 2 * MARGIN;
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (write_cb, svg, width, height);
  cairo_status_t status;

  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
  status = finish (surface, layout, theme, NULL);
  if (status == CAIRO_STATUS_SUCCESS)
    return add_words (chart, svg);
  set_error (error, status);
  return NULL;
}

GBytes *
bul_chart_to_png (
    const BulChart *chart, const BulChartTheme *theme, double width, double scale, GError **error)
{
  g_autoptr (BulChartLayout) layout
      = bul_chart_layout_new (chart, theme, NULL, width - 2 * MARGIN, 0);
  g_autoptr (GByteArray) png = g_byte_array_new ();
  double height = bul_chart_layout_get_height (layout) + 2 * MARGIN;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (width * scale),
                                                         (int) (height * scale));
  cairo_status_t status;

  cairo_surface_set_device_scale (surface, scale, scale);
  status = finish (surface, layout, theme, png);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (g_steal_pointer (&png));
  set_error (error, status);
  return NULL;
}
