/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>

#include "bul-statistics.h"
#include "test-archive.h"

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
  *counted = bul_search_facets_count (facets, search, NULL, &n, &error);
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

static void
test_voices (Archive *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (BulSearchFacets) facets = bul_search_facets_new ();
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) counted = NULL;
  g_autoptr (BulStatistics) statistics = NULL;

  for (guint i = 0; i < self->stories->len; i += 3)
    archive_save_changed (self, i);
  all = bul_store_list_voices (self->store, NULL, &error);
  g_assert_no_error (error);
  statistics = count (self, facets, "", &counted);
  g_assert_cmpuint (statistics->voices->len, ==, all->len);
  g_assert_cmpuint (statistics->n_bites, ==, count_bites (all));
  g_assert_cmpuint (count_bites (statistics->voices), ==, statistics->n_bites);
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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ARCHIVE_TEST ("/statistics/counts", 300, test_counts);
  ARCHIVE_TEST ("/statistics/voices", 60, test_voices);
  ARCHIVE_TEST ("/statistics/cancelled", 20, test_cancelled);
  return g_test_run ();
}
