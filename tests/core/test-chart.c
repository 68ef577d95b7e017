/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <cairo.h>

#include "bul-chart-painter.h"
#include "bul-flow-chart.h"
#include "unit.h"

static BulChart *
make_months (void)
{
  static const guint counts[][3] = { { 3, 1, 0 }, { 5, 0, 2 }, { 0, 0, 0 }, { 4, 4, 1 } };
  static const char *const months[] = { "January", "February", "March", "April" };
  BulChart *chart = bul_chart_new (BUL_CHART_BARS, "corrections", "Corrections <by> month", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    bul_chart_add_category (chart, NULL, months[i], NULL);
  bul_chart_add_series (chart, "figure", "Number", 0);
  bul_chart_add_series (chart, "name", "Name", 1);
  bul_chart_add_series (chart, "title", "=Title", 2);
  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    for (guint j = 0; j < 3; j++)
      bul_chart_set (chart, j, i, counts[i][j]);
  return chart;
}

static BulChart *
make_names (void)
{
  static const struct
  {
    const char *name;
    guint n;
  } rows[] = {
    { "강태윤 · Kang Tae-yoon", 64 },
    { "해양수산부 연안안전국 재난대응과 소속 담당 사무관이라고 밝힌 익명의 관계자", 51 },
    { "Dana Whitlock", 12 },
  };
  BulChart *chart = bul_chart_new (BUL_CHART_NAMES, "speakers", "Most heard", "soundbites");

  bul_chart_add_series (chart, NULL, "soundbites", 2);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      bul_chart_add_category (chart, NULL, rows[i].name, NULL);
      bul_chart_set (chart, 0, i, rows[i].n);
    }
  return chart;
}

static BulChart *
make_lines (void)
{
  BulChart *chart = bul_chart_new (BUL_CHART_LINES, "tags", "Tags over time", "stories");

  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *label = g_strdup_printf ("Month %u", i + 1);

      bul_chart_add_category (chart, NULL, label, NULL);
    }
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *label = g_strdup_printf ("Tag %u", i + 1);

      bul_chart_add_series (chart, NULL, label, i);
      for (guint j = 0; j < 60; j++)
        bul_chart_set (chart, i, j, (i + 1) * (j % 7) * 300);
    }
  return chart;
}

static void
test_step (void)
{
  static const struct
  {
    const char *what;
    guint most;
    guint step;
    guint top;
  } cases[] = {
    /* whole numbers only */
    { "one", 1, 1, 1 },
    { "four", 4, 1, 4 },
    { "five", 5, 2, 6 },
    /* round ones */
    { "thirteen", 13, 5, 15 },
    { "hundreds", 361, 100, 400 },
    { "thousands", 9001, 5000, 10000 },
    { "all there are", G_MAXUINT, 2000000000, G_MAXUINT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint top;
      guint step = bul_chart_get_step (cases[i].most, &top);

      g_test_message ("%s", cases[i].what);
      g_assert_cmpuint (step, ==, cases[i].step);
      g_assert_cmpuint (top, ==, cases[i].top);
    }
}

static void
test_sentence (void)
{
  g_autoptr (BulChart) months = make_months ();
  g_autoptr (BulChart) names = make_names ();
  g_autoptr (BulChart) nothing = bul_chart_new (BUL_CHART_BARS, "stories", "Stories", NULL);
  g_autofree char *of_months = bul_chart_sentence (months);
  g_autofree char *of_names = bul_chart_sentence (names);
  g_autofree char *of_nothing = bul_chart_sentence (nothing);

  g_assert_cmpstr (of_months, ==,
                   "Corrections <by> month: 20 in all, most in April (9), fewest in March (0). "
                   "The largest part: Number (12).");
  g_assert_true (
      g_str_has_prefix (of_names, "Most heard (soundbites): 강태윤 · Kang Tae-yoon (64), "));
  g_assert_true (g_str_has_suffix (of_names, "Dana Whitlock (12)."));
  g_assert_cmpstr (of_nothing, ==, "Stories: nothing to count.");
}

/* A pile is as high as its counts together, each piece as its own. */
static void
test_lengths (void)
{
  g_autoptr (BulChart) chart = make_months ();
  g_autoptr (BulChartLayout) layout
      = bul_chart_layout_new (chart, &bul_chart_light, NULL, 600, 300);
  const GArray *areas = bul_chart_layout_get_areas (layout);
  double unit = g_array_index (areas, BulChartArea, 0).box.height / 3;

  g_assert_cmpuint (areas->len, ==, 7);
  for (guint i = 0; i < areas->len; i++)
    {
      const BulChartArea *area = &g_array_index (areas, BulChartArea, i);
      const BulChartBox *box = &area->box;

      g_assert_cmpfloat_with_epsilon (
          box->height, unit * bul_chart_get (chart, area->series, area->category), 0.01);
      g_assert_true (
          bul_chart_layout_find (layout, box->x + box->width / 2, box->y + box->height / 2)
          == area);
    }
  g_assert_null (bul_chart_layout_find (layout, 0, 0));
}

static gboolean
overlap (const BulChartBox *a, const BulChartBox *b)
{
  return a->x + 0.5 < b->x + b->width && b->x + 0.5 < a->x + a->width && a->y + 3 < b->y + b->height
         && b->y + 3 < a->y + a->height;
}

/* All words are whole, within the chart and on no others. */
static void
check_words (const BulChart *chart, double width)
{
  g_autoptr (BulChartLayout) layout
      = bul_chart_layout_new (chart, &bul_chart_light, NULL, width, 0);
  const GArray *words = bul_chart_layout_get_words (layout);

  g_test_message ("%s, %g wide", chart->name, width);
  g_assert_cmpuint (words->len, >, 1);
  for (guint i = 0; i < words->len; i++)
    {
      const BulChartWords *row = &g_array_index (words, BulChartWords, i);

      g_assert_false (pango_layout_is_ellipsized (row->layout));
      g_assert_cmpfloat (row->box.x, >=, -0.5);
      g_assert_cmpfloat (row->box.x + row->box.width, <=, width + 0.5);
      g_assert_cmpfloat (row->box.y, >=, -0.5);
      g_assert_cmpfloat (row->box.y + row->box.height, <=,
                         bul_chart_layout_get_height (layout) + 0.5);
      for (guint j = 0; j < i; j++)
        g_assert_false (overlap (&row->box, &g_array_index (words, BulChartWords, j).box));
    }
}

static void
test_words (void)
{
  static const double widths[] = { 260, 420, 622, 1200 };
  g_autoptr (GPtrArray) charts = g_ptr_array_new_with_free_func ((GDestroyNotify) bul_chart_free);

  g_ptr_array_add (charts, make_months ());
  g_ptr_array_add (charts, make_names ());
  g_ptr_array_add (charts, make_lines ());
  g_ptr_array_add (charts, bul_chart_new (BUL_CHART_LINES, "none", "아무것도 없음", "기사"));
  for (guint i = 0; i < charts->len; i++)
    for (guint j = 0; j < G_N_ELEMENTS (widths); j++)
      check_words (charts->pdata[i], widths[j]);
}

/* Markup of a title stays words, and the sentence can be read without the picture. */
static void
test_svg (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BulChart) chart = make_months ();
  g_autoptr (GBytes) bytes = bul_chart_to_svg (chart, &bul_chart_dark, 640, &error);
  g_autofree char *sentence = bul_chart_sentence (chart);
  g_autofree char *wanted = g_markup_printf_escaped ("<desc>%s</desc>", sentence);
  const GMarkupParser parser = { NULL };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, NULL, NULL);
  gsize length;
  const char *svg;

  g_assert_no_error (error);
  svg = g_bytes_get_data (bytes, &length);
  g_assert_true (g_markup_parse_context_parse (context, svg, (gssize) length, &error));
  g_assert_true (g_markup_parse_context_end_parse (context, &error));
  g_assert_nonnull (g_strstr_len (svg, (gssize) length, wanted));
  g_assert_nonnull (
      g_strstr_len (svg, (gssize) length, "<title>Corrections &lt;by&gt; month</title>"));
  g_assert_null (g_strstr_len (svg, (gssize) length, "<image"));
}

typedef struct
{
  const guchar *data;
  gsize length;
} Stream;

static cairo_status_t
read_cb (void *data, unsigned char *bytes, unsigned int length)
{
  Stream *stream = data;

  if (stream->length < length)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (bytes, stream->data, length);
  stream->data += length;
  stream->length -= length;
  return CAIRO_STATUS_SUCCESS;
}

/* Returns: whether the picture has a pixel of that colour. */
static gboolean
has_colour (cairo_surface_t *surface, guint32 colour)
{
  const guchar *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);

  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
      if ((((const guint32 *) (const void *) (data + (gsize) y * (gsize) stride))[x] & 0xffffff)
          == colour)
        return TRUE;
  return FALSE;
}

static void
test_png (void)
{
  static const BulChartTheme *const themes[] = {
    &bul_chart_light,
    &bul_chart_dark,
    &bul_chart_light_contrast,
    &bul_chart_dark_contrast,
  };
  g_autoptr (BulChart) chart = make_months ();

  for (guint i = 0; i < G_N_ELEMENTS (themes); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = bul_chart_to_png (chart, themes[i], 640, 2, &error);
      Stream stream = { NULL };
      cairo_surface_t *surface;

      g_assert_no_error (error);
      stream.data = g_bytes_get_data (bytes, &stream.length);
      surface = cairo_image_surface_create_from_png_stream (read_cb, &stream);
      g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
      g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 1280);
      g_assert_true (has_colour (surface, themes[i]->ground));
      for (guint j = 0; j < 3; j++)
        g_assert_true (has_colour (surface, themes[i]->colours[j]));
      cairo_surface_destroy (surface);
    }
}

static void
test_csv (void)
{
  g_autoptr (GPtrArray) charts = g_ptr_array_new_with_free_func ((GDestroyNotify) bul_chart_free);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *csv = NULL;
  gsize length;

  g_ptr_array_add (charts, make_months ());
  g_ptr_array_add (charts, make_names ());
  bytes = bul_flow_charts_to_csv (charts);
  csv = g_strndup (g_bytes_get_data (bytes, &length), g_bytes_get_size (bytes));
  g_assert_true (g_str_has_prefix (
      csv, "\xef\xbb\xbf\"Corrections <by> month\",\"Number\",\"Name\",\"'=Title\",\"Total\"\r\n"
           "\"January\",\"3\",\"1\",\"0\",\"4\"\r\n"));
  g_assert_nonnull (strstr (csv, "\r\n\"\"\r\n\"Most heard\",\"soundbites\"\r\n"
                                 "\"강태윤 · Kang Tae-yoon\",\"64\"\r\n"));
}

/* For people who look at what is drawn: BUL_CHART_OUT names a folder. */
static void
test_look (void)
{
  const char *folder = g_getenv ("BUL_CHART_OUT");
  g_autoptr (GPtrArray) charts = g_ptr_array_new_with_free_func ((GDestroyNotify) bul_chart_free);

  if (folder == NULL)
    {
      g_test_skip ("nobody looks");
      return;
    }
  g_ptr_array_add (charts, make_months ());
  g_ptr_array_add (charts, make_names ());
  g_ptr_array_add (charts, make_lines ());
  for (guint i = 0; i < charts->len; i++)
    {
      const BulChart *chart = charts->pdata[i];
      g_autofree char *path = g_strdup_printf ("%s/%s.png", folder, chart->name);
      g_autoptr (GBytes) png = bul_chart_to_png (chart, &bul_chart_light, 640, 2, NULL);

      g_assert_true (g_file_set_contents (path, g_bytes_get_data (png, NULL),
                                          (gssize) g_bytes_get_size (png), NULL));
    }
}

UNIT (chart)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/step", test_step);
  g_test_add_func ("/chart/sentence", test_sentence);
  g_test_add_func ("/chart/lengths", test_lengths);
  g_test_add_func ("/chart/words", test_words);
  g_test_add_func ("/chart/svg", test_svg);
  g_test_add_func ("/chart/png", test_png);
  g_test_add_func ("/chart/csv", test_csv);
  g_test_add_func ("/chart/look", test_look);
  return g_test_run ();
}
