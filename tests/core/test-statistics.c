/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>

#include "bul-flow-figures.h"
#include "bul-flow-statistics.h"
#include "bul-revision.h"
#include "test-archive.h"
#include "unit.h"

static guint
sum (const GArray *months)
{
  guint total = 0;

  for (guint i = 0; i < months->len; i++)
    total += g_array_index (months, guint, i);
  return total;
}

/* Each value is counted as the facets count it, month by month and in all. */
static void
check_values (const GPtrArray *values, const GPtrArray *facets, BulQueryField field)
{
  guint n = 0;

  for (guint i = 0; i < facets->len; i++)
    {
      const BulSearchFacet *facet = facets->pdata[i];

      if (facet->field != field)
        continue;
      g_assert_cmpuint (n, <, values->len);
      g_assert_cmpstr (((BulStatisticsValue *) values->pdata[n])->value, ==, facet->value);
      g_assert_cmpuint (((BulStatisticsValue *) values->pdata[n])->n, ==, facet->n);
      g_assert_cmpuint (sum (((BulStatisticsValue *) values->pdata[n])->months), <=, facet->n);
      n++;
    }
  g_assert_cmpuint (n, ==, values->len);
}

static void
check_months (const BulStatistics *statistics, const GPtrArray *facets)
{
  guint total = 0;

  for (guint i = 0; i < facets->len; i++)
    {
      const BulSearchFacet *facet = facets->pdata[i];
      guint year = 0;
      guint month = 0;

      if (facet->field != BUL_QUERY_DATE)
        continue;
      g_assert_cmpint (sscanf (facet->value, "%u-%u", &year, &month), ==, 2);
      month += year * 12 - 1 - statistics->first_month;
      g_assert_cmpuint (month, <, statistics->n_months);
      g_assert_cmpuint (g_array_index (statistics->stories, guint, month), ==, facet->n);
      total += facet->n;
    }
  g_assert_cmpuint (sum (statistics->stories), ==, total);
}

static BulStatistics *
count (Archive *self, BulSearchFacets *facets, const char *typed, GPtrArray **counted)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BulQuery) query = bul_query_new (typed, 0);
  g_autoptr (BulSearch) search = bul_search_new (self->store, query, &error);
  BulStatistics *statistics;
  guint n;

  g_assert_true (bul_search_facets_refresh (facets, self->store, NULL, &error));
  statistics = bul_statistics_new (facets, search, NULL, &error);
  g_assert_no_error (error);
  *counted = bul_search_facets_count (facets, search, 0, NULL, &n, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (statistics->n_stories, ==, n);
  return statistics;
}

/* The plain count is that of the facets, and of the voices of the whole library. */
static void
test_counts (Archive *self, gconstpointer data)
{
  static const char *const queries[] = { "", "정부", "정부 OR 이", "date:2025", "xyzzy" };
  g_autoptr (BulSearchFacets) facets = bul_search_facets_new ();

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (GPtrArray) counted = NULL;
      g_autoptr (BulStatistics) statistics = count (self, facets, queries[i], &counted);

      g_test_message ("%s: %u", queries[i], statistics->n_stories);
      check_values (statistics->programmes, counted, BUL_QUERY_PROGRAMME);
      check_values (statistics->tags, counted, BUL_QUERY_TAG);
      check_months (statistics, counted);
      g_assert_cmpuint (statistics->n_both, <=, statistics->n_stories);
    }
}

static guint
count_bites (const GPtrArray *voices)
{
  guint n = 0;

  for (guint i = 0; i < voices->len; i++)
    n += ((BulVoice *) voices->pdata[i])->n_bites;
  return n;
}

/* What was saved on top of the archive, counted plainly. */
typedef struct
{
  guint n_both;
  guint n_published;
  guint of_class[BUL_CLASS_OTHER + 1];
} Plain;

/* What was published of its corrections. */
static void
count_published (const BulStory *story, Plain *plain)
{
  for (guint i = 0; i < story->corrections->len; i++)
    {
      const BulCorrection *correction = story->corrections->pdata[i];

      if (correction->state != BUL_CORRECTION_PUBLISHED)
        continue;
      plain->n_published++;
      plain->of_class[correction->error_class]++;
    }
}

static gboolean
has_language (const BulStory *story, const char *language)
{
  for (guint i = 0; i < story->scripts->len; i++)
    if (g_strcmp0 (((BulScript *) story->scripts->pdata[i])->language, language) == 0)
      return TRUE;
  return FALSE;
}

static Plain
save_more (Archive *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) stories = g_ptr_array_new_with_free_func (bul_record_free);
  Plain plain = { 0 };

  for (guint i = 0; i < 40; i++)
    {
      BulStory *story = news_maker_make (self->maker, 4);

      news_maker_add_voices (self->maker, story);
      news_maker_add_corrections (self->maker, story, i % 4);
      news_maker_air (story, 38);
      count_published (story, &plain);
      if (i % 3 == 0)
        g_ptr_array_add (story->scripts, bul_script_new ("k9", "en"));
      plain.n_both += has_language (story, "ko") && has_language (story, "en");
      g_ptr_array_add (stories, story);
    }
  g_assert_true (bul_store_save_many (self->store, stories, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (plain.n_published, >, 5);
  return plain;
}

static void
test_whole (Archive *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BulSearchFacets) facets = bul_search_facets_new ();
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) counted = NULL;
  g_autoptr (BulStatistics) before = count (self, facets, "", &counted);
  g_autoptr (BulStatistics) after = NULL;
  Plain plain = save_more (self);

  g_clear_pointer (&counted, g_ptr_array_unref);
  all = bul_store_list_voices (self->store, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, >, 20);
  after = count (self, facets, "", &counted);
  g_assert_cmpuint (after->voices->len, ==, all->len);
  g_assert_cmpuint (after->n_bites, ==, count_bites (all));
  g_assert_cmpuint (count_bites (after->voices), ==, count_bites (all));
  g_assert_cmpuint (after->n_both - before->n_both, ==, plain.n_both);
  g_assert_cmpuint (after->n_corrections, ==, plain.n_published);
  for (guint i = 0; i < G_N_ELEMENTS (plain.of_class); i++)
    g_assert_cmpuint (sum (after->corrections[i]), ==, plain.of_class[i]);
  g_assert_cmpuint (after->n_timed, ==, plain.n_published);
  g_assert_cmpint (after->median_delay, ==, 38 * 60);
}

/* Story by story where few were found, and over all of them: both come to the same. */
static void
test_few (Archive *self, gconstpointer data)
{
  g_autoptr (BulSearchFacets) facets = bul_search_facets_new ();
  g_autoptr (GPtrArray) counted = NULL;
  g_autoptr (BulStatistics) all = NULL;
  guint n_bites = 0;

  save_more (self);
  all = count (self, facets, "", &counted);
  for (guint i = 0; i < all->n_months; i++)
    {
      guint month = all->first_month + i;
      g_autofree char *typed = g_strdup_printf ("date:%04u-%02u", month / 12, month % 12 + 1);
      g_autoptr (GPtrArray) others = NULL;
      g_autoptr (BulStatistics) one = count (self, facets, typed, &others);

      g_assert_cmpuint (one->n_bites, ==, count_bites (one->voices));
      n_bites += one->n_bites;
    }
  g_assert_cmpuint (all->n_months, >, 8);
  g_assert_cmpuint (n_bites, ==, all->n_bites);
}

/* What is drawn of a year is what is drawn of its months. */
static void
check_years (const BulChart *by_year, const BulChart *by_month)
{
  g_assert_cmpuint (by_year->series->len, ==, by_month->series->len);
  g_assert_cmpuint (by_year->categories->len, <, by_month->categories->len);
  for (guint i = 0; i < by_year->series->len * by_year->categories->len; i++)
    {
      guint series = i / by_year->categories->len;
      guint year = i % by_year->categories->len;
      const char *name = bul_chart_get_row_name (by_year, year);
      guint total = 0;

      for (guint j = 0; j < by_month->categories->len; j++)
        if (g_str_has_prefix (bul_chart_get_row_name (by_month, j), name))
          total += bul_chart_get (by_month, series, j);
      g_assert_cmpuint (bul_chart_get (by_year, series, year), ==, total);
    }
}

static void
test_charts (Archive *self, gconstpointer data)
{
  static const guint over_time[] = { 0, 3, 4 }; /* stories, tags, corrections */
  g_autoptr (GError) error = NULL;
  g_autoptr (BulSearchFacets) facets = bul_search_facets_new ();
  g_autoptr (BulQuery) query = bul_query_new ("", 0);
  Plain plain = save_more (self);
  g_autoptr (BulSearch) search = bul_search_new (self->store, query, &error);
  g_autoptr (BulFlowStatistics) statistics
      = bul_flow_statistics_new (self->store, facets, search, NULL, &error);
  g_autoptr (GPtrArray) by_month = bul_flow_statistics_list_charts (statistics, "ko", G_MAXUINT);
  g_autoptr (GPtrArray) by_year = bul_flow_statistics_list_charts (statistics, "en", 0);
  g_autoptr (GPtrArray) figures = bul_flow_figures_list (statistics->counts);
  g_autofree char *n_stories = bul_chart_dup_number (statistics->counts->n_stories);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (over_time); i++)
    check_years (by_year->pdata[over_time[i]], by_month->pdata[over_time[i]]);
  g_assert_cmpuint (bul_chart_get_total (by_month->pdata[0]), ==,
                    sum (statistics->counts->stories));
  g_assert_cmpuint (bul_chart_get_series_total (by_month->pdata[0], 0), ==,
                    sum (statistics->counts->both));
  g_assert_cmpuint (bul_chart_get_total (by_month->pdata[4]), ==, plain.n_published);
  g_assert_cmpuint (bul_flow_statistics_count_bites (statistics), ==, statistics->counts->n_bites);
  g_assert_cmpuint (figures->len, ==, 4);
  g_assert_cmpstr (((BulFlowFigure *) figures->pdata[0])->value, ==, n_stories);
  g_assert_cmpstr (((BulFlowFigure *) figures->pdata[3])->value, ==, "38 min");
}

/* Where a day has none to speak of, a year may have; and where neither has, nothing is told. */
static void
test_rates (void)
{
  static const struct
  {
    guint n_stories;
    gint64 n_days;
    const char *note;
  } cases[] = {
    { 12, 2, "6.0 a day" },
    { 3, 10, "0.3 a day" },
    { 5, 100, "0.1 a day" },
    { 4, 100, "14.6 a year" },
    { 2, 3653, "0.2 a year" },
    { 2, 36525, "" },
    { 1, 1, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      BulStatistics statistics = { .n_stories = cases[i].n_stories,
                                   .first_day = 1000,
                                   .last_day = 1000 + cases[i].n_days - 1 };
      g_autoptr (GPtrArray) figures = bul_flow_figures_list (&statistics);

      g_assert_cmpstr (((BulFlowFigure *) figures->pdata[0])->note, ==, cases[i].note);
    }
}

static void
test_cancelled (Archive *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (BulSearchFacets) facets = bul_search_facets_new ();
  g_autoptr (BulQuery) query = bul_query_new ("", 0);
  g_autoptr (BulSearch) search = bul_search_new (self->store, query, &error);

  g_assert_true (bul_search_facets_refresh (facets, self->store, NULL, &error));
  g_cancellable_cancel (cancellable);
  g_assert_null (bul_statistics_new (facets, search, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

UNIT (statistics)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/statistics/rates", test_rates);
  ARCHIVE_TEST ("/statistics/counts", 300, test_counts);
  ARCHIVE_TEST ("/statistics/whole", 20, test_whole);
  ARCHIVE_TEST ("/statistics/few", 20, test_few);
  ARCHIVE_TEST ("/statistics/charts", 20, test_charts);
  ARCHIVE_TEST ("/statistics/cancelled", 20, test_cancelled);
  return g_test_run ();
}
