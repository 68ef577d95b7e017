/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bul-chart-painter.h"
#include "bul-chart-theme.h"
#include "bul-file.h"
#include "bul-flow-chart.h"
#include "bul-flow-statistics.h"
#include "cli-command.h"
#include "cli-json.h"
#include "cli-ready.h"

/* A picture on a page: so wide, and a raster of it twice as fine. */
#define PICTURE_WIDTH 640
#define PICTURE_SCALE 2

/* Columns that the longest bar of a table takes. */
#define BAR_WIDTH 40

/* Plurals of a language that has two, for this is said in English. */
static const char *
ending (guint n)
{
  return n == 1 ? "" : "s";
}

static void
print_head (const BulStatistics *statistics, guint n_bites)
{
  gint64 minutes = (statistics->median_delay + 59) / 60;

  g_print ("%u stor%s, %u of them in both languages; %u soundbite%s of named speakers; "
           "%u correction%s published",
           statistics->n_stories, statistics->n_stories == 1 ? "y" : "ies", statistics->n_both,
           n_bites, ending (n_bites), statistics->n_corrections,
           ending (statistics->n_corrections));
  if (statistics->n_timed > 0)
    g_print (", half of the %u whose times are known within %" G_GINT64_FORMAT
             " minute%s of the air",
             statistics->n_timed, minutes, minutes == 1 ? "" : "s");
  g_print (".\n");
}

static void
print_chart (const BulChart *chart)
{
  guint most = 0;

  for (guint i = 0; i < chart->categories->len; i++)
    most = MAX (most, bul_chart_get_category_total (chart, i));
  g_print ("\n%s\n", chart->title);
  if (most == 0)
    g_print ("  none\n");
  for (guint i = 0; i < chart->categories->len && most > 0; i++)
    {
      const BulChartCategory *category = chart->categories->pdata[i];
      g_autofree char *label = cli_printable (category->label);
      guint n = bul_chart_get_category_total (chart, i);
      g_autoptr (GString) bar = g_string_new (NULL);

      for (guint j = 0; j < (n * BAR_WIDTH + most - 1) / most; j++)
        g_string_append (bar, "█");
      g_print ("  %6u  %s%s%s\n", n, label, bar->len > 0 ? "  " : "", bar->str);
      for (guint j = 0; j < chart->series->len && chart->series->len > 1; j++)
        if (bul_chart_get (chart, j, i) > 0)
          {
            g_autofree char *name
                = cli_printable (((BulChartSeries *) chart->series->pdata[j])->label);

            g_print ("          %6u  %s\n", bul_chart_get (chart, j, i), name);
          }
    }
}

static void
add_chart (JsonBuilder *builder, const BulChart *chart)
{
  g_autofree char *sentence = bul_chart_sentence (chart);

  json_builder_set_member_name (builder, chart->name);
  json_builder_begin_object (builder);
  cli_json_words (builder, "says", sentence);
  json_builder_set_member_name (builder, "series");
  json_builder_begin_object (builder);
  for (guint i = 0; i < chart->series->len; i++)
    {
      const BulChartSeries *series = chart->series->pdata[i];

      json_builder_set_member_name (builder, series->key == NULL ? series->label : series->key);
      json_builder_begin_object (builder);
      for (guint j = 0; j < chart->categories->len; j++)
        {
          const BulChartCategory *category = chart->categories->pdata[j];

          cli_json_number (builder, category->key == NULL ? category->label : category->key,
                           bul_chart_get (chart, i, j));
        }
      json_builder_end_object (builder);
    }
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}

static void
print_json (const BulStatistics *statistics, guint n_bites, const GPtrArray *charts)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  cli_json_number (builder, "stories", statistics->n_stories);
  cli_json_number (builder, "both_languages", statistics->n_both);
  cli_json_number (builder, "soundbites", n_bites);
  cli_json_number (builder, "corrections", statistics->n_corrections);
  cli_json_number (builder, "corrections_timed", statistics->n_timed);
  cli_json_number (builder, "median_seconds_to_correction", statistics->median_delay);
  json_builder_set_member_name (builder, "charts");
  json_builder_begin_object (builder);
  for (guint i = 0; i < charts->len; i++)
    add_chart (builder, charts->pdata[i]);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
  cli_json_print (builder);
}

/* Leaves the one that was asked for; without a name all. */
static gboolean
choose (GPtrArray *charts, const char *name, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);

  if (name == NULL)
    return TRUE;
  for (guint i = charts->len; i > 0; i--)
    {
      const BulChart *chart = charts->pdata[i - 1];

      g_string_prepend (names, chart->name);
      if (i > 1)
        g_string_prepend (names, ", ");
      if (!g_str_equal (chart->name, name))
        g_ptr_array_remove_index (charts, i - 1);
    }
  if (charts->len == 1)
    return TRUE;
  cli_usage_error (error, "“%s” is none of the charts: %s.", name, names->str);
  return FALSE;
}

/* @path: (nullable) */
static gboolean
write_bytes (const char *path, GBytes *made, GError **error)
{
  g_autoptr (GBytes) bytes = made;

  return bytes != NULL && bul_file_write (path, bytes, error);
}

static CliStatus
write_files (const CliOptions *options, const GPtrArray *charts, GError **error)
{
  const BulChart *first = charts->pdata[0];

  if (options->csv != NULL && !write_bytes (options->csv, bul_flow_charts_to_csv (charts), error))
    return CLI_IO;
  if (options->svg != NULL
      && !write_bytes (options->svg,
                       bul_chart_to_svg (first, &bul_chart_light, PICTURE_WIDTH, error), error))
    return CLI_IO;
  if (options->png != NULL
      && !write_bytes (
          options->png,
          bul_chart_to_png (first, &bul_chart_light, PICTURE_WIDTH, PICTURE_SCALE, error), error))
    return CLI_IO;
  return CLI_DONE;
}

static CliStatus
tell (const CliOptions *options, const BulFlowStatistics *statistics, GError **error)
{
  const char *language = g_str_has_prefix (g_get_language_names ()[0], "ko") ? "ko" : "en";
  g_autoptr (GPtrArray) charts = bul_flow_statistics_list_charts (statistics, language, G_MAXUINT);
  guint n_bites = bul_flow_statistics_count_bites (statistics);

  if (!choose (charts, options->chart, error))
    return CLI_USAGE;
  if (options->csv != NULL || options->svg != NULL || options->png != NULL)
    return write_files (options, charts, error);
  if (options->json)
    {
      print_json (statistics->counts, n_bites, charts);
      return CLI_DONE;
    }
  print_head (statistics->counts, n_bites);
  for (guint i = 0; i < charts->len; i++)
    print_chart (charts->pdata[i]);
  return CLI_DONE;
}

CliStatus
cli_stats (const CliOptions *options, GError **error)
{
  g_autofree char *joined = g_strjoinv (" ", options->arguments);
  g_autofree char *text = g_utf8_make_valid (joined, -1);
  g_autoptr (BulQuery) query = bul_query_new (text, 0);
  g_autoptr (BulStore) store = cli_ready_open (options, error);
  g_autoptr (BulSearch) search = store == NULL ? NULL : bul_search_new (store, query, error);
  g_autoptr (BulSearchFacets) facets = bul_search_facets_new ();
  g_autoptr (BulFlowStatistics) statistics = NULL;

  if (search != NULL)
    statistics = bul_flow_statistics_new (store, facets, search, NULL, error);
  return statistics == NULL ? CLI_IO : tell (options, statistics, error);
}
